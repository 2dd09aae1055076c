// The sources: of each how its claims fared beside the other side's; counts, never a verdict.
const profiles = linked ? linked.sources : [];
const percent = (share) => `${Math.round(100 * share)} %`;
const share = (rate) => (rate.of ? rate.count / rate.of : -1);

// A share with its interval in words and as a stretch of the line from 0 to 100 %.
function rate(found) {
  if (found.low === null) return make("span", { class: "empty" }, "no claim of a known side");
  const stretch = make("i", { style: `left: ${(100 * found.low).toFixed(1)}%; width: ${(100 * (found.high - found.low)).toFixed(1)}%` });
  return make("span", { class: "rate" }, `${number(found.count)} of ${number(found.of)} (${percent(found.low)} to ${percent(found.high)})`, make("span", { class: "scale" }, stretch));
}

function ratio(profile) {
  const of = (x) => x.toFixed(2);
  if (profile.inflation === null) return "";
  return of(profile.inflation) + (profile.inflation_low === null ? " (too few for an interval)" : ` (${of(profile.inflation_low)} to ${of(profile.inflation_high)})`);
}

// A source's name leads to all it says.
function sourceLink({ kind, source }) {
  const asked = (kind === "outlet" ? IN : BY) + source;
  const act = () => { $("clear").click(); $("f-voice").value = asked; show("table"); };
  const known = [...$("f-voice").options].some((option) => option.value === asked);
  return known ? make("button", { type: "button", class: "name", title: "Show its claims in the table", on: { click: act } }, body(source)) : make("b", {}, body(source));
}

const FARED = [
  { key: "source", label: "Source", cell: sourceLink, by: (p) => body(p.source).toLowerCase(), up: 1 },
  { key: "kind", label: "Kind", cell: (p) => p.kind, by: (p) => p.kind, up: 1 },
  { key: "side", label: "Side", cell: (p) => (p.side ? body(p.side) : ""), by: (p) => (p.side ? body(p.side).toLowerCase() : "~"), up: 1 },
  { key: "claims", label: "Claims", cell: (p) => number(p.claims), by: (p) => p.claims, up: -1 },
  { key: "contradicted", label: "Contradicted by the other side", cell: (p) => rate(p.contradicted), by: (p) => share(p.contradicted), up: -1 },
  { key: "corroborated", label: "Corroborated by it", cell: (p) => rate(p.corroborated), by: (p) => share(p.corroborated), up: -1 },
  { key: "tolls", label: "Tolls", cell: (p) => number(p.tolls), by: (p) => p.tolls, up: -1 },
  { key: "ratio", label: "Toll over the best", cell: ratio, by: (p) => p.inflation || -1, up: -1 },
];

function drawSources() {
  const [key, direction] = state.fared, { by } = FARED.find((column) => column.key === key);
  for (const head of $("sources").querySelectorAll("th")) head.setAttribute("aria-sort", head.dataset.key === key ? (direction > 0 ? "ascending" : "descending") : "none");
  const shown = profiles.filter((p) => asked(folded(`${body(p.source)} ${p.source} ${p.kind} ${p.side ? body(p.side) : ""}`)));
  const sorted = [...shown].sort((a, b) => direction * order(by(a), by(b)) || order(a.kind, b.kind) || order(a.source, b.source));
  const rows = make("tbody", {}, ...sorted.map((p) => make("tr", {}, ...FARED.map((column) => make("td", {}, column.cell(p))))));
  $("sources").querySelector("tbody").replaceWith(rows);
  $("s-none").textContent = shown.length ? "" : profiles.length ? "No source passes the filters; Clear shows all." : "No outlet and no speaker is known.";
}

$("sources").querySelector("thead tr").append(...FARED.map(({ key, label, up }) => make("th", { "data-key": key, scope: "col" },
  make("button", { type: "button", on: { click: () => { state.fared = [key, state.fared[0] === key ? -state.fared[1] : up]; drawSources(); } } }, label))));
