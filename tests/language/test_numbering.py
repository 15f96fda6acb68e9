"""Labels, printed and recognized."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.numbering import STYLES, Label, RunsOut, default_form, default_style, label, parse

COUNTING = [name for name, style in STYLES.items() if style.numeral in ("han", "digit")]


@pytest.mark.parametrize(
    ("style", "labels"),
    [
        ("chapter", "一、 十、 十一、 九十九、"),
        ("paren", "（一） （十） （十一） （九十九）"),
        ("digit", "1. 10. 11. 99."),
        ("paren-digit", "（1） （10） （11） （99）"),
        ("shi", "一是 十是 十一是 九十九是"),
        ("yao", "一要 十要 十一要 九十九要"),
        ("ordinal", "第一， 第十， 第十一， 第九十九，"),
        ("quoted-digit", "“1”， “10”， “11”， “99”，"),
    ],
)
def test_a_style_counts_as_the_standard_has_it(style: str, labels: str) -> None:
    assert [label(style, number) for number in (1, 10, 11, 99)] == labels.split()


@pytest.mark.parametrize("style", COUNTING)
def test_a_printed_label_is_recognized_to_99(style: str) -> None:
    for number in range(1, 100):
        printed = label(style, number)
        assert parse(printed + "抓好落实") == Label(style, number, len(printed), canonical=True)


@pytest.mark.parametrize(
    ("total", "labels"),
    [(1, "首先，"), (2, "首先， 其次，"), (3, "首先， 其次， 最后，"), (4, "首先， 其次， 再次， 最后，")],
)
def test_the_last_of_several_is_called_last(total: int, labels: str) -> None:
    assert [label("first", number, total) for number in range(1, total + 1)] == labels.split()


def test_words_of_sequence_are_recognized() -> None:
    numbers = [found.number for text in ("首先，", "其次，", "再次，", "最后，") if (found := parse(text))]
    assert numbers == [1, 2, 3, 0]


def test_a_style_without_labels_never_runs_out() -> None:
    assert label("none", 5000) == ""


@pytest.mark.parametrize(
    ("style", "number", "total", "limit"),
    [("circled", 21, None, 20), ("first", 1, 5, 4), ("first", 5, None, 4), ("chapter", 1000, None, 999)],
)
def test_a_style_that_runs_out_says_where(style: str, number: int, total: int | None, limit: int) -> None:
    with pytest.raises(RunsOut) as caught:
        label(style, number, total)
    assert (caught.value.style, caught.value.limit) == (style, limit)


def test_circled_numbers_go_as_far_as_the_font() -> None:
    assert [label("circled", number) for number in (1, 20)] == ["①", "⑳"]
    assert parse("⑳完成") == Label("circled", 20, 1, canonical=True)


@pytest.mark.parametrize(
    ("text", "style", "number", "length"),
    [
        ("1、项目建设", "digit", 1, 2),
        ("12．项目建设", "digit", 12, 3),
        ("⒈项目建设", "digit", 1, 1),
        ("(一)重点任务", "paren", 1, 3),
        ("（一)重点任务", "paren", 1, 3),
        ("（一）、重点任务", "paren", 1, 4),
        ("㈢重点任务", "paren", 3, 1),
        ("(2)办展", "paren-digit", 2, 3),
        ("1）办展", "paren-digit", 1, 2),
        ("（１）办展", "paren-digit", 1, 3),
        ("⑵办展", "paren-digit", 2, 1),
        ("一.工作", "chapter", 1, 2),
        ("3要抓安全", "yao", 3, 2),
        ("第二、强化", "ordinal", 2, 3),
        ("首先,强化", "first", 1, 3),
        ('"10"，十条', "quoted-digit", 10, 5),
        ("㉑完成", "circled", 21, 1),
    ],
)
def test_a_wrong_form_is_recognized_as_one(text: str, style: str, number: int, length: int) -> None:
    assert parse(text) == Label(style, number, length, canonical=False)


def test_blanks_behind_a_label_belong_to_it() -> None:
    assert parse("一、　工作") == Label("chapter", 1, 3, canonical=True)
    assert parse("1. 工作") == Label("digit", 1, 3, canonical=True)


@pytest.mark.parametrize(
    "text",
    [
        "12.5%的观众",
        "1.5万人次",
        "2026.目标",
        "2026是关键一年",
        "第一时间赶到",
        "第一责任人",
        "首先要讲政治",
        "其一生",
        "一、二、三号展厅",
        "1、2、3号展厅",
        "十一一、",
        "三要素",
        "一二是错的",
        "一般文物",
        "",
        "（一",
        "一",
    ],
)
def test_what_only_looks_like_a_label_is_none(text: str) -> None:
    assert parse(text) is None


@given(st.text(alphabet="一二十百零1９0.、，（）()是要第首先“”①㉑⑴ a", max_size=8))
def test_any_label_found_prints_again_where_it_is_canonical(text: str) -> None:
    found = parse(text)
    if found and found.canonical and found.number:
        assert text.startswith(label(found.style, found.number))
        assert found.length <= len(text)


def test_levels_follow_the_standard() -> None:
    assert [default_style(depth) for depth in range(5)] == ["chapter", "paren", "digit", "paren-digit", "circled"]
    assert default_style(40) == "circled"


def test_headings_stand_on_lines_and_items_run_in() -> None:
    assert {style for style in STYLES if default_form(style) == "line"} == {"chapter", "paren", "digit", "paren-digit"}
    assert {default_form(style) for style in ("shi", "yao", "ordinal", "first", "circled", "none")} == {"inline"}
