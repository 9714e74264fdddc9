"""N stories in four languages: the same for everybody, and the same in each run.

A plan without words is drawn first; each language then says it with its own words, so that the editions hold the same paragraphs,
links and pictures. Nothing here knows a generator.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.words import LANGS, WORDS, Words

SEED = "letters from the city"
TOPICS = [
    "tea",
    "harbour",
    "bridges",
    "opera",
    "schools",
    "twin-cities",
    "trade",
    "silk",
    "lanterns",
    "railways",
    "gardens",
    "museums",
    "food",
    "design",
    "robots",
    "lakes",
    "wetlands",
    "marathon",
    "ceramics",
    "libraries",
    "film",
    "youth",
    "start-ups",
    "heritage",
    "festivals",
    "markets",
    "medicine",
    "music",
    "rivers",
    "volunteers",
]
SERIES = ["city-letters", "open-doors", "hands-at-work", "far-friends"]
CITIES = ["qingyu", "liuhe", "beiyuan", "songgang", "yunling", "yuewan", "shiqiao", "baichuan", "donglu", "nanpu"]
BASE = "https://letters.example"
SIZES = {name: len(WORDS["zh"].slots[name.rstrip("2")]) for name in ("who", "what", "what2", "where", "did", "did2", "when", "why")}

Link = Callable[[str, str], str]  # language and slug of a story to what stands in the parentheses of a link
Choice = dict[str, int]  # which word fills each slot


@dataclass(frozen=True, slots=True)
class Sentence:
    quoted: bool
    form: int
    choice: Choice
    mark: str  # strong, emphasis, link, outside, or nothing
    target: str  # slug of the story that a link leads to


@dataclass(frozen=True, slots=True)
class Plan:
    """One story before it has a language."""

    slug: str
    day: str
    topics: list[str]
    series: str
    city: str
    head: Choice
    summary: Sentence
    sections: list[tuple[int, list[list[Sentence]]]]  # a heading and its paragraphs
    items: Choice
    quotation: Sentence
    picture: Choice
    table: list[tuple[Choice, int]]


@dataclass(frozen=True, slots=True)
class Story:
    """One edition. `sample` is a run of its text without any mark-up, which the page made from it must hold."""

    plan: Plan
    lang: str
    title: str
    summary: str
    body: str
    sample: str


def slug(number: int) -> str:
    return f"story-{number:05d}"


def plans(count: int) -> Iterator[Plan]:
    for number in range(count):
        yield _plan(Random(f"{SEED} {number}"), number, count)


def stories(count: int, link: Link, picture: Callable[[str], str]) -> Iterator[Story]:
    """All editions of `count` stories; `link` and `picture` say how this generator writes the address of a story and of its picture."""
    for plan in plans(count):
        for lang in LANGS:
            yield tell(plan, lang, link, picture(plan.slug))


def tell(plan: Plan, lang: str, link: Link, picture: str) -> Story:
    words = WORDS[lang]
    title = words.title.format(city=words.cities[CITIES.index(plan.city)], **_slots(words, plan.head))
    blocks: list[str] = []
    for number, (heading, paragraphs) in enumerate(plan.sections):
        if number:
            blocks.append(f"## {words.headings[heading]}")
        blocks += [_paragraph(words, lang, sentences, link) for sentences in paragraphs]
        blocks += _extras(words, plan, number, picture)
    sample = _plain(words, plan.sections[0][1][0][0])
    return Story(plan, lang, title, _plain(words, plan.summary), "\n\n".join(blocks) + "\n", sample)


def png(seed: str) -> bytes:
    """A small picture, another for each seed: bands of colour in the palette form, as a drawing program writes it."""
    random = Random(seed)
    palette = bytes(random.randrange(256) for _ in range(3 * 16))
    rows = b"".join((b"\0" + bytes((x // 10 + band) % 16 for x in range(160))) * 10 for band in range(9))
    head = struct.pack(">IIBBBBB", 160, 90, 8, 3, 0, 0, 0)
    chunks = (b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _plan(random: Random, number: int, count: int) -> Plan:
    sections = []
    for section in range(random.choice([2, 3, 3, 4, 4, 5])):
        lengths = [random.choice([2, 3, 4, 4, 5, 6]) for _ in range(random.choice([1, 1, 2, 2, 2, 3]))]
        paragraphs = [[_sentence(random, count) for _ in range(length)] for length in lengths]
        if not section:
            paragraphs[0][0] = _sentence(random, count, plain=True)
        sections.append((random.randrange(8), paragraphs))
    with_table = random.random() < 0.2
    return Plan(
        slug=slug(number),
        day=(date(2015, 1, 1) + timedelta(days=random.randrange(3650))).isoformat(),
        topics=sorted(random.sample(TOPICS, random.choice([2, 3, 3, 4]))),
        series=random.choice(SERIES),
        city=random.choice(CITIES),
        head=_choice(random),
        summary=_sentence(random, count, plain=True),
        sections=sections,
        items=_choice(random),
        quotation=_sentence(random, count, plain=True),
        picture=_choice(random),
        table=[(_choice(random), random.randrange(3)) for _ in range(random.choice([3, 4, 5]))] if with_table else [],
    )


def _sentence(random: Random, count: int, plain: bool = False) -> Sentence:
    quoted = not plain and random.random() < 0.3
    mark = "" if plain else random.choices(["strong", "emphasis", "link", "outside", ""], [8, 8, 8, 3, 73])[0]
    return Sentence(quoted, random.randrange(3 if quoted else 5), _choice(random), mark, slug(int(random.random() * count)))


def _choice(random: Random) -> Choice:
    return {name: random.randrange(size) for name, size in SIZES.items()}


def _slots(words: Words, choice: Choice) -> dict[str, str]:
    said = {name: words.slots[name.rstrip("2")][number] for name, number in choice.items()}
    return said | {name.capitalize(): said[name][0].upper() + said[name][1:] for name in ("who", "what", "when")}


def _plain(words: Words, sentence: Sentence) -> str:
    form = words.sentences["quoted" if sentence.quoted else "plain"][sentence.form]
    return form.format(**_slots(words, sentence.choice))


def _marked(words: Words, lang: str, sentence: Sentence, link: Link) -> str:
    said = _slots(words, sentence.choice)
    if sentence.mark == "strong":
        said["what"] = said["What"] = f"**{said['what']}**"
    elif sentence.mark == "emphasis":
        said["where"] = f"*{said['where']}*"
    text = words.sentences["quoted" if sentence.quoted else "plain"][sentence.form].format(**said)
    if sentence.mark == "link":
        text += f"{words.join}[{words.link.format(**said)}]({link(lang, sentence.target)}){words.stop}"
    elif sentence.mark == "outside":
        text += f"{words.join}[{words.outside}](https://archive.example/{lang}/{sentence.target}){words.stop}"
    return text


def _paragraph(words: Words, lang: str, sentences: list[Sentence], link: Link) -> str:
    said = [_marked(words, lang, sentence, link) for sentence in sentences]
    return _wrapped(" ".join(said), words.wrap) if words.wrap else "\n".join(said)


def _wrapped(text: str, columns: int) -> str:
    """Broken at spaces only and never inside a link's address, as an editor does it."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > columns:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return "\n".join(lines)


def _extras(words: Words, plan: Plan, section: int, picture: str) -> list[str]:
    """What stands at the end of the first three sections: a picture, a list, a quotation and perhaps a table."""
    if section == 0:
        said = _slots(words, plan.picture)
        return [f'![{words.alt.format(**said)}]({picture} "{said["what"]}")']
    if section == 1:
        return ["\n".join(f"- {item.format(**_slots(words, plan.items))}" for item in words.items)]
    if section != 2:
        return []
    return [f"> {_plain(words, plan.quotation)}"] + ([_table(words, plan)] if plan.table else [])


def _table(words: Words, plan: Plan) -> str:
    rows = [words.columns, ["---"] * len(words.columns)]
    for choice, state in plan.table:
        said = _slots(words, choice)
        rows.append([said["what"], said["where"], words.states[state]])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
