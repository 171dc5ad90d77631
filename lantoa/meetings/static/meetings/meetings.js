// How many are present, as the absent are ticked. Without this the page works: the number is shown after saving.
"use strict";

for (const sheet of document.querySelectorAll("[data-attendance]")) {
  const count = document.getElementById(sheet.dataset.attendance);
  const boxes = [...sheet.querySelectorAll("input[name=absent]")];
  const write = () => { count.textContent = boxes.filter((box) => !box.checked).length; };
  sheet.addEventListener("change", write);
  write();
}

// The sheet is printed by its button; the browser's own way of printing always works.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
