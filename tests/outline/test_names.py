"""The words of the format: one Chinese name each, two ways, forgiving of width and case."""

from __future__ import annotations

import pytest

from drafter.outline import names

WORDS = [(table, name) for table, words in names.tables().items() for name in words]


@pytest.mark.parametrize("table", names.tables())
def test_no_word_of_a_table_means_two_things(table: str) -> None:
    for name in names.tables()[table]:
        for word in (name.en, name.zh, *name.also):
            assert names.find(table, word) is name


@pytest.mark.parametrize(("table", "name"), WORDS)
def test_every_word_goes_both_ways_and_is_explained(table: str, name: names.Name) -> None:
    assert names.canonical(table, name.zh) == name.en
    assert names.chinese(table, name.en) == name.zh
    assert not name.zh.isascii() or name.zh == "1."
    assert name.about_en
    assert name.about_zh


def test_width_and_case_do_not_matter_but_a_bare_number_is_no_sign() -> None:
    assert names.canonical("numbering", "(一)") == "paren"
    assert names.canonical("papers", "ＲＥＰＯＲＴ") == "report"
    assert names.canonical("node", " 标题 ") == "title"
    assert names.canonical("numbering", "1") == "digit"
    assert names.canonical("numbering", "１") is None
    assert names.canonical("numbering", "2") is None


@pytest.mark.parametrize(
    ("table", "typed", "meant"),
    [
        ("node", "titel", "title"),
        ("node", "标提", "标题"),
        ("papers", "工作报稿", "工作报告"),
        ("roles", "成绩单", "成绩"),
        ("node", "xyz", ""),
        ("outline", "Sections", "sections"),
    ],
)
def test_the_nearest_word_of_either_language_is_offered(table: str, typed: str, meant: str) -> None:
    assert names.suggest(table, typed) == meant


def test_a_kind_has_its_own_paper() -> None:
    papers = {name.en: names.own_paper(name.en) for name in names.tables()["kinds"]}

    assert papers == {
        "annual-report": "report",
        "annual-meeting": "news",
        "deployment-meeting": "news",
        "campaign-summary": "summary",
        "assessment-speech": "speech",
    }
    assert names.own_paper("年度会议") == "news"
    assert names.own_paper("monthly") == "report"


def test_a_name_unknown_stays_as_it_is() -> None:
    assert names.chinese("kinds", "monthly") == "monthly"
    assert names.canonical("kinds", "monthly") is None
