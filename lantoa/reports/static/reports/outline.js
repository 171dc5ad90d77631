// Beside "Theo kỳ báo cáo" stands which outline that is for the period chosen. Without this file the help line says it.
(function () {
  "use strict";
  var outline = document.querySelector("select[data-means]");
  if (!outline) return;
  var form = outline.form;
  var first = outline.options[0];
  var name = first.textContent.trim();
  var means = JSON.parse(outline.dataset.means);
  function tell() {
    var typed = form.elements.first.value || form.elements.last.value;
    var fits = typed ? "" : means[form.elements.occasion.value + "|" + form.elements.period.value];
    first.textContent = fits ? name + " (" + fits + ")" : name;
  }
  form.addEventListener("input", tell);
  form.addEventListener("change", tell);
  tell();
})();
