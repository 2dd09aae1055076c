// The strip of days: one bar for each day (month, year) that has claims; a press filters by it.
const BARS = 90;
const parts = [10, 7, 4]; // characters of an ISO date that name its day, month, year

function bins(size) {
  const counted = new Map();
  for (const claim of claims) if (claim.time && claim.time.start) {
    const bin = claim.time.start.slice(0, size);
    counted.set(bin, (counted.get(bin) || 0) + 1);
  }
  return [...counted].sort((a, b) => order(a[0], b[0]));
}

function bar(bin, n, most) {
  const name = `${bin}: ${many(n, "claim")}`;
  const press = () => { state.day = state.day === bin ? null : bin; view = null; drawDays(); refilter(); };
  return make("button", { type: "button", title: name, "aria-label": name, "data-bin": bin, "aria-pressed": String(state.day === bin), on: { click: press } },
    make("i", { style: `height: ${Math.max(6, Math.round((100 * n) / most))}%` }));
}

function drawDays() {
  const size = parts.find((n) => bins(n).length <= BARS) || 4, counted = bins(size), most = Math.max(...counted.map(([, n]) => n));
  const headed = new Map();
  for (const [bin, n] of counted) {
    const head = bin.slice(0, size === 10 ? 7 : 4);
    if (!headed.has(head)) headed.set(head, make("div", {}, make("small", {}, head)));
    headed.get(head).append(bar(bin, n, most));
  }
  $("when").hidden = counted.length < 2 && !anyReviewed; // the filter by review stands beside the days
  const at = $("days").scrollLeft;
  $("days").replaceChildren(...headed.values());
  oneStop("days", "[data-bin]", "[aria-pressed=true]");
  $("days").scrollLeft = at;
}

walked("days", "[data-bin]");

// A strip longer than the window begins where most claims are.
function fullest() {
  const bars = [...$("days").querySelectorAll("i")], high = (i) => parseInt(i.style.height, 10);
  const top = bars.reduce((best, i) => (best && high(best) >= high(i) ? best : i), null);
  if (top) $("days").scrollLeft += top.getBoundingClientRect().left - $("days").clientWidth / 2;
}
