// A key of this machine: the button shows only where the browser knows such keys; the rest is the server's word.
"use strict";

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const button = form.querySelector("button[hidden]");
  if (button && !window.isSecureContext) {
    const said = document.createElement("p");
    said.className = "hint";
    said.textContent = "Khóa trên máy chỉ dùng được ở trang bảo mật (https). Dùng mã trên điện thoại, hoặc hỏi người quản trị địa chỉ ấy.";
    button.after(said);
  }
  if (!button || !window.PublicKeyCredential || !globalThis.webauthnJSON) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const failed = form.querySelector("[role=alert]");
    failed.hidden = true;
    try {
      const answer = await globalThis.webauthnJSON[form.dataset.does](JSON.parse(form.dataset.passkey));
      form.elements.namedItem("credential").value = JSON.stringify(answer);
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
