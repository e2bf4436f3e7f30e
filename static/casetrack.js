// Everything works without this file. It adds "choose all on this page", says how many are ticked,
// and moves the focus to the list of problems when a form comes back with some.
"use strict";

const all = document.querySelector("[data-bulk-all]");
const ticks = [...document.querySelectorAll("[data-bulk-one]")];
const count = document.querySelector("[data-bulk-count]");

function tell() {
  const ticked = ticks.filter((tick) => tick.checked).length;
  if (count) {
    count.textContent = ticked ? `${ticked} of ${ticks.length} on this page ticked` : "";
  }
  if (all) {
    all.checked = ticked > 0 && ticked === ticks.length;
    all.indeterminate = ticked > 0 && ticked < ticks.length;
  }
}

if (all && ticks.length) {
  all.hidden = false;
  all.addEventListener("change", () => {
    ticks.forEach((tick) => { tick.checked = all.checked; });
    tell();
  });
  ticks.forEach((tick) => tick.addEventListener("change", tell));
  // The browser keeps ticks when the reader comes back.
  window.addEventListener("pageshow", tell);
}

const problems = document.querySelector(".govuk-error-summary");
if (problems) {
  problems.setAttribute("tabindex", "-1");
  // A form sent after the skip link was used comes back at #main, which would take the focus again.
  history.replaceState(null, "", location.pathname + location.search);
  problems.focus();
}
