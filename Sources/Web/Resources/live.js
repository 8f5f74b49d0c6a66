// What changes by itself is fetched anew while it says so: `data-live` holds the seconds, or nothing.
(() => {
  "use strict";

  const find = (root) => root.querySelector("[data-live]");
  const again = () => {
    const seconds = Number(find(document)?.dataset.live);
    if (seconds > 0) setTimeout(refresh, seconds * 1000);
  };

  async function refresh() {
    const here = find(document);
    // Whoever has a button under their finger keeps it, and nobody looks at a hidden page.
    if (document.hidden || here.contains(document.activeElement)) return again();
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) return again();
      const there = find(new DOMParser().parseFromString(await answer.text(), "text/html"));
      if (!there) return location.reload();
      here.replaceWith(document.adoptNode(there));
    } catch {
      // The server is away for a moment; the next turn asks again.
    }
    again();
  }

  again();
})();
