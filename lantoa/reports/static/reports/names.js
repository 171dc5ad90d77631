// A press on a figure's name puts it into the sentence, where the caret stands. Without this file it is typed.
(function () {
  "use strict";
  var box = document.querySelector('textarea[name="lines"]');
  if (!box) return;
  document.querySelectorAll("[data-name]").forEach(function (code) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "btn sm";
    button.textContent = code.textContent;
    button.addEventListener("click", function () {
      box.setRangeText("{" + code.dataset.name + "}", box.selectionStart, box.selectionEnd, "end");
      box.dispatchEvent(new Event("input", { bubbles: true }));
      box.focus();
    });
    code.replaceWith(button);
  });
})();
