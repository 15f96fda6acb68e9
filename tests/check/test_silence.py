"""Comments silence a line or a block, in outlines, Markdown and HTML; those that do not are told."""

from __future__ import annotations

import pytest

from drafter.check.run import check
from drafter.check.silence import silenced
from drafter.problems import Place, Problem, Severity

from .texts import outline

OUTLINE = """\
year: 2025
sections:
  - title: 一...
    text: |
      二...
      三...
    points:
      - 四...
      - title: 五...
        text: 六...
  - title: 七...
"""


def found(text: str) -> tuple[set[str], int, list[Problem]]:
    """Which of 一... to 七... is still told, how many are silenced, and what is said of comments."""
    problems = [problem for problem in check(outline(text)) if problem.args.get("text") == "..."]
    kept, quiet = silenced(problems, text, "提纲.yaml")
    told = {kept_one.place.source.split("...")[0][-1] for kept_one in kept if kept_one.args.get("text") == "..."}
    return told, quiet, [problem for problem in kept if problem.id.startswith("check.")]


@pytest.mark.parametrize(
    ("line", "comment", "told"),
    [
        (3, "# 不查", "二三四五六七"),
        (3, "# 不查 D102", "二三四五六七"),
        (3, "#不查D102：引用原文", "二三四五六七"),
        (3, "# nocheck d1", "二三四五六七"),
        (3, "# 不查 D103，D102、D104", "二三四五六七"),
        (4, "# 不查", "一四五六七"),
        (7, "# 不查", "一二三七"),
        (2, "# 不查 D102", ""),
        (1, "# 不查", "一二三四五六七"),
        (3, "# 不查 D103", "一二三四五六七"),
        (3, "# 不查了，照原文", "一二三四五六七"),
        (3, "# 以后再说，不查", "一二三四五六七"),
    ],
)
def test_behind_something_a_comment_holds_for_its_line_or_for_what_its_key_holds(
    line: int, comment: str, told: str
) -> None:
    lines = OUTLINE.split("\n")
    lines[line - 1] += f"  {comment}"

    assert found("\n".join(lines))[0] == set(told)


@pytest.mark.parametrize(
    ("before", "told"),
    [
        *[(1, "一二三四五六七"), (2, ""), (3, "七"), (4, "一四五六七"), (7, "一二三七"), (8, "一二三五六七")],
        *[(9, "一二三四七"), (10, "一二三四五七"), (11, "一二三四五六")],
    ],
)
def test_alone_a_comment_holds_for_what_begins_next_with_all_in_it(before: int, told: str) -> None:
    lines = OUTLINE.split("\n")
    indent = lines[before - 1][: len(lines[before - 1]) - len(lines[before - 1].lstrip())]
    lines.insert(before - 1, f"{indent}# 不查 D102")
    lines.insert(before, "")
    lines.insert(before, f"{indent}# 别的话")

    left, quiet, _ = found("\n".join(lines))
    assert (left, quiet) == (set(told), 7 - len(told))


def test_what_looks_like_a_comment_in_a_text_silences_nothing() -> None:
    text = OUTLINE.replace("      三...\n", "      # 不查\n      三...\n").replace("一...", "'一... # 不查'")

    assert found(text)[0] == set("一二三四五六七")
    assert found(text)[1:] == (0, [])


def test_a_comment_that_silences_nothing_is_a_hint_and_an_unknown_code_a_warning() -> None:
    text = OUTLINE.replace("year: 2025", "year: 2025  # 不查").replace("title: 七...", "title: 七... # 不查 D102, D999")
    told, quiet, said = found(text)

    assert (told, quiet) == (set("一二三四五六"), 1)
    assert [(each.id, each.severity, each.place.line, each.place.column) for each in said] == [
        ("check.silences-nothing", Severity.HINT, 1, 13),
        ("check.silences-no-rule", Severity.WARNING, 11, 28),
    ]
    assert said[1].place.source[27:31] == "D999"


def test_what_no_rule_found_and_what_stands_elsewhere_is_never_silenced() -> None:
    text = "title: 甲  # 不查\n"
    of_loading = Problem("outline.broken-character", Place("提纲.yaml", line=1))
    elsewhere = Problem("check/rules/punctuation/d102_ellipsis.says", Place("drafter.yaml", line=1), {"text": "..."})
    kept, quiet = silenced([of_loading, elsewhere], text, "提纲.yaml")

    assert (kept[:2], quiet) == ([of_loading, elsewhere], 0)


@pytest.mark.parametrize("text", ["title: [ # 不查", "# 不查", "", "[" * 100 + "# 不查"])
def test_what_is_no_outline_is_no_trouble(text: str) -> None:
    assert silenced([], text, "提纲.yaml")[1] == 0


MARKDOWN = """\
甲... <!-- 不查 -->
乙...

<!-- 不查 D102：原文如此 -->

丙...
丁...

戊...
"""


def silent_lines(text: str, file: str) -> list[int]:
    lines = range(1, text.count("\n") + 2)
    problems = [
        Problem("check/rules/punctuation/d102_ellipsis.says", Place(file, line=number), {"text": ""})
        for number in lines
    ]
    kept, _ = silenced(problems, text, file)
    return [number for number in lines if number not in {each.place.line for each in kept}]


def test_in_markdown_a_comment_holds_for_its_line_or_the_next_block() -> None:
    assert silent_lines(MARKDOWN, "稿.md") == [1, 6, 7]


def test_in_a_page_a_comment_holds_for_the_next_element() -> None:
    page = "<body>\n<!-- nocheck -->\n<p>甲\n乙</p>\n<p>丙<!-- 不查 --></p>\n<p>丁</p>\n<!-- 不查 -->"

    assert silent_lines(page, "页.html") == [3, 4, 5, 7]


@pytest.mark.parametrize("file", ["稿.txt", "稿.docx"])
def test_what_has_no_comments_is_not_silenced(file: str) -> None:
    assert silent_lines("甲 # 不查\n<!-- 不查 -->\n乙", file) == []
