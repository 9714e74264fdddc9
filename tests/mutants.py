"""Programs that were broken on purpose, and what notices it: the tests of the incremental build are tried on them.

    python -m tests.mutants [NAME …]

breaks copies of the program in one place each and prints by what each was caught. A mutant that no longer fits the sources is a
failure too: it must be moved to where the thing is done now.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.history import ROOT, histories, pristine, scratch

EDITS, SEEDS = 120, 4  # a mutant may live through so many edits of so many projects
Catch = Callable[[Callable[[Path], None]], str]  # breaks the copy that it is given; says what noticed it, or nothing


class Mutant(NamedTuple):
    name: str
    breaks: str
    file: str  # below changlai/
    old: str  # stands there; empty: `new` is added at the end
    new: str
    catch: Catch


def edited(*favoured: str) -> Catch:
    """By the history of edits, in which `favoured` are drawn more often than usual."""

    def catch(damage: Callable[[Path], None]) -> str:
        rows = histories(EDITS * SEEDS, 1, 1, "--favour", *favoured, length=EDITS, each=damage)
        total = 0
        for row in rows:
            total += sum(row["edits"].values())
            if row["wrong"]:
                return f"edit {total}: {row['wrong'].partition(chr(10))[0]}"
        return ""

    return catch


def run(*command: str, sign: str) -> Catch:
    """By another program of the tests, which must fail and say `sign`."""

    def catch(damage: Callable[[Path], None]) -> str:
        with tempfile.TemporaryDirectory(prefix="mutant-", dir=scratch()) as name:
            pristine(Path(name))
            damage(Path(name))
            environment = os.environ | {"PYTHONPATH": f"{name}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
            argv = [part.replace("PROGRAM", name) for part in command]
            done = subprocess.run([sys.executable, "-P", "-m", *argv], cwd=ROOT, env=environment, capture_output=True, text=True)
            lines = [line.strip() for line in done.stdout.splitlines() if sign in line]
            return f"{command[0]}: {lines[0]}" if done.returncode and lines else ""

    return catch


def tested(*nodes: str) -> Catch:
    """By tests of the suite."""
    return run("pytest", "-q", "-x", "-p", "no:cacheprovider", "-o", f"pythonpath=PROGRAM {ROOT}", *nodes, sign="FAILED ")


def killed(every: int = 9, sign: str = "is torn") -> Catch:
    return run("tests.crash", "--every", str(every), "--kill", sign=sign)


def damage(mutant: Mutant) -> Callable[[Path], None]:
    def change(program: Path) -> None:
        path = program / "changlai" / mutant.file
        text = path.read_text("utf-8") if path.is_file() else ""
        found = mutant.old in text if mutant.old else f"def {mutant.new.split('def ', 1)[1].split('(')[0]}(" in text
        if not text or not found:
            raise LookupError(f"{mutant.name}: the mutant does not apply any more: {mutant.file} has no {mutant.old or mutant.new!r}")
        path.write_text(text.replace(mutant.old, mutant.new) if mutant.old else f"{text}\n\n{mutant.new}\n", "utf-8")

    return change


KEY = "parts = tuple(page.view), *texts, *page.view.values()"
TEXTS = "tuple([body.digest for body in bodies]), tuple([body.fills for body in bodies]), tuple([body[2:] for body in bodies])"
SIGN = "[bases[kind], said(sheet), told, *(cards[key] for key in sheet.shows)]"
MARK = "(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) == mark[:4]"
LEFT = "(found.st_mtime_ns, found.st_ctime_ns, found.st_ino) == (record.modified, record.changed, record.inode)"
LOOK = """young(row.state, moment))  # type: ignore[arg-type]
            lines.append(f"{row.name} {self.contents(row.path) if read else row.state}")"""
MUTANTS = (
    # ---- what is no longer made
    Mutant("no-pruning", "nothing is ever removed", "write/tree.py", "", "def sweep(*_):\n    pass", edited("delete", "rename")),
    Mutant("deleted-edition-stays", "pages of a language stay when its edition goes", "write/tree.py",
           "elif name in records:", 'elif name in records or name.startswith("en/"):', edited("drop_an_edition", "delete")),
    Mutant("stray-stays", "what nobody planned is left lying", "write/tree.py", "if known or ours:", "if known:", edited("stray_output")),
    Mutant("empty-folders-stay", "folders stay when their last page goes", "write/tree.py",
           "os.rmdir(entry.path)", "pass", edited("delete", "rename")),
    # ---- a page's key
    Mutant("key-without-template", "a page is not drawn anew for its template", "render/renderer.py",
           "found = self._closures[template] = closure(template, self._digests, self._analyses)", "found = template",
           edited("own_template", "template_of_the_program")),
    Mutant("key-without-included", "nor for what its template includes", "render/templates.py",
           "", "def closure(name, templates, analyses):\n    return fingerprint(templates.get(name))",
           edited("own_included_template", "included_template_of_the_program")),
    Mutant("key-without-computed-includes", "nor for what it includes by a computed name", "render/templates.py",
           "if analyses[at].dynamic:", "if False:", edited("own_template", "own_included_template", "own_mark")),
    Mutant("key-without-catalog", "nor for the theme's words", "render/renderer.py",
           " {self._translations[lang].digest}", "", edited("own_words_for_the_theme", "words_of_the_program")),
    Mutant("key-without-locale", "nor for how its language writes dates", "render/renderer.py", " {self._speech[lang]}\"\n", "\"\n",
           tested("tests/test_history.py", "-k", "another_country")),
    Mutant("key-without-view", "nor for what it shows", "render/renderer.py", KEY, KEY.replace(", *page.view.values()", ""),
           edited("title")),
    Mutant("key-without-body", "nor for its text", "render/renderer.py", TEXTS, TEXTS.replace("[body.digest for", "[0 for"),
           edited("append_to_a_body")),
    Mutant("key-without-fills", "nor for what its links lead to", "render/renderer.py", TEXTS, TEXTS.replace("[body.fills for", "[0 for"),
           edited("rename", "profile", "another_address")),
    Mutant("key-without-marks", "nor for the blocks that are marked", "render/renderer.py", TEXTS, TEXTS.replace("[body[2:] for", "[0 for"),
           edited("adopt", "reword_a_source")),
    Mutant("key-without-other-words", "nor for words in the language of a text that stands beside another", "render/renderer.py",
           "[page.lang, *[body.lang for body in page.bodies if body.lang]]", "[page.lang]",
           tested("tests/test_history.py", "-k", "second_language")),
    Mutant("key-without-cards", "nor for what many pages show", "render/brief.py", "value, digest(marshal.dumps(value, 0)).encode()",
           'value, b"a card"', edited("title", "summary")),
    Mutant("steady-everything", "a macro says on one page what it said on another", "render/steady.py",
           "if not others <= looks.keys()", "if False", tested("tests/render/test_steady.py")),
    Mutant("key-without-settings", "nor for the settings of the site", "render/renderer.py", KEY,
           KEY.replace("page.view.values()", '(value for name, value in page.view.items() if name not in ("site", "head", "menu"))'),
           edited("setting")),
    Mutant("key-without-version", "nor by another program", "render/renderer.py", "{self._version} ", "",
           edited("another_version_of_the_program")),
    Mutant("stale-lists", "lists keep the titles of before", "render/renderer.py", KEY,
           KEY.replace("page.view.values()", '(page.view.values() if page.template not in ("list.html", "home.html") else ())'),
           edited("title", "delete")),
    Mutant("stale-feeds", "feeds and sitemap are not renewed", "render/renderer.py", KEY,
           KEY.replace("page.view.values()", '(() if page.path.endswith(".xml") else page.view.values())'),
           edited("summary", "add", "delete")),
    Mutant("stale-assets", "a file under its old address is not renewed", "pipeline.py",
           "asset.path in before and before[asset.path].key == asset.digest", "asset.path in before", edited("another_picture")),
    # ---- a page's sign: what it follows from, told without making it
    Mutant("sign-without-shows", "a page is not looked at for the stories that it shows", "signs.py", SIGN,
           SIGN.replace(", *(cards[key] for key in sheet.shows)", ""), edited("title", "summary")),
    Mutant("sign-without-text", "nor for its own text", "signs.py", SIGN, SIGN.replace(" told,", ""), edited("append_to_a_body")),
    Mutant("card-without-text", "nor for a card that begins with the text", "signs.py", " or wholes[key] for", " for",
           edited("reword_in_the_same_length", "summary")),
    Mutant("sign-of-lists", "lists are not looked at for their stories", "signs.py", "for key in sheet.shows)",
           'for key in sheet.shows if sheet.template != "list.html")', edited("title", "summary")),
    Mutant("sign-of-feeds", "nor feeds", "signs.py", "for key in sheet.shows)",
           'for key in sheet.shows if not sheet.path.endswith(".xml"))', edited("title", "summary")),
    Mutant("sign-without-named", "nor for the stories that its text leads to", "signs.py",
           'whole[key] + "".join(whole[other] for other in plan.named.get(key, ()))', 'whole[key]',
           edited("link_to_another", "title", "drop_an_edition", "add_an_edition")),
    Mutant("sign-without-prose", "nor for those that the prose of a profile leads to, wherever it is shown", "signs.py",
           "card(site, entry, files[key]) or wholes[key]", "card(site, entry, files[key]) or whole[key]",
           edited("prose_leads_to_a_story")),
    Mutant("sign-without-menu", "nor for a story that the menu names", "signs.py",
           "    rest += [cards[key] for item", "    _ = [cards[key] for item", edited("story_in_the_menu")),
    Mutant("sign-without-rest", "nor for settings, terms and profiles", "signs.py",
           "base = fingerprint(sorted(rest), ", "base = fingerprint(", edited("setting", "terms", "profile", "catalog")),
    Mutant("sign-without-pictures", "nor for another file beside the text", "signs.py", "for path, found in site.library.digests.items():",
           'for path, found in ((path, "" if path.endswith((".svg", ".png")) else found) for path, found in site.library.digests.items()):',
           edited("another_picture")),
    Mutant("sign-without-records", "nor for what its translation was made from", "signs.py",
           "owner = owner_of(path) if path.startswith(FOLDER) else None",
           "owner = None\n        if path.startswith(FOLDER):\n            continue", edited("adopt", "accept", "reword_a_source")),
    Mutant("sign-without-followers", "nor for a record that another entry gets", "collate.py",
           "library = library._replace(digests={**library.digests, **followed})", "pass",
           tested("tests/test_history.py", "-k", "another_gets")),
    Mutant("sign-without-standing", "nor for drafts and days", "signs.py", "", "def standing(*_):\n    return []",
           edited("drafts_shown", "draft", "another_day")),
    Mutant("sign-without-args", "nor for its place among others", "signs.py", "sheet.real, *sheet.args]", "sheet.real]",
           edited("add", "delete", "shared_field")),
    Mutant("sign-without-template", "nor for its template", "signs.py", SIGN,
           SIGN.replace("bases[kind]", "base"), edited("own_template", "own_included_template")),
    Mutant("sign-without-clocks", "nor for what clocks show", "signs.py",
           ", [*site.held], clocks)", ", [*site.held])",
           edited("clocks_of_a_city")),
    Mutant("sign-without-address", "nor for the address of the site", "signs.py",
           "library.settings.base_url, ", "", edited("another_address")),
    Mutant("sign-without-held", "nor for kinds that come and go", "signs.py", ", [*site.held], clocks)", ", clocks)",
           edited("last_of_a_kind", "no_menu")),
    Mutant("warnings-not-remembered", "what is poorer about a page is said once only", "pipeline.py",
           "problems += record.warnings", "pass", edited("poorer_page", "title")),
    Mutant("warnings-not-kept", "the same, since they are not written down", "pipeline.py",
           "warnings=tuple(found)", "warnings=()", edited("poorer_page", "title")),
    # ---- how files stood
    Mutant("marks-by-time-only", "a file with its old time is not read", "read/disk.py",
           MARK, "found.st_mtime_ns == mark.modified", edited("same_size_same_time")),
    Mutant("marks-by-size-only", "a file with its old size is not read", "read/disk.py",
           MARK, "found.st_size == mark.size", edited("reword_in_the_same_length", "same_size_same_time")),
    Mutant("marks-of-young-files", "a second save within one tick of the clock is not seen", "read/disk.py",
           "if not still.young(stood, self.now):", "if True:", edited("coarse_clock")),
    Mutant("marks-under-ci", "CI believes the marks that its cache restored", "pipeline.py",
           "0 if self.certain else int(", "int(", edited("ci", "restored_by_a_cache")),
    # ---- what is remembered of entries and catalogs
    Mutant("entry-memory-without-stamps", "an entry is what it was, whatever its files hold", "read/project.py",
           "folder.texts()], stamps, ", "folder.texts()], ", edited("title")),
    Mutant("entry-memory-without-tongues", "nor is it read anew for other languages", "read/project.py",
           "repr(tongues)", '""', edited("languages")),
    Mutant("entry-memory-without-files", "nor for files that come and go beside it", "read/project.py",
           "sorted(folder.files)", '""', edited("lose_a_picture")),
    Mutant("entry-memory-without-problems", "what is wrong with an entry is said once only", "read/project.py",
           "disk.problems += found.problems", "disk.problems += [] if key in known else found.problems",
           edited("break_a_text", "own_field")),
    Mutant("catalogs-by-path", "a catalog is what it was, whatever it holds", "gather.py",
           "path, digest(data))", "path)", edited("catalog")),
    # ---- what is remembered of texts and pictures
    Mutant("text-by-length", "texts of one length are taken for each other", "read/entries.py",
           "digest(front.body.encode())", "digest(str(len(front.body)).encode())", edited("reword_in_the_same_length")),
    Mutant("text-without-language", "a text is set by the rules of another language", "gather.py",
           "version, kind, refs", "version, refs", edited("copy_a_body")),
    Mutant("text-without-version", "texts stay as an older program read them", "gather.py",
           '"markdown", version,', '"markdown",', edited("another_version_of_the_program")),
    Mutant("picture-by-name", "another picture of the same name is not seen", "media/remembered.py",
           "name, digest)", "name)", edited("another_picture")),
    Mutant("unguarded-memory", "what the memory says is believed", "store.py",
           "found if value == sealed(key, found) else None", "found or None", edited("flip_a_bit_of_a_remembered_value")),
    Mutant("sealed-without-key", "what a damaged memory gives for another is believed", "store.py",
           'f"{key}\\n".encode()', 'b""', tested("tests/test_store.py", "-k", "another")),
    # ---- what is remembered of translations, and what one process holds
    Mutant("tally-without-files", "a translation is judged as it was, whatever it says", "collate.py",
           "*kinds, *gists, *files, ", "*kinds, ", edited("append_to_a_body", "reword_a_source", "adopt")),
    Mutant("tally-without-record", "nor for what it was made from", "collate.py",
           "*files, *record, ", "*files, ", edited("adopt", "accept", "reword_a_source")),
    Mutant("tally-without-glossary", "nor for what the glossary says", "collate.py",
           "glossary(library, say, day), repr", "repr",
           edited("glossary", "name_a_tie")),
    Mutant("tally-without-languages", "nor for what its language is", "collate.py", ", repr(library.settings.languages))", ")",
           tested("tests/test_history.py", "-k", "called_otherwise")),
    Mutant("tally-without-ties", "nor for what ties a city has", "collate.py", "said.tie,", "",
           tested("tests/test_history.py", "-k", "another_tie")),
    Mutant("held-whatever-it-follows-from", "what a process made once it holds for ever", "store.py",
           "held is None or held[0] != key", "held is None", edited("catalog", "own_words_for_the_theme", "glossary")),
    Mutant("compiled-once", "a template stays as it was compiled first", "render/renderer.py",
           "if checksum == bucket.checksum:", "if code:", edited("own_template", "own_included_template")),
    # ---- what lies in the output folder
    Mutant("trusted-outputs", "files are believed to be as they were left", "write/tree.py",
           "", "def held(path, record):\n    return record", edited("spoil_an_output", "lose_an_output")),
    Mutant("outputs-by-time", "a file with its old time is believed", "write/tree.py",
           LEFT, "found.st_mtime_ns == record.modified",
           edited("spoil_an_output")),
    Mutant("outputs-by-size", "a file with its old size is believed", "write/tree.py",
           LEFT, "True", edited("spoil_an_output")),
    Mutant("outputs-without-inode", "nor is one that came with its folder from another place", "write/tree.py",
           LEFT, LEFT.replace("record.inode", "found.st_ino"), tested("tests/write/test_tree.py", "-k", "places")),
    Mutant("links-followed", "pages are written through a link into somebody's folder", "write/tree.py",
           "", "def links(*_):\n    return []", edited("output_of_another_sort")),
    Mutant("manifest-not-saved", "what was left is not remembered", "write/target.py",
           "", "def _save(*_):\n    pass", edited("another_folder", "delete")),
    Mutant("torn-write", "files are written in place", "write/tree.py", "",
           "def replace(part, path, folder):\n    make_way(Path(path), folder)\n"
           "    Path(path).write_bytes(Path(part).read_bytes())", killed()),
    Mutant("stage-not-used", "pages are written before all are drawn", "write/tree.py",
           '        there = not self.new and os.path.isdir(os.path.dirname(f"{self.folder}/{path}"))\n',
           "        aim = self.folder / path\n        aim.parent.mkdir(parents=True, exist_ok=True)\n"
           "        aim.write_bytes(data)\n        return Output(path, key, name)\n",
           edited("break_a_template")),
    Mutant("no-announce", "a build that was stopped does not know its own", "write/target.py",
           "", "def announce(*_):\n    pass", killed(3, "the next build")),
    Mutant("manifest-without-check", "any list of what was left is believed", "write/target.py",
           " if check == digest(text).encode() else {}", "",
           edited("rewrite_what_is_remembered", "poorer_page")),
    Mutant("record-without-check", "any record of the last build is believed", "still.py",
           "if check != digest(data).encode():", "if not check:", edited("rewrite_what_is_remembered")),
    Mutant("no-turns", "two builds at once do not wait", "write/turns.py",
           "seize(file.fileno())", "pass", tested("tests/write/test_turns.py")),
    Mutant("lost-order", "results come in another order than the items", "executor.py",
           "yield from self.done.pop(self.turn)", "yield from reversed(self.done.pop(self.turn))",
           tested("tests/test_determinism.py", "-k", "jobs")),
    # ---- ending early
    Mutant("early-by-time", "a file with its old size and time is believed", "sight.py",
           LOOK, LOOK.replace("young(row.state, moment)", "False").replace("row.state}", "row.state[:2]}"),
           edited("same_size_same_time", "contents_change_places")),
    Mutant("early-by-size", "a file with its old size is believed", "sight.py",
           LOOK, LOOK.replace("young(row.state, moment)", "False").replace("row.state}", "row.state[:1]}"),
           edited("same_size_same_time", "reword_in_the_same_length")),
    Mutant("early-without-options", "other options are not seen", "unchanged.py",
           "args.base_url, args.drafts, ", "", edited("another_address", "drafts_shown")),
    Mutant("early-without-day", "another day is not seen", "unchanged.py",
           "", 'def today(args, now, zone):\n    return ""', edited("another_day", "shared_field")),
    Mutant("early-without-program", "another program is not seen", "unchanged.py",
           "PACKAGE, *theme]", "*theme]", edited("another_version_of_the_program")),
    Mutant("early-without-theme", "another theme is not seen", "unchanged.py",
           "PACKAGE, *theme]", "PACKAGE]", edited("template_of_the_program", "words_of_the_program")),
    Mutant("early-without-outputs", "what happened to the output is not seen", "unchanged.py",
           "", "def outputs(*_):\n    return still.written([], [], [[]] * 4, [still.machine(), [], [], [], []])",
           edited("spoil_an_output", "lose_an_output")),
    Mutant("early-though-young", "a second save within one tick of the clock is not seen", "still.py",
           "", "def young(*_):\n    return False", edited("coarse_clock")),
    Mutant("early-in-ci", "CI believes the times that its cache restored", "cli/whole.py",
           'args.certain = bool(os.environ.get("CI"))', "args.certain = False", edited("ci", "restored_by_a_cache")),
    Mutant("early-of-the-end", "the state is taken at the end: what was saved meanwhile is lost", "unchanged.py",
           '"inputs": before.digest',
           '"inputs": Sight(inputs(args), PACKAGE, args.project.absolute() / RELEASED, TZPATH).digest('
           "[*options(args, args.certain), still.machine()], before.made, args.certain)",
           edited("saved_while_it_builds")),
    Mutant("problems-forgotten", "a build that ends early has no warnings", "unchanged.py",
           "return Said(problems, ", "return Said((), ", edited("nothing", "touch")),
    Mutant("recorded-whatever-came", "what came and went while it was built stays", "unchanged.py",
           "if before.sight.renew(before.made) else []", "if before.sight.renew(before.made) is not None else []",
           tested("tests/test_unchanged.py", "-k", "while_it_builds")),
    Mutant("recorded-as-it-looks", "what another program made of a page is taken for what was left", "unchanged.py",
           "stood[path] != found", "False", tested("tests/test_unchanged.py", "-k", "another_program")),
    # ---- the quick look
    Mutant("glance-without-folders", "a file that was added is not seen", "unchanged.py",
           "groups, values = sight.odd(", "sight.stood = {at: how for at, how in sight.stood.items() if not os.path.isdir(at)}\n"
           "    groups, values = sight.odd(",
           tested("tests/test_unchanged.py", "-k", "any_change")),
    Mutant("glance-at-coarse-folders", "nor on a disk whose folders keep no fine time", "still.py",
           "", "def vouches(*_):\n    return True", tested("tests/test_unchanged.py", "-k", "coarse")),
    Mutant("glance-at-one-half", "half of all files are not looked at", "still.py",
           "looked(paths) == [first, second]", "looked(paths)[0] == first", tested("tests/test_unchanged.py", "-k", "any_change")),
    Mutant("glance-though-young", "a second save within one tick of the clock is not seen", "sight.py",
           "files = [row.path for row in self.rows if row.read and young(row.state, moment)]", "files: list[str] = []",
           edited("coarse_clock")),
    Mutant("glance-at-links", "what a link leads to is not looked at", "sight.py",
           "[[*self.links], folders, files, self.absent], [\n            [*self.links.values()],",
           "[[], folders, files, self.absent], [\n            [],", tested("tests/test_unchanged.py", "-k", "link")),
    Mutant("again-whatever-was-typed", "another command is answered as the last one was", "still.py",
           "command == asked(argv, environ) and ", "", tested("tests/test_unchanged.py", "-k", "same_command")),
    Mutant("again-on-another-day", "the same command is answered as it was the day before", "still.py",
           "since <= time.time() < until and ", "", tested("tests/test_unchanged.py", "-k", "same_command")),
    Mutant("again-in-ci", "CI believes the times that its cache restored, where the command is the same", "still.py",
           'if environ.get("CI"):', "if False:", tested("tests/test_unchanged.py", "-k", "same_command")),
)  # fmt: skip
QUICK = (
    "no-pruning",
    "key-without-view",
    "sign-without-shows",
    "text-by-length",
    "trusted-outputs",
    "early-without-options",
    "problems-forgotten",
)


def caught(mutant: Mutant) -> str:
    """What noticed the mutant; nothing where it lives. LookupError where it fits nowhere."""
    return mutant.catch(damage(mutant))


def sound() -> str:
    """The control: whether the program itself would be taken for a mutant."""
    rows = histories(EDITS, 1, 1, "--favour", "nothing", length=EDITS)
    return "".join(row["wrong"] for row in rows)


def rows(mutants: list[Mutant], jobs: int) -> Iterator[tuple[Mutant, str]]:
    with ThreadPoolExecutor(jobs) as pool:

        def tried(mutant: Mutant) -> str:
            try:
                return caught(mutant) or "SURVIVED"
            except LookupError as fault:
                return f"SURVIVED: {fault}"

        yield from zip(mutants, pool.map(tried, mutants), strict=True)


def main() -> int:
    parser = argparse.ArgumentParser("python -m tests.mutants", description="Programs broken on purpose, and what notices it.")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    chosen = [mutant for mutant in MUTANTS if not args.names or mutant.name in args.names]
    began, lived = time.monotonic(), 0
    if not args.names and (wrong := sound()):
        sys.stdout.write(f"the program as it is does not pass, so nothing can be said of mutants: {wrong}\n")
        return 1
    for mutant, by in rows(chosen, args.jobs):
        lived += by.startswith("SURVIVED")
        sys.stdout.write(f"{mutant.name:30} {mutant.breaks}\n{'':30} → {by}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(chosen) - lived} of {len(chosen)} caught, {time.monotonic() - began:.0f} s\n")
    return int(bool(lived or not chosen))


if __name__ == "__main__":
    sys.exit(main())
