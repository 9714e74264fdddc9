"""What somebody saves is told once, when it is over; what only looks like a save is not."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from changlai.serve import Watch
from changlai.serve.inputs import passing
from tests.serve.styles import STYLES

PATIENCE = 30.0
MOMENT = 0.5  # longer than a burst may last before it is told
pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning:watchdog")  # of its own races

STORY = "content/stories/s/index.zh.md"


class Watched:
    """A small project that is being watched, and what was told of it."""

    def __init__(self, tmp_path: Path) -> None:
        self.root, theme = tmp_path / "project", tmp_path / "theme"
        for name in (STORY, "content/stories/s/photo.jpg", "content/stories/t/index.zh.md", "site.yaml", "content/terms.yaml"):
            write(self.root / name, f"of {name}")
        write(theme / "templates/base.html", "base")
        (theme / "translations").mkdir()
        self.theme, self.told, self.working = theme, Queue[set[str]](), threading.Event()
        self.working.set()
        self.watch = Watch(self.root, theme)
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.listen, daemon=True)

    def listen(self) -> None:
        for touched in self.watch.changes():
            if self.over.is_set():
                break
            self.told.put(touched)
            self.working.wait()

    def until(self, path: str) -> set[str]:
        """All that was told up to the burst that names `path`."""
        told: set[str] = set()
        while path not in told:
            told |= self.told.get(timeout=PATIENCE)
        return told

    def nothing_more(self) -> bool:
        try:
            self.told.get(timeout=MOMENT)
        except Empty:
            return True
        return False

    def end(self) -> None:
        self.working.set()
        self.over.set()
        self.root.mkdir(exist_ok=True)
        write(self.root / "site.yaml", "over")
        self.thread.join(PATIENCE)
        self.watch.close()


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that is busy with other things, what belongs to one save may come apart."""
    monkeypatch.setattr("changlai.serve.watch.LATER", 0.25)
    monkeypatch.setattr("changlai.serve.watch.PAUSE", 0.3)


