// Recording in the room. What is typed is kept in this tab until it is sent, and what is sent is
// kept until the server says that it is recorded: a lost connection loses nothing, and an entry that
// is sent twice is recorded once, because it carries a mark made here. What others record comes in
// every two seconds.
"use strict";

const EVERY = 2000;
const meeting = document.body.dataset;
const STORE = `casetrack-room-${meeting.meeting}-${meeting.reader}`;
const deciding = document.getElementById("decide");
const planning = document.getElementById("plan");
const unsent = document.getElementById("unsent");
const kinds = deciding.querySelector("[data-kinds]");
const entry = deciding.querySelector("[data-entry]");
const templates = Object.fromEntries(
  [...document.querySelectorAll("template[data-form]")].map((each) => [each.dataset.form, each]),
);
let waiting = stored("waiting") || [];
let drafts = stored("drafts") || {};
let seen = "";
let busy = false;
let lost = "";

function stored(name) {
  return JSON.parse(sessionStorage.getItem(`${STORE}-${name}`));
}

// What somebody else typed who signed in here before is theirs, and not sent as this reader's.
for (const key of Object.keys(sessionStorage)) {
  if (key.startsWith("casetrack-room-") && !key.startsWith(STORE)) sessionStorage.removeItem(key);
}

function keep() {
  sessionStorage.setItem(`${STORE}-waiting`, JSON.stringify(waiting));
  sessionStorage.setItem(`${STORE}-drafts`, JSON.stringify(drafts));
}

function newMark() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function screenOf(item) {
  return document.querySelector(`.screen[data-item="${item}"]`);
}

function nameOn(screen) {
  return screen.querySelector(".screen-name").textContent;
}

// What is typed ---------------------------------------------------------------------------------

