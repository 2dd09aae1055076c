// The filters: what they offer, and which claims pass.
function tally(pick) {
  const counted = new Map();
  for (const claim of claims) for (const value of pick(claim)) counted.set(value, (counted.get(value) || 0) + 1);
  return [...counted].sort((a, b) => b[1] - a[1] || order(a[0], b[0]));
}
function options(values) { return values.map(([value, label]) => make("option", { value }, label)); }
function fill(id, values) { $(id).append(...options(values)); }
const counts = (pick, name = plain) => tally(pick).map(([value, n]) => [value, `${name(value)} (${number(n)})`]);
const parties = (claim) => [...claim.agents, ...claim.targets].filter((p) => p.actor);
const called = new Map(claims.flatMap(parties).map((p) => [p.actor, p.name || p.actor]));

// Who says so: a kind of voice, a body that speaks or the outlet that prints it, told apart by what the value begins with.
const BY = "by:", IN = "in:";
const speaker = (claim) => (voice(claim) && voice(claim).actor ? [BY + voice(claim).actor] : []);
const printer = (claim) => (claim.report.outlet ? [IN + claim.report.outlet] : []);
const spoken = new Map(claims.filter((c) => speaker(c).length).map((c) => [voice(c).actor, voice(c).text]));
function speakerName(value) {
  const id = value.slice(BY.length), named = body(id);
  return named !== id ? named : called.get(id) || spoken.get(id);
}

fill("f-action", counts((c) => [c.action]));
fill("f-actor", counts((c) => new Set(parties(c).map((p) => p.actor)), (id) => called.get(id)));
fill("f-status", counts((c) => [c.status]));
for (const [label, values] of [["Kind of source", counts((c) => [voiceKind(c)])], ["Speaker", counts(speaker, speakerName)], ["Outlet", counts(printer, (value) => value.slice(IN.length))]]) {
  if (values.length) $("f-voice").append(make("optgroup", { label }, ...options(values)));
}
fill("f-review", counts((c) => [reviewOf(c)]));
fill("f-report", reports.map((report, i) => [String(i), titleOf(report)]));

// What is asked for, read once from the form for all claims.
let sought = { words: [] };
function seek() {
  const chosen = (name) => $(`f-${name}`).value;
  sought = { words: folded(chosen("words")).split(/\s+/).filter(Boolean), action: chosen("action"), actor: chosen("actor"), status: chosen("status"), voice: chosen("voice"), review: chosen("review"),
    report: chosen("report") ? reports[+chosen("report")] : null, from: chosen("from"), until: chosen("until"), day: state.day };
}
const asked = (words) => sought.words.every((word) => words.includes(word));
const narrowed = () => ["action", "actor", "status", "voice", "review", "report", "from", "until", "day"].some((name) => sought[name]);
const passes = (claim) => asked(claim.words) && fits(claim);

function says(claim, chosen) {
  return (chosen.startsWith(BY) ? speaker(claim) : chosen.startsWith(IN) ? printer(claim) : [voiceKind(claim)]).includes(chosen);
}

// As `dateline claims --since --until`: a stretch of days passes that touches the range, and no claim without days.
function touches({ time }) {
  if (!time || !time.start) return false;
  return (!sought.from || (time.end || time.start) >= sought.from) && (!sought.until || time.start <= sought.until);
}

function fits(claim) {
  return (!sought.action || claim.action === sought.action)
    && (!sought.actor || parties(claim).some((p) => p.actor === sought.actor))
    && (!sought.status || claim.status === sought.status)
    && (!sought.voice || says(claim, sought.voice))
    && (!sought.review || reviewOf(claim) === sought.review)
    && (!sought.report || claim.report === sought.report)
    && (!(sought.from || sought.until) || touches(claim))
    && (!sought.day || (claim.time !== null && claim.time.start !== null && claim.time.start.startsWith(sought.day)));
}
