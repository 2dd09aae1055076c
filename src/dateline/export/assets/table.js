// The table: all claims that pass, sortable by every column.
const ROWS = 250;
const first = (claim) => (claim.time && claim.time.start) || "9999";
const COLUMNS = [
  { key: "time", label: "When", cell: (c) => days(c.time), by: first },
  { key: "action", label: "Action", cell: (c) => make("b", { style: `${tone(c)}; color: var(--tone)` }, plain(c.action)), by: (c) => c.action },
  { key: "status", label: "Status", cell: (c) => pill(c.status), by: (c) => c.status },
  { key: "agents", label: "Who", cell: (c) => actors(c.agents) },
  { key: "targets", label: "To whom", cell: (c) => actors(c.targets) },
  { key: "places", label: "Where", cell: (c) => c.places.map((p) => p.text).join("; ") },
  { key: "quantities", label: "How many", cell: (c) => c.quantities.map(amount).join("; "),
    by: (c) => (c.quantities.length ? c.quantities[0].low || 0 : -1) },
  { key: "source", label: "Says who", cell: said },
  { key: "trigger", label: "Words", cell: (c) => c.trigger },
  { key: "coding", label: "Coding sure", cell: sureness, by: (c) => c.confidence ?? -1 },
  { key: "report", label: "Report", cell: (c) => titleOf(c.report) },
];
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function sorted() {
  const [key, direction] = state.sort;
  const column = COLUMNS.find((c) => c.key === key), value = column.by || ((c) => column.cell(c).toLowerCase());
  const keyed = visible.map((claim) => [value(claim), claim]);
  return keyed.sort((a, b) => direction * order(a[0], b[0]) || a[1].order - b[1].order).map(([, claim]) => claim);
}

function row(claim) {
  const act = { click: () => choose(claim), keydown: (e) => { if (e.key === "Enter") choose(claim); } };
  return make("tr", { tabindex: 0, "data-id": claim.id, on: act }, ...COLUMNS.map((column) => make("td", {}, column.cell(claim))));
}

function drawTable() {
  const [key, direction] = state.sort;
  for (const head of $("table").querySelectorAll("th")) {
    head.setAttribute("aria-sort", head.dataset.key === key ? (direction > 0 ? "ascending" : "descending") : "none");
  }
  $("t-save").disabled = !visible.length;
  $("t-count").value = visible.length ? `the ${many(visible.length, "claim")} that pass the filters, in this order` : "";
  const parts = capped(sorted(), state.rows, row, () => { state.rows += 4 * ROWS; drawTable(); });
  const more = parts.length && parts.at(-1).tagName === "BUTTON" ? parts.pop() : null;
  $("table").querySelector("tbody").replaceChildren(...parts);
  $("more").replaceChildren(...(more ? [more] : parts.length ? [] : [none()]));
}

function sortBy(key) {
  state.sort = [key, state.sort[0] === key ? -state.sort[1] : 1];
  state.rows = ROWS;
  drawTable();
}

$("table").querySelector("thead tr").append(...COLUMNS.map(({ key, label }) => make("th", { "data-key": key, scope: "col" },
  make("button", { type: "button", on: { click: () => sortBy(key) } }, label))));