function typedIn(form) {
  return [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
}

function typeInto(form, fields) {
  for (const [name, value] of fields) {
    for (const field of form.querySelectorAll(`[name="${name}"]`)) {
      if (field.type === "radio") field.checked = field.value === value;
      else if (field.type !== "hidden" || name === "kind" || name === "number") field.value = value;
    }
  }
}

function draftOf(form) {
  return form.dataset.question ? `${form.dataset.item}/${form.dataset.question}` : form.dataset.item;
}

function lacking(form) {
  form.querySelectorAll(".is-lacking").forEach((each) => each.remove());
  const groups = [...form.querySelectorAll("[data-fields] > .govuk-form-group")].filter((group) => {
    if (group.querySelector(".optional")) return false;
    const radios = group.querySelectorAll("input[type=radio]");
    if (radios.length) return ![...radios].some((radio) => radio.checked);
    return [...group.querySelectorAll("input, select, textarea")].some((field) => !field.value.trim());
  });
  for (const group of groups) {
    const said = document.createElement("p");
    said.className = "govuk-error-message is-lacking";
    said.textContent = "This is missing";
    group.append(said);
  }
  return groups.length ? groups[0].querySelector("input, select, textarea") : null;
}

function entered(event) {
  const form = event.target;
  event.preventDefault();
  const lacks = lacking(form);
  if (lacks) {
    lacks.focus();
    return;
  }
  const screen = screenOf(form.dataset.item);
  waiting.push({
    item: form.dataset.item,
    to: form.dataset.question ? screen.dataset.plan : screen.dataset.decide,
    question: form.dataset.question || "",
    kind: form.dataset.kind || "",
    title: form.dataset.title,
    fields: typedIn(form),
  });
  delete drafts[draftOf(form)];
  keep();
  if (form === entry) {
    deciding.close();
  } else {
    form.reset();
    const next = form.nextElementSibling?.querySelector("input[type=radio], button");
    if (next) next.focus();
  }
  tell();
  send();
}

for (const form of [entry, ...planning.querySelectorAll("[data-entry]")]) {
  form.addEventListener("submit", entered);
  form.addEventListener("input", () => {
    drafts[draftOf(form)] = { kind: form.dataset.kind || "", fields: typedIn(form) };
    keep();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}
for (const dialog of [deciding, planning]) {
  dialog.querySelectorAll("[data-cancel]").forEach((button) => {
    button.addEventListener("click", () => dialog.close());
  });
  dialog.addEventListener("close", () => screens[shown].querySelector(".screen-name").focus());
}

// Decisions and actions --------------------------------------------------------------------------

function open(kind) {
  const screen = screens[shown];
  entry.dataset.item = screen.dataset.item;
  deciding.querySelector("[data-child]").textContent = nameOn(screen);
  const draft = drafts[screen.dataset.item];
  deciding.showModal();
  if (draft && (!kind || kind === draft.kind)) choose(draft.kind, draft.fields);
  else if (kind) choose(kind);
  else offer();
}

function offer() {
  delete drafts[entry.dataset.item];
  keep();
  deciding.querySelector("h2").textContent = "What is decided?";
  kinds.hidden = false;
  entry.hidden = true;
  deciding.querySelector("[data-leave]").hidden = false;
  kinds.querySelector("button").focus();
}

function choose(kind, typed) {
  const screen = screenOf(entry.dataset.item);
  const fields = entry.querySelector("[data-fields]");
  fields.replaceChildren(templates[kind].content.cloneNode(true));
  entry.dataset.kind = kind;
  entry.dataset.title = templates[kind].dataset.title;
  hide("number", newMark());
  hide("kind", kind);
  for (const name of ["plan", "wait"]) {
    const list = fields.querySelector(`select[name=${name}]`);
    if (!list) continue;
    const own = screen.querySelector(`template[data-options=${name}]`).content.cloneNode(true);
    list.append(own);
    if (list.options.length > 1 && (name === "plan" || list.options.length === 2)) list.selectedIndex = 1;
  }
  const owner = fields.querySelector("select[name=owner]");
  if (owner) owner.value = ["review", "refer"].includes(kind) ? screen.dataset.officer : screen.dataset.worker;
  if (typed) typeInto(entry, typed);
  present();
}

function hide(name, value) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  entry.querySelector("[data-fields]").append(field);
}

function present() {
  deciding.querySelector("h2").textContent = entry.dataset.title;
  kinds.hidden = true;
  entry.hidden = false;
  deciding.querySelector("[data-leave]").hidden = true;
  const empty = [...entry.querySelectorAll("[data-fields] > .govuk-form-group")].find((group) => {
    const field = group.querySelector("input, select, textarea");
    const given = field.type === "radio" ? group.querySelector(":checked") : field.value;
    return !group.querySelector(".optional") && !given;
  });
  (empty ? empty.querySelector("input, select, textarea") : entry.querySelector("[type=submit]")).focus();
}

kinds.addEventListener("click", (event) => {
  const button = event.target.closest("[data-kind]");
  if (button) choose(button.dataset.kind);
});
deciding.querySelector("[data-other]").addEventListener("click", offer);
deciding.addEventListener("keydown", (event) => {
  if (kinds.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
  const button = kinds.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  choose(button.dataset.kind);
});

STEPS.decide = () => open();
STEPS.act = () => open("action");
STEPS.plan = () => {
  const screen = screens[shown];
  planning.querySelector("[data-child]").textContent = nameOn(screen);
  for (const form of planning.querySelectorAll("[data-entry]")) {
    form.reset();
    form.dataset.item = screen.dataset.item;
    form.dataset.title = form.querySelector("h3").textContent;
    const draft = drafts[draftOf(form)];
    if (draft) typeInto(form, draft.fields);
  }
  planning.showModal();
};
Object.assign(KEYS, { d: "decide", a: "act", q: "plan" });

// Sending, and what others record -----------------------------------------------------------------

async function send() {
  if (busy || !waiting.length) return;
  busy = true;
  try {
    while (waiting.length && (await sent(waiting[0]))) {
      waiting.shift();
      keep();
    }
  } finally {
    busy = false;
  }
  tell();
  await look();
}

async function sent(one) {
  const body = new URLSearchParams(one.fields);
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  let answer;
  try {
    answer = await fetch(one.to, { method: "POST", body, headers: { Room: "yes" }, redirect: "manual" });
  } catch {
    lost = "The connection is lost.";
    return false;
  }
  if (answer.status === 204) {
    lost = "";
    return true;
  }
  if (answer.headers.get("Refused") === "yes") {
    lost = "";
    refused(one, await answer.text());
    return true;
  }
  const out = answer.type === "opaqueredirect" || answer.status === 403;
  lost = out ? "You are signed out: sign in again in this tab, then come back to this page." : "The server does not answer.";
  return false;
}

function refused(one, page) {
  if (!one.kind && !one.question) {
    told.textContent = page;
    unsent.dataset.said = page;
    return;
  }
  show(screens.indexOf(screenOf(one.item)), false);
  deciding.close();
  planning.close();
  const form = one.question ? planning.querySelector(`[data-question="${one.question}"]`) : entry;
  if (one.question) {
    STEPS.plan();
  } else {
    entry.dataset.item = one.item;
    deciding.querySelector("[data-child]").textContent = nameOn(screenOf(one.item));
    deciding.showModal();
    choose(one.kind, one.fields);
  }
  const fields = form.querySelector("[data-fields]");
  const read = document.createElement("template");
  read.innerHTML = page;
  fields.replaceChildren(read.content);
  if (!one.question) {
    hide("number", newMark());
    hide("kind", one.kind);
    drafts[one.item] = { kind: one.kind, fields: typedIn(form) };
    keep();
  }
  (fields.querySelector(".govuk-form-group--error input, .govuk-form-group--error select, .govuk-form-group--error textarea") ||
    form.querySelector("[type=submit]")).focus();
}

async function look() {
  const address = new URL(meeting.entries, location.href);
  if (seen) address.searchParams.set("seen", seen);
  let answer;
  try {
    answer = await fetch(address, { redirect: "manual" });
  } catch {
    lost = lost || "The connection is lost.";
    tell();
    return;
  }
  if (answer.status === 200) {
    seen = answer.headers.get("Seen");
    const read = document.createElement("template");
    read.innerHTML = await answer.text();
    for (const said of read.content.querySelectorAll("[data-entries]")) {
      const place = screenOf(said.dataset.entries)?.querySelector("[data-recorded]");
      if (!place) continue;
      const focused = place.contains(document.activeElement);
      place.replaceChildren(said);
      if (focused) place.closest(".screen-part").querySelector(".screen-head").focus();
    }
  }
  if (answer.status === 200 || answer.status === 204) {
    if (!waiting.length) lost = "";
  } else {
    lost = lost || "The server does not answer.";
  }
  tell();
}

// Says what is not sent yet, in words and under the child whom it is about.
function tell() {
  for (const screen of screens) {
    const list = screen.querySelector("[data-waiting]");
    const own = waiting.filter((one) => one.item === screen.dataset.item && (one.kind || one.question));
    list.hidden = !own.length;
    list.replaceChildren(
      ...own.map((one) => {
        const line = document.createElement("li");
        const text = Object.fromEntries(one.fields);
        line.textContent = `Not sent yet: ${one.title}. ${text.text || text.found || ""}`;
        return line;
      }),
    );
  }
  const number = waiting.length === 1 ? "1 entry is" : `${waiting.length} entries are`;
  const kept = waiting.length ? `${number} kept here and sent as soon as it can be.` : "Go on: what you record is kept here.";
  const said = lost ? `${lost} ${kept}` : unsent.dataset.said || "";
  unsent.hidden = !said;
  if (unsent.textContent !== said) unsent.textContent = said;
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-undo]");
  if (!form) return;
  event.preventDefault();
  const item = form.closest(".screen").dataset.item;
  delete unsent.dataset.said;
  waiting.push({ item, to: form.getAttribute("action"), kind: "", question: "", title: "", fields: [] });
  keep();
  send();
});
window.addEventListener("beforeunload", (event) => {
  if (waiting.length || Object.keys(drafts).length) event.preventDefault();
});
setInterval(() => (waiting.length ? send() : look()), EVERY);
tell();
send();
