// Lives in the preview only: the server adds it to pages as it sends them, and it never reaches the site.
(() => {
  const script = document.currentScript;
  const home = new URL(".", script.src);
  let mine = Number(script.dataset.generation);
  let work = Promise.resolve();
  let source = null;
  const WORDS = "title, meta:not([http-equiv]), link:not([rel~=stylesheet]), [type='application/ld+json']";
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

  // What a page is made with, apart from its text. With a script of its own anything may have happened to it since.
  const own = (doc) => [...doc.querySelectorAll("script")].find((found) => found.src.includes(home.pathname) || found === script);
  const frame = (doc) =>
    [...doc.head.children, ...doc.querySelectorAll("body :is(style, link, noscript, iframe), script")]
      .filter((part) => part !== own(doc))
      .map((part) => (part.matches(WORDS) ? part.nodeName : part.outerHTML));
  const busy = (doc) => [...doc.scripts].some((found) => found !== own(doc) && found.type !== "application/ld+json");

  async function renew() {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer) return; // nobody is there: what is shown stays, and whoever comes back tells again
    if (!answer.ok || answer.redirected || busy(document)) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (own(page)?.src !== script.src || busy(page) || frame(page).join() !== frame(document).join()) return location.reload();
    const generation = Number(own(page).dataset.generation);
    become(document.documentElement, page.documentElement);
    mine = generation;
  }

  // Only what differs is touched: the place on the page, the focus and what was unfolded stay.
  function become(old, fresh) {
    for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
    const same = (one, other) => one && other && one.isEqualNode(other);
    while (same(before[0], after[0])) before.shift(), after.shift();
    let end = null;
    while (same(before.at(-1), after.at(-1))) end = before.pop(), after.pop();
    for (const node of after) {
      const there = before.shift();
      if (!there) old.insertBefore(node, end);
      else if (there.nodeType === Node.ELEMENT_NODE && there.nodeName === node.nodeName) become(there, node);
      else there.replaceWith(node);
    }
    for (const node of before) node.remove();
  }

  function hear(news) {
    if (news.problems.length) return show(news.problems, news.title);
    hide();
    if (news.generation <= mine) return;
    const next = news.generation === mine + 1;
    if (next && news.styles.length) mine = news.generation;
    if (news.styles.length) return swap(news.styles);
    return next && news.texts ? renew() : location.reload();
  }

  // A browser has few connections to one host: pages that nobody sees hold none, and catch up when they are seen.
  function listen() {
    if (source) source.close();
    source = document.hidden ? null : new EventSource(new URL("events", home));
    if (!source) return;
    source.onmessage = (event) => {
      work = work.then(() => hear(JSON.parse(event.data))).catch(() => location.reload());
    };
  }

  listen();
  addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source && source.close());
  addEventListener("pageshow", (event) => event.persisted && listen());
})();
