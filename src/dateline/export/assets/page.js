// Filters, views and keys. Everything drawn follows from `state` and the form.
const state = { report: reports.find((r) => r.claims.length) || reports[0] || null, claim: null, place: null, day: null, sort: ["time", 1],
  view: "reader", rows: ROWS, cards: CARDS, titles: TITLES };
let visible = claims;

function tally(pick) {
  const counted = new Map();
  for (const claim of claims) for (const value of pick(claim)) counted.set(value, (counted.get(value) || 0) + 1);
  return [...counted].sort((a, b) => b[1] - a[1] || order(a[0], b[0]));
}
function fill(id, values) { for (const [value, label] of values) $(id).append(make("option", { value }, label)); }
const counts = (pick, name = plain) => tally(pick).map(([value, n]) => [value, `${name(value)} (${number(n)})`]);
const parties = (claim) => [...claim.agents, ...claim.targets].filter((p) => p.actor);
const called = new Map(claims.flatMap(parties).map((p) => [p.actor, p.name || p.actor]));
fill("f-action", counts((c) => [c.action]));
fill("f-actor", counts((c) => new Set(parties(c).map((p) => p.actor)), (id) => called.get(id)));
fill("f-status", counts((c) => [c.status]));
fill("f-voice", counts((c) => [voiceKind(c)]));
fill("f-report", reports.map((report, i) => [String(i), titleOf(report)]));

function passes(claim) {
  const chosen = (id) => $(id).value;
  const words = chosen("f-words").trim().toLowerCase();
  return (!words || words.split(/\s+/).every((word) => claim.words.includes(word)))
    && (!chosen("f-action") || claim.action === chosen("f-action"))
    && (!chosen("f-actor") || parties(claim).some((p) => p.actor === chosen("f-actor")))
    && (!chosen("f-status") || claim.status === chosen("f-status"))
    && (!chosen("f-voice") || voiceKind(claim) === chosen("f-voice"))
    && (!chosen("f-report") || claim.report === reports[+chosen("f-report")])
    && (!state.day || (claim.time !== null && claim.time.start !== null && claim.time.start.startsWith(state.day)));
}

const VIEWS = { reader: drawReader, table: drawTable, map: drawMap };
function refresh() {
  visible = claims.filter(passes);
  $("shown").value = `${number(visible.length)} of ${number(claims.length)} claims`;
  if (visible.length && !state.report.claims.some(passes)) Object.assign(state, { report: visible[0].report, claim: null });
  VIEWS[state.view]();
}
function show(name) {
  state.view = name;
  for (const other of Object.keys(VIEWS)) {
    $(other).hidden = other !== name;
    $(`tab-${other}`).setAttribute("aria-selected", String(other === name));
    $(`tab-${other}`).tabIndex = other === name ? 0 : -1;
  }
  refresh();
}

for (const name of Object.keys(VIEWS)) $(`tab-${name}`).addEventListener("click", () => show(name));
$("tab-reader").parentNode.addEventListener("keydown", (e) => {
  const names = Object.keys(VIEWS), at = names.indexOf(state.view);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[e.key];
  if (to === undefined) return;
  e.preventDefault();
  show(names.at(to % names.length));
  $(`tab-${state.view}`).focus();
});
$("filters").addEventListener("input", () => {
  if ($("f-report").value) state.report = reports[+$("f-report").value];
  view = null; // the map goes where the claims are
  refresh();
});
// form.reset() has emptied the fields when it returns; a "reset" event comes before they are.
$("clear").addEventListener("click", () => { $("filters").reset(); state.day = null; view = null; drawDays(); refresh(); });
$("filters").addEventListener("submit", (e) => e.preventDefault());
document.addEventListener("keydown", (e) => {
  if (/input|select/i.test(e.target.tagName) || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === "/") { e.preventDefault(); $("f-words").focus(); }
  if (state.view === "reader" && (e.key === "j" || e.key === "k")) step(e.key === "j" ? 1 : -1);
});

$("summary").textContent = `${many(reports.length, "report")}, ${many(claims.length, "claim")}. Keys: j and k walk through the claims, / searches.`;
drawLegend();
drawDays();
fullest();
show("reader");
