// What people decided of single claims, and the commands of `dateline review` that say it: the page itself keeps nothing.
const SINCE = { same: "", otherwise: "coded otherwise since", moved: "coded at other words since", gone: "no longer coded" };
const reviewOf = (claim) => (claim.review ? claim.review.verdict : "not reviewed");
const anyReviewed = claims.some((claim) => claim.review);
const reviewWords = ({ review }) => (review ? [`${review.verdict} by ${review.by}`, SINCE[review.since]].filter(Boolean).join(", ") : "");

function badge(claim) {
  const { review } = claim;
  if (!review) return null;
  return make("span", { class: `status review ${review.verdict}`, title: [review.when, review.note].filter(Boolean).join(": ") }, reviewWords(claim));
}

// The coder's values beside those that were signed, in the rows of the card that differ; `told` makes the rows of a claim.
function beside(claim, told) {
  if (!claim.review || !Object.keys(claim.review.machine).length) return null;
  const own = new Map(told(claim)), theirs = told({ ...claim, ...claim.review.machine });
  const differ = theirs.filter(([name, value]) => value !== own.get(name)).map(([name, value]) => `${name} ${value || "nothing"}`);
  return make("p", { class: "beside" }, `The coder has: ${differ.join("; ") || Object.keys(claim.review.machine).map(plain).join(", ")}`);
}

// Filled when it is opened: hundreds of cards stand in a page.
function reviewing(claim) {
  const still = (e) => e.stopPropagation(), commands = make("div", { hidden: true });
  const turn = () => {
    if (!commands.childElementCount) commands.append(...reviewCommands(claim));
    commands.hidden = !commands.hidden;
    button.setAttribute("aria-expanded", String(!commands.hidden));
  };
  const button = make("button", { type: "button", "aria-expanded": "false", on: { click: turn } }, "Review");
  return make("div", { class: "reviewing", on: { click: still, keydown: still } }, button, commands);
}

function reviewCommands(claim) {
  const group = "review", rows = [["Right as it stands", `confirm ${claim.id}`], ["Other values", `correct ${claim.id} --set NAME=VALUE`], ["No claim", `reject ${claim.id}`]];
  if (claim.review) rows.push(["Back to the coder", `withdraw ${claim.id}`]);
  return [...rows.map(([label, words]) => make("p", {}, make("b", {}, `${label}: `), command(words, group))),
    make("p", { class: "empty" }, "NAME is a column of Save as CSV, such as action, agent_ids, gazetteer, time_start. A press selects a command; run it where the ledger is. Many at once: Save as CSV, fill in review, “dateline review import”.")];
}

if (anyReviewed) COLUMNS.push({ key: "review", label: "Review", cell: reviewWords });
$("review").hidden = !anyReviewed;
