"""How much of the site's data is said in each language."""

from __future__ import annotations

from changlai.translate.states import catalog_states
from tests.translate.conftest import catalog, city, fixed, library, source, story, topic


def test_each_owner_and_language_has_its_count() -> None:
    summary = source("多瑙河边的城市。", "city.summary")
    here = library(
        city("paks", fixed(zh="保克什", en="Paks"), summary=summary),
        story("a", "zh"),
        title=fixed(zh="聊城", en="Liaocheng", ko="랴오청"),
        terms={"topics": {"a": topic("a", "园林"), "b": topic("b", "运河")}},
        messages={"ko": catalog("ko", {("topic.title", "园林"): ("정원",), ("", "多瑙河边的城市。"): ("다뉴브강 가의 도시.",)})},
    )
    rows = {(row.owner, row.lang): (row.texts, row.translated, [text.words["zh"] for text in row.missing]) for row in catalog_states(here)}
    assert rows == {
        ("site", "zh"): (1, 1, []),
        ("site", "en"): (1, 1, []),
        ("site", "ko"): (1, 1, []),
        ("terms", "zh"): (2, 2, []),
        ("terms", "en"): (2, 0, ["园林", "运河"]),
        ("terms", "ko"): (2, 1, ["运河"]),
        ("cities/paks", "zh"): (2, 2, []),
        ("cities/paks", "en"): (2, 1, ["多瑙河边的城市。"]),
        ("cities/paks", "ko"): (2, 1, ["保克什"]),
    }


def test_what_has_no_texts_has_no_row() -> None:
    assert {row.owner for row in catalog_states(library(story("a", "zh"), title=fixed()))} == set()
