// Small improvements; every page works without them.
(() => {
  "use strict";

  // The summary of errors takes the focus, so that it is read first.
  document.querySelector("[data-focus]")?.focus();

  // A link of the summary leads into its field, not only near it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('.error-summary a[href^="#"]');
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });

  // What was opened in the menu of the desk closes when one goes on elsewhere; Escape leads back to its name.
  const opened = () => document.querySelectorAll(".desk-menu details[open]");
  document.addEventListener("click", (event) => {
    for (const group of opened()) if (!group.contains(event.target)) group.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const group of opened()) {
      const wasInside = group.contains(document.activeElement);
      group.open = false;
      if (wasInside) group.querySelector("summary").focus();
    }
  });

  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    // What opens a window of its own, as a preview does, leaves this page as it is.
    if (event.submitter?.formTarget === "_blank") return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    form.querySelector("button:not([type=button])")?.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
    }
  });

  // Tables to fill in get as many rows as are needed.
  for (const rows of document.querySelectorAll("[data-rows]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet small";
    button.textContent = "再加一行";
    button.addEventListener("click", () => {
      const all = rows.querySelectorAll(".row");
      const last = all[all.length - 1];
      const row = last.cloneNode(true);
      row.setAttribute("aria-label", `第 ${all.length + 1} 行`);
      row.querySelector(".anchor")?.remove();
      const renumber = (text) => text.replace(/\.\d+\.([^.]+)$/, `.${all.length}.$1`);
      for (const control of row.querySelectorAll("[name]")) {
        control.name = renumber(control.name);
        control.id = renumber(control.id);
        control.value = "";
      }
      for (const label of row.querySelectorAll("label")) label.htmlFor = renumber(label.htmlFor);
      last.after(row);
      row.querySelector("[name]")?.focus();
    });
    rows.after(button);
  }

  // A picture of a process that is wider than its window shows the step that is being done.
  for (const flow of document.querySelectorAll(".flow")) {
    const step = flow.querySelector(".bp-current, .bp-paused");
    if (!step || flow.scrollWidth <= flow.clientWidth) continue;
    const [window, place] = [flow.getBoundingClientRect(), step.getBoundingClientRect()];
    flow.scrollLeft += place.left + place.width / 2 - window.left - window.width / 2;
  }

  // How far an article was read is told once, when it is left: a number, and nothing about who read it.
  const article = document.querySelector("article.article");
  if (article && !location.pathname.startsWith("/desk")) {
    let depth = 0;
    const look = () => {
      const place = article.getBoundingClientRect();
      const share = (window.innerHeight - place.top) / Math.max(place.height, 1);
      depth = Math.max(depth, Math.min(4, Math.floor(share * 4)));
    };
    look();
    window.addEventListener("scroll", look, { passive: true });
    window.addEventListener("pagehide", () => {
      if (depth < 1) return;
      const address = `/reading?depth=${depth}&page=${encodeURIComponent(location.pathname)}`;
      fetch(address, { keepalive: true, credentials: "omit" }).catch(() => {});
      depth = 0;
    });
  }

  // Receipts are printed with a button where there is a printer to ask.
  for (const place of document.querySelectorAll("[data-print]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    button.textContent = place.dataset.print || "打印";
    button.addEventListener("click", () => window.print());
    place.append(button);
  }
})();
