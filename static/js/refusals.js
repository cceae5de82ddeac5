// What a button sends in the background may be refused or lost: the page says so where it tells
// all else. Without scripts the browser shows the page of the refusal itself.
"use strict";

const LOST = "Нет связи с порталом. Проверьте интернет и повторите.";
const OUTDATED = "Ничего не изменилось: страница устарела. Обновите её и повторите.";
const FAILED = "Портал не смог этого сделать. Обновите страницу и повторите.";

function say(words) {
  const place = document.getElementById("messages");
  if (!place || place.textContent.trim() === words) return;
  const list = document.createElement("ul");
  const item = document.createElement("li");
  list.className = "messages";
  item.className = "message message-error";
  item.textContent = words;
  list.append(item);
  place.replaceChildren(list);
  place.scrollIntoView({ block: "nearest" });
}

document.addEventListener("htmx:sendError", () => say(LOST));
document.addEventListener("htmx:responseError", (event) => {
  say(event.detail.xhr.status < 500 ? OUTDATED : FAILED);
});
