// Reads a page aloud with the voices of the browser; nothing leaves the device but what its voices need.
(() => {
  "use strict";

  const place = document.querySelector("[data-read-aloud]");
  const synthesis = window.speechSynthesis;
  if (!place || !synthesis || !window.SpeechSynthesisUtterance) return;

  const [start, stop] = place.querySelectorAll("button");
  const BLOCKS = "h1,h2,h3,h4,p,li,dt,dd,th,td,figcaption,summary,blockquote";
  const LEFT_OUT = "nav,form,.site-head,script,style,svg,button,[hidden],[aria-hidden=true],.sr,[data-read-aloud]";
  let turn = 0;
  let shown = null;

  const languageOf = (element) => element.closest("[lang]")?.lang || "zh-Hans";
  const base = (language) => language.toLowerCase().split("-")[0];

  // The regional name a voice goes by.
  function voiceFor(language) {
    const wanted = { "zh-hans": "zh-cn", "zh-hant": "zh-hk", en: "en-gb" }[language.toLowerCase()] ?? language.toLowerCase();
    const voices = synthesis.getVoices();
    const name = (voice) => voice.lang.toLowerCase().replace("_", "-");
    return voices.find((voice) => name(voice) === wanted)
      ?? voices.find((voice) => base(name(voice)) === base(wanted));
  }

  // What is read: the blocks that are seen, outermost ones that hold no other.
  function blocks() {
    return [...document.querySelectorAll(`main :is(${BLOCKS})`)].filter((element) =>
      !element.closest(LEFT_OUT) && !element.querySelector(BLOCKS) && element.getClientRects().length > 0);
  }

  // Browsers fall silent in the middle of what is long.
  function pieces(text) {
    const sentences = text.replace(/\s+/g, " ").trim().match(/[^。！？；.!?;]+[。！？；.!?;]*/g) ?? [];
    return sentences.flatMap((sentence) => sentence.match(/.{1,160}/gs) ?? []);
  }

  function show(element) {
    shown?.classList.remove("being-read");
    shown = element;
    element?.classList.add("being-read");
    element?.scrollIntoView({ block: "nearest" });
  }

  function end() {
    turn += 1;
    synthesis.cancel();
    show(null);
    start.setAttribute("aria-pressed", "false");
    const hadFocus = document.activeElement === stop;
    stop.hidden = true;
    if (hadFocus) start.focus();
  }

  function read() {
    const mine = ++turn;
    const waiting = blocks().flatMap((element) =>
      pieces(element.textContent).map((words) => ({ element, words })));
    start.setAttribute("aria-pressed", "true");
    stop.hidden = false;
    const next = () => {
      if (mine !== turn) return;
      const piece = waiting.shift();
      if (!piece) return end();
      show(piece.element);
      const language = languageOf(piece.element);
      const utterance = new SpeechSynthesisUtterance(piece.words);
      utterance.lang = language;
      utterance.voice = voiceFor(language) ?? null;
      utterance.rate = document.documentElement.classList.contains("elder") ? 0.85 : 1;
      utterance.onend = next;
      utterance.onerror = () => { if (mine === turn) end(); };
      synthesis.speak(utterance);
    };
    synthesis.cancel();
    next();
  }

  start.addEventListener("click", () => (start.getAttribute("aria-pressed") === "true" ? end() : read()));
  stop.addEventListener("click", end);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !stop.hidden) end();
  });
  window.addEventListener("pagehide", end);

  // Voices may come later than the page; without one for its language there is no button.
  const offer = () => { place.hidden = !voiceFor(document.documentElement.lang); };
  offer();
  synthesis.addEventListener?.("voiceschanged", offer);
})();
