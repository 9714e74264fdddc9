export default function (config) {
  config.addFilter("day", (date) => new Date(date).toISOString().slice(0, 10));
  config.addFilter("newest", (pages) => pages.slice(0, PAGING));
  config.addFilter("editions", (url) =>
    Object.entries(NAMES).map(([lang, name]) => ({ lang, name, url: `/${lang}${url.slice(3)}` })),
  );
  config.addPassthroughCopy({ static: "static", images: "images" });
  for (const lang of Object.keys(NAMES)) {
    const stories = (api) => api.getFilteredByGlob(`content/${lang}/stories/*.md`).reverse();
    config.addCollection(`stories_${lang}`, stories);
    config.addCollection(`tags_${lang}`, (api) => {
      const tagged = new Map();
      for (const page of stories(api)) {
        for (const tag of page.data.tags) {
          if (!tagged.has(tag)) tagged.set(tag, []);
          tagged.get(tag).push(page);
        }
      }
      const groups = [];
      for (const [tag, pages] of tagged) {
        for (let at = 0; at < pages.length; at += PAGING) {
          groups.push({ tag, page: at / PAGING, items: pages.slice(at, at + PAGING) });
        }
      }
      return groups;
    });
  }
  return { dir: { input: "content", output: "_site" }, markdownTemplateEngine: false };
}
