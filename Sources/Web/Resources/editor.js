// The editor: what is pasted from a word processor becomes marks, and the real page stands beside what is written.
(() => {
  "use strict";

  const body = document.querySelector(".manuscript textarea[name=body]");
  if (!body) return;

  const BLOCKS = "address,article,aside,blockquote,div,dl,dd,dt,figure,h1,h2,h3,h4,h5,h6,header,footer,li,main,ol,p,pre,section,table,ul";
  const NOTHING = "head,iframe,img,link,meta,noscript,object,script,style,svg,template,title";
  const tidy = (text) => text.replace(/[\s\u00a0]+/g, " ").trim();
  // Styles and handlers are set aside before anything is parsed, so that the browser has nothing to forbid.
  const bare = (html) =>
    html.replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "").replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/\s(style|on[a-z]+)\s*=/gi, " data-$1="));
  const style = (element) => element.dataset.style ?? "";
  const isIgnored = (element) =>
    element.matches(NOTHING) || /display:\s*none|mso-hide:\s*all/i.test(style(element));

  // Word writes the sign of an item as text in front of it.
  const sign = (element) =>
    [...element.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/i.test(style(span)));

  function mark(element) {
    const look = style(element);
    const level = /^h([1-6])$/.exec(element.localName)?.[1] ?? /mso-outline-level:\s*([1-6])/i.exec(look)?.[1];
    if (level) return level < 3 ? "## " : "### ";
    if (element.localName === "blockquote") return "> ";
    if (element.localName === "li") return element.parentElement?.localName === "ol" ? "1. " : "- ";
    if (!/MsoList/i.test(element.className) && !/mso-list:\s*l\d/i.test(look)) return null;
    const written = sign(element);
    const isNumber = /^[\s(（]*[0-9a-z一二三四五六七八九十]{1,3}[.)、．）]/i.test(written?.textContent ?? "");
    written?.remove();
    return isNumber ? "1. " : "- ";
  }

  function inline(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || isIgnored(node)) return "";
    if (node.localName === "br") return " ";
    const inner = [...node.childNodes].map(inline).join("");
    const words = tidy(inner);
    if (!words || /[[\]*]/.test(words)) return inner;
    const around = (text) => (/^\s/.test(inner) ? " " : "") + text + (/\s$/.test(inner) ? " " : "");
    if (node.localName === "a" && /^(https?:\/\/|mailto:|tel:)[^\s()[\]]+$/i.test(node.getAttribute("href") ?? "")) {
      return around(`[${words}](${node.getAttribute("href")})`);
    }
    const weight = /font-weight:\s*([a-z0-9]+)/i.exec(style(node))?.[1];
    const isBold = weight ? /^bold/i.test(weight) || Number(weight) >= 600 : node.matches("b,strong");
    return isBold ? around(`**${words}**`) : inner;
  }

  function table(element) {
    const rows = [...element.querySelectorAll("tr")].map((row) =>
      [...row.children].map((cell) => tidy(inline(cell)).replaceAll("|", "／")));
    const wide = Math.max(0, ...rows.map((row) => row.length));
    const written = rows.filter((row) => row.some(Boolean)).map((row) =>
      `| ${[...row, ...Array(wide - row.length).fill("")].join(" | ")} |`);
    if (written.length > 1) written.splice(1, 0, `|${" --- |".repeat(wide)}`);
    return written;
  }

  function lines(node, prefix = "") {
    const result = [];
    let run = "";
    const flush = () => {
      // A heading is strong already.
      const text = prefix.startsWith("#") ? tidy(run).replaceAll("**", "") : tidy(run);
      if (text) result.push(prefix + text);
      run = "";
    };
    for (const child of node.childNodes) {
      if (child.nodeType !== Node.ELEMENT_NODE || isIgnored(child)) {
        run += inline(child);
      } else if (child.localName === "br") {
        flush();
      } else if (child.localName === "table") {
        flush();
        result.push(...table(child));
      } else if (child.matches(BLOCKS) || child.querySelector(BLOCKS)) {
        flush();
        result.push(...lines(child, mark(child) ?? prefix));
      } else {
        run += inline(child);
      }
    }
    flush();
    return result;
  }

  body.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html");
    if (!html) return;
    // A document made this way runs nothing and loads nothing.
    const text = lines(new DOMParser().parseFromString(bare(html), "text/html").body).join("\n");
    if (!text) return;
    event.preventDefault();
    body.focus();
    // Typed this way it can be undone like anything typed.
    if (!document.execCommand("insertText", false, text)) {
      body.setRangeText(text, body.selectionStart, body.selectionEnd, "end");
      body.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  const place = document.querySelector("[data-preview]");
  if (!place) return;
  const panel = document.createElement("section");
  panel.className = "live-preview";
  panel.tabIndex = 0;
  panel.setAttribute("aria-label", "公众将看到的页面");
  place.append(panel);
  let [timer, turn] = [0, 0];

  async function refresh() {
    const mine = ++turn;
    try {
      const answer = await fetch(place.dataset.preview, {
        method: "POST", headers: { Accept: "text/html" }, body: new URLSearchParams(new FormData(body.form)),
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const article = page.querySelector("article");
      // What comes late is older than what is shown; what is refused changes nothing.
      if (mine !== turn || !answer.ok || !article) return;
      const heading = article.querySelector("h1");
      if (heading) {
        // This page has a heading of its own.
        const title = page.createElement("p");
        title.className = "preview-title";
        title.textContent = heading.textContent;
        heading.replaceWith(title);
      }
      panel.replaceChildren(document.adoptNode(article));
    } catch {
      // Without a server there is nothing new to show.
    }
  }

  body.form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, 500);
  });
  refresh();
})();
