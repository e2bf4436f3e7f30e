// What an officer types at a mid-point is sent as it is typed, only what has changed. What could not
// be sent stays in this tab until it is: a lost connection loses nothing. What the same officer
// typed on another device comes back with each answer.
"use strict";

const SOON = 700;
const AGAIN = 2000;
const form = document.querySelector("[data-mid-point]");
const kept = form.querySelector("[data-kept]");
const STORE = `casetrack-mid-point-${form.dataset.reader}-${form.dataset.child}`;
const NOT_TYPED = ["csrfmiddlewaretoken", "number", "draft"];
let changed = JSON.parse(sessionStorage.getItem(STORE)) || {};
let busy = null;
let soon = null;

// What somebody else typed who signed in here before is theirs, and not sent as this reader's.
for (const key of Object.keys(sessionStorage)) {
  if (key.startsWith("casetrack-mid-point-") && !key.startsWith(`casetrack-mid-point-${form.dataset.reader}`)) {
    sessionStorage.removeItem(key);
  }
}

function store() {
  if (Object.keys(changed).length) sessionStorage.setItem(STORE, JSON.stringify(changed));
  else sessionStorage.removeItem(STORE);
}

function fill(name, value) {
  for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (field.type === "radio") field.checked = field.value === value;
    else if (field !== document.activeElement) field.value = value;
  }
}

function tell(words, isNot) {
  kept.classList.toggle("is-not", isNot);
  if (kept.textContent !== words) kept.textContent = words;
}

// Sends what has changed; the answer is the whole draft, as all devices of this officer have typed it.
async function send() {
  const sent = { ...changed };
  const body = new URLSearchParams(sent);
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  let answer;
  try {
    answer = await fetch(form.dataset.draft, { method: "POST", body, headers: { Draft: "yes" }, redirect: "manual" });
  } catch {
    tell("Not kept yet: no connection. It stays in this tab, and is sent when the connection is back.", true);
    return;
  }
  if (answer.status === 200) {
    const { at, draft, typed } = await answer.json();
    for (const name of Object.keys(sent)) if (changed[name] === sent[name]) delete changed[name];
    for (const [name, value] of Object.entries(typed)) if (!(name in changed)) fill(name, value);
    form.elements.draft.value = draft;
    store();
    tell(`Kept ${at}`, false);
  } else if (answer.status === 404) {
    changed = {};
    store();
    tell("You do not reach this record any more. Nothing is kept of what you typed.", true);
  } else if (answer.status === 409) {
    tell(`Not kept: ${await answer.text()}`, true);
  } else if (answer.type === "opaqueredirect" || answer.status === 403) {
    tell("Not kept yet: you are signed out. Sign in again in this tab, then come back to this page.", true);
  } else {
    tell("Not kept yet: the server does not answer. It stays in this tab, and is sent again.", true);
  }
}

function sending() {
  if (!busy && Object.keys(changed).length) {
    busy = send().finally(() => {
      busy = null;
    });
  }
  return busy;
}

form.addEventListener("input", (event) => {
  const { name, value } = event.target;
  if (!name || NOT_TYPED.includes(name)) return;
  changed[name] = value;
  store();
  clearTimeout(soon);
  soon = setTimeout(sending, SOON);
});

// It is recorded once all of it is kept, so that what was typed is never only on its way.
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(soon);
  await busy;
  await sending();
  if (!Object.keys(changed).length) form.submit();
});

form.querySelector("[data-keep]").hidden = true;
document.querySelector("[data-discard]")?.addEventListener("submit", () => {
  changed = {};
  store();
});
window.addEventListener("online", sending);
window.addEventListener("beforeunload", (event) => {
  if (Object.keys(changed).length) event.preventDefault();
});
for (const [name, value] of Object.entries(changed)) fill(name, value);
setInterval(sending, AGAIN);
sending();
