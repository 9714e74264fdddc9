"""What writers do."""

from __future__ import annotations

import os
import shutil

from tests.edits import site
from tests.edits.world import World, edit

STORIES = ("stories", "notes")
SPOILT = ("---\ntitle: x\ndate: 2022-02-30\n---\n", "---\ntitle: [x\n---\n", "---\ntitle: y\nnonsense: 1\n---\n", "no fences\n", "")


@edit(8)
def append_to_a_body(world: World) -> bool | None:
    path = world.pick(world.editions())
    if path is None:
        return False
    world.write(path, path.read_text("utf-8") + f"\n又一段 {world.random.randrange(1000)}。\n")
    return None


@edit(4)
def reword_in_the_same_length(world: World) -> bool:
    path = world.pick(world.editions(*STORIES))
    return path is not None and world.change(path, "[见看望] \\[", world.random.choice("见看望") + " [")


@edit()
def shorten_a_body(world: World) -> bool | None:
    path = world.pick(world.editions())
    if path is None or "\n\n" not in (text := path.read_text("utf-8").rstrip("\n")):
        return False
    world.write(path, text.rpartition("\n\n")[0] + "\n")
    return None


@edit(3)
def link_to_another(world: World) -> bool | None:
    path, other = world.pick(world.editions()), world.pick(world.entries(*STORIES))
    if path is None or other is None:
        return False
    ref = "story" if other.parent.name == "stories" else "note"
    goal = world.random.choice([f"{ref}:{other.name}", f"{ref}:{other.name}#see", f"../../{other.parent.name}/{other.name}/#h-2-2"])
    text = path.read_text("utf-8")
    world.write(path, text + world.random.choice([f"\n参看[那篇]({goal})。\n", f"\n参看[]({goal.partition('#')[0]})。\n"]))
    return None


@edit()
def another_heading(world: World) -> bool:
    path, new = world.pick(world.editions()), world.random.choice(["## 收尾", "## 另起\n\n## 结尾", "### 结尾", "## End"])
    return path is not None and world.change(path, "^## 结尾$", new)


@edit(1)
def rename_a_heading_id(world: World) -> bool:
    """Others link to it: errors, most of the time."""
    path = world.pick(world.editions("stories"))
    return path is not None and world.change(path, r"\{#(see|look)\}", world.random.choice(["{#see}", "{#look}"]))


@edit(6)
def title(world: World) -> bool | None:
    path = world.pick(world.editions("stories", "notes", "pages"))
    if path is None:
        return False
    world.set_field(path, "title", f"题{world.random.choice('甲乙丙丁')} {path.parent.name}")
    return None


@edit(3)
def summary(world: World) -> bool | None:
    path = world.pick(world.editions(*STORIES))
    if path is None:
        return False
    world.set_field(path, "summary", world.random.choice([None, "又一句。", f"第{world.random.randrange(9)}句。"]))
    return None


FIELDS = {
    "date": ("2021", "2021-05", "2022-08-03", "2022-08-04", "2023-01-01", None),
    "updated": ("2023-01-02", "2024-02-03", None),
    "publish_on": ("2025-12-31", "2026-01-02", "2026-01-03", "2026-03-01", None),
    "series": ("eyes", "paper", None),
    "number": ("1", "2", "7", "12", None),
    "topics": ("[gardens]", "[rivers]", "[rivers, gardens]", None),
    "cities": ("[paks]", "[vavau]", "[vavau, paks]", None),
    "places": ("[yuan]", None),
    "authors": ("[甲, 乙]", "丙", None),
    "sources": ("[{publisher: 日报, title: 一, date: 2022-08}]", "[{title: 二}, {title: 三, url: 'https://example.org/x'}]", None),
    "aliases": ("[别名]", "[又名, 别号]", None),
    "order": ("1", "2", "-1", None),
    "extra": ("{a: 1}", "{a: 2}", None),
    "withdrawn": ("true", None, None),
}


