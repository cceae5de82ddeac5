// Drag a mentee of the draft to another mentor, or onto another mentee to swap the two.
// Without it the link «Переместить или обменять» on each card does the same.
"use strict";

let dragged = null;

const formOf = () => document.getElementById("draft-form");
const rowOf = (element) => element.closest(".draft-row");

// The card is dragged whole, also by a link inside it.
function makeDraggable() {
  document.querySelectorAll("#draft-form .draft-card").forEach((card) => {
    card.draggable = true;
    card.querySelectorAll("a").forEach((link) => { link.draggable = false; });
  });
}

// Where a drop would land: a card of another mentor (swap), or the row of another mentor (move).
function targetOf(event) {
  const row = dragged && event.target.closest?.(".draft-row");
  if (!row || row === rowOf(dragged)) return null;
  return event.target.closest(".draft-card") || row;
}

function mark(target) {
  document.querySelectorAll(".is-target").forEach((each) => each.classList.remove("is-target"));
  target?.classList.add("is-target");
}

function send(target) {
  const form = formOf();
  const isSwap = target.classList.contains("draft-card");
  const member = dragged.dataset.member;
  const values = isSwap
    ? { member, other: target.dataset.member }
    : { member, mentor: target.dataset.mentor };
  const url = (isSwap ? form.dataset.swap : form.dataset.move) + window.location.search;
  window.htmx.ajax("POST", url, { source: form, target: "#draft", select: "#draft", swap: "outerHTML", values })
    .then(() => document.getElementById(`move-${member}`)?.focus());
}

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("#draft-form .draft-card");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.name);
  dragged.classList.add("is-dragged");
});

document.addEventListener("dragover", (event) => {
  const target = targetOf(event);
  if (target) event.preventDefault();
  mark(target);
});

document.addEventListener("drop", (event) => {
  const target = targetOf(event);
  if (!target) return;
  event.preventDefault();
  send(target);
});

document.addEventListener("dragend", () => {
  dragged?.classList.remove("is-dragged");
  dragged = null;
  mark(null);
});

document.addEventListener("htmx:load", makeDraggable);
makeDraggable();
