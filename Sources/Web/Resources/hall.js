// The screens of a hall: the television that calls, and the machine that gives tickets.
(() => {
  "use strict";

  // A machine in a public hall forgets who stood there.
  const kiosk = document.querySelector("[data-return]");
  const seconds = Number(kiosk?.dataset.seconds);
  if (seconds > 0) {
    let timer;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => location.assign(kiosk.dataset.return), seconds * 1000);
    };
    for (const sign of ["pointerdown", "keydown"]) document.addEventListener(sign, again);
    again();
  }

  const screen = document.querySelector("[data-events]");
  if (!screen) return;
  const place = screen.querySelector("[data-place]");
  const button = screen.querySelector("[data-voice]");
  const said = new Set();
  let isFirst = true;
  let speaks = false;

  const say = (words) => {
    if (!speaks) return;
    const speech = new SpeechSynthesisUtterance(words);
    speech.lang = "zh-CN";
    speech.rate = 0.9;
    speechSynthesis.speak(speech);
  };

  // Browsers speak only after somebody has pressed something.
  if ("speechSynthesis" in window) {
    button.hidden = false;
    button.addEventListener("click", () => {
      speaks = !speaks;
      button.textContent = speaks ? "关闭语音" : "打开语音";
      if (speaks) say("语音已打开");
      else speechSynthesis.cancel();
    });
  }

  const events = new EventSource(screen.dataset.events);
  events.addEventListener("calls", (event) => {
    const news = JSON.parse(event.data);
    place.innerHTML = news.html;
    for (const call of news.calls) {
      if (said.has(call.key)) continue;
      said.add(call.key);
      if (!isFirst) say(call.words);
    }
    isFirst = false;
  });
})();
