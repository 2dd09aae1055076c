// The dossier of one incident: what is disputed, the figures, what reports say alike, and who says each claim.
const PAIRS = 30, QUOTES = 3, TOLD = 60; // shown at first of each
const OF = { quantity: (c, found) => c.quantities.filter((q) => q.measure === found.measure).map(amount).join("; "), time: (c) => days(c.time),
  place: (c) => c.places.map((p) => p.text).join("; "), agent: (c) => actors(c.agents) };

const part = (title, ...nodes) => make("section", {}, make("h3", {}, title), ...nodes);
const deed = (claim) => [plain(claim.action), " ", pill(claim.status), badge(claim)];
const atIssue = (claim, found) => { const told = OF[found.kind] ? OF[found.kind](claim, found) : ""; return told ? [told] : deed(claim); };

// A reason in words, the rule that gave it after them.
function reasoned(reason) {
  const [, rule, words] = /^([a-z_]+\.[a-z_.-]+): (.*)$/s.exec(reason) || [null, "", reason];
  return make("li", {}, words, rule ? make("small", {}, ` (rule ${rule})`) : null);
}

function head(incident) {
  const where = incident.place ? `${incident.place}${incident.lat === null ? " [not on the map]" : ""}` : "no place known";
  const missing = incident.claims.length - incident.told.length, sides = incident.sides.map(body).join(", ");
  const kin = incident.related.map((id) => incidents.find((i) => i.id === id)).filter(Boolean);
  return [
    make("h2", { tabindex: -1 }, incident.name, " ", grade(incident)),
    make("p", {}, `${span(incident)}; ${where}`),
    make("p", {}, `${voices(incident)}; ${incident.stand}${sides ? `: ${sides}` : ""}`),
    make("p", { class: "empty" }, `Origins: ${incident.origins.map(body).join(", ")} · ${incident.id}`),
    ...(missing ? [make("p", { class: "doubt" }, `${many(missing, "claim")} not on this page: coded anew since, or by another run.`)] : []),
    ...(incident.locked ? [make("p", {}, "Locked by a judgement: nothing joins it.")] : []),
    ...(kin.length ? [make("p", {}, "Part of, or has as parts: ", ...kin.map((i) => make("button", { type: "button", on: { click: () => unfold(i) } }, i.name)))] : []),
    part(`Why “${incident.grade}”`, make("ul", {}, ...incident.reasons.map(reasoned))),
  ];
}

// Both sides of a contradiction beside each other, in the order of the ledger: none is called right.
function dispute(found) {
  const half = (claim) => (claim ? make("div", {}, make("p", { class: "value" }, ...atIssue(claim, found)), byline(claim), quote(claim)) : make("div", {}, unseen()));
  const title = [DIFFER[found.kind] || plain(found.kind), found.measure && measured(found.measure)].filter(Boolean).join(": ");
  return make("div", { class: "dispute" }, make("h4", {}, found.update ? `A later figure for an earlier one: ${measured(found.measure || found.kind)}` : title),
    make("div", { class: "pair" }, ...[found.a, found.b].map((id) => half(claimOf.get(id)))));
}

function disputes(incident) {
  const sorted = [...incident.contradictions].sort((a, b) => a.update - b.update);
  return part("Contradictions", sorted.length ? growing("div", {}, sorted, PAIRS, dispute) : make("p", { class: "empty" }, "None found."));
}

// Low, best and high with the claims behind each; those that are one number are told once.
function bands(figure) {
  const made = new Map();
  for (const name of ["low", "best", "high"]) {
    const band = made.get(figure[name]) || { names: [], claims: new Set() };
    band.names.push(name);
    for (const id of figure[`${name}_claims`]) band.claims.add(id);
    made.set(figure[name], band);
  }
  return [...made];
}

function figure(found) {
  const behind = (id) => { const claim = claimOf.get(id); return claim ? make("div", {}, byline(claim), quote(claim)) : unseen(); };
  const columns = bands(found).map(([n, band]) => make("div", {}, make("p", { class: "value" }, make("small", {}, band.names.join(", ")), ` ${value(n)}${unit(found)}`),
    growing("div", {}, [...band.claims], QUOTES, behind)));
  return make("div", { class: "figure" }, make("h4", {}, measured(found.measure)), make("div", { class: "pair" }, ...columns),
    make("p", { class: "empty" }, `Best by ${found.rule}.`), ...found.doubts.map((doubt) => make("p", { class: "doubt" }, `Doubt: ${doubt}`)));
}

function alike(incident) {
  const told = incident.agreed.map(([kind, name, n]) => make("li", {}, `${kind} `, make("b", {}, plain(name)), `: ${many(n, "report")}`));
  return part("Several reports say alike", told.length ? make("ul", {}, ...told) : make("p", { class: "empty" }, "Nothing."));
}

function told(claim, i, list) {
  const first = i === 0 || list[i - 1].report !== claim.report, { outlet, published } = claim.report;
  const title = first ? make("h4", {}, titleOf(claim.report), make("small", {}, ` ${[outlet, published || "undated"].filter(Boolean).join(" · ")}`)) : null;
  const parts = [actors(claim.agents), actors(claim.targets)].map((names) => names || "…").join(" → ");
  return make("div", {}, title, make("div", { class: "told", style: tone(claim) }, byline(claim), quote(claim),
    make("p", { class: "by" }, ...deed(claim), ` ${[parts, ...claim.quantities.map(amount)].join("; ")} `, tick(claim))));
}

function dossier(incident) {
  const byReport = [...incident.told].sort((a, b) => order(a.report.published || "9", b.report.published || "9") || a.order - b.order);
  return [...head(incident), disputes(incident), ...(incident.figures.length ? [part("Figures", ...incident.figures.map(figure))] : []), alike(incident),
    part("Claims: who says what", growing("div", {}, byReport, TOLD, told)), judging(incident)];
}
