"use strict";
// Texts are written with textContent only; nothing from a report is ever parsed as HTML.
const reports = JSON.parse(document.getElementById("data-reports").textContent);
const outlines = JSON.parse(document.getElementById("data-outlines").textContent);
const $ = (id) => document.getElementById(id);
const GROUPS = {
  fight: "clash attack airstrike shelling bombing repel", territory: "capture drive_back advance withdraw besiege reopen hold hand_over",
  harm: "kill wound destroy detain abduct abuse displace loot", posture: "deploy operate halt seize surrender",
  politics: "agree talk violate accuse demand threaten reject sanction protest", relief: "aid release return",
};
const groupOf = {};
for (const [group, names] of Object.entries(GROUPS)) for (const name of names.split(" ")) groupOf[name] = group;
const tone = (claim) => `--tone: var(--${groupOf[claim.action] || "politics"})`;

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else if (value !== null && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((c) => c !== null && c !== undefined));
  return node;
}

const words = (list) => list.map((item) => item.text).join("; ");
const actors = (list) => list.map((p) => p.name || p.actor || p.text).join("; ");
const amount = (q) => (q.low === q.high ? `${q.low}` : q.high === null ? `≥ ${q.low}` : q.low === null ? `≤ ${q.high}` : `${q.low}–${q.high}`) + ` ${q.measure.replaceAll("_", " ")}`;
const days = (t) => (!t ? "" : !t.start ? t.text || "" : (t.start === t.end ? t.start : `${t.start} – ${t.end}`) + (t.precision === "unknown" ? " (reported)" : ""));
const voice = (claim) => (claim.attribution.length ? claim.attribution[claim.attribution.length - 1] : null);
const said = (claim, report) => (voice(claim) ? claim.attribution.map((s) => s.text).join(" ← ") : `${report.outlet || report.name} (own voice)`);

const claims = [];
for (const report of reports) for (const claim of report.claims) {
  claim.report = report;
  claim.words = [claim.trigger, claim.action, words(claim.agents), actors(claim.agents), words(claim.targets), actors(claim.targets),
    claim.places.map((p) => `${p.text} ${p.name || ""}`).join(" "), said(claim, report), claim.quantities.map(amount).join(" ")].join(" ").toLowerCase();
  claims.push(claim);
}
const state = { report: reports[0] || null, claim: null, place: null, sort: ["time", 1], view: "reader" };

// ---- filters
function fill(select, values) { for (const [value, label] of values) select.append(make("option", { value }, label)); }
const count = (pick) => { const n = new Map(); for (const c of claims) for (const v of pick(c)) n.set(v, (n.get(v) || 0) + 1); return [...n].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)); };
fill($("f-action"), count((c) => [c.action]).map(([v, n]) => [v, `${v.replaceAll("_", " ")} (${n})`]));
fill($("f-actor"), count((c) => new Set([...c.agents, ...c.targets].map((p) => p.actor).filter(Boolean))).map(([v, n]) => [v, `${v} (${n})`]));
fill($("f-status"), count((c) => [c.status]).map(([v, n]) => [v, `${v} (${n})`]));
fill($("f-voice"), count((c) => [voice(c) ? voice(c).kind : "own_voice"]).map(([v, n]) => [v, `${v.replaceAll("_", " ")} (${n})`]));
fill($("f-report"), reports.map((r, i) => [String(i), r.title || r.name]));

function passes(c) {
  const search = $("f-words").value.trim().toLowerCase();
  if (search && !search.split(/\s+/).every((w) => c.words.includes(w))) return false;
  if ($("f-action").value && c.action !== $("f-action").value) return false;
  if ($("f-actor").value && ![...c.agents, ...c.targets].some((p) => p.actor === $("f-actor").value)) return false;
  if ($("f-status").value && c.status !== $("f-status").value) return false;
  if ($("f-voice").value && (voice(c) ? voice(c).kind : "own_voice") !== $("f-voice").value) return false;
  return !$("f-report").value || c.report === reports[+$("f-report").value];
}
let visible = claims;
function refresh() {
  visible = claims.filter(passes);
  $("shown").value = `${visible.length} of ${claims.length} claims`;
  ({ reader: drawReader, table: drawTable, map: drawMap })[state.view]();
}

