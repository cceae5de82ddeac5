// Drag a mentee of the draft to another mentor, or onto another mentee to swap the two.
// Without it the link «Переместить или обменять» on each card does the same.
"use strict";

const EDGE = 90; // pixels from the top or the bottom of the window where the page begins to move
const FASTEST = 28; // pixels of a frame

let pressed = null;
let dragged = null;
let speed = 0;

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

// A long list moves under a card that is held near the edge of the window, the faster the nearer.
function glide() {
  if (!dragged || !speed) return;
  window.scrollBy(0, speed);
  window.requestAnimationFrame(glide);
}

function steer(y) {
  const wasStill = !speed;
  const above = EDGE - y;
  const below = y - (window.innerHeight - EDGE);
  const depth = Math.min(Math.max(above, below, 0), EDGE) / EDGE;
  speed = Math.ceil(depth * FASTEST) * (above > 0 ? -1 : 1);
  if (wasStill && speed) window.requestAnimationFrame(glide);
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

// When the page moves between the press and the first pull, browsers start from whichever card
// has come under the pointer: the one that was pressed is meant.
document.addEventListener("pointerdown", (event) => {
  pressed = event.target.closest?.("#draft-form .draft-card");
});

document.addEventListener("dragstart", (event) => {
  const started = event.target.closest?.("#draft-form .draft-card");
  dragged = started && pressed?.isConnected ? pressed : started;
  if (!dragged) return;
  if (dragged !== started) event.dataTransfer.setDragImage(dragged, 0, 0);
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.name);
  dragged.classList.add("is-dragged");
});

document.addEventListener("dragover", (event) => {
  const target = targetOf(event);
  if (target) event.preventDefault();
  mark(target);
  if (dragged) steer(event.clientY);
});

// Out of the window nobody sees where the list goes.
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) speed = 0;
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
  speed = 0;
  mark(null);
});

document.addEventListener("htmx:load", makeDraggable);
makeDraggable();
