// What a number says, under its box, as soon as the box is left: a zero too many is heard before it is sent.
// The box names how it is read: data-says="so" (1.234,5) or data-says="tien" (2,5 triệu, 500k). What cannot be
// read is left to the server, which asks in a sentence. The same words are written by the server on a form that
// is shown again (foundation/numbers.py: read, read_money, say).
"use strict";

(() => {
  const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
  const SCALES = {
    "tỷ": 1e9, "tỉ": 1e9, ty: 1e9, "triệu": 1e6, trieu: 1e6, tr: 1e6, "nghìn": 1e3, nghin: 1e3, "ngàn": 1e3, ngan: 1e3, k: 1e3,
  };
  const CURRENCY = /\s*(việt nam đồng|vnđ|vnd|đồng|dong|đ|₫)\.?$/u;
  const names = Object.keys(SCALES).sort((a, b) => b.length - a.length).join("|");
  const PART = new RegExp(`^([0-9][0-9.,\\s]*?)\\s*(${names})(?!\\p{L})\\s*`, "u");

  function plain(text) {
    const bare = text.replace(/\s/gu, "");
    const known = /^-?[0-9]+(,[0-9]+)?$/.test(bare) || /^-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?$/.test(bare);
    return known ? Number(bare.replaceAll(".", "").replace(",", ".")) : null;
  }

  function money(typed) {
    let rest = typed.normalize("NFC").toLowerCase().trim().replace(CURRENCY, "").trim();
    if (!/\p{L}/u.test(rest)) return plain(rest);
    let total = 0;
    let before = 1e12;
    for (let part = PART.exec(rest); part; part = PART.exec(rest)) {
      const number = plain(part[1]);
      const scale = SCALES[part[2]];
      if (number === null || scale >= before) return null;
      total += Math.round(number * scale);
      before = scale;
      rest = rest.slice(part[0].length).replace(/^[ ,]+/, "");
    }
    if (rest === "rưỡi") return total + before / 2;
    if (total && /^[0-9]{1,3}$/.test(rest)) return total + Number(`0.${rest}`) * before;
    return rest === "" && before < 1e12 ? total : null;
  }

  function hundreds(number, full) {
    const [h, t, o] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
    const words = h || full ? [DIGITS[h], "trăm"] : [];
    if (t > 1) words.push(DIGITS[t], "mươi");
    else if (t === 1) words.push("mười");
    else if (o && words.length) words.push("linh");
    if (o) words.push(o === 5 && t ? "lăm" : o === 1 && t > 1 ? "mốt" : DIGITS[o]);
    return words.join(" ");
  }

  function group(whole, full) {
    const words = [];
    for (const [step, name] of [[1e6, " triệu"], [1e3, " nghìn"], [1, ""]]) {
      const part = Math.floor(whole / step);
      whole %= step;
      if (part) {
        words.push(hundreds(part, full) + name);
        full = true;
      }
    }
    return words.join(" ");
  }

  function say(number) {
    const whole = Math.floor(Math.abs(number));
    const high = Math.floor(whole / 1e9);
    const low = whole % 1e9;
    let words = whole === 0 ? DIGITS[0] : high ? `${say(high)} tỷ${low ? ` ${group(low, true)}` : ""}` : group(whole, false);
    const rest = String(Math.abs(number)).split(".")[1];
    if (rest) words += ` phẩy ${[...rest].map((digit) => DIGITS[digit]).join(" ")}`;
    return number < 0 ? `âm ${words}` : words;
  }

  function echo(box) {
    const isMoney = box.dataset.says === "tien";
    const number = box.value.trim() ? (isMoney ? money(box.value) : plain(box.value)) : null;
    const isHeard = number !== null && Math.abs(number) < 1e15 && (isMoney || Math.abs(number) >= 1000);
    let line = document.getElementById(`${box.id}_says`);
    if (!line && !isHeard) return;
    if (!line) {
      line = document.createElement("div");
      line.id = `${box.id}_says`;
      line.className = "hint says";
      line.setAttribute("aria-live", "polite");
      (box.closest(".suf") || box).after(line);
    }
    line.textContent = isHeard ? `Đọc là: ${say(number)}${isMoney ? " đồng" : ""}` : "";
  }

  document.addEventListener("focusout", (event) => {
    if (event.target.dataset?.says) echo(event.target);
  });
})();
