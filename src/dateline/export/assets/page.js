// Views and keys. Everything drawn follows from `state` and the form.
const state = { report: reports.find((r) => r.claims.length) || reports[0] || null, claim: null, place: null, day: null, sort: ["time", 1],
  view: "reader", rows: ROWS, cards: CARDS, titles: TITLES, incident: null, fared: ["claims", -1], back: null, origin: null };
let visible = claims;

const VIEWS = { reader: drawReader, table: drawTable, map: drawMap, incidents: drawIncidents, control: drawControl, sources: drawSources };
const LINKED = ["incidents", "control", "sources"];
const offered = Object.keys(VIEWS).filter((name) => linked || !LINKED.includes(name));
function refresh() {
  seek();
  visible = claims.filter(passes);
  $("shown").value = `${number(visible.length)} of ${number(claims.length)} claims`;
  VIEWS[state.view]();
  remember();
}
// After a change of the filters the reader goes to a report that has claims which pass.
function refilter() {
  seek();
  const passing = claims.find(passes);
  if (passing && !state.report.claims.some(passes)) Object.assign(state, { report: passing.report, claim: null });
  refresh();
}
// `back`: the view that led here, to which Escape returns.
function show(name, back = null) {
  Object.assign(state, { view: name, back });
  document.body.dataset.view = name;
  for (const other of Object.keys(VIEWS)) {
    $(other).hidden = other !== name;
    $(`tab-${other}`).setAttribute("aria-selected", String(other === name));
    $(`tab-${other}`).tabIndex = other === name ? 0 : -1;
  }
  refresh();
}

function goBack() {
  const { back, origin, claim } = state;
  show(back);
  const words = claim && $(back).querySelector(`[data-claim="${CSS.escape(claim.id)}"], [data-id="${CSS.escape(claim.id)}"]`);
  const node = origin && origin.isConnected ? origin : words;
  if (node) node.focus();
}

for (const name of offered) $(`tab-${name}`).addEventListener("click", () => show(name));
for (const name of LINKED) $(`tab-${name}`).disabled = !linked;
$("unlinked").hidden = linked !== null || desk !== null;
$("back").addEventListener("click", goBack);
$("tab-reader").parentNode.addEventListener("keydown", (e) => {
  const at = offered.indexOf(state.view);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[e.key];
  if (to === undefined) return;
  e.preventDefault();
  show(offered.at(to % offered.length));
  $(`tab-${state.view}`).focus();
});
for (const place of ["filters", "range"]) $(place).addEventListener("input", () => {
  if ($("f-report").value) state.report = reports[+$("f-report").value];
  view = null; // the map goes where the claims are
  refilter();
});
// form.reset() has emptied the fields when it returns; a "reset" event comes before they are.
$("clear").addEventListener("click", () => { $("filters").reset(); state.day = null; $("i-grade").value = $("i-kind").value = ""; view = null; drawDays(); refilter(); });
$("filters").addEventListener("submit", (e) => e.preventDefault());
document.addEventListener("keydown", (e) => {
  if (/input|select/i.test(e.target.tagName) || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === "Escape" && state.view === "reader" && state.back) goBack();
  else if (e.key === "Escape" && state.view === "incidents" && state.incident) fold();
  if (e.key === "/") { e.preventDefault(); $("f-words").focus(); }
  if (state.view === "reader" && (e.key === "j" || e.key === "k")) step(e.key === "j" ? 1 : -1);
});

const contents = [many(reports.length, "report"), many(claims.length, "claim"), ...(linked ? [many(incidents.length, "incident")] : [])];
const waiting = linked ? linked.news : reports.length; // reports that no linking knows
$("news").textContent = linked && waiting && !desk ? `${many(waiting, "report")} came after the last linking; “dateline link” adds what they say.` : "";
const { rejected, unlinked } = held("data-reviews");
if (rejected) contents.push(`${many(rejected, "rejected claim")} left out`);
if (unlinked && !desk) $("news").textContent += ` ${many(unlinked, "review")} came after the last linking; “dateline link” takes them into the incidents.`;
const behind = [waiting && many(waiting, "report"), unlinked && many(unlinked, "review")].filter(Boolean).join(" and ");
if (desk && behind) $("d-late").replaceChildren(`${behind} not linked yet. `, doing("Link now", "d-link", async () => { await ask("links", {}); leap({}); }));
$("summary").textContent = `${contents.join(", ")}. Keys: j and k walk through the claims, / searches.`;
drawLegend();
drawDays();
