// Lives in the preview only: the server adds it to pages as it sends them, and it never reaches the site.
(() => {
  const script = document.currentScript;
  const home = new URL(".", script.src);
  const mine = Number(new URL(script.src).searchParams.get("g"));
  const asset = (url) => new URL(url, location.href).pathname.replace(/\.[0-9a-f]{10}(\.\w+)$/, "$1");
  let overlay = null;

  function show(problems, title) {
    hide();
    if (!problems.length) return;
    overlay = document.createElement("aside");
    overlay.setAttribute("role", "alert");
    Object.assign(overlay.style, {
      position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", zIndex: "2147483647", padding: "1rem 1.25rem",
      background: "#2a0f0c", color: "#fff6f2", font: "15px/1.6 system-ui, sans-serif", borderTop: "4px solid #d4553f",
    });
    const head = document.createElement("strong");
    head.textContent = title;
    overlay.append(head);
    for (const problem of problems) {
      const block = document.createElement("p");
      Object.assign(block.style, { margin: "0.75rem 0 0", whiteSpace: "pre-wrap" });
      const place = document.createElement("code");
      place.textContent = problem.place;
      place.style.color = "#ffc9bb";
      block.append(place, "\n", problem.message, "\n", problem.hint);
      overlay.append(block);
    }
    document.body.append(overlay);
  }

  function hide() {
    if (overlay) overlay.remove();
    overlay = null;
  }

  function swap(styles) {
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
      const url = styles.find((style) => asset(style) === asset(link.href));
      if (!url || new URL(url, location.href).href === link.href) continue;
      const next = link.cloneNode();
      next.href = url;
      next.addEventListener("load", () => link.remove());
      link.after(next);
    }
  }

  const source = new EventSource(new URL("events", home));
  source.onmessage = (event) => {
    const news = JSON.parse(event.data);
    if (news.problems.length) return show(news.problems, news.title);
    hide();
    if (news.generation <= mine) return;
    if (news.styles.length) return swap(news.styles);
    location.reload();
  };
  addEventListener("pagehide", () => source.close());
})();
