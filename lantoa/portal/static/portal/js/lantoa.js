// Comforts on top of pages that work without them. Everything hangs on data-* attributes:
//   data-shows="id"          button that shows the password in that box (starts hidden)
//   data-counts="id"         how many characters are left in that box
//   data-saved               where the time of the last draft is written ("Đã lưu nháp lúc {time}")
//   data-chosen              where the names of the files chosen in the box beside it are written
//   data-focus               what takes the focus when the page opens (the box of errors); else a message, else h1
//   data-key="đ"             link or box pressed by that key when no text is being typed; a sending button is
//                            only brought into focus, Enter presses it
//   data-keys-toggle         button that switches such keys off and on (starts hidden)
//   data-copies="id"         button that copies that element's text (starts hidden)
//   data-shares="id"         button that hands that element's text to the device's own sharing (starts hidden)
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Vietnamese is composed from several keystrokes: nothing may be sent halfway through a letter.
let composing = false;
document.addEventListener("compositionstart", () => { composing = true; });
document.addEventListener("compositionend", (event) => {
  composing = false;
  event.target.dispatchEvent(new Event("input", { bubbles: true }));
});
document.addEventListener("htmx:beforeRequest", (event) => { if (composing) event.preventDefault(); });

document.addEventListener("change", (event) => {
  const line = event.target.type === "file" && event.target.parentElement.querySelector("[data-chosen]");
  if (line) line.textContent = [...event.target.files].map((file) => file.name).join(", ");
});

function showPassword(button) {
  const box = document.getElementById(button.dataset.shows);
  const show = button.textContent;
  if (!box) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const hidden = box.type === "password";
    box.type = hidden ? "text" : "password";
    button.textContent = hidden ? button.dataset.hide : show;
    box.focus();
  });
  // So that no browser keeps it as an ordinary text box.
  box.form?.addEventListener("submit", () => { box.type = "password"; });
}

function countLeft(line) {
  const box = document.getElementById(line.dataset.counts);
  const limit = Number(box?.getAttribute("maxlength"));
  if (!limit) return;
  const write = () => {
    const left = limit - box.value.length;
    line.textContent = (left < 0 ? line.dataset.over : line.dataset.left).replace("{n}", Math.abs(left).toLocaleString("vi-VN"));
  };
  box.addEventListener("input", write);
  write();
}

function sendOnce(form) {
  let sending = false;
  form.addEventListener("submit", (event) => {
    if (sending) event.preventDefault();
    else if (!event.defaultPrevented) {
      sending = true;
      setTimeout(() => { sending = false; }, 5000); // an answer that is a file leaves the page standing
    }
  });
  window.addEventListener("pageshow", () => { sending = false; });
}

// What the browser keeps for secure pages says so where the page is not one, instead of being missing.
function needsSecurePage(button) {
  if (window.isSecureContext) return;
  const said = document.createElement("p");
  said.className = "hint";
  said.textContent = "Nút “" + button.textContent.trim() + "” chỉ có ở trang bảo mật (https). Hỏi người quản trị địa chỉ ấy.";
  button.after(said);
}

function copies(button) {
  const source = document.getElementById(button.dataset.copies);
  if (!source || !navigator.clipboard) return needsSecurePage(button);
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.value ?? source.innerText);
    button.textContent = button.dataset.done || "Đã sao chép";
    setTimeout(() => { button.textContent = words; }, 3000);
  });
}

// The device's own way of sharing, where there is one: the same words that are copied.
function shares(button) {
  const source = document.getElementById(button.dataset.shares);
  if (!source || !navigator.share) return;
  button.hidden = false;
  button.addEventListener("click", () => navigator.share({ text: source.innerText }).catch(() => {})); // thought better of it
}

const isTyping = (element) =>
  Boolean(element?.closest("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit], [type=button])"));
const keysOff = () => localStorage.getItem("lantoa-keys") === "off";

function pressByKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (keysOff() || isTyping(event.target)) return;
  const pressed = event.key.toLowerCase();
  // A keyboard without a Vietnamese input method has no Đ: D does the same.
  const fits = (key) => key === pressed || (key === "đ" && pressed === "d");
  const target = all("[data-key]").find((one) => fits(one.dataset.key.toLowerCase()));
  if (!target) return;
  event.preventDefault();
  // A letter alone sends nothing: the button takes the focus, Enter presses it. "dd" is also how Đ is typed.
  if (target.matches("button") && target.form) {
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  } else target.click();
}

function toggleKeys(button) {
  const write = () => {
    button.textContent = keysOff() ? button.dataset.on : button.dataset.off;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    localStorage.setItem("lantoa-keys", keysOff() ? "on" : "off");
    write();
  });
  write();
}

function closeAccountMenu(event) {
  for (const menu of all("details.acc[open]")) {
    const away = event.type === "click" && !menu.contains(event.target);
    if (!away && event.key !== "Escape") continue;
    menu.open = false;
    if (event.key === "Escape") menu.querySelector("summary").focus();
  }
}

// A link of the error box must put the cursor into the box it names, not only scroll there.
function jumpIntoBox(event) {
  const link = event.target.closest?.(".es a[href^='#']");
  const box = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.scrollIntoView({ block: "center" });
}

// Where a page begins for keyboard and reader: its errors, else what has just been done, else its heading. Nothing
// scrolls, and whoever asked for a place on the page (#…) or stands in a box already is left there.
function beginReading() {
  const asked = document.querySelector(".es[data-focus]") || document.querySelector("[data-focus]");
  if (asked) return asked.focus();
  if (location.hash || document.activeElement !== document.body) return;
  const place = document.querySelector(".msgs:has(.msg)") || document.querySelector("main h1");
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

// Parts that htmx brings in later are woken like the page itself, and only once.
function wake(root) {
  const each = (selector, act) => {
    for (const one of all(selector, root)) {
      if (one.dataset.awake) continue;
      one.dataset.awake = "1";
      act(one);
    }
  };
  each("[data-shows]", showPassword);
  each("[data-counts]", countLeft);
  each("[data-copies]", copies);
  each("[data-shares]", shares);
  each("[data-keys-toggle]", toggleKeys);
  each("form[method=post]:not([hx-post])", sendOnce);
}

document.addEventListener("keydown", pressByKey);
document.addEventListener("keydown", closeAccountMenu);
document.addEventListener("click", closeAccountMenu);
document.addEventListener("click", jumpIntoBox);
document.addEventListener("htmx:load", (event) => wake(event.target.parentElement || document));
wake(document);
beginReading();
