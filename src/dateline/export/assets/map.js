// The map: Mercator in pixels, drawn from outlines that stand in this page.
const SVG = "http://www.w3.org/2000/svg";
const svg = $("canvas").querySelector("svg");
const NEAR = 14; // points closer than this many pixels are drawn as one
const LETTER = 7; // pixels, about the width of one letter of a label
const MOST = 0.94; // of the claims the first view shows, by latitude and by longitude
let view = null, land = null, whole = false;

const mercator = (lat) => -Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360)) * (180 / Math.PI);
const across = (spot) => (spot.lon - view.x) * view.scale;
const down = (spot) => (mercator(spot.lat) - view.y) * view.scale;

function draw(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function outline(ring) {
  let [lon, lat] = ring, path = `M${lon / 100} ${mercator(lat / 100).toFixed(3)}`;
  for (let i = 2; i < ring.length; i += 2) {
    const by = ring[i];
    lon += by > 18000 ? by - 36000 : by < -18000 ? by + 36000 : by; // a ring over the antimeridian goes on
    lat += ring[i + 1];
    path += `L${lon / 100} ${mercator(lat / 100).toFixed(3)}`;
  }
  return `${path}Z`;
}

function coast() {
  const drawn = outlines.map((country) => draw("path", { d: country.rings.map(outline).join("") }, draw("title", {}, country.name)));
  return draw("g", { id: "land" }, ...drawn);
}

// Where each place of the gazetteer is: the point that most claims of it have. At another point is what lies off it
// (`north of Tel Orun`), which goes by the report's words.
const spotOf = (place) => `${place.lat},${place.lon}`;
const points = new Map();
for (const claim of claims) for (const place of claim.places) if (place.gazetteer && place.lat !== null) {
  const told = points.get(place.gazetteer) || points.set(place.gazetteer, new Map()).get(place.gazetteer);
  told.set(spotOf(place), (told.get(spotOf(place)) || 0) + 1);
}
const homes = new Map([...points].map(([id, told]) => [id, [...told].reduce((most, next) => (next[1] > most[1] ? next : most))[0]]));
const titleOfPlace = (place) => (place.name && (!place.gazetteer || homes.get(place.gazetteer) === spotOf(place)) ? place.name : place.text);

function located() {
  const at = new Map();
  for (const claim of visible) for (const place of claim.places) {
    if (place.lat === null || place.lon === null) continue;
    const key = spotOf(place);
    if (!at.has(key)) at.set(key, { keys: [key], lat: place.lat, lon: place.lon, names: [titleOfPlace(place)], radius: 0, area: true, claims: new Set() });
    const spot = at.get(key);
    spot.claims.add(claim);
    spot.radius = Math.max(spot.radius, place.radius_km || 0);
    spot.area = spot.area && place.precision === 3;
  }
  return [...at.values()].sort((a, b) => b.claims.size - a.claims.size || order(a.keys[0], b.keys[0]));
}

// Between which values the middle `share` of the claims lies: one far place does not make a map of the world.
function extent(spots, by, share, none) {
  const ranked = spots.map((s) => [by(s), s.claims.size]).sort((a, b) => a[0] - b[0]);
  if (!ranked.length) return none;
  const tail = (ranked.reduce((sum, [, n]) => sum + n, 0) * (1 - share)) / 2;
  const edge = (list) => { let sum = 0; return list.find(([, n]) => (sum += n) > tail)[0]; };
  return [edge(ranked), edge([...ranked].reverse())];
}

function fit(spots, width, height, share) {
  const sharp = spots.filter((s) => !s.area), used = sharp.length ? sharp : spots;
  const [x0, x1] = extent(used, (s) => s.lon, share, [-170, 170]), [y0, y1] = extent(used, (s) => mercator(s.lat), share, [-80, 80]);
  const pad = 0.15 * Math.max(2, x1 - x0, y1 - y0), scale = Math.min(width / (x1 - x0 + 2 * pad), height / (y1 - y0 + 2 * pad));
  return { scale, x: (x0 + x1) / 2 - width / 2 / scale, y: (y0 + y1) / 2 - height / 2 / scale };
}

// Spots that would hide each other become one, named after the one with the most claims.
function gathered(spots) {
  const kept = [];
  for (const spot of spots) {
    const near = kept.find((k) => k.area === spot.area && Math.hypot(across(k) - across(spot), down(k) - down(spot)) < NEAR);
    if (!near) { kept.push({ ...spot, claims: new Set(spot.claims) }); continue; }
    near.keys = [...near.keys, ...spot.keys]; near.names = [...new Set([...near.names, ...spot.names])];
    for (const claim of spot.claims) near.claims.add(claim);
  }
  return kept;
}

// A label beside its point, inside the map, where it covers no other label; none if there is no room.
function label(spot, radius, taken, width) {
  const text = spot.names.length > 1 ? `${spot.names[0]} +${spot.names.length - 1}` : spot.names[0];
  const wide = text.length * LETTER, [x, y] = [across(spot), down(spot)];
  for (const [left, top] of [[x + radius + 4, y - 8], [x - radius - 4 - wide, y - 8], [x - wide / 2, y - radius - 18], [x - wide / 2, y + radius + 2]]) {
    const free = left >= 0 && left + wide <= width && taken.every((t) => left > t.right || left + wide < t.left || top > t.bottom || top + 16 < t.top);
    if (!free) continue;
    taken.push({ left, right: left + wide, top, bottom: top + 16 });
    return draw("text", { x: left, y: top + 12 }, text);
  }
  return null;
}

function point(spot, radius) {
  const chosen = spot.keys.includes(state.place), name = `${spot.names.join(", ")}: ${many(spot.claims.size, "claim")}`;
  const pick = () => { state.place = spot.keys[0]; drawMap(); remember(); };
  const dot = draw("circle", { class: `point${spot.area ? " area" : ""}`, cx: across(spot), cy: down(spot), r: radius, tabindex: 0, role: "button",
    "aria-label": name, "aria-current": String(chosen) }, draw("title", {}, name));
  dot.addEventListener("click", pick);
  dot.addEventListener("keydown", (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); pick(); svg.querySelector("[aria-current=true]").focus(); } });
  return dot;
}

