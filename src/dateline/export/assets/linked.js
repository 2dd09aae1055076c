// What linking made of the claims, and how it is put into words; null in a ledger that was never linked.
const linked = held("data-links");
const known = (field) => new Map(Object.entries(linked ? linked[field] : {}));
const bodies = known("bodies"), sideOf = known("sides");
const claimOf = new Map(claims.map((claim) => [claim.id, claim]));
const AROUND = 240; // characters on either side of a claim's words in which their sentence is looked for
const END = /([^\s.]*)[.!?]["”’)]*(?=\s)|\n/gu;
const TITLE = /^(?:\p{Lu}|Brig|Capt|Col|Dr|Gen|Lt|Maj|Mr|Mrs|Ms|Sgt|St)$/u; // a point after these ends no sentence

const body = (id) => bodies.get(id) || id.replace(/^(outlet|speaker):/, "");
const unseen = () => make("p", { class: "empty" }, "Its words are not on this page: its report was coded anew since or by another run, or it was rejected.");

// A list that shows `limit` items, and as many more at each press.
function growing(tag, attributes, items, limit, drawn) {
  const node = make(tag, attributes);
  const grow = (to) => node.replaceChildren(...capped(items, to, drawn, () => grow(to + limit)));
  grow(limit);
  return node;
}

// The sentence of a claim in three pieces: before its words, its words, after them.
function sentence(claim) {
  const letters = (claim.report.letters = claim.report.letters || Array.from(claim.report.text)), [from, to] = claim.span;
  const text = (a, b) => letters.slice(Math.max(a, 0), b).join("");
  const words = text(from, to), before = text(from - AROUND, from), around = before + words + text(to, to + AROUND);
  const ends = [...around.matchAll(END)].filter((found) => !TITLE.test(found[1] || "")).map((found) => found.index + found[0].length);
  const start = ends.filter((at) => at <= before.length).at(-1) || 0, end = ends.find((at) => at >= before.length + words.length);
  const cut = [start === 0 && from > AROUND, end === undefined && to + AROUND < letters.length];
  return [(cut[0] ? "…" : "") + before.slice(start).trimStart(), words, around.slice(before.length + words.length, end).trimEnd() + (cut[1] ? "…" : "")];
}

// A claim's words in their sentence; a press opens the report at them.
function quote(claim) {
  const [before, words, after] = sentence(claim);
  return make("button", { type: "button", class: "quote", "data-claim": claim.id, title: "Open the report at these words", on: { click: () => choose(claim) } },
    before, make("mark", { style: tone(claim) }, words), after);
}

// Who says it, by which outlet, on what day, of which side.
function byline(claim) {
  const { outlet, name, published } = claim.report, side = sideOf.get(claim.id);
  const rest = [voice(claim) && (outlet || name), published || "undated", side && `side: ${body(side)}`];
  return make("p", { class: "by" }, make("b", {}, said(claim)), ` · ${rest.filter(Boolean).join(" · ")}`);
}
