// The reader: the list of reports, one report with its highlighted words, and its claims.
const CARDS = 150;
const TITLES = 500;

function roleSpans(claim) {
  const found = [];
  const add = (list, role) => {
    for (const item of list) if (item && item.span) found.push({ from: item.span[0], to: item.span[1], role, inherited: item.inherited === true });
  };
  add(claim.agents, "agent"); add(claim.targets, "target"); add(claim.places, "place");
  add(claim.quantities, "quantity"); add([claim.time], "time"); add(claim.attribution, "source");
  for (const s of claim.attribution) if (s.cue_span) found.push({ from: s.cue_span[0], to: s.cue_span[1], role: "source", inherited: false });
  return found;
}

function layersOf(report) {
  const layers = [];
  for (const kind of ["mark", "heading"]) for (const [from, to] of report[`${kind}s`]) layers.push({ from, to, kind });
  for (const claim of report.claims) layers.push({ from: claim.span[0], to: claim.span[1], claim });
  if (state.claim && state.claim.report === report) layers.push(...roleSpans(state.claim));
  return layers.filter((layer) => layer.from < layer.to).sort((a, b) => a.from - b.from);
}

// Stretches of the text with the layers that lie over each. Spans count code points, not UTF-16 units.
function stretches(report) {
  const letters = Array.from(report.text), layers = layersOf(report);
  const edges = [...new Set([0, letters.length, ...layers.flatMap((l) => [l.from, l.to])])].sort((a, b) => a - b);
  let next = 0, over = [];
  return edges.slice(0, -1).map((from, i) => {
    over = over.filter((layer) => layer.to > from);
    while (next < layers.length && layers[next].from <= from) over.push(layers[next++]);
    return [letters.slice(from, edges[i + 1]).join(""), over];
  });
}

function piece(text, layers, shown) {
  if (!layers.length) return document.createTextNode(text);
  const named = layers.filter((layer) => layer.claim);
  const trigger = named.find((layer) => layer.claim === state.claim) || named[0], role = layers.find((layer) => layer.role);
  const classes = layers.filter((layer) => layer.kind).map((layer) => layer.kind);
  if (role) classes.push("role", role.role, ...(role.inherited ? ["inherited"] : []));
  const span = make("span", { title: role ? plain(role.role) : null, style: role ? `--role: var(--${role.role})` : null }, text);
  if (trigger) {
    const claim = trigger.claim;
    classes.push("trigger");
    if (!shown.has(claim)) classes.push("off");
    if (claim === state.claim) classes.push("chosen");
    span.setAttribute("style", `${tone(claim)}; ${span.getAttribute("style") || ""}`);
    span.title = `${plain(claim.action)}, ${claim.status}`;
    span.dataset.id = claim.id;
    span.addEventListener("click", () => choose(claim, true));
  }
  span.className = classes.join(" ");
  return span;
}

function drawReports() {
  const kept = narrowed() || sought.words.length ? reports.filter((r) => r === state.report || r.claims.some(passes)) : reports;
  const entry = (r) => make("button", { type: "button", "aria-current": r === state.report ? "true" : null, on: { click: () => open(r) } }, titleOf(r),
    make("small", {}, [r.outlet, r.published, r.stated && `the text says ${r.stated}`, many(r.claims.filter(passes).length, "claim")].filter(Boolean).join(" · ")));
  $("reports").replaceChildren(...capped(kept, state.titles, entry, () => { state.titles += TITLES; drawReports(); }));
  oneStop("reports", "button", "[aria-current=true]");
  const current = $("reports").querySelector("[aria-current=true]");
  if (current) current.scrollIntoView({ block: "nearest", inline: "nearest" });
}

walked("reports", "button");

function open(report) {
  Object.assign(state, { report, claim: null, cards: CARDS });
  drawReader();
  remember();
  $("text").scrollTop = $("side").scrollTop = 0;
}

function drawReader() {
  drawReports();
  $("back").hidden = !state.back;
  $("back").textContent = `← Back to ${state.back} (Escape)`;
  const report = state.report;
  if (!report) { $("text").replaceChildren(make("p", { class: "empty" }, "There is no report in this ledger.")); return; }
  // The chosen claim is shown whether it passes or not: a dossier may lead to it.
  const shown = report.claims.filter((c) => passes(c) || c === state.claim), set = new Set(shown);
  state.cards = Math.max(state.cards, shown.indexOf(state.claim) + 1);
  $("text").replaceChildren(...stretches(report).map(([text, layers]) => piece(text, layers, set)));
  $("claims").replaceChildren(...capped(shown, state.cards, card, () => { state.cards += CARDS; drawReader(); }));
  if (!visible.length && !shown.length) $("claims").replaceChildren(none());
  else if (!shown.length) $("claims").replaceChildren(make("p", { class: "empty" }, report.claims.length ? "No claim of this report passes the filters." : "No claim was found in this report."));
}

// `pressed`: its words were; on a narrow screen, where cards stand below the text, the card is then shown.
function choose(claim, pressed = false) {
  state.report = claim.report; state.claim = claim;
  if (state.view === "reader") { drawReader(); remember(); } else { state.origin = document.activeElement; show("reader", state.view); }
  for (const place of ["text", "claims"]) {
    const node = $(place).querySelector(`[data-id="${claim.id}"]`);
    if (node) node.scrollIntoView({ block: "nearest" });
  }
  const words = $("text").querySelector(".chosen");
  if (words) words.scrollIntoView({ block: "center" });
  if (pressed) $("claims").querySelector("[aria-current=true]").scrollIntoView({ block: "nearest" });
}

// The next (or previous) claim that passes the filters, over the end of a report into the next.
function step(by) {
  const at = state.claim ? visible.indexOf(state.claim) : -1;
  if (at >= 0) { if (visible[at + by]) choose(visible[at + by]); return; }
  const first = visible.find((c) => c.report === state.report) || visible[0];
  if (first) choose(first);
}

function drawLegend() {
  const chip = (name, role) => make("span", { class: "role", style: `--role: var(--${role})` }, name);
  $("roles").replaceChildren(...Object.entries(ROLES).flatMap(([name, role]) => [chip(name, role), " "]));
  $("groups").replaceChildren(...Object.keys(groups).flatMap((group) => [make("b", { style: `color: var(--${group})` }, group), " "]));
  const statuses = ["occurred", "ongoing", "planned", "conditional", "possible", "denied"];
  $("statuses").replaceChildren(...statuses.flatMap((status) => [pill(status), " "]));
}
