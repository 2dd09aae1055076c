// Who held which place, according to whom: bars on each place's own axis of days, and a list for one day.
const PLACES = 40, TONES = 8, DAY = 86400000;
const holds = linked ? linked.control : [];
const dayOf = (iso) => Date.parse(iso) / DAY;
const isoOf = (day) => new Date(Math.round(day) * DAY).toISOString().slice(0, 10);
// A start that is not told counts from the report, unless that is later than the end.
const begins = (hold) => hold.from || (hold.reported && (!hold.until || hold.reported < hold.until) ? hold.reported : null);

const tints = new Map();
for (const { holder } of holds) if (!tints.has(holder)) tints.set(holder, tints.size % TONES);
const tint = (hold) => `--tone: var(--holder-${tints.get(hold.holder)})`;

const placesHeld = [];
for (const hold of holds) {
  placesHeld[hold.at] = placesHeld[hold.at] || { name: hold.place, holds: [] };
  placesHeld[hold.at].holds.push(hold);
}
placesHeld.sort((a, b) => b.holds.length - a.holds.length || order(a.name, b.name));
for (const place of placesHeld) {
  const told = place.holds.flatMap((h) => [h.place, body(h.holder), h.according_to, (claimOf.get(h.claim) || { words: "" }).words]);
  place.words = folded(told.join(" "));
}
const LATEST = [...reports.map((r) => r.published), ...holds.flatMap((h) => [h.from, h.until, h.reported])].filter(Boolean).sort().at(-1) || null;

// What was taken in a month or a year that is told was taken on some day of it; the bar begins with the first.
function taken(hold) {
  const claim = claimOf.get(hold.claim), time = claim && claim.time;
  const wide = time && claim.action !== "hold" && time.start === hold.from && time.end !== time.start;
  return wide ? `some day in ${stretch(time.start, time.end)}` : hold.from;
}
const since = (hold) => (hold.from ? `from ${taken(hold)}` : begins(hold) ? `reported ${begins(hold)}` : "beginning not told");
const till = (hold) => (hold.until ? `until ${hold.until}` : "no end told");
const doubted = (hold) => (hold.doubt ? [make("span", { class: "doubt" }, `Doubt: ${hold.doubt}.`)] : []);
const read = (hold) => ({ click: () => { const claim = claimOf.get(hold.claim); if (claim) choose(claim); } });
const accounts = (list) => `${many(new Set(list.map((h) => h.according_to)).size, "source")}, ${many(new Set(list.map((h) => h.holder)).size, "holder")} named`;

// From the first day told of a place to the last, or its last report, with room for bars that are open.
function axis(place) {
  const days = place.holds.flatMap((h) => [begins(h), h.until, h.reported]).filter(Boolean).map(dayOf);
  const from = days.length ? Math.min(...days) : 0, room = days.length ? Math.max(Math.max(...days) - from, 6) : 6;
  const at = (day) => 4 + (92 * (day - from)) / room;
  return { at, ends: [from, from + room / 2, from + room] };
}

function hold(found, { at }) {
  const start = begins(found), left = start ? at(dayOf(start)) : 0, right = found.until ? at(dayOf(found.until) + 1) : 100;
  const words = `${body(found.holder)}: ${since(found)}, ${till(found)}`;
  const classes = ["bar", ...(start ? [] : ["unbegun"]), ...(found.from || !start ? [] : ["reported"]), ...(found.until ? [] : ["unended"]), ...(found.doubt ? ["doubted"] : [])];
  return make("div", { class: "hold" },
    make("div", { class: "track" }, make("button", { type: "button", class: classes.join(" "), "data-claim": found.claim, title: `${words}. Open the report at its words`, "aria-label": words,
      style: `left: ${left.toFixed(2)}%; width: ${Math.max(right - left, 0.6).toFixed(2)}%; ${tint(found)}`, on: read(found) })),
    make("p", {}, make("b", { style: tint(found) }, body(found.holder)), ` ${since(found)}, ${till(found)}. `, ...doubted(found)));
}

function chronicle(place) {
  const scale = axis(place), rows = new Map();
  for (const found of place.holds) rows.set(found.according_to, [...(rows.get(found.according_to) || []), found]);
  const picked = $("c-day").value, at = picked ? scale.at(dayOf(picked)) : -1;
  const mark = at >= 0 && at <= 100 ? [make("i", { class: "picked", style: `left: ${at.toFixed(2)}%` })] : [];
  const drawn = [...rows].map(([who, list]) => make("div", { class: "account" },
    make("p", { class: "who" }, make("small", {}, "according to"), ` ${who} `, list[0].side ? make("small", {}, `side: ${body(list[0].side)}`) : null),
    make("div", { class: "holds" }, ...list.map((found) => hold(found, scale)), ...mark.map((node) => node.cloneNode()))));
  const ticks = (scale.ends[0] ? scale.ends : []).map((day) => make("small", { style: `left: ${scale.at(day).toFixed(2)}%` }, isoOf(day)));
  return make("section", { class: "history" }, make("h3", {}, place.name, make("small", {}, ` ${accounts(place.holds)}`)), ...drawn, make("div", { class: "axis" }, ...ticks));
}

// As `dateline control --on`: an end that is not told holds on, a beginning that is not told counts from the report.
const holdsOn = (found, day) => (found.from || found.reported || "9999") <= day && (!found.until || day <= found.until);

function heldAt(place, day) {
  const list = place.holds.filter((found) => holdsOn(found, day));
  return make("li", {}, make("h4", {}, place.name, make("small", {}, ` ${accounts(list)}`)), ...list.map((found) =>
    make("button", { type: "button", class: "quote", "data-claim": found.claim, style: tint(found), on: read(found) },
      make("b", { style: tint(found) }, body(found.holder)), ` according to ${found.according_to}, ${since(found)}, ${till(found)} `, ...doubted(found))));
}

function drawControl() {
  const day = $("c-day").value, shown = placesHeld.filter((place) => asked(place.words) && (!narrowed() || place.holds.some((h) => claimOf.has(h.claim) && fits(claimOf.get(h.claim)))));
  const on = day ? shown.filter((place) => place.holds.some((found) => holdsOn(found, day))) : [];
  $("c-count").value = `${number(shown.length)} of ${many(placesHeld.length, "place")}`;
  $("c-held").replaceChildren(...(day ? [make("h2", {}, `Said to be held on ${day}`), on.length ? growing("ul", {}, on, PLACES, (place) => heldAt(place, day))
    : make("p", { class: "empty" }, "No source tells who held a place on this day.")] : []));
  $("c-histories").replaceChildren(shown.length ? growing("div", {}, shown, PLACES, chronicle)
    : make("p", { class: "empty" }, placesHeld.length ? "No place passes the filters; Clear shows all." : "No claim says who held a place."));
}

function turnDay(by) {
  const day = $("c-day").value || LATEST;
  if (!day) return;
  $("c-day").value = isoOf(dayOf(day) + ($("c-day").value ? by : 0));
  refresh();
}
for (const button of $("c-tools").querySelectorAll("[data-turn]")) button.addEventListener("click", () => turnDay(+button.dataset.turn));
$("c-tools").addEventListener("input", () => refresh());
$("c-tools").addEventListener("submit", (e) => e.preventDefault());
$("c-all").addEventListener("click", () => { $("c-day").value = ""; refresh(); });