@edit(12)
def shared_field(world: World) -> bool | None:
    path = world.pick(world.editions(*STORIES, lang="zh"))
    if path is None:
        return False
    name = world.random.choice(sorted(FIELDS))
    world.set_field(path, name, world.random.choice(FIELDS[name]))
    return None


@edit(2)
def own_field(world: World) -> bool | None:
    path = world.pick(world.editions())
    if path is None:
        return False
    name = world.random.choice(["translator", "reviewer", "updated", "image_alt"])
    world.set_field(path, name, "2024-05-06" if name == "updated" else f"某{world.random.randrange(9)}")
    return None


@edit(4)
def draft(world: World) -> bool | None:
    path = world.pick(world.editions())
    if path is None:
        return False
    world.set_field(path, "draft", None if world.get_field(path, "draft") else "true")
    return None


@edit(2)
def redirect_from(world: World) -> bool | None:
    path = world.pick(world.editions(*STORIES, lang="zh"))
    if path is None:
        return False
    world.set_field(path, "redirect_from", world.random.choice([None, f"[/stories/was-{path.parent.name}/]", "[/stories/x/, /stories/y/]"]))
    return None


@edit(5)
def add(world: World) -> bool | None:
    kind = world.random.choice(["stories", "stories", "notes", "pages"])
    if len(world.entries("stories", "notes", "pages")) > 10:
        return False
    languages = world.random.choice([("zh",), ("zh", "en"), ("zh", "en", "ko"), ("en",), ("ko", "en")])
    site.story(world.root, kind, f"{kind[0]}{world.number() + 10}", world.random.randrange(9), languages)
    return None


@edit(5)
def delete(world: World) -> bool | None:
    path = world.pick(world.entries("stories", "notes", "pages"))
    if path is None or len(world.entries(*STORIES)) < 5:
        return False
    shutil.rmtree(path)
    if world.random.random() < 0.85 and (other := world.pick(world.entries(path.parent.name))):
        world.rename_everywhere(path.name, other.name)
    return None


@edit(1)
def a_busy_month(world: World) -> None:
    """More notes than a home page shows, so that older stories are not on it; or they go again."""
    busy = [path for path in world.entries("notes") if path.name.startswith("busy")]
    for path in busy:
        shutil.rmtree(path)
    for number in range(0 if busy else 9):
        if not (world.root / f"content/notes/busy{number}").is_file():  # another edit may have made a file of it
            site.story(world.root, "notes", f"busy{number}", number + 20, ("zh",))


@edit(1)
def last_of_a_kind(world: World) -> bool | None:
    """All notes go, or the first one comes."""
    notes = world.entries("notes")
    for path in notes:
        shutil.rmtree(path)
        if other := world.pick(world.entries("stories")):
            world.rename_everywhere(f"note:{path.name}", f"story:{other.name}")
    if not notes:
        site.story(world.root, "notes", f"n{world.number() + 10}", 0, ("zh", "en"))
    return None


@edit(4)
def rename(world: World) -> bool | None:
    path = world.pick(world.entries("stories", "notes", "cities"))
    if path is None:
        return False
    new = f"r{world.number()}"
    path.rename(path.with_name(new))
    if world.random.random() < 0.85:
        world.rename_everywhere(path.name, new)
    return None


@edit(3)
def swap_two_slugs(world: World) -> bool | None:
    found = world.entries(world.random.choice(["stories", "notes", "cities"]))
    if len(found) < 2:
        return False
    one, other = world.random.sample(found, 2)
    aside = one.with_name("aside")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)
    return None


@edit(4)
def drop_an_edition(world: World) -> bool | None:
    path = world.pick([*world.editions(lang="en"), *world.editions(lang="ko")])
    if path is None:
        return False
    path.unlink()
    return None


@edit(4)
def add_an_edition(world: World) -> bool | None:
    folder, lang = world.pick(world.entries("stories", "notes", "pages")), world.random.choice(["en", "ko"])
    if folder is None or (folder / f"index.{lang}.md").exists():
        return False
    world.write(folder / f"index.{lang}.md", site.edition(folder.parent.name, folder.name, 2, lang))
    return None


