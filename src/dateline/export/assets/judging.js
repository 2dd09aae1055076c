// How to say that an incident is not one, or is one with another, put together by ticking. Judgements stand in the ledger, with
// who made them: the web app keeps them at once, a page that stands alone shows the command of `dateline judge` that would.
const ticked = new Set(); // claims that belong elsewhere
const merging = new Map(); // incidents that are one, by their ids

const JUDGE = { split: "Split them off", merge: "Make them one incident", lock: "Lock it" };
const command = (words, group = "judge") => make("code", { class: "command", tabindex: 0 }, `dateline ${group} ${words} --ledger LEDGER --by YOUR_NAME --note "why"`);

// What carries out a judgement of these incidents or claims.
function decision(kind, names) {
  if (!desk) return command(`${kind} ${names.join(" ")}`);
  return doing(JUDGE[kind], `j-do-${kind}`, async () => {
    const { incident } = await sign("judgements", { kind, names });
    leap({ view: "incidents", ...(incident && { incident }) });
  });
}

function tick(claim) {
  const box = make("input", { type: "checkbox", "aria-label": "Not of this incident", on: { change: () => { if (box.checked) ticked.add(claim.id); else ticked.delete(claim.id); drawJudging(); } } });
  box.checked = ticked.has(claim.id);
  return make("label", { class: "tick", title: "Tick the claims of another event to split them off" }, box, " not of this incident");
}

function commands(incident) {
  const off = incident.claims.filter((id) => ticked.has(id)), together = [...merging.keys()];
  const mark = () => { if (merging.has(incident.id)) merging.delete(incident.id); else merging.set(incident.id, incident); drawJudging(); };
  const merge = make("button", { type: "button", id: "j-merge", "aria-pressed": String(merging.has(incident.id)), on: { click: mark } },
    merging.has(incident.id) ? "Marked as one with others" : "Mark as one with others");
  const marked = together.length ? ` Marked: ${[...merging.values()].map((i) => i.name).join("; ")}.` : "";
  return [
    make("p", {}, make("b", {}, "Split: "), off.length ? decision("split", off) : "tick the claims above that are of another event."),
    make("p", {}, make("b", {}, "Merge: "), merge, marked, together.length > 1 ? decision("merge", together) : " Mark this one, then each other that is the same event."),
    make("p", {}, make("b", {}, "Lock: "), decision("lock", [incident.id]), " nothing joins it."),
    desk ? signature("d") : make("p", { class: "empty" }, "A press selects a command. Run it where the ledger is, then “dateline link” and “dateline report”: later linkings honour it."),
  ];
}

function judging(incident) {
  return make("details", { class: "judging" }, make("summary", {}, "Not one event, or one with another?"), make("div", { id: "j-commands" }, ...commands(incident)));
}

function drawJudging() {
  const focused = document.activeElement && document.activeElement.id;
  $("j-commands").closest("details").open = true;
  $("j-commands").replaceChildren(...commands(state.incident));
  if (focused === "j-merge") $("j-merge").focus();
}
