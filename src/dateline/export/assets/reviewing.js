// What people decided of single claims, and how to say it: the web app keeps it at once, a page that stands alone shows the
// command of `dateline review` that would.
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

const HOW = "a column of Save as CSV, such as action, agent_ids, gazetteer, time_start, killed_low; an empty value is unknown";

function reviewCommands(claim) {
  const back = claim.review ? [["Back to the coder", "withdraw"]] : [];
  if (desk) return deskReview(claim, [["Right as it stands", "confirmed"], ["Give it these values", "corrected"], ["No claim", "rejected"], ...back.map(([label]) => [label, "withdrawn"])]);
  const rows = [["Right as it stands", "confirm"], ["Other values", "correct"], ["No claim", "reject"], ...back];
  const told = (act) => `${act} ${claim.id}${act === "correct" ? " --set NAME=VALUE" : ""}`;
  return [...rows.map(([label, act]) => make("p", {}, make("b", {}, `${label}: `), command(told(act), "review"))),
    make("p", { class: "empty" }, `NAME is ${HOW}. A press selects a command; run it where the ledger is. Many at once: Save as CSV, fill in review, “dateline review import”.`)];
}

// The web app keeps a review at once; incidents take it in at the next linking.
function deskReview(claim, rows) {
  const values = make("textarea", { rows: 2, "aria-label": "Other values", placeholder: "killed_low=4\nkilled_high=6" });
  const act = (verdict) => async () => {
    await sign("reviews", { verdict, claim: claim.id, values: verdict === "corrected" ? values.value.split("\n") : [] });
    leap(verdict === "rejected" ? { report: claim.report.id.slice(0, 16) } : { claim: claim.id });
  };
  return [signature(), make("p", {}, values), make("p", { class: "empty" }, `Other values: NAME=VALUE, one a line; NAME is ${HOW}.`), ...rows.map(([label, verdict]) => make("p", {}, doing(label, null, act(verdict))))];
}

if (anyReviewed) COLUMNS.push({ key: "review", label: "Review", cell: reviewWords });
$("review").hidden = !anyReviewed;