function drawMap() {
  const { width = 800, height = 600 } = svg.getBoundingClientRect(), spots = located();
  view = view || fit(spots, width, height, whole ? 1 : MOST);
  land = land || coast();
  land.setAttribute("transform", `scale(${view.scale}) translate(${-view.x} ${-view.y})`);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const shown = gathered(spots), size = (s) => 4 + 1.6 * Math.sqrt(Math.min(s.claims.size, 200));
  const taken = shown.map((s) => ({ left: across(s) - size(s), right: across(s) + size(s), top: down(s) - size(s), bottom: down(s) + size(s) }));
  const chosen = shown.find((s) => s.keys.includes(state.place));
  const wide = (s) => (s.radius / 111.3 / Math.cos((s.lat * Math.PI) / 180)) * view.scale;
  const around = chosen && chosen.radius ? [draw("circle", { class: "radius", cx: across(chosen), cy: down(chosen), r: wide(chosen) })] : [];
  svg.replaceChildren(land, ...around, ...shown.map((s) => point(s, size(s))), ...shown.map((s) => label(s, size(s), taken, width)).filter(Boolean));
  const placed = new Set(spots.flatMap((s) => [...s.claims]));
  const inside = (s) => across(s) >= 0 && across(s) <= width && down(s) >= 0 && down(s) <= height;
  const seen = new Set(spots.filter(inside).flatMap((s) => [...s.claims])), beyond = placed.size - seen.size;
  $("unplaced").textContent = `${many(placed.size, "claim")} on the map, ${number(visible.length - placed.size)} without coordinates${
    beyond ? `, ${number(beyond)} beyond its edge: ⤢ shows all` : ""}`;
  drawHere(chosen);
}

function drawHere(chosen) {
  if (!visible.length) { $("here").replaceChildren(none()); return; }
  if (!chosen) {
    $("here").replaceChildren(make("p", { class: "empty" }, "Choose a point to read its claims. A filled point is a named place, a hollow one a province or a country; once chosen, a dashed circle shows how far off it may be."));
    return;
  }
  $("here").replaceChildren(make("h2", {}, chosen.names.slice(0, 6).join(", ") + (chosen.names.length > 6 ? " …" : "")), ...capped([...chosen.claims], state.cards, card, () => { state.cards += CARDS; drawMap(); }));
}

// Keeps the pixel (px, py) where it is.
function zoom(factor, px, py) {
  const scale = view.scale / factor;
  view = { scale, x: view.x + px / view.scale - px / scale, y: view.y + py / view.scale - py / scale };
  drawMap();
}
const pan = (dx, dy) => { view.x += dx / view.scale; view.y += dy / view.scale; drawMap(); };
const middle = () => { const { width, height } = svg.getBoundingClientRect(); return [width / 2, height / 2]; };

for (const button of $("zoom").children) button.addEventListener("click", () => {
  if (+button.dataset.zoom) zoom(+button.dataset.zoom, ...middle()); else { view = null; whole = true; drawMap(); }
});
svg.addEventListener("wheel", (e) => { e.preventDefault(); zoom(e.deltaY > 0 ? 1.2 : 1 / 1.2, e.offsetX, e.offsetY); }, { passive: false });
svg.addEventListener("keydown", (e) => {
  const moves = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] }, zooms = { "+": 0.6, "=": 0.6, "-": 1.67 };
  if (e.target !== svg || !(moves[e.key] || zooms[e.key])) return;
  e.preventDefault();
  if (moves[e.key]) pan(...moves[e.key]); else zoom(zooms[e.key], ...middle());
});
let grip = null;
svg.addEventListener("pointerdown", (e) => { if (!e.target.classList.contains("point")) { grip = [e.clientX, e.clientY]; svg.setPointerCapture(e.pointerId); } });
svg.addEventListener("pointermove", (e) => { if (grip) { pan(grip[0] - e.clientX, grip[1] - e.clientY); grip = [e.clientX, e.clientY]; } });
svg.addEventListener("pointerup", () => { grip = null; });
window.addEventListener("resize", () => { if (state.view === "map") { view = null; drawMap(); } });
