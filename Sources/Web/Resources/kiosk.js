// A machine in a public hall: it ends by itself when nobody is there, and goes through breaks of the network. What was typed
// stays on the page until it has arrived; a form that got no answer is sent again, which files nothing twice.
(() => {
  "use strict";

  const bar = document.querySelector(".kiosk-bar");
  if (!bar) return;
  const { home, end } = bar.dataset;
  const state = bar.querySelector("[data-state]");
  const stay = bar.querySelector("[data-stay]");
  const IDLE = 90, WARNING = 20, BREAK = 180, RETRY = 2;
  const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

  // The browser keeps nothing of what is typed: neither to offer it to the next person, nor to fill it in on the way back.
  function forget() {
    for (const input of document.querySelectorAll("form, input, textarea, select")) input.autocomplete = "off";
  }
  forget();
  // A page that was put aside is asked for anew: whoever it was about may have left.
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // --- the network
  let brokenSince = 0;
  let last = Date.now();
  function tell(isBroken) {
    // Whoever waited for the network has not left.
    if (brokenSince && !isBroken) last = Date.now();
    brokenSince = isBroken ? brokenSince || Date.now() : 0;
    const seconds = Math.round((Date.now() - brokenSince) / 1000);
    bar.classList.toggle("broken", isBroken);
    state.textContent = isBroken ? `网络中断，您填写的内容都在，恢复后自动继续（已等 ${seconds} 秒）` : "";
  }

  // Whether somebody has left while the network was away: then nothing of theirs may go on.
  let isOver = false;

  async function reach(address, options) {
    for (;;) {
      if (isOver) return null;
      try {
        const answer = await fetch(address, { cache: "no-store", ...options(), signal: AbortSignal.timeout(60_000) });
        if (![502, 503, 504].includes(answer.status)) {
          const text = await answer.text();
          tell(false);
          return { address: answer.url, isElsewhere: answer.redirected, text };
        }
      } catch { /* no answer: once more */ }
      tell(true);
      await pause(RETRY);
    }
  }

  async function follow(address) {
    if (await reach("/healthz", () => ({}))) location.assign(address);
  }

  // A form that was refused comes back with what is wrong, and with what was entered.
  function show(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const main = page.querySelector("main");
    if (!main) return location.assign(home);
    document.title = page.title;
    document.querySelector("main").replaceWith(document.adoptNode(main));
    forget();
    scrollTo(0, 0);
    (document.querySelector("[data-focus]") ?? document.querySelector("main h1"))?.focus();
  }

  // What is on its way is not given up for a link that is pressed meanwhile: its answer would be lost.
  let isSending = false;

  async function send(form, button) {
    const fields = new FormData(form, button ?? undefined);
    const isMultipart = form.enctype === "multipart/form-data";
    const answer = await reach(button?.hasAttribute("formaction") ? button.formAction : form.action, () => ({
      method: "POST", body: isMultipart ? fields : new URLSearchParams(fields),
    }));
    if (!answer || isOver) return;
    if (answer.isElsewhere) await follow(answer.address);
    else show(answer.text);
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (isSending) return;
    if (form.method !== "post") return follow(`${form.action.split("?")[0]}?${new URLSearchParams(new FormData(form))}`);
    isSending = true;
    state.textContent = "正在提交，请稍等";
    send(form, event.submitter).finally(() => {
      isSending = false;
      delete form.dataset.sent;
      form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
    });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || link.origin !== location.origin) return;
    if (link.pathname === location.pathname && link.hash) return;
    event.preventDefault();
    // Whoever leaves while the network is away leaves nothing behind.
    if (link.pathname === end && brokenSince) return leave();
    if (isSending) {
      if (!brokenSince) state.textContent = "正在提交，提交完再点";
      return;
    }
    follow(link.href);
  });

  // --- the person
  const here = () => {
    last = Date.now();
    if (stay.hidden) return;
    stay.hidden = true;
    if (!brokenSince) state.textContent = "";
  };
  for (const sign of ["pointerdown", "keydown", "input"]) document.addEventListener(sign, here);

  // What stands there is gone at once, also while the network is away; the session ends as soon as it can be told.
  function leave() {
    isOver = true;
    document.querySelector("main").replaceChildren("正在清除……");
    document.querySelector(".mast-me")?.remove();
    const wait = () => fetch("/healthz", { cache: "no-store" }).then(() => location.replace(`${end}?now=1`))
      .catch(() => setTimeout(wait, RETRY * 1000));
    wait();
  }

  if (location.pathname !== home) {
    setInterval(() => {
      if (isOver) return;
      const waited = (Date.now() - last) / 1000;
      const limit = brokenSince ? BREAK : IDLE;
      if (waited > limit + WARNING) leave();
      else if (waited > limit) {
        stay.hidden = false;
        state.textContent = `没有人操作，${Math.ceil(limit + WARNING - waited)} 秒后结束并清除，要继续请点“继续办事”`;
      }
    }, 1000);
  }

  document.querySelector("form[data-now]")?.requestSubmit();
})();
