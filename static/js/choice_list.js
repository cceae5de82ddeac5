// A search in a list of boxes and a count of those ticked. Without it the list is still whole.
"use strict";

const plain = (text) => text.toLowerCase().replaceAll("ё", "е").trim();

function enhance(list) {
  const rows = [...list.querySelectorAll(".form-check")];
  const words = rows.map((row) => plain(row.textContent));
  const box = list.querySelector(".choice-list-search");
  const search = box.querySelector("input");
  const none = list.querySelector(".choice-list-none");
  const chosen = list.querySelector("[data-chosen]");
  const found = list.querySelector("[data-found]");

  const count = () => {
    if (chosen) chosen.textContent = list.querySelectorAll("input:checked").length;
  };

  const narrow = () => {
    const wanted = plain(search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, place) => {
      row.hidden = !wanted.every((word) => words[place].includes(word));
      if (!row.hidden) shown += 1;
    });
    none.hidden = shown > 0;
    found.textContent = wanted.length ? `. Нашлось: ${shown}` : "";
  };

  const toRows = (event) => {
    if (event.key === "Enter") event.preventDefault(); // a search is no reason to send the form
    if (event.key === "Escape") search.value = "";
    if (event.key === "Escape") narrow();
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    rows.find((row) => !row.hidden)?.querySelector("input").focus();
  };

  list.addEventListener("change", count);
  search.addEventListener("input", narrow);
  search.addEventListener("keydown", toRows);
  box.hidden = rows.length < 10;
  count(); // the browser may have kept other ticks over a reload
}

document.querySelectorAll("[data-choice-list]").forEach(enhance);
