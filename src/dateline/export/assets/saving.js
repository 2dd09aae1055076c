// What is seen, as a CSV file: the claims of the table and the incidents of the list, in their order.
const LOCATING = ["at", "near", "in_part_of", "between", "along"];
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/; // what a spreadsheet would obey: such words get an apostrophe, as in dateline's own files
const joined = (list, value) => list.map((item) => value(item) ?? "").join(" | ");
// `83`, `3000+`, `30-40`: a figure as `dateline claims --format csv` has it, so that a sheet can be given back to `dateline review import`.
const bounds = (q) => (q.low === null ? (q.high === null ? "?" : `up to ${q.high}`) : q.high === null ? `${q.low}+` : q.low === q.high ? String(q.low) : `${q.low}-${q.high}`);
const counted = (q) => [q.measure, bounds(q), q.unit, q.part_of !== null && "(part)", q.cumulative && "(running total)"].filter(Boolean).join(" ");
function reviewCells({ review }) {
  const { verdict, by, when, note, since } = review || {};
  return { review: verdict, review_by: by, review_on: when, review_note: note, review_since: since };
}


function cell(value) {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function claimCells(claim) {
  const { report, time } = claim, source = voice(claim), incident = incidentOf.get(claim.id);
  const places = claim.places.filter((p) => LOCATING.includes(p.role)), at = places.find((p) => p.lat !== null) || places[0] || {};
  return {
    document: report.id, name: report.name, outlet: report.outlet, published: report.published, id: claim.id, trigger: claim.trigger,
    words: sentence(claim).join(""), action: claim.action, status: claim.status, means: claim.means.join(" | "),
    agents: joined(claim.agents, (p) => p.text), agent_ids: joined(claim.agents, (p) => p.actor),
    targets: joined(claim.targets, (p) => p.text), target_ids: joined(claim.targets, (p) => p.actor),
    place: at.text, place_role: at.role, gazetteer: at.gazetteer, place_name: at.name, country: at.country, admin1: at.admin1,
    lat: at.lat, lon: at.lon, precision: at.precision, other_places: joined(claim.places.filter((p) => p !== at), (p) => `${p.role} ${p.text}`),
    time: time && time.text, time_start: time && time.start, time_end: time && time.end, time_precision: time && time.precision,
    quantities: joined(claim.quantities, counted), source: source && source.text, source_kind: voiceKind(claim), source_side: source && source.side,
    confidence: claim.confidence, incident: incident && incident.id, ...reviewCells(claim),
  };
}

function incidentCells(incident) {
  const { id, name, start, end, place, lat, lon, precision, outlets } = incident, toll = (measure) => incident.figures.find((f) => f.measure === measure) || {};
  const tolls = ["killed", "wounded"].flatMap((measure) => ["low", "best", "high"].map((band) => [`${measure} ${band}`, toll(measure)[band]]));
  return {
    id, name, start, end, place, lat, lon, precision, figures: incident.figures.map(spread).join(", "), claims: incident.claims.length, outlets,
    origins: incident.origins.length, "origin names": joined(incident.origins, body), sides: joined(incident.sides, body), grade: incident.grade,
    reasons: incident.reasons.join(" | "), disputes: incident.disputes, ...Object.fromEntries(tolls), "claim ids": incident.claims.join(" "),
  };
}

function save(kind, rows) {
  if (!rows.length) return;
  const lines = [Object.keys(rows[0]), ...rows.map(Object.values)].map((row) => row.map(cell).join(","));
  const url = URL.createObjectURL(new Blob([`${lines.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" }));
  make("a", { href: url, download: `${document.title} ${kind}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

$("t-save").addEventListener("click", () => save("claims", sorted().map(claimCells)));
$("i-save").addEventListener("click", () => save("incidents", ranked(incidents.filter(incidentPasses)).map(incidentCells)));
