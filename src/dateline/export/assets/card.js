// A claim as a card: its parts in words, and on request the rule or model behind each part.
const ROLES = { who: "agent", "to whom": "target", where: "place", when: "time", "how many": "quantity", "says who": "source" };

function line(name, value) {
  if (!value) return [];
  return [make("dt", { style: `--tone: var(--${ROLES[name] || "source"})` }, name), make("dd", {}, value)];
}

// The words, and the body they are taken for; its id stands under "Why".
const party = (p) => p.text + (p.actor && p.name !== p.text ? ` [${p.name || p.actor}]` : "");

function where(place) {
  const names = [place.name, countries[place.country] || place.country].filter((name, i, all) => name && name !== place.text && all.indexOf(name) === i);
  const found = place.name && names.length ? ` [${names.join(", ")}]` : "";
  const lost = place.lat === null && !found ? " [not on the map]" : "";
  return `${plain(place.role)} ${place.text}${found}${lost}${place.inherited ? " (inherited)" : ""}`;
}

function when(time) {
  if (!time) return "";
  const words = time.text && time.start ? ` “${time.text}”` : "";
  return days(time) + words + (time.inherited ? " (inherited)" : "");
}

function reasons(claim) {
  const rows = claim.why.map(([part, rule]) => [part, rule]);
  const parts = { agent: claim.agents, target: claim.targets, place: claim.places, quantity: claim.quantities, source: claim.attribution };
  for (const [part, list] of Object.entries(parts)) for (const item of list) if (item.rule || item.actor) {
    rows.push([`${part} “${item.text}”`, [item.rule, item.actor].filter(Boolean).join(" · ")]);
  }
  const empty = [["who", claim.agents], ["to whom", claim.targets], ["where", claim.places]].filter(([, list]) => !list.length).map(([name]) => name);
  if (!claim.time || !claim.time.start) empty.push("a day");
  if (empty.length) rows.push(["left empty", `${empty.join(", ")}: the report does not tell, or not surely enough`]);
  if (claim.time && claim.time.rule) rows.push(["time", claim.time.rule]);
  for (const [scheme, code] of Object.entries(claim.codes)) if (code !== null) rows.push([scheme.toUpperCase(), String(code)]);
  return make("details", { class: "why", on: { click: (e) => e.stopPropagation(), keydown: (e) => e.stopPropagation() } },
    make("summary", {}, "Why"), make("dl", {}, ...rows.flatMap(([part, rule]) => [make("dt", {}, part), make("dd", {}, rule)])),
    make("p", {}, `rule ${claim.rule} · claim ${claim.id}`));
}

// The incident that a claim is told in; a press opens its dossier, beside what others say.
function within(claim) {
  const incident = incidentOf.get(claim.id);
  if (!incident) return null;
  const act = (e) => { e.stopPropagation(); state.incident = incident; show("incidents"); unfold(incident); };
  return make("button", { type: "button", class: "within", title: "Open the dossier of this incident", on: { click: act, keydown: (e) => e.stopPropagation() } },
    make("small", {}, "incident "), incident.name, make("small", {}, ` · ${many(incident.claims.length, "claim")} · ${incident.grade}`));
}

function pill(status) { return make("span", { class: `status ${status}` }, status); }

function sureness(claim) { return claim.confidence === null ? "" : `${Math.round(claim.confidence * 100)} %`; }

// What a claim says, as [name, words] of each part.
const saying = (claim) => [
  ["who", claim.agents.map(party).join("; ")],
  ["to whom", claim.targets.map(party).join("; ")],
  ["where", claim.places.map(where).join("; ")],
  ["when", when(claim.time)],
  ["how many", claim.quantities.map((q) => (q.measure === "other" || !q.text ? amount(q) : `${amount(q)} “${q.text}”`)).join("; ")],
  ["means", plain(claim.means.join(", "))],
  ["says who", said(claim) + (voice(claim) ? ` (${plain(voiceKind(claim))})` : "")],
  ["wording", claim.loaded_terms.map((t) => `“${t.text}”`).join(", ")],
];
const codedAs = (claim) => [["action", plain(claim.action)], ["status", claim.status], ...saying(claim)];

function card(claim) {
  const sure = sureness(claim) && `coding ${sureness(claim)}`;
  const rows = saying(claim).flatMap(([name, words]) => line(name, words));
  const heading = make("h3", {}, make("b", {}, plain(claim.action)), make("span", { class: "words" }, `“${claim.trigger}”`),
    sure && make("span", { class: "sure", title: "How sure the coding of the whole claim is; it says nothing of whether the event happened" }, sure), pill(claim.status), badge(claim));
  return make("div", { class: "claim", style: tone(claim), tabindex: 0, role: "group", "aria-label": `${plain(claim.action)} “${claim.trigger}”, ${claim.status}`, "data-id": claim.id, "aria-current": claim === state.claim ? "true" : null,
    on: { click: () => choose(claim), keydown: (e) => { if (e.key === "Enter") choose(claim); } } }, heading, make("dl", {}, ...rows), beside(claim, codedAs), within(claim), reasons(claim), reviewing(claim));
}

// What stands where claims would stand when none is left.
const none = () => make("p", { class: "empty" }, claims.length ? "No claim passes the filters; Clear shows all." : "There is no claim in this ledger.");

// Up to `limit` items made by `draw`, and a button that shows more: thousands at once would be slow.
function capped(list, limit, draw, grow) {
  const nodes = list.slice(0, limit).map(draw);
  if (list.length > limit) nodes.push(make("button", { type: "button", class: "more", on: { click: grow } }, `Show more (${number(list.length - limit)} left)`));
  return nodes;
}
