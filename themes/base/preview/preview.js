// The preview's page: shows a state of a slide, and follows the deck.
"use strict";

const part = (id) => document.getElementById(id);
let deck = { states: [], findings: [] };
let current = 0;
let asked = ""; // the drawing asked for last: others come too late

function holdsLine(state, line) {
  return line >= state.lines[0] && line <= state.lines[1];
}

// "#line=120", "#/2/1", "#/2/1/0" (reveal.js's fragments count from 0), "#/name"
function stateOfAddress(hash) {
  const line = /^#line=(\d+)$/.exec(hash);
  if (line) return deck.states.findLastIndex((state) => holdsLine(state, Number(line[1])));
  const numbers = /^#\/(\d+)(?:\/(\d+))?(?:\/(\d+))?$/.exec(hash);
  if (numbers) {
    const [h, v, f] = [1, 2, 3].map((i) => Number(numbers[i] ?? 0));
    const step = numbers[3] === undefined ? 0 : f + 1;
    return deck.states.findIndex((s) => s.h === h && s.v === v && s.step >= step);
  }
  const name = /^#\/?(.+)$/.exec(hash);
  return name ? deck.states.findIndex((s) => s.id === decodeURIComponent(name[1])) : -1;
}

function addressOf(state) {
  return `#/${state.h}/${state.v}${state.step > 0 ? "/" + (state.step - 1) : ""}`;
}

function showFindings(state) {
  const here = deck.findings.filter((f) => f.line === 0 ? current === 0 : holdsLine(state, f.line));
  part("findings").replaceChildren(...[deck.error, ...here].filter(Boolean).map((finding) => {
    const item = document.createElement("li");
    item.className = finding.level;
    const place = finding.line ? `${finding.file}:${finding.line}: ` : "";
    item.textContent = place + finding.message + (finding.hint ? `; ${finding.hint}` : "");
    return item;
  }));
}

async function show(index) {
  if (deck.states.length === 0) {
    showFindings({ lines: [0, -1] });
    return;
  }
  current = Math.max(0, Math.min(index, deck.states.length - 1));
  const state = deck.states[current];
  history.replaceState(null, "", addressOf(state));
  part("place").textContent = `${state.slide} · ${state.title} · line ${state.lines[0]}`;
  part("notes").textContent = state.notes;
  showFindings(state);
  for (const button of part("overview").children) {
    button.classList.toggle("current", button.dataset.slide === state.slide);
  }
  const wanted = `${deck.drawing}/${current}`;
  if (asked === wanted) return; // only what is said of it is new
  asked = wanted;
  const drawing = await (await fetch(`state/${current}.svg?${deck.drawing}`)).text();
  if (asked !== wanted) return;
  const svg = new DOMParser().parseFromString(drawing, "image/svg+xml").documentElement;
  part("stage").replaceChildren(document.importNode(svg, true));
  part("stage").dataset.drawing = wanted;
}

async function follow() {
  deck = await (await fetch("deck.json")).json();
  deck.states ??= [];
  document.title = deck.title || "ghreveal";
  closeOverview();
  let index = stateOfAddress(location.hash);
  if (deck.changed > 0) {
    const holding = deck.states.filter((state) => holdsLine(state, deck.changed));
    // Where the slide is shown already, its step stays.
    if (holding.length > 0 && !holding.includes(deck.states[index])) {
      index = deck.states.indexOf(holding[holding.length - 1]);
    }
  }
  await show(index < 0 ? current : index);
}

function turn(by) { show(current + by); }

// To the next slide that `fits`, in its last state when going back.
function jump(by, fits) {
  const from = deck.states[current];
  for (let i = current + by; i >= 0 && i < deck.states.length; i += by) {
    const state = deck.states[i];
    if (state.slide !== from.slide && fits(from, state)) return show(i);
  }
}

// What is not looked at any more is not waited for either: its requests would go before others.
function closeOverview() {
  part("overview").hidden = true;
  part("overview").replaceChildren();
}

// Stacks are columns, as in reveal.js.
function overviewButton(state, i) {
  const button = document.createElement("button");
  button.dataset.slide = state.slide;
  button.style.gridArea = `${state.v + 1} / ${state.h + 1}`;
  button.style.aspectRatio = `${deck.width} / ${deck.height}`;
  const picture = document.createElement("img");
  picture.loading = "lazy";
  picture.fetchPriority = "low";
  picture.alt = `${state.slide} ${state.title}`;
  picture.src = `state/${i}.svg?${deck.drawing}`;
  button.append(picture);
  button.onclick = () => { closeOverview(); show(i); };
  return button;
}

function toggleOverview() {
  const overview = part("overview");
  if (!overview.hidden) return closeOverview();
  overview.hidden = false;
  const lasts = deck.states.map((state, i) => [state, i]).filter(([s]) => s.step === s.steps);
  overview.replaceChildren(...lasts.map(([state, i]) => overviewButton(state, i)));
  for (const button of overview.children) {
    const isCurrent = button.dataset.slide === deck.states[current].slide;
    button.classList.toggle("current", isCurrent);
    if (isCurrent) button.scrollIntoView({ block: "center", inline: "center" });
  }
}

const inStack = (from, to) => to.h === from.h;
const keys = {
  ArrowRight: () => turn(1), ArrowLeft: () => turn(-1), " ": () => turn(1),
  n: () => turn(1), p: () => turn(-1), PageDown: () => turn(1), PageUp: () => turn(-1),
  l: () => turn(1), h: () => turn(-1),
  ArrowDown: () => jump(1, inStack), ArrowUp: () => jump(-1, inStack),
  j: () => jump(1, inStack), k: () => jump(-1, inStack),
  Home: () => show(0), End: () => show(deck.states.length - 1),
  o: toggleOverview, Escape: toggleOverview,
  s: () => document.body.classList.toggle("alone"),
  f: () => document.fullscreenElement ? document.exitFullscreen() : part("stage").requestFullscreen(),
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
  event.preventDefault();
  keys[event.key]();
});
window.addEventListener("hashchange", () => {
  const index = stateOfAddress(location.hash);
  if (index >= 0) show(index);
});
new EventSource("events").onmessage = follow;
