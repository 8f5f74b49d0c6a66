// Passkeys: the browser asks the authenticator, and what it answers is sent as a field of the form.
(() => {
  "use strict";

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const answer = (credential) => {
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[name]) response[name] = text(credential.response[name]);
    }
    return JSON.stringify({ id: text(credential.rawId), type: credential.type, response });
  };

  const ask = (form) => {
    const options = JSON.parse(form.dataset.passkey);
    options.challenge = bytes(options.challenge);
    for (const known of options.excludeCredentials || options.allowCredentials || []) known.id = bytes(known.id);
    if (!options.user) return navigator.credentials.get({ publicKey: options });
    options.user.id = bytes(options.user.id);
    return navigator.credentials.create({ publicKey: options });
  };

  const complaint = (error) =>
    error.name === "InvalidStateError"
      ? "这个设备上已经有本账号的通行密钥。"
      : error.name === "NotAllowedError"
        ? "没有完成验证：可能已取消或超时，请重试。"
        : "这个浏览器或设备暂时不能使用通行密钥，请换一种方式。";

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!window.PublicKeyCredential) continue;
    const button = form.querySelector("button");
    const problem = form.querySelector("[data-problem]");
    form.hidden = false;
    button.addEventListener("click", async (event) => {
      const field = form.elements.credential;
      if (field.value) return;
      event.preventDefault();
      problem.textContent = "";
      button.disabled = true;
      try {
        field.value = answer(await ask(form));
        form.requestSubmit();
      } catch (error) {
        problem.textContent = complaint(error);
      } finally {
        button.disabled = false;
      }
    });
  }
})();