// ---- a claim as a card
function card(c, act) {
  const rows = [];
  const row = (name, role, value) => { if (value) rows.push(make("dt", { style: `--tone: var(--${role})` }, name), make("dd", {}, value)); };
  const party = (p) => p.text + (p.actor ? ` [${p.actor}]` : "");
  row("who", "agent", c.agents.map(party).join("; "));
  row("to whom", "target", c.targets.map(party).join("; "));
  row("where", "place", c.places.map((p) => `${p.role.replaceAll("_", " ")} ${p.text}` + (p.name ? ` [${p.name}, ${p.country || "?"}]` : p.lat === null ? " [not on the map]" : "") + (p.inherited ? " (inherited)" : "")).join("; "));
  row("when", "time", c.time ? days(c.time) + (c.time.text ? ` “${c.time.text}”` : "") : "");
  row("how many", "quantity", c.quantities.map((q) => `${amount(q)} “${q.text}”`).join("; "));
  row("means", "quantity", c.means.join(", ").replaceAll("_", " "));
  row("says who", "source", said(c, c.report) + (voice(c) ? ` (${voice(c).kind.replaceAll("_", " ")})` : ""));
  if (c.loaded_terms.length) row("wording", "source", c.loaded_terms.map((t) => `“${t.text}”`).join(", ") + " (recorded, not believed)");
  return make("div", { class: "claim", style: tone(c), tabindex: 0, "data-id": c.id, "aria-current": c === state.claim ? "true" : null,
    on: { click: () => act(c), keydown: (e) => { if (e.key === "Enter") act(c); } } },
  make("h3", {}, make("b", {}, c.action.replaceAll("_", " ")), make("span", {}, `“${c.trigger}”`), make("span", { class: `status ${c.status}` }, c.status)),
  make("dl", {}, ...rows), make("p", { class: "why" }, `${c.rule}${c.confidence === null ? "" : ` · confidence ${c.confidence.toFixed(2)}`} · ${c.id}`));
}

// ---- reader
function roleSpans(c) {
  const found = [];
  const add = (list, role) => { for (const item of list) if (item.span) found.push([item.span[0], item.span[1], role]); };
  add(c.agents, "agent"); add(c.targets, "target"); add(c.places, "place"); add(c.quantities, "quantity");
  if (c.time) add([c.time], "time");
  add(c.attribution, "source");
  for (const s of c.attribution) if (s.cue_span) found.push([s.cue_span[0], s.cue_span[1], "source"]);
  return found;
}
function drawReader() {
  $("reports").replaceChildren(...reports.map((r) => make("button", { type: "button", "aria-current": r === state.report ? "true" : null,
    on: { click: () => { state.report = r; state.claim = null; drawReader(); $("text").scrollTop = 0; } } },
  r.title || r.name, make("small", {}, [r.outlet, r.published, `${r.claims.filter(passes).length} claims`].filter(Boolean).join(" · ")))));
  const r = state.report;
  if (!r) { $("text").replaceChildren(make("p", { class: "empty" }, "No report in this ledger.")); return; }
  const letters = Array.from(r.text); // spans count code points
  const shown = new Set(r.claims.filter(passes));
  const cuts = new Set([0, letters.length]);
  const layers = [];
  for (const [kind, list] of [["mark", r.marks], ["heading", r.headings]]) for (const [a, b] of list) layers.push([a, b, kind, null]);
  for (const c of r.claims) layers.push([c.span[0], c.span[1], "trigger", c]);
  if (state.claim && state.claim.report === r) for (const [a, b, role] of roleSpans(state.claim)) layers.push([a, b, "role", role]);
  for (const [a, b] of layers) { cuts.add(a); cuts.add(b); }
  const edges = [...cuts].sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [a, b] = [edges[i], edges[i + 1]];
    const here = layers.filter((l) => l[0] <= a && b <= l[1]);
    const piece = letters.slice(a, b).join("");
    if (!here.length) { nodes.push(document.createTextNode(piece)); continue; }
    const trigger = here.find((l) => l[2] === "trigger"), role = here.find((l) => l[2] === "role");
    const classes = here.filter((l) => l[2] === "mark" || l[2] === "heading").map((l) => l[2]);
    if (role) classes.push("role");
    if (trigger) { classes.push("trigger"); if (!shown.has(trigger[3])) classes.push("off"); if (trigger[3] === state.claim) classes.push("chosen"); }
    const span = make("span", { class: classes.join(" "), style: trigger ? tone(trigger[3]) : role ? `--tone: var(--${role[3]})` : null, title: trigger ? `${trigger[3].action}: ${trigger[3].status}` : role ? role[3] : null }, piece);
    if (trigger) { span.addEventListener("click", () => choose(trigger[3])); span.dataset.id = trigger[3].id; }
    nodes.push(span);
  }
  $("text").replaceChildren(...nodes);
  $("claims").replaceChildren(...(shown.size ? [...shown].map((c) => card(c, choose)) : [make("p", { class: "empty" }, "No claim of this report passes the filters.")]));
}
function choose(c) {
  state.report = c.report; state.claim = c;
  if (state.view !== "reader") show("reader"); else drawReader();
  for (const place of ["text", "claims"]) {
    const node = $(place).querySelector(`[data-id="${c.id}"]`);
    if (node) node.scrollIntoView({ block: "center" });
  }
}

