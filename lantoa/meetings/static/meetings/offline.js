// A meeting recorded while the network is cut: kept on this phone, encrypted, until it is sent; then nothing is left.
// Needs a secure page (https, or this machine itself); without one the card says so.
"use strict";

(() => {
  const card = document.querySelector("[data-offline]");
  const form = card && document.getElementById(card.dataset.offline);
  if (!form) return;
  const LOOKS = "lantoa-looks";
  const address = location.pathname + location.search;
  const able = window.isSecureContext && "serviceWorker" in navigator && "indexedDB" in window;
  const show = (state) => {
    // Without a network the draft cannot be saved; that it is kept here is what she wants to know.
    if (meeting) form.dataset.keptHere = card.dataset.keptHere;
    else delete form.dataset.keptHere;
    for (const part of card.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== state;
  };
  const secret = (name) => name === "csrfmiddlewaretoken" || name.startsWith("_draft");
  const typed = () => JSON.stringify([...new FormData(form)].filter(([name, value]) => !(value instanceof File) && !secret(name)));
  const recorded = new RegExp(`^${card.dataset.recorded.replace("0", "\\d+")}$`);
  let meeting = null;

  card.hidden = false;
  if (!able) return show("unable");

  // What the page is drawn with holds no name, and is kept as it is.
  async function keepLooks() {
    const store = await caches.open(LOOKS);
    const drawn = performance.getEntriesByType("resource").map((one) => one.name);
    await store.addAll([...new Set(drawn.filter((url) => new URL(url).pathname.startsWith("/static/")))]);
  }

  async function keep() {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    const key = await kept.newKey();
    const page = await kept.lock(key, await answer.text());
    meeting = { address, key, page, policy: answer.headers.get("Content-Security-Policy"), whose: card.dataset.whose, waiting: false };
    await keepLooks();
    await navigator.serviceWorker.register(card.dataset.worker, { scope: card.dataset.scope });
    await navigator.serviceWorker.ready;
    await save();
  }

  // One after the other, each with what stands there by then: an earlier one never comes last.
  let turn = Promise.resolve();
  function save() {
    turn = turn.then(async () => {
      if (!meeting) return;
      meeting.form = await kept.lock(meeting.key, typed());
      await kept.write(meeting);
    });
    return turn;
  }

  async function forget() {
    meeting = null;
    await kept.wipe();
    await caches.delete(LOOKS);
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
  }

  // The form as it was left; the key of its opening too, so that it is recorded once however often it is sent.
  async function fill() {
    const entries = JSON.parse(await kept.unlock(meeting.key, meeting.form));
    const values = new Map();
    for (const [name, value] of entries) values.set(name, [...(values.get(name) || []), value]);
    for (const box of form.elements) {
      if (!box.name || secret(box.name) || box.type === "file") continue;
      const said = values.get(box.name) || [];
      if (box.type === "checkbox" || box.type === "radio") box.checked = said.includes(box.value);
      else if (said.length) box.value = said[0];
    }
    form.querySelector("[data-attendance]")?.dispatchEvent(new Event("change"));
  }

  // A fresh token: the session may have changed since the page was kept. Without a session there is no form.
  async function token() {
    const answer = await fetch(address, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.getElementById(form.id)?.elements.namedItem("csrfmiddlewaretoken")?.value;
  }

  async function send() {
    show("sending");
    try {
      const fresh = await token();
      if (!fresh) return show("signed-out");
      const body = new FormData(form);
      body.set("csrfmiddlewaretoken", fresh);
      body.set(card.dataset.mark, "1");
      const answer = await fetch(address, { method: "POST", body, credentials: "same-origin" });
      if (answer.redirected && recorded.test(new URL(answer.url).pathname)) {
        await forget();
        location.replace(answer.url);
      } else {
        await mend(fresh);
      }
    } catch {
      show("waiting");
    }
  }

  // Something is to be mended: the page itself says what, and what was typed stays kept until it is taken.
  async function mend(fresh) {
    meeting.waiting = false;
    await save();
    form.elements.namedItem("csrfmiddlewaretoken").value = fresh;
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: card.dataset.mark, value: "1" }));
    HTMLFormElement.prototype.submit.call(form);
  }

  const asked = { keep: () => keep().then(() => show("kept"), () => show("failed")), forget: () => forget().then(() => show("offer")), send };
  card.addEventListener("click", (event) => asked[event.target.closest("[data-do]")?.dataset.do]?.());
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  form.addEventListener("submit", (event) => {
    if (!meeting) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    meeting.waiting = true;
    save().then(() => (navigator.onLine ? send() : show("waiting")));
  }, true);
  window.addEventListener("online", () => { if (meeting?.waiting) send(); });

  kept.read().then(async (found) => {
    if (!found) return show("offer");
    if (found.whose !== card.dataset.whose) return show("foreign");
    if (found.address !== address) {
      card.querySelector("[data-other]").href = found.address;
      return show("other");
    }
    meeting = found;
    const toMend = document.getElementById("loi") || form.querySelector("[aria-invalid=true]");
    if (!toMend) await fill();
    show(meeting.waiting ? "waiting" : "kept");
    if (meeting.waiting && navigator.onLine && !toMend) send();
  });
})();
