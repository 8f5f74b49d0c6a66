// The code of a receipt was scanned: number and query code stand behind the `#` and have been sent to nobody. They leave the
// address at once, and travel as the form sends them.
(() => {
  "use strict";

  const scanned = location.hash.match(/^#([0-9]{21})-([0-9A-Z]{16})$/);
  const number = document.querySelector("form [name=number]");
  if (!scanned || !number) return;
  history.replaceState(null, "", location.pathname);
  const form = number.form;
  number.value = scanned[1];
  form.elements.code.value = scanned[2];
  form.requestSubmit();
})();
