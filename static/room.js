// Without this file every child stands on the page, one below the other, with links between them.
// It shows one at a time, takes keys, counts the minutes and blanks the screen.
"use strict";

const IDLE = 5 * 60 * 1000;
const screens = [...document.querySelectorAll(".screen")];
const told = document.getElementById("told");
const blank = document.getElementById("blank");
const help = document.getElementById("help");
const find = document.getElementById("find");
const keysOn = document.getElementById("keys-on");
const spent = screens.map(() => 0);
let shown = 0;
let idle = 0;

function show(number, focus = true) {
  shown = Math.max(0, Math.min(screens.length - 1, number));
  screens.forEach((screen, at) => screen.classList.toggle("is-shown", at === shown));
  const name = screens[shown].querySelector(".screen-name");
  history.replaceState(null, "", `#child-${shown + 1}`);
  window.scrollTo(0, 0);
  if (focus) name.focus({ preventScroll: true });
  told.textContent = `${name.textContent}, ${shown + 1} of ${screens.length}`;
  count();
}

function part(code) {
  const head = screens[shown].querySelector(`[data-part="${code}"] .screen-head`);
  head.scrollIntoView({ block: "center" });
  head.focus({ preventScroll: true });
}

function darken() {
  document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
  blank.hidden = false;
}

function count() {
  const timer = screens[shown].querySelector("[data-timer]");
  const minutes = Number(screens[shown].dataset.minutes);
  const seconds = spent[shown];
  timer.hidden = false;
  timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const over = seconds > minutes * 60;
  timer.classList.toggle("is-over", over);
  if (over) timer.textContent += " over time";
}

const STEPS = {
  next: () => show(shown + 1),
  previous: () => show(shown - 1),
  waits: () => part("waits"),
  family: () => part("family"),
  find: () => { find.showModal(); find.querySelector("a").focus(); },
  help: () => help.showModal(),
  blank: darken,
};
const KEYS = { n: "next", p: "previous", f: "waits", s: "family", "/": "find", "?": "help", ".": "blank" };

function awake(event) {
  idle = 0;
  if (blank.hidden) return false;
  blank.hidden = true;
  event.preventDefault();
  return true;
}

if (screens.length) {
  document.body.classList.add("moving");
  document.querySelectorAll("[data-step]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => STEPS[button.dataset.step]());
  });
  document.addEventListener("keydown", (event) => {
    if (awake(event)) return;
    const busy = event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]");
    const step = KEYS[event.key];
    if (!step || busy || (!keysOn.checked && step !== "help")) return;
    event.preventDefault();
    STEPS[step]();
  });
  document.addEventListener("pointerdown", awake);
  find.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    find.close();
    show(Number(link.hash.slice("#child-".length)) - 1);
  });
  document.querySelectorAll("[data-kept]").forEach((link) => {
    link.addEventListener("click", () => { link.hash = `child-${shown + 1}`; });
  });
  setInterval(() => {
    idle += 1000;
    if (idle >= IDLE && blank.hidden) darken();
    if (blank.hidden) { spent[shown] += 1; count(); }
  }, 1000);
  const named = screens.findIndex((screen) => location.hash === `#item-${screen.dataset.item}`);
  show(named >= 0 ? named : Number(location.hash.slice("#child-".length) || 1) - 1, false);
}
