"""What whoever looks after the site does: settings, terms, catalogs, templates, and another version of the program."""

from __future__ import annotations

import re
from pathlib import Path

from tests.edits import site
from tests.edits.world import World, edit

SETTINGS = {
    "base_url": ("https://example.org/base/", "https://example.org/", "https://example.org/a/b/"),
    "canonical_url": ("https://example.com/", None, None),
    "title": (site.SITE["title"], "{zh: 示例二, en: Second}", "示例"),
    "tagline": ("一句话", "又一句话", None),
    "description": ("{zh: 说明, en: About}", None),
    "noindex": ("true", None),
    "menu": (site.SITE["menu"], "[cities, stories]", "[notes, {to: stories/s1, title: {zh: 首篇}}]", None),
    "featured": ("s0", "s1", "s2", None),
    "footer": (site.SITE["footer"], "{note: {zh: 脚注二}, host: {zh: 某某, en: Somebody}}", None),
    "redirects": (site.SITE["redirects"], "{/zh/old/: /zh/stories/s2/, /en/older/: /en/}", None),
    "as_of": ("2022-08", "2023", None),
    "time_zone": ("Asia/Shanghai", "America/New_York", None),
    "feed_id": ("'example.org,2022'", "'example.net,2023'", None),
    "extra": ("{own: 1}", "{own: 2}", None),
    "gone": ("[/zh/gone/]", None),
    "kinds": (site.SITE["kinds"], site.SITE["kinds"].replace("page_size: 3", "page_size: 4"),
              site.SITE["kinds"].replace("mirror", "link"), site.SITE["kinds"].replace("{page_size: 3}", "{page_size: 2, fallback: stub}")),
}  # fmt: skip
NOTE = "own-note.html"
TIED = ("{zh: 友好城市, en: sister city, ko: 자매도시, tie: sister_city}", "{zh: 友好城市, en: twin town, tie: exchange}")
UNTIL = "{entry: stories/s1, lang: en, reason: 引语, until: %s}"
CONCEPTS = {
    "end": ("{zh: 完, en: 完}", "{zh: 完, en: The end, ko: 끝}", "{zh: 完, en: {right: The end, accept: [完]}, once: true}",
            *(f"{{zh: 完, en: The end, except: [{UNTIL % day}]}}" for day in ("2026-01-01", "2029-01-01"))),
    "see": ("{zh: {right: 看, forbid: [结尾]}, en: 看}", "{zh: 看, en: {right: look, forbid: [结尾]}}", "{zh: 看, ko: 看}"),
    "sister-city": TIED,
    "yuan": ("{zh: 名yuan, en: Yuan, ko: 이름yuan, once: true}", "{zh: 名yuan, en: The Yuan, aliases: [园]}"),
    "paks": ("{zh: 名paks, en: {right: Paks, aliases: [The Town]}, once: true}", "{zh: 名paks, en: Paks, apart: [yuan]}"),
}  # fmt: skip


@edit(9)
def setting(world: World) -> None:
    name = world.random.choice(sorted(SETTINGS))
    world.set_field(world.root / "site.yaml", name, world.random.choice(SETTINGS[name]))


@edit(2)
def story_in_the_menu(world: World) -> bool | None:
    """The menu names a story; then the story is called otherwise, on every page."""
    story = world.pick(path for path in world.entries("stories") if (path / "index.zh.md").is_file())
    if story is None:
        return False
    menu = f"[notes, stories/{story.name}]"
    if world.get_field(world.root / "site.yaml", "menu") == menu:
        world.set_field(story / "index.zh.md", "title", f"单{world.random.randrange(99)}")
    else:
        world.set_field(world.root / "site.yaml", "menu", menu)
    return None


@edit(1)
def no_menu(world: World) -> None:
    """Kinds are in the menu as long as they have an entry."""
    world.set_field(world.root / "site.yaml", "menu", None)


@edit(1)
def order_of_settings(world: World) -> None:
    path = world.root / "site.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    world.random.shuffle(lines)
    world.write(path, "".join(lines))


@edit(2)
def languages(world: World) -> None:
    """A language goes or comes, or has another name; files of one that went are spoken of."""
    rows = dict(site.LANGUAGES)
    if world.random.random() < 0.3:
        del rows["ko"]
    if world.random.random() < 0.3:
        rows["en"] = rows["en"].replace("English", "British")
    if world.random.random() < 0.3:
        rows["en"] = rows["en"].replace("locale: en_GB", "locale: en_US")
    if world.random.random() < 0.2:
        rows["ko"] = rows.get("ko", "").replace("tag: ko", "tag: ko-KR") or site.LANGUAGES["ko"]
    if world.random.random() < 0.2:
        rows = dict(reversed(rows.items()))
    world.set_field(world.root / "site.yaml", "languages", "{" + ", ".join(f"{code}: {row}" for code, row in rows.items()) + "}")