// ---- table
const COLUMNS = [
  ["time", "When", (c) => days(c.time), (c) => (c.time && c.time.start) || "9999"],
  ["action", "Action", (c) => c.action.replaceAll("_", " ")], ["status", "Status", (c) => c.status],
  ["agents", "Who", (c) => actors(c.agents)], ["targets", "To whom", (c) => actors(c.targets)],
  ["places", "Where", (c) => c.places.map((p) => p.text).join("; ")],
  ["quantities", "How many", (c) => c.quantities.map(amount).join("; "), (c) => (c.quantities.length ? c.quantities[0].low || 0 : -1)],
  ["source", "Says who", (c) => said(c, c.report)], ["trigger", "Words", (c) => c.trigger], ["report", "Report", (c) => c.report.title || c.report.name],
];
$("table").querySelector("thead tr").append(...COLUMNS.map(([key, label]) => make("th", { "data-key": key, scope: "col" },
  make("button", { type: "button", on: { click: () => { state.sort = [key, state.sort[0] === key ? -state.sort[1] : 1]; drawTable(); } } }, label))));
function drawTable() {
  const [key, direction] = state.sort;
  const column = COLUMNS.find((c) => c[0] === key), value = column[3] || column[2];
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = [...visible].sort((a, b) => direction * order(value(a), value(b)) || order(claims.indexOf(a), claims.indexOf(b)));
  for (const th of $("table").querySelectorAll("th")) th.setAttribute("aria-sort", th.dataset.key === key ? (direction > 0 ? "ascending" : "descending") : "none");
  $("table").querySelector("tbody").replaceChildren(...sorted.map((c) => make("tr", { on: { click: () => choose(c) } }, ...COLUMNS.map((col) => make("td", {}, col[2](c))))));
}

