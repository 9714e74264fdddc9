"""What came back from translators, brought into editions and records. Pure: answers and files in, files out.

Every answer is judged by itself, so that one that is wrong keeps none of the others out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from changlai import compare, markdown
from changlai.collate import heads
from changlai.exchange.edited import Taken, edited
from changlai.exchange.task import Ask, Task, indexed, task
from changlai.model import Answer, Block, Finding, Key, Library, Marked, Pair, Place
from changlai.problems import Problem, has_errors, problem
from changlai.record import dump, path_of
from changlai.translate.packets import DELETE
from changlai.write import skeleton
from changlai.write.editions import body_of
from changlai.write.scalars import Unwritable, with_texts

_STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff\ud800-\udfff]")


class Brought(NamedTuple):
    """What became of the answers for one entry, and the files that say so; None is for a file that goes."""

    key: Key
    lang: str
    files: Mapping[str, bytes | None]
    taken: tuple[Taken, ...]
    undone: tuple[Answer, ...]
    same: tuple[Answer, ...]  # nothing to be done for them
    problems: tuple[Problem, ...]


def key_of(answer: Answer) -> Key:
    kind, _, rest = answer.id.partition(":")
    return Key(kind, rest.partition(":")[0])


def paths(library: Library, key: Key, lang: str) -> list[str]:
    """The files that answers for an entry may change, whether or not they exist."""
    entry = library.entries[key]
    folder = entry.place.path.rpartition("/")[0]
    return [f"{folder}/index.{lang}.md", *([entry.place.path] if entry.profile else [])]


class Bringing:
    """The answers for one entry in one language, on their way into its files."""

    def __init__(self, made: Task, files: Mapping[str, bytes], day: str, words: Callable[[str], str]) -> None:
        self.made, self.files, self.day, self.words = made, files, day, words
        self.asks = indexed(made)
        self.problems: list[Problem] = []
        self.undone: list[Answer] = []
        self.same: list[Answer] = []

    def bring(self, answers: Iterable[Answer]) -> Brought:
        taken: dict[str, Taken] = {}
        for answer in answers:
            one = self.judge(answer)
            if one is None:
                continue
            name = one.ask.request.id
            if name in taken and taken[name].text != one.text:
                self.refuse(answer, "packet-twice", line=taken[name].answer.place.line, path=taken[name].answer.place.path)
            taken.setdefault(name, one)
        files, chosen = self.written(list(taken.values()))
        key = self.made.entry.key
        return Brought(key, self.made.lang, files, tuple(chosen), tuple(self.undone), tuple(self.same), tuple(self.problems))

    def refuse(self, answer: Answer, code: str, /, **params: object) -> None:
        self.problems.append(problem(code, answer.place, entry=self.made.entry.key, lang=self.made.lang, **params))

    def judge(self, answer: Answer) -> Taken | None:
        """The answer, if it may be brought in; else it is said why not."""
        base, _, stamp = answer.id.rpartition(":")
        ask = self.asks.get(base)
        if not answer.done:
            self.undone.append(answer)
            return None
        if ask is None and answer.text == DELETE:
            self.same.append(answer)  # it has gone already
            return None
        if ask is None:
            self.refuse(answer, "packet-stale")
            return None
        request, bead = ask
        text = " ".join(answer.text.split()) if request.name else answer.text
        if text == request.target and (request.kind == "same" or stamp != self.made.stamp(bead)):
            self.same.append(answer)
        elif stamp != self.made.stamp(bead):
            self.refuse(answer, "packet-edited")
        elif request.kind == "removed" or text == DELETE:
            return self.judge_deletion(ask, answer)
        elif strange := _STRANGE.search(text):
            self.refuse(answer, "packet-character", character=f"U+{ord(strange[0]):04X}")
        else:
            return self.judge_field(ask, answer, text) if request.name else self.judge_text(ask, answer, text)
        return None

    def judge_deletion(self, ask: Ask, answer: Answer) -> Taken | None:
        if ask.request.kind != "removed":
            self.refuse(answer, "packet-delete", mark=DELETE)
        elif answer.text != DELETE:
            self.refuse(answer, "packet-gone", mark=DELETE)
        else:
            return Taken(ask, answer, "")
        return None

    def judge_field(self, ask: Ask, answer: Answer, text: str) -> Taken | None:
        made, request = self.made, ask.request
        wrong = [] if made.differs(request.name) else made.agreement(ask.bead).in_line(request.source, text)
        known = made.agreement(ask.bead).in_line(request.old, request.target) if request.old and request.target else ()
        lost = [words for words in wrong if words not in known]
        for words in lost:
            self.refuse(answer, "packet-numbers", what=words)
        return None if lost else Taken(ask, answer, text)

    def judge_text(self, ask: Ask, answer: Answer, text: str) -> Taken | None:
        made, request = self.made, ask.request
        wrong = [found for found in self.findings(text) if has_errors([problem(found.code, answer.place, **dict(found.params))])]
        parts = made.marked(text, made.lang)
        if not wrong:
            source, old = made.marked(request.source, made.source), made.marked(request.old or request.source, made.source)
            present, agree = made.marked(request.target, made.lang), made.agreement(ask.bead)
            wrong = [*compare.unkept(source, parts, agree, old, present)]
            wrong += [Finding("packet-loose", 1, 1)] if not wrong and not _whole(text, parts) else []
        for found in wrong:
            self.refuse(answer, found.code, **dict(found.params))
        return None if wrong else Taken(ask, answer, text, parts)

    def findings(self, text: str) -> list[Finding]:
        """What is wrong with a text whatever stands beside it."""
        last = text.count("\n") + 1
        document = markdown.parse(text + self.made.definitions, self.made.typography(self.made.lang), self.made.refs)
        return [found for found in document.findings if found.line <= last]

    def written(self, taken: Sequence[Taken]) -> tuple[dict[str, bytes | None], list[Taken]]:
        """The files with what was taken, and what there was a place for."""
        made, files = self.made, dict(self.files)
        texts = [one for one in taken if not one.ask.request.name]
        fields = [one for one in taken if one.ask.request.name]
        begun = made.lang in made.entry.editions
        chosen, blocks, pairs = [], made.target if begun else (), made.unedited if begun else ()
        if texts or (fields and not made.there and not made.entry.profile):
            data, first = self.edition()
            if body_of(data, first) != "\n".join(made.target_lines):
                self.problems.append(problem("packet-unsound", Place(made.path), path=made.path))
                return {}, []
            done = edited(made, data, first, texts)
            for one in done.misfits:
                self.refuse(one.answer, "packet-beside")
            chosen += [one for one in texts if one not in done.misfits]
            blocks, pairs, files[made.path] = done.blocks, done.pairs, done.data
        for one in fields:
            path = made.field_path
            try:
                if one.text != one.ask.request.target:
                    files[path] = with_texts(files[path], {made.within(one.ask.request.name): one.text})
                chosen.append(one)
            except Unwritable:
                self.refuse(one.answer, "packet-field", path=path, text=one.text)
        if not chosen:
            return {}, []
        changed: dict[str, bytes | None] = {path: data for path, data in files.items() if self.files.get(path) != data}
        return {**changed, **self.record(chosen, blocks, pairs)}, chosen

    def edition(self) -> tuple[bytes, int]:
        """The file of the translation, and the line on which its text begins; one that is not there yet begins with the source's words."""
        made = self.made
        if made.lang in made.entry.editions:  # and so in the files
            return self.files[made.path], made.entry.editions[made.lang].body_line
        source = made.entry.editions[made.source]._replace(body="\n".join(made.lines))
        data = skeleton.edition(made.entry, source, made.lang, self.words)[made.path]
        return data, data.count(b"\n") - source.body.count("\n") + 1

    def record(self, chosen: Iterable[Taken], blocks: Sequence[Block], pairs: Sequence[Pair]) -> dict[str, bytes | None]:
        made = self.made
        names = {name for one in chosen for name in one.ask.bead.names}
        units = [unit for unit in made.units if not unit.name or unit.name in made.theirs or unit.name in names]
        head = heads(made.library, made.entry, self.day)
        path = path_of(made.entry.key, made.lang)
        gone: dict[str, bytes | None] = {made.record_path: None} if made.record_path not in ("", path) else {}
        return {**gone, path: dump(compare.accepted(made.record, units, blocks, pairs, head, names))}


def _whole(text: str, parts: Sequence[Marked]) -> bool:
    """Whether all of a text stands in its blocks, and none of them goes on behind it."""
    inside = {line for part in parts for line in range(part.block.line - 1, part.block.end - 1)}
    lines = text.split("\n")
    return all(number in inside for number, line in enumerate(lines) if line.strip()) and max(inside) < len(lines)


def brought(
    library: Library,
    lang: str,
    answers: Iterable[Answer],
    files: Mapping[str, bytes],
    day: str,
    words: Callable[[str], str],
) -> Iterator[Brought | Problem]:
    """What becomes of the answers in one language, by entry. `files` are those of `paths` that exist; `words` says what a new edition
    tells whoever opens it."""
    groups: dict[Key, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(key_of(answer), []).append(answer)
    for key, found in groups.items():
        made = task(library, key, lang) if key in library.entries else None
        if made is None:
            yield problem("packet-entry", found[0].place, id=found[0].id[:80], lang=lang)
            continue
        own = {path: files[path] for path in paths(library, key, lang) if path in files}
        yield Bringing(made, own, day, words).bring(found)