@edit(2)
def copy_a_body(world: World) -> bool | None:
    """Translators begin with the text of the source: the same words, to be set by the rules of another language."""
    path = world.pick(world.editions("stories", lang="en"))
    if path is None or not (source := path.with_name("index.zh.md")).is_file():
        return False
    head = path.read_text("utf-8").split("---\n", 2)[:2]
    body = source.read_text("utf-8").split("---\n", 2)[-1]
    broken = "\n看\n{city:paks}\nsee\n{city:paks}\n看。\n"  # a line's end beside a name is a space in one language, nothing in another
    world.write(path, "---\n".join([*head, body + broken]))
    world.write(source, source.read_text("utf-8") + broken)
    return None


@edit(1)
def edition_of_another_language(world: World) -> bool | None:
    path = world.pick(world.editions(lang="en"))
    if path is None or path.with_name("index.ko.md").exists():
        return False
    path.rename(path.with_name("index.ko.md"))
    return None


@edit(1)
def drop_the_source_edition(world: World) -> bool | None:
    path = world.pick(world.editions("notes", lang="zh"))
    if path is None or not path.with_name("index.en.md").exists():
        return False
    path.unlink()
    return None


PROFILE = {
    "summary": ("新简介", "{zh: 简, en: Short}", None),
    "tie": ("exchange", "sister_city", "friendly_cooperation"),
    "since": ("2002", "2012-08-26", None),
    "order": ("1", "2", None),
    "time_zone": ("Asia/Tokyo", "Pacific/Tongatapu", None),
    "country": ("{zh: 匈牙利, en: Hungary}", "{zh: 汤加}", "汤加"),
    "name": ("{zh: 新城, en: New Town}", "{zh: 旧城, en: Old Town, ko: 옛}", "{zh: 独}"),
    "partner_term": ("{text: testvér, lang: hu}", None),
    "draft": ("true", None, None),
}


@edit(6)
def profile(world: World) -> bool | None:
    folder = world.pick(world.entries("cities"))
    if folder is None or not (folder / "profile.yaml").is_file():
        return False
    name = world.random.choice(sorted(PROFILE))
    world.set_field(folder / "profile.yaml", name, world.random.choice(PROFILE[name]))
    return None


@edit(2)
def clocks_of_a_city(world: World) -> bool | None:
    """How far they are from those of others is no file's word: the year decides it, and in 2016 that zone was changed."""
    folder = world.pick(world.entries("cities"))
    if folder is None or not (folder / "profile.yaml").is_file():
        return False
    if world.get_field(folder / "profile.yaml", "time_zone") != "Europe/Istanbul":
        world.set_field(folder / "profile.yaml", "time_zone", "Europe/Istanbul")
    else:
        world.run.today = "2026-01-02" if world.run.today == "2016-07-01" else "2016-07-01"
    return None


@edit(2)
def prose_leads_to_a_story(world: World) -> bool | None:
    """A city without a summary of its own begins with its prose wherever it is shown, with a name taken from a story that is not shown
    there; then that story is called otherwise."""
    folder = world.pick(world.entries("cities"))
    story = world.pick(path for path in world.entries("stories") if not (path / "index.ko.md").exists())
    if folder is None or story is None or not (folder / "profile.yaml").is_file():
        return False
    prose = f"---\nreviewer: 둘\n---\n도시, {{story:{story.name}}}.\n"
    path = folder / "index.ko.md"
    if path.is_file() and path.read_text("utf-8") == prose and (source := story / "index.zh.md").is_file():
        world.set_field(source, "title", f"名{world.random.randrange(99)}")
        return None
    if world.get_field(folder / "profile.yaml", "summary"):
        world.set_field(folder / "profile.yaml", "summary", None)
    world.write(path, prose)
    world.write(world.root / "templates/home.html", site.HOME)
    for number in range(9):
        if not (world.root / f"content/notes/busy{number}").is_file():  # another edit may have made a file of it
            site.story(world.root, "notes", f"busy{number}", number + 20, ("zh",))
    return None


