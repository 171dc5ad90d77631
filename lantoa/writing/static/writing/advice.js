// Advice beside the boxes of a form (templates/writing/beside.html): asked for after a pause, never halfway
// through a letter. htmx does the asking; here is only when.
"use strict";

(() => {
  const PAUSE = 700;
  const timers = new Map();
  let composing = false;

  const regions = () => [...document.querySelectorAll("[data-advice]")];
  const ask = (region) => window.htmx?.trigger(region, "advise");

  function later(region) {
    clearTimeout(timers.get(region));
    timers.set(region, setTimeout(() => { if (!composing) ask(region); }, PAUSE));
  }
  function changed(event) {
    if (composing || event.isComposing || !event.target.name) return;
    for (const region of regions()) {
      const mine = region.closest("form") === event.target.form;
      if (mine && region.dataset.advice.split(" ").includes(event.target.name)) later(region);
    }
  }
  // Vietnamese is composed from several keystrokes; what waits is asked for when the letter is whole.
  document.addEventListener("compositionstart", () => {
    composing = true;
    for (const timer of timers.values()) clearTimeout(timer);
  }, true);
  document.addEventListener("compositionend", (event) => {
    composing = false;
    changed(event);
  }, true);
  document.addEventListener("input", changed);
  document.addEventListener("change", changed);

  // A chip opens its box, unfolds what hides it, and sets the unit if none is set. It brings no figure.
  function open(chip) {
    const box = document.getElementById(chip.dataset.opens);
    if (!box) return false;
    const unit = document.getElementById(chip.dataset.unitBox);
    if (unit && !unit.value) unit.value = chip.dataset.unit;
    for (let fold = box.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    box.focus();
    box.scrollIntoView({ block: "center" });
    return true;
  }
  document.addEventListener("click", (event) => {
    const chip = event.target.closest?.("[data-opens]");
    if (chip && open(chip)) event.preventDefault();
    const tick = event.target.closest?.("[data-ticks]");
    const box = tick && document.getElementById(tick.dataset.ticks);
    if (box) {
      event.preventDefault();
      box.checked = true;
      box.focus();
    }
    const button = event.target.closest?.("[data-ask]");
    const region = button && window.htmx && document.getElementById(button.dataset.ask);
    if (!region) return;
    event.preventDefault();
    ask(region);
  });
  // Enter in the box of a reason keeps the reason; it does not send the paper.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.closest?.(".set2 label")) return;
    event.preventDefault();
    event.target.closest(".set2").querySelector("button").click();
  });
})();