@edit(1)
def break_the_settings(world: World) -> None:
    wrong = world.random.choice([("menu", "[nowhere]"), ("source", "xx"), ("as_of", "2022-13"), ("titel", "x"), ("languages", "{")])
    world.set_field(world.root / "site.yaml", *wrong)


@edit(5)
def terms(world: World) -> bool:
    path, number = world.root / "content/terms.yaml", world.random.randrange(100)
    name = world.random.choice(["eyes", "paper", "gardens", "rivers"])
    new = world.random.choice(
        [
            f"  {name}: {{title: 词{number}}}",
            f"  {name}: {{title: {{zh: 词{number}, en: Term {number}}}, summary: 又一句。}}",
            f"  {name}: {{title: 园林, order: {number % 3}}}",
            f"  {name}: {{title: 河流, redirect_from: [/topics/old-{name}/]}}",
        ]
    )
    return world.change(path, rf"^  {name}: .*$", new)


@edit(1)
def add_a_term(world: World) -> bool:
    return world.change(world.root / "content/terms.yaml", "^topics:$", f"topics:\n  more{world.number()}: {{title: 新题}}")


@edit(1)
def drop_a_term(world: World) -> bool:
    """Unused ones go without harm; the others break the stories that name them."""
    return world.change(world.root / "content/terms.yaml", rf"^  {world.random.choice(['more', 'more', 'riv'])}\w+: .*\n", "")


@edit(1)
def order_of_terms(world: World) -> bool | None:
    path = world.root / "content/terms.yaml"
    text = path.read_text("utf-8")
    head, colon, tail = text.partition("topics:\n")
    world.write(path, head + colon + "".join(reversed(tail.splitlines(keepends=True))))
    return None


@edit(4)
def glossary(world: World) -> None:
    """What every language is to say for a few words of the texts; or that nobody cares."""
    rows = {name: world.random.choice(CONCEPTS[name]) for name in world.random.sample(sorted(CONCEPTS), world.random.randrange(4))}
    if "paks" in rows and "apart" in rows["paks"]:
        rows.setdefault("yuan", CONCEPTS["yuan"][0])
    path = world.root / "content/glossary.yaml"
    if rows:
        world.write(path, "".join(f"{name}: {row}\n" for name, row in rows.items()))
    else:
        path.unlink(missing_ok=True)


@edit(3)
def name_a_tie(world: World) -> bool | None:
    """Whether it is the right word for the city is told by its profile and by the glossary."""
    path = world.pick(world.editions("stories", "notes", "pages"))
    if path is None:
        return False
    word = {"en": "Paks is a sister city", "ko": "이름paks 자매도시"}.get(path.name.split(".")[1], "名paks是友好城市")
    world.write(path, path.read_text("utf-8") + f"\n{word} {world.random.randrange(9)}。\n")
    return None


@edit(5)
def catalog(world: World) -> None:
    lang, locale = world.random.choice([("en", "en_GB"), ("ko", "ko_KR")])
    words = {**site.WORDS[lang], world.random.choice(["一句话", "园林", "河流", "简报"]): f"Word {world.random.randrange(99)}"}
    if world.random.random() < 0.3:
        del words["园林"]
    world.write(world.root / f"translations/{locale}/LC_MESSAGES/messages.po", site.catalog(words))


@edit(3)
def own_words_for_the_theme(world: World) -> bool | None:
    locale = world.random.choice(["en_GB", "ko_KR"])
    path = world.root / f"translations/{locale}/LC_MESSAGES/theme.po"
    if path.exists() and world.random.random() < 0.3:
        path.unlink()
    else:
        world.write(path, site.catalog({"故事": f"Tales {world.random.randrange(9)}", "上一篇": f"Back {world.random.randrange(9)}"}))
    return None


@edit(1)
def break_a_catalog(world: World) -> None:
    world.write(world.root / "translations/en_GB/LC_MESSAGES/messages.po", site.CATALOG + '\nmsgid "园林\nmsgstr x\n')


# ---- templates: the site's own, and those of the program


