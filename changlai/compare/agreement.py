"""Which data of two texts disagree, where the one is the translation of the other.

Each hard datum must be found on the other side; that one side says it more often is style. It is found in an equal value, and in what a
good translator makes of it: a year left out, or added where the other text names none; another unit for the same length; "two days later"
for the date that it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from changlai.compare.dates import Fields, fields
from changlai.compare.units import SIZES
from changlai.model import Datum

Disagreement = tuple[Datum | None, Datum | None]

_ROUNDED = 0.06  # how far a converted measure may be from the original: five miles are eight kilometres
_MOST = 200  # data of one side that are compared with tolerance: no text for readers has more, and the time is their square
_AMOUNTS = frozenset({"number", "ordinal", "percent", "money", "measure"})
_LEAP_YEAR = 2000  # for dates whose year is not said


def disagreements(source: Sequence[Datum], target: Sequence[Datum], *, whole: bool = False) -> list[Disagreement]:
    """Couples that take each other's place, and hard data that stand on one side alone: first those of the source, then of the target.

    Data of several blocks may be put one after another. In a `whole` text things are said again, and in another order, without being wrong.
    """
    if [datum.value for datum in source] == [datum.value for datum in target]:
        return []
    left, right = _Side(source), _Side(target)
    lost, added = _missing(left, right, strict=True), _missing(right, left, strict=False)
    less, more = _unmatched(source, target)
    waiting = {kind: deque(datum for datum in added if datum.kind == kind) for kind in dict.fromkeys(datum.kind for datum in added)}
    found: list[Disagreement] = []
    for datum in lost:
        other = _partner(datum, waiting)
        if other or datum.weight == "hard":
            found.append((datum, other or _last(datum.kind, more)))
    rest = {datum.value for data in waiting.values() for datum in data if datum.weight == "hard"}
    found += [(_last(datum.kind, less), datum) for datum in added if datum.value in rest]
    if whole:
        return found
    rarely, often = _numbers(less, lost, right), _numbers(more, added, left)
    if not found and len(rarely) == len(often) == 1:
        return [(rarely[0], often[0])]
    return found if any(one and other for one, other in found) else [*found, *_swapped(source, target)]


def unsaid(data: Sequence[Datum], other: Sequence[Datum]) -> list[Datum]:
    """What nothing of the other text stands for, each value once, however likely it is that it need not."""
    return _missing(_Side(data), _Side(other), strict=False)


def _numbers(unmatched: list[Datum], missing: list[Datum], other: _Side) -> list[Datum]:
    """What is said once too often or too rarely: of "4, 4, 5" beside "4, 5, 5" a 4, and on the other side a 5."""
    numbers = [datum for datum in unmatched if datum.kind == "number" and datum.value != "1"]
    return [datum for datum in numbers if datum in missing or not other.readings.isdisjoint(datum.value.split("|"))]


def _swapped(source: Sequence[Datum], target: Sequence[Datum]) -> list[Disagreement]:
    """The first years that stand in another order, where each is named once: born in 1881, graduated in 1907. Where one side names more,
    the others must keep theirs but for two neighbours."""
    one, other = _years(source), _years(target)
    both = {year for year, _ in one} & {year for year, _ in other}
    ours, theirs = ([couple for couple in some if couple[0] in both] for some in (one, other))
    if not len(ours) == len(theirs) == len(both):
        return []
    moved = [at for at, (first, second) in enumerate(zip(ours, theirs, strict=True)) if first[0] != second[0]]
    if not moved or (len(both) < max(len(one), len(other)) and (len(both) < 3 or moved != [moved[0], moved[0] + 1])):
        return []
    return [(ours[moved[0]][1], theirs[moved[0]][1])]


def _years(data: Sequence[Datum]) -> list[tuple[str, Datum]]:
    hard = [datum for datum in data if datum.kind in ("date", "number") and datum.weight == "hard"]
    dates = [(fields(datum.value.partition("|")[0]), datum) for datum in hard]
    return [(date.year, datum) for date, datum in dates if date and len(date.year) == 4]


def _partner(datum: Datum, waiting: dict[str, deque[Datum]]) -> Datum | None:
    """The first of the same kind; else, of hard ones, the first that it can be taken for."""
    if same := waiting.get(datum.kind):
        return same.popleft()
    for others in waiting.values():
        if others and others[0].weight == datum.weight == "hard" and _alike(datum, others[0]):
            return others.popleft()
    return None


def _alike(one: Datum, other: Datum) -> bool:
    kinds = {one.kind, other.kind}
    return kinds <= _AMOUNTS or (kinds == {"date", "number"} and all(fields(each.value.partition("|")[0]) for each in (one, other)))


def _last(kind: str, data: list[Datum]) -> Datum | None:
    return next((datum for datum in reversed(data) if datum.kind == kind), None)


def _unmatched(source: Sequence[Datum], target: Sequence[Datum]) -> tuple[list[Datum], list[Datum]]:
    """What has no other to itself: of "3 and 4" beside "3 and 3" the 4, and the second 3."""
    places: dict[str, deque[int]] = {}
    for place, datum in enumerate(target):
        for reading in datum.value.split("|"):
            places.setdefault(reading, deque()).append(place)
    taken: set[int] = set()
    less = []
    for datum in source:
        if not any(_take(places.get(reading), taken) for reading in datum.value.split("|")) and datum.weight != "soft":
            less.append(datum)
    return less, [datum for place, datum in enumerate(target) if place not in taken and datum.weight != "soft"]


def _take(places: deque[int] | None, taken: set[int]) -> bool:
    """The first of the places that is not yet taken; each is looked at once."""
    while places:
        place = places.popleft()
        if place not in taken:
            taken.add(place)
            return True
    return False


def _missing(side: _Side, other: _Side, strict: bool) -> list[Datum]:
    """What `side` asks for and `other` does not say, each value once; hard ones first. `strict` asks for the years of dates, too."""
    asking: dict[str, Datum] = {}
    for datum in sorted(side.data, key=lambda datum: datum.weight != "hard"):
        if datum.weight != "soft":
            asking.setdefault(datum.value, datum)
    lost = [datum for datum in asking.values() if other.readings.isdisjoint(datum.value.split("|"))]
    return [datum for at, datum in enumerate(lost) if at >= _MOST or not other.means(datum, side, strict)]


class _Side:
    """The data of one text, as far as they can stand for what another says."""

    def __init__(self, data: Sequence[Datum]) -> None:
        self.data = data
        self.readings = frozenset(reading for datum in data for reading in datum.value.split("|"))

    def _readings(self, *kinds: str) -> Iterator[str]:
        for datum in self.data[:_MOST]:
            if datum.kind in kinds:
                yield from datum.value.split("|")

    @cached_property
    def said(self) -> list[Fields]:
        """Dates, and numbers that may be years."""
        return [day for reading in self._readings("date", "number", "ordinal") if (day := fields(reading))]

    def dates(self, own: _Side) -> list[Fields]:
        """Those that are said, and those that lie a span of days from them that is said here alone."""
        return self.said + [day for each in self.said for days in self._spans(own, "day", "week") for day in _days_apart(each, days)]

    def years(self, own: _Side) -> set[str]:
        """The same of years."""
        said = {each.year for each in self.said if len(each.year) == 4}
        return said | {str(int(year) + years) for year in said for span in self._spans(own, "year") for years in (span, -span)}

    @cached_property
    def currencies(self) -> set[str]:
        return {reading.partition(" ")[2] for reading in self._readings("money")}

    @cached_property
    def amounts(self) -> list[tuple[float, str]]:
        return [amount for reading in self._readings("measure", "relative") if (amount := _amount(reading))]

    @cached_property
    def relatives(self) -> set[str]:
        return set(self._readings("relative"))

    def _spans(self, own: _Side, *units: str) -> list[int]:
        both = {amount for amount in own.amounts if amount in self.amounts}
        spans = [each for each in self.amounts if each[1] in units and each[0] < 1000 and each not in both]
        return [int(number) * (7 if unit == "week" else 1) for number, unit in spans]

    def means(self, datum: Datum, own: _Side, strict: bool) -> bool:
        """Whether something here says the same in another way."""
        if datum.kind == "phone":
            return any(_same_phone(datum.value, each) for each in self._readings("phone"))
        if datum.kind == "code" or (datum.kind == "relative" and not own.relatives >= self.relatives):
            return False
        return any(self._means(reading, own, strict) for reading in datum.value.split("|"))

    def _means(self, reading: str, own: _Side, strict: bool) -> bool:
        """A number may have a unit here that is not known there, or the other way round."""
        asked = fields(reading)
        if asked and self._dated(asked, own, strict):
            return True
        if ":" in reading:
            return not _hours(reading).isdisjoint(self._readings("number", "ordinal"))
        number, _, unit = reading.partition(" ")
        if not unit:
            return self._counts(number, own)
        if unit.isupper():  # 600 yuan, 750 for the larger
            return unit in self.currencies and number in self._readings("number", "ordinal")
        amount = _amount(reading)
        return amount is not None and (
            number in self._readings("number", "ordinal") or self._measures(amount) or self._spanned(amount, own)
        )

    def _counts(self, number: str, own: _Side) -> bool:
        if any(number in _hours(each) for each in self._readings("time")):
            return True
        for each in self._readings("measure", "money"):
            same, _, unit = each.partition(" ")
            if same == number and (not unit.isupper() or unit in own.currencies):
                return True
        return False

    def _dated(self, asked: Fields, own: _Side, strict: bool) -> bool:
        """The last part must be said here, in a date that says nothing else; what that date leaves out, elsewhere or nowhere.

        A year that only the translation names is taken from what goes before; one that only the source names is lost (`strict`).
        """
        dates, years = self.dates(own), self.years(own)
        if not asked.month and not asked.day:
            return asked.year in years or any(each.year == asked.year for each in dates)
        months = {each.month for each in dates} - {""}
        for each in dates:
            last = each.day == asked.day if asked.day else each.month == asked.month
            if last and _part(asked.month, each.month, months) and _part(asked.year, each.year, years, strict):
                return True
        return False

    def _measures(self, asked: tuple[float, str]) -> bool:
        dimension, size = SIZES.get(asked[1], ("", 0))
        for number, unit in self.amounts:
            other, other_size = SIZES.get(unit, ("", 0))
            if unit != asked[1] and other == dimension and abs(number * other_size - asked[0] * size) <= _ROUNDED * asked[0] * size:
                return True
        return False

    def _spanned(self, asked: tuple[float, str], own: _Side) -> bool:
        """Five years, two days, where the other side gives the years or the days from which and to which."""
        said = [*self.said, *own.said][:_MOST]
        if asked[1] == "year":
            years = {int(each.year) for each in said if len(each.year) == 4}
            return any(year + asked[0] in years for year in years)
        if asked[1] == "day":
            days = {day.toordinal() for each in said if (day := _day(each._replace(year="")))}
            return any(day + asked[0] in days for day in days)
        return False


def _hours(time: str) -> set[str]:
    """As a full hour is said without a word for the half of the day: "at eight"."""
    hour, _, minutes = time.partition(":")
    return {str(int(hour)), str(int(hour) % 12 or 12)} if minutes == "00" else set()


def _part(asked: str, said: str, elsewhere: set[str], strict: bool = False) -> bool:
    if not asked or said:
        return not asked or asked == said
    return asked in elsewhere or not (strict or elsewhere)


def _amount(reading: str) -> tuple[float, str] | None:
    number, _, unit = reading.partition(" ")
    try:
        return (float(number), unit) if number[:1] != "+" else None
    except ValueError:
        return None


def _same_phone(one: str, other: str) -> bool:
    """With or without the code of the country."""
    return min(len(one), len(other)) > 6 and (one.endswith(other) or other.endswith(one))


def _day(day: Fields) -> date | None:
    try:
        return date(min(int(day.year or _LEAP_YEAR), 2999), int(day.month or 0), int(day.day or 0))
    except ValueError:
        return None


def _days_apart(day: Fields, days: int) -> Iterator[Fields]:
    if known := _day(day):
        for other in (known + timedelta(days), known - timedelta(days)):
            yield Fields(str(other.year) if day.year else "", f"{other.month:02}", f"{other.day:02}")
