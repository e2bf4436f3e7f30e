// Everything works without this file: the agenda has buttons. It lets rows be dragged, and offers to
// keep the order once one was.
"use strict";

const arranged = document.getElementById("arranged");
const rows = () => [...document.querySelectorAll("[data-item]")];
let dragged = null;

function tell() {
  arranged.querySelectorAll("[name=order]").forEach((field) => field.remove());
  rows().forEach((row) => {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "order", value: row.dataset.item });
    arranged.append(field);
  });
  arranged.hidden = false;
}

if (arranged) {
  rows().forEach((row) => {
    row.draggable = true;
    row.addEventListener("dragstart", () => { dragged = row; });
    row.addEventListener("dragover", (event) => event.preventDefault());
    row.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!dragged || dragged === row) return;
      const below = rows().indexOf(dragged) < rows().indexOf(row);
      row[below ? "after" : "before"](dragged);
      tell();
    });
  });
}