@edit(3)
def own_template(world: World) -> None:
    path = world.root / "templates/story.html"
    if path.exists() and world.random.random() < 0.4:
        path.unlink()
        return
    world.write(world.root / f"templates/{NOTE}", f"<!-- {world.random.randrange(9)} -->\n")
    world.write(path, site.OVERRIDE if world.random.random() < 0.6 else site.OVERRIDE.replace('"own-note', '"own" ~ "-note'))


@edit(4)
def own_included_template(world: World) -> bool | None:
    path = world.root / f"templates/{NOTE}"
    if not path.exists():
        return False
    world.write(path, f"<!-- note {world.random.randrange(1000)} {{{{ lang }}}} -->\n")
    return None


@edit(1)
def own_home(world: World) -> None:
    """A home page that shows of its cities what the program's own does not: how they begin."""
    path = world.root / "templates/home.html"
    path.unlink() if path.exists() else world.write(path, site.HOME)


@edit(1)
def break_a_template(world: World) -> None:
    wrong = world.random.choice(
        ["{% if %}", "{{ nothing.at.all }}", "{% extends 'none.html' %}", "{{ 1 // (2 - story.title|length % 3) }}"]
    )
    world.write(world.root / "templates/story.html", wrong)


@edit(2)
def own_asset(world: World) -> bool | None:
    path = world.root / f"templates/assets/{world.random.choice(['site.css', 'own.svg', 'own.css'])}"
    if path.exists() and world.random.random() < 0.3:
        path.unlink()
    else:
        world.write(path, site.svg(5, 5, "red") if path.suffix == ".svg" else f"body {{ margin: {world.random.randrange(9)}px }}\n")
    return None


@edit(1)
def own_mark(world: World) -> None:
    world.write(world.root / "templates/marks/bridge.svg", site.svg(7, 7, world.random.choice(["red", "tan"])))


@edit(3)
def template_of_the_program(world: World) -> None:
    names = ["base.html", "story.html", "home.html", "list.html", "sitemap.xml", "feed.xml", "redirect.html", "robots.txt"]
    name = world.random.choice(names)
    shown = "#" if name.endswith("txt") else "<!-- x -->"
    set_tail(world, world.program / "templates" / name, f"{{# {world.random.randrange(9)} #}}\n{shown}\n")


@edit(3)
def included_template_of_the_program(world: World) -> None:
    """Macros that nearly every page imports."""
    macro = world.random.choice(
        [
            '{% macro day(iso) %}<time datetime="{{ iso }}">{{ iso|date }}NUMBER</time>{% endmacro %}',
            "{% macro lang(tag) %}{% if tag %} lang=\"{{ tag }}\" data-x='NUMBER'{% endif %}{% endmacro %}",
        ]
    )
    set_tail(world, world.program / "templates/_macros.html", macro.replace("NUMBER", str(world.random.randrange(9))))


@edit(2)
def words_of_the_program(world: World) -> bool:
    path = world.program / "translations/en_GB/LC_MESSAGES/theme.po"
    return world.change(path, r'(?<=^msgid "故事"\nmsgstr ").*(?="$)', f"Stories {world.random.randrange(9)}")


@edit(1)
def asset_of_the_program(world: World) -> None:
    set_tail(world, world.program / "templates/assets/site.css", f"/* {world.random.randrange(9)} */\n")


# Other versions of the program that do other things: a function is wrapped in what follows its module.
VERSIONS = {
    "markdown/__init__.py": ("parse", "lambda before: lambda text, *rest: before(text + '\\n\\nRevision NUMBER.\\n', *rest)"),
    "render/words.py": (
        "filters",
        "lambda before: lambda *rest: {**(found := before(*rest)), 'date': lambda iso: found['date'](iso) + ' (NUMBER)'}",
    ),
    "plan/words.py": ("word", "lambda before: lambda *rest, **params: before(*rest, **params) + ' NUMBER'"),
}


@edit(1)
def another_version_of_the_program(world: World) -> None:
    file, (name, wrapper) = world.random.choice(sorted(VERSIONS.items()))
    path = world.program / "changlai" / file
    assert re.search(rf"\b{name}\b", path.read_text("utf-8")), f"{file} has no {name} any more: another version must be told otherwise"
    set_tail(world, path, f"{name} = ({wrapper.replace('NUMBER', str(world.random.randrange(100)))})({name})\n")
    world.upgraded = True


def set_tail(world: World, path: Path, tail: str) -> None:
    mark = {".py": "# ---- revised", ".css": "/* revised */", ".txt": "# revised"}.get(path.suffix, "{# revised #}")
    text = path.read_text("utf-8").partition(mark)[0].rstrip("\n")
    world.write(path, f"{text}\n{mark}\n{tail}")
