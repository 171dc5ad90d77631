// Five minutes before the session ends a bar says so; one press goes on. Other tabs and autosaved drafts count too.
"use strict";

const bar = document.querySelector("[data-session-left]");
const WARNED = 5 * 60;

if (bar) {
  const whole = Number(bar.dataset.sessionLeft);
  let ends = Date.now() + whole * 1000;
  const again = () => { ends = Date.now() + whole * 1000; bar.hidden = true; };
  const left = () => (ends - Date.now()) / 1000;

  bar.querySelector("button").addEventListener("click", async () => {
    const headers = JSON.parse(document.body.getAttribute("hx-headers") ?? "{}");
    try {
      const answer = await fetch(bar.dataset.url, { method: "POST", headers, redirect: "manual" });
      if (answer.status === 204) again();
    } catch { /* the line is away: the bar stays */ }
  });
  setInterval(() => {
    bar.hidden = left() > Math.min(WARNED, whole / 3);
    bar.querySelector("[data-warns]").hidden = left() <= 0;
    bar.querySelector("[data-over]").hidden = left() > 0;
    bar.querySelector("button").hidden = left() <= 0;
  }, 5000);
  document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) again(); });
}
