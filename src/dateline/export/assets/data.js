"use strict";
// What the page holds, and how its values are put into words. Texts are written with textContent
// only: nothing from a report is ever parsed as HTML.
const held = (id) => JSON.parse(document.getElementById(id).textContent);
const reports = held("data-reports");
const groups = held("data-groups");
const outlines = held("data-outlines");
const countries = held("data-countries");
const desk = held("data-desk"); // how to speak with the web app; null on a page that stands alone
const $ = (id) => document.getElementById(id);

const groupOf = {};
for (const [group, actions] of Object.entries(groups)) for (const action of actions) groupOf[action] = group;
const tone = (claim) => `--tone: var(--${groupOf[claim.action] || "politics"})`;

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else if (value !== null && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

// A long row of buttons is one stop for the Tab key; arrow keys walk through it.
function oneStop(id, items, current) {
  const buttons = [...$(id).querySelectorAll(items)], stop = $(id).querySelector(current) || buttons[0];
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}

function walked(id, items) {
  $(id).addEventListener("keydown", (e) => {
    const buttons = [...$(id).querySelectorAll(items)], at = buttons.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[e.key];
    if (at < 0 || to === undefined || !buttons[to]) return;
    e.preventDefault();
    buttons[at].tabIndex = -1;
    buttons[to].tabIndex = 0;
    buttons[to].focus();
  });
}

const plain = (name) => name.replaceAll("_", " ");
const number = (value) => value.toLocaleString("en");
const many = (n, word) => `${number(n)} ${word}${n === 1 ? "" : "s"}`;
const actors = (list) => [...new Set(list.map((p) => p.name || p.text))].join("; ");
const voice = (claim) => claim.attribution.at(-1) || null;
const voiceKind = (claim) => (voice(claim) ? voice(claim).kind : "own_voice");
const titleOf = (report) => report.title || report.name;

const UNITS = { area: "km²", distance: "km" }; // of measures that are no count

function amount(q) {
  const range = q.low === null && q.high === null ? "?"
    : q.low === q.high ? number(q.low)
    : q.high === null ? `≥ ${number(q.low)}`
    : q.low === null ? `≤ ${number(q.high)}`
    : `${number(q.low)}–${number(q.high)}`;
  // What is no measure of ours is told in the report's own words.
  if (q.measure === "other" && q.text) return `“${q.text}”`;
  const about = q.bound === "about" ? "about " : "";
  const unit = q.unit ? ` (${q.unit})` : UNITS[q.measure] ? ` (${UNITS[q.measure]})` : "";
  return `${q.part_of === null ? "" : "of these "}${about}${range} ${plain(q.measure)}${unit}`;
}

// `2017-06` of a whole month, `2017` of a whole year: what is told as a year never looks like its first day.
function stretch(start, end) {
  if (start === end) return start;
  const [year, month] = start.split("-"), after = end ? new Date(Date.parse(end) + 86400000).toISOString().slice(0, 10) : "";
  if (start.endsWith("-01-01") && after === `${+year + 1}-01-01`) return year;
  if (start.endsWith("-01") && end && end.startsWith(`${year}-${month}`) && after.endsWith("-01")) return `${year}-${month}`;
  return `${start} – ${end || "?"}`;
}

function days(time) {
  if (!time) return "";
  if (!time.start) return time.text || "";
  return stretch(time.start, time.end) + (time.precision === "unknown" ? " (reported)" : "");
}

function said(claim) {
  if (!voice(claim)) return `${claim.report.outlet || claim.report.name} (own voice)`;
  return claim.attribution.map((source) => source.text).join(" ← ");
}

// Words without accents and apostrophes, in small letters: `Dara'a` is found as `daraa`, `Khān Shaykhūn` as it is typed.
function folded(text) {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.replace(/['’‘`´ʻʼ]/g, "").toLowerCase();
}

// How the reports spell each place and body, so that one spelling finds the claims of all: names alone, no `the city`.
const spellings = new Map();
const isName = (text) => text.split(/\s+/).every((word) => word.length < 4 || !/^\p{Ll}/u.test(word));
function spell(id, text) {
  if (!id || !isName(text)) return;
  if (!spellings.has(id)) spellings.set(id, new Set());
  spellings.get(id).add(text);
}
const spelt = (id) => [...(spellings.get(id) || [])];

const claims = [];
for (const report of reports) {
  for (const claim of report.claims) {
    claim.report = report;
    claim.order = claims.length;
    claims.push(claim);
    for (const place of claim.places) spell(place.gazetteer, place.text);
    for (const party of [...claim.agents, ...claim.targets]) spell(party.actor, party.text);
  }
}
for (const claim of claims) {
  const places = claim.places.flatMap((p) => [p.text, p.name, p.admin1, countries[p.country], ...spelt(p.gazetteer)]);
  const parties = [...claim.agents, ...claim.targets].flatMap((p) => [p.text, p.name, p.actor, ...spelt(p.actor)]);
  const speakers = claim.attribution.flatMap((source) => spelt(source.actor));
  const told = [claim.trigger, plain(claim.action), ...parties, ...places, said(claim), claim.report.outlet, ...speakers, ...claim.quantities.map(amount)];
  claim.words = folded([...new Set(told.filter(Boolean))].join(" "));
}