def only_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing is seen by looking without having been woken."""
    monkeypatch.setattr("changlai.serve.watch.PAUSE", 1000.0)
    time.sleep(MOMENT)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    found = Watched(tmp_path)
    found.thread.start()
    time.sleep(0.1)  # what the files hold is learnt while nothing happens
    yield found
    found.end()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_saving_is_told_once(watched: Watched, style: str) -> None:
    STYLES[style](watched.root / STORY, b"new words")
    assert STORY in watched.until(STORY)
    assert watched.nothing_more()


@pytest.mark.parametrize("style", STYLES)
def test_the_same_bytes_are_no_change(watched: Watched, style: str) -> None:
    STYLES[style](watched.root / STORY, f"of {STORY}".encode())
    assert watched.nothing_more() or style == "link"  # a file that is a link now may lead elsewhere


@pytest.mark.parametrize(
    "name", ["index.zh.md~", ".index.zh.md.swp", "4913", "#index.zh.md#", "index.zh.md___jb_tmp___", "~$a.docx", "a.tmp"]
)
def test_what_editors_leave_for_a_moment_is_no_change(watched: Watched, name: str) -> None:
    write((watched.root / STORY).with_name(name), "words")
    assert watched.nothing_more()


@pytest.mark.parametrize("name", ["index.zh.md", "photo.jpg", "profile.yaml", "messages.po", "site.yaml", ".htaccess", "base.html"])
def test_what_a_build_reads_never_passes(name: str) -> None:
    assert not passing(name)


def touched(root: Path) -> None:
    (root / STORY).touch()


def read_by_somebody(root: Path) -> None:
    for path in root.rglob("*.md"):
        path.read_bytes()


def written_by_us(root: Path) -> None:
    for name in (".changlai", "site", ".git", "node_modules"):
        write(root / name / "file", "x")


@pytest.mark.parametrize("deed", [touched, read_by_somebody, written_by_us])
def test_nothing_is_told_when_nothing_changes(watched: Watched, deed: Callable[[Path], None]) -> None:
    deed(watched.root)
    assert watched.nothing_more()


def a_new_entry(root: Path) -> str:
    write(root / "content/stories/new/index.zh.md", "new")
    return "content/stories/new/index.zh.md"


def a_deleted_edition(root: Path) -> str:
    (root / STORY).unlink()
    return STORY


def a_renamed_folder(root: Path) -> str:
    (root / "content/stories/s").rename(root / "content/stories/renamed")
    return "content/stories/renamed/index.zh.md"


def a_first_catalog(root: Path) -> str:
    write(root / "translations/en_GB/LC_MESSAGES/messages.po", "msgid")
    return "translations/en_GB/LC_MESSAGES/messages.po"


def the_settings(root: Path) -> str:
    write(root / "site.yaml", "new")
    return "site.yaml"


def a_template_of_the_project(root: Path) -> str:
    write(root / "templates/story.html", "own")
    return "templates/story.html"


def a_template_of_the_package(root: Path) -> str:
    write(root.parent / "theme/templates/base.html", "mended")
    return "templates/base.html"


def a_picture(root: Path) -> str:
    (root / "content/stories/s/photo.jpg").write_bytes(bytes(100_000))
    return "content/stories/s/photo.jpg"


def a_folder_full_of_folders(root: Path) -> str:
    for number in range(20):
        write(root / f"content/stories/n{number}/index.zh.md", "x")
    return "content/stories/n19/index.zh.md"


def an_empty_folder(root: Path) -> str:
    (root / "content/stories/empty").mkdir()
    return "content/stories/empty"


CHANGES = [
    a_new_entry,
    a_deleted_edition,
    a_renamed_folder,
    a_first_catalog,
    the_settings,
    a_template_of_the_project,
    a_template_of_the_package,
    a_picture,
    a_folder_full_of_folders,
    an_empty_folder,
]


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_build_reads_is_watched(watched: Watched, change: Callable[[Path], str]) -> None:
    watched.until(change(watched.root))
    assert watched.nothing_more()


@pytest.mark.parametrize("name", ["content", "templates", "."])
def test_a_folder_that_is_deleted_and_made_again_is_listened_to_again(
    watched: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = watched.root / name
    write(watched.root / "templates/own.html", "own")
    watched.until("templates/own.html")
    shutil.copytree(path, tmp_path / "aside")
    shutil.rmtree(path)
    time.sleep(MOMENT)
    shutil.copytree(tmp_path / "aside", path)
    first = "templates/own.html" if name == "templates" else STORY
    watched.until(first)
    while not watched.nothing_more():
        pass
    only_listen(monkeypatch)
    write(watched.root / first, "once more")
    watched.until(first)


def test_a_checkout_of_500_files_is_told_in_at_most_three_bursts(watched: Watched) -> None:
    for number in range(500):
        write(watched.root / f"content/stories/c{number % 50}/index.{number // 50}.md", str(number))
        if number % 40 == 0:
            time.sleep(0.03)
    told = [watched.told.get(timeout=PATIENCE)]
    while not set().union(*told) >= {f"content/stories/c{number % 50}/index.{number // 50}.md" for number in range(500)}:
        told.append(watched.told.get(timeout=PATIENCE))
    assert len(told) <= 3 and watched.nothing_more()


def test_what_is_changed_and_changed_back_while_we_work_is_told(watched: Watched) -> None:
    watched.working.clear()
    write(watched.root / "site.yaml", "new")
    watched.until("site.yaml")
    before = (watched.root / STORY).read_text()
    write(watched.root / STORY, "read by a build")
    write(watched.root / STORY, before)
    watched.working.set()
    watched.until(STORY)


def test_what_is_saved_before_anybody_asks_is_told(tmp_path: Path) -> None:
    found = Watched(tmp_path)
    write(found.root / STORY, "saved during the first build")
    found.thread.start()
    found.until(STORY)
    found.end()


def test_a_file_that_is_still_being_written_is_waited_for(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("changlai.serve.watch.LATER", 1.0)
    with (watched.root / STORY).open("w", encoding="utf-8") as file:
        for _ in range(20):
            file.write("a line\n")
            file.flush()
            time.sleep(0.02)
        assert watched.told.empty()
    watched.until(STORY)


def test_what_a_link_leads_to_is_listened_to(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    write(watched.root / "pool/a.md", "a")
    (watched.root / "content/stories/linked").symlink_to(watched.root / "pool")
    watched.until("content/stories/linked/a.md")
    only_listen(monkeypatch)
    write(watched.root / "pool/a.md", "b")
    watched.until("content/stories/linked/a.md")


def test_a_folder_that_links_to_itself_is_looked_at_once(watched: Watched) -> None:
    (watched.root / "content/stories/s/again").symlink_to(watched.root / "content")
    watched.until("content/stories/s/again")
    write(watched.root / STORY, "new")
    watched.until(STORY)


def test_without_events_it_is_seen_by_looking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a network share nothing is told; and the system may refuse to listen to more."""
    monkeypatch.setattr("changlai.serve.ears.Ears.schedule", lambda *_: None)
    found = Watched(tmp_path)
    found.thread.start()
    time.sleep(0.2)
    write(found.root / STORY, "new")
    found.until(STORY)
    found.end()


def test_a_half_saved_file_makes_what_was_read_doubtful(tmp_path: Path) -> None:
    found = Watched(tmp_path)
    bursts = found.watch.changes()
    write(found.root / STORY, "new")
    assert next(bursts) == {STORY}
    assert not found.watch.stirred()
    write(found.root / "content/terms.yaml", "half")
    until = time.monotonic() + PATIENCE
    while not found.watch.stirred() and time.monotonic() < until:
        time.sleep(0.01)
    (found.root / "content/terms.yaml").unlink()
    write(found.root / "content/terms.yaml", "of content/terms.yaml")
    assert STORY in next(bursts), "what was told may not have been built, and is told again"
    found.watch.close()


def test_what_was_released_is_no_business_of_the_preview(watched: Watched) -> None:
    write(watched.root / "translations/released/stories/s.zh.yaml", "released")
    write(watched.root / "translations/status/stories/s.en.yaml", "status")
    assert not any("released" in path for path in watched.until("translations/status/stories/s.en.yaml"))
