// The page's address: view, filters and what is open stand behind its #, so that a link, a bookmark and the browser's
// Back lead to what was seen.
const FIELDS = { words: "f-words", action: "f-action", actor: "f-actor", status: "f-status", voice: "f-voice", review: "f-review", grade: "i-grade", kind: "i-kind", sort: "i-sort", on: "c-day", from: "f-from", until: "f-until" };
const FIRST = Object.fromEntries(Object.values(FIELDS).map((id) => [id, $(id).value]));
const LATE = 200; // milliseconds after a change in which further ones make one: browsers bear few writes a second
const OPENED = state.report;
let late = null, due = null, kept = { view: "reader", incident: null, report: OPENED };

function address() {
  const told = new URLSearchParams(), { view, claim, incident, report } = state;
  if (view !== "reader") told.set("view", view);
  for (const [name, id] of Object.entries(FIELDS)) if ($(id).value !== FIRST[id]) told.set(name, $(id).value);
  if (state.day) told.set("day", state.day);
  if ($("f-report").value) told.set("only", reports[+$("f-report").value].id.slice(0, 16));
  if (view === "reader" && claim) told.set("claim", claim.id);
  else if (view === "reader" && report && report !== OPENED) told.set("report", report.id.slice(0, 16));
  if (view === "incidents" && incident) told.set("incident", incident.id);
  if (view === "map" && state.place) told.set("place", state.place);
  return `#${told}`;
}

// A page in a frame may not be let near its address; it works without.
function write(way, told) {
  if (told === null || told === (location.hash || "#")) return;
  try { history[way](null, "", told); } catch { /* nothing is lost but the link */ }
}

function settle() {
  clearTimeout(late);
  write("replaceState", due);
  due = null;
}

// After every change: another view, incident or report is a step that Back undoes, a filter is not.
function remember() {
  const now = { view: state.view, incident: state.incident, report: state.view === "reader" ? state.report : kept.report };
  const turned = Object.keys(now).some((name) => now[name] !== kept[name]);
  kept = now;
  if (turned) { settle(); write("pushState", address()); return; }
  due = address();
  clearTimeout(late);
  late = setTimeout(settle, LATE);
}

function restore() {
  due = null; // of the entry that is left
  const told = new URLSearchParams(location.hash.slice(1)), begins = (list, name) => (told.get(name) && list.find((item) => item.id.startsWith(told.get(name)))) || null;
  const claim = begins(claims, "claim"), incident = begins(incidents, "incident"), only = begins(reports, "only");
  $("filters").reset();
  for (const [name, id] of Object.entries(FIELDS)) {
    $(id).value = told.get(name) || FIRST[id];
    if (!$(id).value) $(id).value = FIRST[id]; // an option that this page has not
  }
  $("f-report").value = only ? String(reports.indexOf(only)) : "";
  const report = (claim && claim.report) || begins(reports, "report") || only || OPENED;
  Object.assign(state, { day: told.get("day"), claim, incident, report, place: told.get("place") });
  const lost = ["claim", "incident", "report", "only"].filter((name) => told.get(name) && !{ claim, incident, only, report: begins(reports, "report") }[name]);
  $("lost").hidden = !lost.length;
  $("lost").textContent = lost.length ? "The address names a claim, incident or report that this page does not hold: it was written from another ledger, or before this one was coded or linked anew." : "";
  view = null;
  drawDays();
  kept = { view: offered.includes(told.get("view")) ? told.get("view") : "reader", incident, report };
  show(kept.view);
  if (claim && kept.view === "reader") choose(claim);
}

window.addEventListener("popstate", restore);
fullest();
restore();
