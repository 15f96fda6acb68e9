"""What YAML would lose in silence, or refuse in a parser's words, is explained: cases in ``traps.txt``.

A case is ``=== name``, an outline, ``~~~``, then a line a problem: where, message, «what is marked», → «the edit».
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drafter.messages import describe, remedy
from drafter.outline.load import loads
from drafter.problems import Problem, Severity

Case = tuple[str, list[str]]


def read_cases() -> dict[str, Case]:
    text = (Path(__file__).parent / "traps.txt").read_text("utf-8")
    cases = {}
    for block in text.split("=== ")[1:]:
        name, _, rest = block.partition("\n")
        outline, _, expected = rest.partition("~~~\n")
        cases[name] = outline, [line for line in expected.split("\n") if line]
    return cases


CASES = read_cases()


def is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def told(problem: Problem) -> str:
    place = problem.place
    marked = place.source[place.column - 1 : place.end_column - 1]
    words = f"{place.line}:{place.column} {problem.id.partition('.')[2]}" + (f" «{marked}»" if marked else "")
    words += f" → «{problem.edits[0].new}»" if problem.edits else ""
    return words if problem.severity == Severity.ERROR else f"{words} ({problem.severity})"


def test_the_cases_are_read() -> None:
    assert len(CASES) > 70
    assert CASES["a: b: c"][1] == ['2:11 colon-twice «一: 二: 三» → «"一: 二: 三"»', "3:7 no-year «bad»", "no outline"]


@pytest.mark.parametrize("name", CASES)
def test_a_trap_is_found_where_it_is(name: str) -> None:
    outline, expected = CASES[name]

    loaded = loads(outline.encode(), "大纲.yaml")

    assert [told(problem) for problem in loaded.problems] + ["no outline"] * (loaded.outline is None) == expected


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_trap_has_words_and_a_remedy_without_the_parsers_terms(name: str, lang: str) -> None:
    for problem in loads(CASES[name][0].encode(), "大纲.yaml").problems:
        words = describe(problem, lang) + remedy(problem, lang)

        assert remedy(problem, lang)
        assert not any(term in words for term in ("scalar", "mapping", "token", "flow", "block"))


MENDS = [name for name, (_, expected) in CASES.items() if any("→" in line for line in expected)]


def mended(outline: str) -> str:
    """The outline with the first edit that is offered made."""
    problem = next(problem for problem in loads(outline.encode(), "").problems if problem.edits)
    lines = outline.split("\n")
    line, place = lines[problem.place.line - 1], problem.place
    assert problem.edits
    assert line[place.column - 1 :].startswith(problem.edits[0].old)
    lines[place.line - 1] = (
        line[: place.column - 1] + problem.edits[0].new + line[place.column - 1 + len(problem.edits[0].old) :]
    )
    return "\n".join(lines)


@pytest.mark.parametrize("name", MENDS)
def test_the_edit_that_is_offered_mends_it(name: str) -> None:
    outline = CASES[name][0]
    before = loads(outline.encode(), "").problems
    first = next(problem for problem in before if problem.edits)

    after = loads(mended(outline).encode(), "").problems

    assert (first.id, first.place.line, first.place.column) not in {
        (problem.id, problem.place.line, problem.place.column) for problem in after
    }


CONTROL = ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufffe", "\uffff"]


@pytest.mark.parametrize("character", CONTROL)
def test_an_invisible_character_is_a_problem_with_a_place_and_no_loss_of_the_rest(character: str) -> None:
    loaded = loads(f"title: 总结\nsections:\n  - text: 一二{character}三\nyear: 20\n".encode(), "f")

    assert [(problem.place.line, problem.place.column) for problem in loaded.problems] == [(3, 13), (4, 7)]
    assert f"U+{ord(character):04X}" in describe(loaded.problems[0], "zh")
    assert character not in loaded.problems[0].place.source


@pytest.mark.parametrize("escape", [r"\a", r"\x07", r"\0", r"\uFFFE", r"\N", r"\L"])
def test_an_escape_for_an_invisible_character_is_a_problem_too(escape: str) -> None:
    loaded = loads(f'sections:\n  - text: "一{escape}二"\n'.encode(), "f")

    assert [problem.id for problem in loaded.problems] == ["outline.forbidden-escape"]
    assert loaded.problems[0].place.line == 2


@pytest.mark.parametrize(
    ("encoding", "hinted"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("gb18030", True),
        ("gbk", True),
        ("utf-16", True),
        ("utf-16-le", True),
        ("utf-16-be", True),
        ("utf-32", True),
    ],
)
def test_every_encoding_an_editor_writes_is_read(encoding: str, hinted: bool) -> None:
    loaded = loads("title: 年度总结——十四五\r\nyear: 2025\r\n".encode(encoding), "f")

    assert loaded.outline
    assert loaded.outline.titles[""] == ("年度总结——十四五",)
    assert [problem.severity for problem in loaded.problems] == [Severity.HINT] * hinted


def test_line_ends_of_any_system_give_the_same_outline_and_places() -> None:
    text = "title: 总结\nsections:\n  - text: |\n      一\n\n      二\n    role: 错\n"
    kept = [loads(text.replace("\n", end).encode(), "f") for end in ("\n", "\r\n", "\r")]

    assert len({msgspec.json.encode([problem.place for problem in each.problems]) for each in kept}) == 1
    assert [each.outline and each.outline.sections[0].text for each in kept] == [("一", "二")] * 3


@pytest.mark.parametrize("text", ["text: {{ 年度 }}年", "text: {{ 年度 }}"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_remedy_for_braces_without_quotes_shows_the_writers_own_words(text: str, lang: str) -> None:
    [problem] = loads(f"sections:\n  - {text}\n".encode(), "f").problems

    assert text.removeprefix("text: ") in remedy(problem, lang)
    assert "year" not in remedy(problem, lang)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("broken", [b"\xe5\x8d", b"\xff", "馆".encode("gbk")])
def test_a_broken_byte_in_a_utf_8_file_is_told_and_the_rest_read(mark: bytes, broken: bytes) -> None:
    data = mark + "title: 年度总结\nyear: 2025\nmeeting:\n  place: 博".encode() + broken + "厅\n  time: 上午\n".encode()

    loaded = loads(data, "f")

    assert loaded.outline
    assert (loaded.outline.titles[""], loaded.outline.meeting.time) == (("年度总结",), "上午")
    assert loaded.outline.meeting.place == "博\ufffd厅"
    assert [(each.id, each.severity) for each in loaded.problems] == [("outline.broken-character", Severity.WARNING)]
    place = loaded.problems[0].place
    assert (place.line, place.column, place.source) == (4, 11, "  place: 博\ufffd厅")


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4))
def test_a_file_in_gbk_is_never_taken_for_broken_utf_8(words: str) -> None:
    data = f"title: {words}\nyear: 2025\n".encode("gb18030")
    assume(not is_utf_8(data))

    loaded = loads(data, "f")

    assert loaded.outline
    assert loaded.outline.titles[""] == (words,)
