// The one way to write, in the browser. Every form works without it; with it, what is typed is kept while it is typed.
// {% entry %} puts a hidden input with data-keeps="…" into the form: the address where its draft is kept.
"use strict";

(() => {
  const EVERY = 5_000;
  const WORDS = {
    saved: "Đã lưu nháp lúc {time}, chưa gửi",
    failed: "Chưa lưu được nháp, sẽ tự thử lại",
    receiving: "Đang nhận tệp…",
  };
  const clock = () => new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  const title = () => document.title.replace(/\s+/g, " ").replace(/^ ?Lỗi: /, "").replace(/ – Lan Tỏa ?$/, "").trim();
  const typed = (form) => {
    const words = [...new FormData(form)].filter(([name, value]) => !(value instanceof File) && name !== "csrfmiddlewaretoken" && name !== "_turn");
    return JSON.stringify(words);
  };

  function packet(form, filesOf) {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File && filesOf?.name !== name) data.delete(name);
    data.set("_turn", Date.now());
    data.set("_title", title());
    return data;
  }

  // When the form itself was sent: a draft that left earlier and arrives later changes nothing.
  function turnOf(form) {
    const box = form.elements.namedItem("_turn") || Object.assign(document.createElement("input"), { type: "hidden", name: "_turn" });
    if (!box.form) form.append(box);
    return box;
  }

  function lineOf(form) {
    const bar = form.id ? document.querySelector(`.act [form="${form.id}"]`)?.closest(".act") : null;
    const standing = bar?.querySelector("[data-kept-line] span");
    if (standing) return standing;
    const line = document.createElement("p");
    line.className = "sv dr";
    line.setAttribute("role", "status");
    if (bar) bar.querySelector(".w").prepend(line);
    else form.append(line);
    return line;
  }

  function keeps(form, address) {
    let kept = typed(form);
    let busy = null;
    let composing = false;
    let leaving = false;
    let line = null;
    const tell = (text) => {
      line ??= lineOf(form);
      if (line.textContent !== text) line.textContent = text;
    };

    async function send(box, keepalive) {
      const now = typed(form);
      const answer = await fetch(address, { method: "POST", body: packet(form, box), keepalive, signal: busy?.signal });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const said = await answer.json();
      if (said.kept) {
        kept = now;
        tell(WORDS.saved.replace("{time}", clock()));
      }
      return said;
    }

    async function save({ box = null, keepalive = false } = {}) {
      if (leaving || composing || (busy && !keepalive) || (!box && typed(form) === kept)) return null;
      busy = new AbortController();
      try {
        return await send(box, keepalive);
      } catch (fault) {
        if (fault.name !== "AbortError") tell(form.dataset.keptHere || WORDS.failed);
        return null;
      } finally {
        busy = null;
      }
    }

    // A chosen file is judged and kept at once; the box is emptied, so that it is not sent twice.
    async function receive(box) {
      if (!box.files.length) return;
      tell(WORDS.receiving);
      const said = await save({ box });
      if (!said?.kept) return;
      const whole = box.closest(".fb") || box;
      whole.parentElement.querySelector("[data-kept]")?.remove();
      if (said.files[box.name]) whole.insertAdjacentHTML("afterend", said.files[box.name]);
      refuse(box, said.refused);
      box.value = "";
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }

    function refuse(box, sentences) {
      const id = `${box.id || box.name}_refused`;
      document.getElementById(id)?.remove();
      if (!sentences.length) return;
      const said = Object.assign(document.createElement("p"), { className: "er", id, textContent: sentences.join(" ") });
      said.setAttribute("role", "alert");
      (box.closest(".fb") || box).before(said);
    }

    form.addEventListener("compositionstart", () => { composing = true; });
    form.addEventListener("compositionend", () => { composing = false; });
    form.addEventListener("focusout", () => save());
    form.addEventListener("change", (event) => (event.target.type === "file" ? receive(event.target) : save()));
    form.addEventListener("submit", () => {
      leaving = true;
      turnOf(form).value = Date.now();
      busy?.abort();
    });
    window.addEventListener("pagehide", () => save({ keepalive: true }));
    window.addEventListener("pageshow", () => { leaving = false; });
    document.addEventListener("visibilitychange", () => { if (document.hidden) save({ keepalive: true }); });
    setInterval(save, EVERY);
  }

  function wake(root) {
    for (const mark of root.querySelectorAll("input[name=_entry][data-keeps]")) {
      if (mark.dataset.awake) continue;
      mark.dataset.awake = "1";
      keeps(mark.form, mark.dataset.keeps);
    }
  }

  // A draft in a folded part is unfolded: what is offered must be seen.
  const offered = document.getElementById("nhap");
  for (let fold = offered?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  document.addEventListener("htmx:load", (event) => wake(event.target.parentElement || document));
  wake(document);
})();