@edit()
def profile_of_a_figure_or_place(world: World) -> bool | None:
    folder = world.pick(world.entries("figures", "places"))
    if folder is None:
        return False
    world.set_field(folder / "profile.yaml", "name", f"{{zh: 人{world.random.randrange(9)}, en: One}}")
    return None


@edit(4)
def another_picture(world: World) -> bool | None:
    path = world.pick(path for folder in world.entries() for path in [*folder.glob("*.svg"), *folder.glob("*.png")])
    if path is None:
        return False
    size = world.random.choice([(20, 10), (30, 20), (40, 20)])
    shade = world.random.randrange(6)
    picture = site.png(size[0] // 10, 3, shade) if path.suffix == ".png" else site.svg(*size, ("red", "tan", "sky")[shade // 2])
    world.write(path, picture)
    return None


@edit(1)
def lose_a_picture(world: World) -> bool | None:
    path = world.pick(path for folder in world.entries() for path in [*folder.glob("*.svg"), *folder.glob("*.png")])
    if path is None:
        return False
    path.unlink()
    return None


@edit()
def show_a_picture(world: World) -> bool | None:
    path = world.pick(world.editions("stories"))
    if path is None:
        return False
    world.write(path.with_name("new.png"), site.png(3, 3, world.random.randrange(6)))
    world.write(path, path.read_text("utf-8") + '\n![新](new.png "新图")\n')
    return None


@edit()
def poorer_page(world: World) -> bool | None:
    """A warning that is found when the page is made, and not before: its picture has no words."""
    path = world.pick(path for path in world.editions("stories") if world.get_field(path, "image_alt"))
    if path is None:
        return False
    world.set_field(path, "image_alt", None)
    return None


@edit(3)
def break_a_text(world: World) -> bool | None:
    path = world.pick(world.editions())
    if path is None:
        return False
    text = path.read_text("utf-8")
    world.write(path, world.random.choice([*SPOILT, text + "\n[死](story:nowhere)\n", text + "\n![无](none.png)\n"]))
    return None


@edit(1)
def windows_line_ends(world: World) -> bool | None:
    path = world.pick(world.editions())
    if path is None:
        return False
    data = path.read_bytes()
    world.write(path, b"\xef\xbb\xbf" + data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n").removeprefix(b"\xef\xbb\xbf"))
    return None


@edit(1)
def folder_becomes_file(world: World) -> bool | None:
    path = world.pick(world.entries(*STORIES))
    if path is None:
        return False
    shutil.rmtree(path)
    world.write(path, "was a folder\n")
    return None


@edit(2)
def leave_litter(world: World) -> bool | None:
    """What editors and systems leave behind, and what somebody forgot; some of it is spoken of, some not."""
    folder = world.pick(world.entries())
    if folder is None:
        return False
    name = world.random.choice([".DS_Store", "index.zh.md~", "spare.png", "notes.txt", ".git/index", "sub/x.md"])
    if (folder / name).exists():
        world.write(folder / name, "") if (folder / name).stat().st_size else (folder / name).unlink()
    else:
        world.write(folder / name, site.png(2, 2, 1) if name.endswith(".png") else "x")
    return None


@edit(1)
def clean_up(world: World) -> bool | None:
    litter = [path for path in (world.root / "content").rglob("*") if path.is_file() and path.suffix in (".txt", ".md~", "")]
    for path in litter:
        path.unlink()
    for path in sorted((world.root / "content").rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return bool(litter)


@edit(1)
def text_behind_a_link(world: World) -> bool | None:
    path = world.pick(path for path in world.editions("notes", "pages") if not path.is_symlink())
    if path is None:
        return False
    target = world.root / f"shared/{world.number()}.md"
    target.parent.mkdir(exist_ok=True)
    path.rename(target)
    path.symlink_to(os.path.relpath(target, path.parent))
    return None
