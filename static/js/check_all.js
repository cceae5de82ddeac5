// One box that ticks all of a table and shows whether all, some or none are ticked.
// Without it a link opens the same page with everything ticked.
"use strict";

function enhance(place) {
  const all = place.querySelector("input");
  const link = place.parentElement.querySelector("[data-check-all-link]");
  const name = place.dataset.checkAll;
  const boxes = [...place.closest("form").querySelectorAll(`input[type=checkbox][name="${name}"]`)];

  const look = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };

  all.addEventListener("change", () => boxes.forEach((box) => { box.checked = all.checked; }));
  boxes.forEach((box) => box.addEventListener("change", look));
  link.hidden = true;
  place.hidden = false;
  look(); // the browser may have kept ticks over a reload
}

document.querySelectorAll("[data-check-all]").forEach(enhance);