// ---- map: Mercator, drawn from outlines that stand in this page
const SVG = "http://www.w3.org/2000/svg";
const svg = $("canvas").querySelector("svg");
const y = (lat) => -Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360)) * (180 / Math.PI);
function draw(tag, attributes) { const node = document.createElementNS(SVG, tag); for (const [k, v] of Object.entries(attributes)) node.setAttribute(k, v); return node; }
let box = null, land = null;
function coast() {
  const group = draw("g", {});
  for (const country of outlines) {
    let d = "";
    for (const ring of country.rings) {
      let [lon, lat] = [ring[0], ring[1]];
      d += `M${lon / 100} ${y(lat / 100).toFixed(3)}`;
      for (let i = 2; i < ring.length; i += 2) { lon += ring[i]; lat += ring[i + 1]; d += `L${lon / 100} ${y(lat / 100).toFixed(3)}`; }
      d += "Z";
    }
    const path = draw("path", { d });
    path.append(draw("title", {})); path.firstChild.textContent = country.name;
    group.append(path);
  }
  return group;
}
function located() {
  const at = new Map();
  for (const c of visible) for (const p of c.places) if (p.lat !== null && p.lat !== undefined) {
    const key = `${p.lat},${p.lon}`;
    if (!at.has(key)) at.set(key, { lat: p.lat, lon: p.lon, name: p.name || p.text, radius: 0, claims: new Set() });
    const spot = at.get(key); spot.claims.add(c); spot.radius = Math.max(spot.radius, p.radius_km || 0);
  }
  return [...at.entries()].sort((a, b) => b[1].claims.size - a[1].claims.size);
}
function fit(spots) {
  const xs = spots.map(([, s]) => s.lon), ys = spots.map(([, s]) => y(s.lat));
  const [x0, x1, y0, y1] = xs.length ? [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)] : [-170, 170, -80, 80];
  const pad = Math.max(1, (x1 - x0) * 0.15, (y1 - y0) * 0.15);
  return [x0 - pad, y0 - pad, x1 - x0 + 2 * pad, y1 - y0 + 2 * pad];
}
function drawMap() {
  const spots = located();
  box = box || fit(spots);
  land = land || coast();
  svg.setAttribute("viewBox", box.join(" "));
  const rect = svg.getBoundingClientRect();
  const unit = Math.max(box[2] / (rect.width || 800), box[3] / (rect.height || 600)); // degrees a pixel
  const marks = draw("g", {}), names = draw("g", {});
  const taken = [];
  for (const [key, s] of spots) {
    if (s.radius) marks.append(draw("circle", { class: "radius", cx: s.lon, cy: y(s.lat), r: s.radius / 111.3 / Math.cos((s.lat * Math.PI) / 180) }));
    const r = unit * (4 + 3 * Math.sqrt(s.claims.size));
    const dot = draw("circle", { class: "point", cx: s.lon, cy: y(s.lat), r, tabindex: 0, "aria-current": String(key === state.place) });
    dot.append(draw("title", {})); dot.firstChild.textContent = `${s.name}: ${s.claims.size} claims`;
    dot.addEventListener("click", () => { state.place = key; drawMap(); });
    dot.addEventListener("keydown", (e) => { if (e.key === "Enter") { state.place = key; drawMap(); } });
    marks.append(dot);
    const clash = taken.some(([x, z]) => Math.abs(x - s.lon) < unit * 90 && Math.abs(z - y(s.lat)) < unit * 16);
    if (!clash) {
      taken.push([s.lon, y(s.lat)]);
      const label = draw("text", { x: s.lon + r + unit * 3, y: y(s.lat) + unit * 4, "font-size": unit * 12, "stroke-width": unit * 3 });
      label.textContent = s.name; names.append(label);
    }
  }
  svg.replaceChildren(land, marks, names);
  const placed = new Set(spots.flatMap(([, s]) => [...s.claims]));
  $("unplaced").textContent = `${placed.size} claims on the map; ${visible.length - placed.size} without coordinates`;
  const chosen = spots.find(([key]) => key === state.place);
  $("here").replaceChildren(...(chosen ? [make("h2", {}, chosen[1].name), ...[...chosen[1].claims].map((c) => card(c, choose))]
    : [make("p", { class: "empty" }, "Choose a point to read its claims. A dashed circle shows how far off a place may be.")]));
}
function zoom(factor, x, z) { box = [x - (x - box[0]) * factor, z - (z - box[1]) * factor, box[2] * factor, box[3] * factor]; drawMap(); }
for (const button of $("zoom").children) button.addEventListener("click", () => {
  const factor = +button.dataset.zoom;
  if (factor) zoom(factor, box[0] + box[2] / 2, box[1] + box[3] / 2); else { box = null; drawMap(); }
});
const toMap = (e) => { const p = new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM().inverse()); return [p.x, p.y]; };
svg.addEventListener("wheel", (e) => { e.preventDefault(); zoom(e.deltaY > 0 ? 1.2 : 1 / 1.2, ...toMap(e)); }, { passive: false });
let held = null;
svg.addEventListener("pointerdown", (e) => { if (e.target.tagName !== "circle") { held = toMap(e); svg.setPointerCapture(e.pointerId); } });
svg.addEventListener("pointermove", (e) => { if (held) { const [x, z] = toMap(e); box[0] += held[0] - x; box[1] += held[1] - z; svg.setAttribute("viewBox", box.join(" ")); } });
svg.addEventListener("pointerup", () => { held = null; });

// ---- views
function show(view) {
  state.view = view;
  for (const name of ["reader", "table", "map"]) { $(name).hidden = name !== view; $(`tab-${name}`).setAttribute("aria-selected", String(name === view)); }
  refresh();
}
for (const name of ["reader", "table", "map"]) $(`tab-${name}`).addEventListener("click", () => show(name));
$("filters").addEventListener("input", refresh);
$("filters").addEventListener("reset", () => setTimeout(refresh));
$("filters").addEventListener("submit", (e) => e.preventDefault());
document.addEventListener("keydown", (e) => {
  if (/input|select/i.test(e.target.tagName) || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === "/") { e.preventDefault(); $("f-words").focus(); return; }
  if (state.view !== "reader" || (e.key !== "j" && e.key !== "k")) return;
  const list = state.report.claims.filter(passes), at = list.indexOf(state.claim) + (e.key === "j" ? 1 : -1);
  if (list[at]) choose(list[at]);
});
$("summary").textContent = `${reports.length} reports, ${claims.length} claims. Keys: j and k walk through the claims, / searches.`;
show("reader");
