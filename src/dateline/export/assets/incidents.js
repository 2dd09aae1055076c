// The incidents: a list that filters with the page and sorts; a press opens one as its dossier.
const LISTED = 120;
const incidents = linked ? linked.incidents : [];
for (const incident of incidents) {
  incident.told = incident.claims.map((id) => claimOf.get(id)).filter(Boolean);
  incident.disputes = incident.contradictions.filter((c) => !c.update).length;
  const named = folded([incident.name, incident.place || "", ...incident.sides.map(body)].join(" "));
  incident.words = [named, ...incident.told.map((c) => c.words)].join(" ");
}
const incidentOf = new Map(incidents.flatMap((incident) => incident.claims.map((id) => [id, incident])));
const DIFFER = { quantity: "Figures differ", outcome: "Outcomes differ", agent: "Who did it differs", time: "Days differ", place: "Places differ",
  denial: "Said and denied" };
const SORTS = { day: (i) => i.start || "", claims: (i) => i.claims.length, origins: (i) => i.origins.length, disputes: (i) => i.disputes };
let listed = null, opened = null; // what the list and the dossier show

const unit = (f) => (UNITS[f.measure] ? ` ${UNITS[f.measure]}` : "");
const value = (v) => (v === null ? "?" : number(v));
// What is counted and is no measure of ours: a number of it says something beside its words alone.
const measured = (name) => (name === "other" ? "other counts" : plain(name));
const countedIn = (incident) => incident.figures.filter((f) => f.measure !== "other");
const spread = (f) => `${measured(f.measure)} ${[...new Set([f.low, f.best, f.high])].map(value).join(" – ")}${unit(f)}`;
const grade = (incident) => make("span", { class: `status grade ${incident.grade}` }, incident.grade);
const span = ({ start, end }) => (start ? stretch(start, end) : "no day known");
const voices = (i) => [many(i.claims.length, "claim"), many(i.outlets, "outlet"), many(i.origins.length, "origin"),
  i.disputes ? many(i.disputes, "dispute") : "no dispute"].join(" · ");

function entry(incident) {
  return make("button", { type: "button", "data-id": incident.id, "aria-current": incident === state.incident ? "true" : null, on: { click: () => unfold(incident) } },
    make("b", {}, incident.name), " ", grade(incident), make("small", {}, `${span(incident)} · ${voices(incident)}`),
    countedIn(incident).length ? make("small", { class: "figures", title: "low – best – high" }, countedIn(incident).map(spread).join(", ")) : null,
    incident.sides.length ? make("small", {}, `sides: ${incident.sides.map(body).join(", ")}`) : null);
}

const kinds = (incident) => new Set(incident.contradictions.filter((c) => !c.update).map((c) => c.kind));
const disputed = (incident) => !$("i-kind").value || kinds(incident).has($("i-kind").value);

// An incident passes that has a claim which does; the words asked for may stand in several of its claims.
function incidentPasses(incident) {
  return asked(incident.words) && (!$("i-grade").value || incident.grade === $("i-grade").value) && disputed(incident) && (incident.told.some(fits) || !narrowed());
}

// The newest, or the most, first; what has no day is last either way.
function ranked(list) {
  const by = SORTS[$("i-sort").value], up = $("i-turn").getAttribute("aria-pressed") === "true" ? 1 : -1;
  const none = (i) => Number(by(i) === "");
  return [...list].sort((a, b) => none(a) - none(b) || up * order(by(a), by(b)) || order(b.start || "", a.start || "") || order(a.id, b.id));
}

function drawIncidents() {
  const found = ranked(incidents.filter(incidentPasses)), now = found.map((i) => i.id).join(" ");
  if (now !== listed) {
    listed = now;
    $("i-count").value = `${number(found.length)} of ${many(incidents.length, "incident")}`;
    $("i-list").replaceChildren(found.length ? growing("div", {}, found, LISTED, entry) : make("p", { class: "empty" }, "No incident passes the filters; Clear shows all."));
  }
  drawDossier();
}

function current() {
  for (const node of $("i-list").querySelectorAll("[data-id]")) {
    if (state.incident && node.dataset.id === state.incident.id) node.setAttribute("aria-current", "true"); else node.removeAttribute("aria-current");
  }
  return $("i-list").querySelector("[aria-current]");
}

function unfold(incident) {
  state.incident = incident;
  drawDossier();
  remember();
  $("dossier").scrollTop = 0;
  if (getComputedStyle($("i-fold")).display !== "none") $("incidents").scrollIntoView();
  $("dossier").querySelector("h2").focus({ preventScroll: true });
}

function fold() {
  const was = current();
  state.incident = null;
  drawDossier();
  remember();
  const back = was || $("i-list").querySelector("[data-id]");
  if (back) back.focus();
}

function drawDossier() {
  const shown = current();
  if (opened === state.incident && $("dossier").childElementCount) return;
  opened = state.incident;
  $("incidents").classList.toggle("unfolded", opened !== null);
  $("dossier").replaceChildren(...(opened ? dossier(opened) : [make("p", { class: "empty" },
    "Choose an incident to read what each source says of it. Arrow keys walk through the list, Enter opens, Escape comes back.")]));
  if (shown) shown.scrollIntoView({ block: "nearest" });
}

fill("i-grade", [...new Set(incidents.map((i) => i.grade))].sort().map((name) => [name, name]));
fill("i-kind", Object.entries(DIFFER).map(([kind, label]) => [kind, label, incidents.filter((i) => kinds(i).has(kind)).length])
  .filter(([, , n]) => n).map(([kind, label, n]) => [kind, `${label} (${number(n)})`]));
$("i-tools").addEventListener("input", () => { drawIncidents(); remember(); });
$("i-tools").addEventListener("submit", (e) => e.preventDefault());
$("i-turn").addEventListener("click", () => {
  const up = $("i-turn").getAttribute("aria-pressed") !== "true";
  $("i-turn").setAttribute("aria-pressed", String(up));
  $("i-turn").textContent = up ? "↑" : "↓";
  drawIncidents();
});
$("i-fold").addEventListener("click", fold);
$("i-list").addEventListener("keydown", (e) => {
  const buttons = [...$("i-list").querySelectorAll("button")], at = buttons.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[e.key];
  if (to === undefined || !buttons[to]) return;
  e.preventDefault();
  buttons[to].focus();
});
