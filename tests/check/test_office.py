"""What drafter.yaml says of the office and of its checks reaches the rules; what is wrong with it is told."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from drafter.check import word_list
from drafter.check.called import codes, near
from drafter.check.office import Leader, Office, Word, faults, office
from drafter.check.rule import every
from drafter.messages import describe, remedy
from drafter.outline import settings
from drafter.outline.load import load
from drafter.problems import Problem, Severity

SETTINGS = """\
单位: {名称: 城市博物馆, 简称: 城博, 自称: 我馆, 成立年份: 1959}
领导:
  - {姓名: 李某, 职务: 馆长, 称呼: 李某馆长}
  - 张某
检查:
  严重程度: {D102: 提示, d405: 错误}
  忽略: [D417, d41]
  用词:
    - {错: 大数剧, 对: 大数据, 把握: 确定, 理由: 打错了。, 自: 2022-10-16}
    - 用词.yaml
"""


def told(folder: Path, text: str, words: str = "- {wrong: 甲, right: 乙}\n") -> tuple[Office, list[Problem]]:
    (folder / "drafter.yaml").write_text(text, "utf-8")
    (folder / "用词.yaml").write_text(words, "utf-8")
    found, problems = settings.load(str(folder))
    return office(found, None), [*problems, *faults(found)]


def test_what_is_said_reaches_the_rules(tmp_path: Path) -> None:
    known, problems = told(tmp_path, SETTINGS)

    assert problems == []
    assert (known.name, known.abbr, known.self, known.founded, known.year) == ("城市博物馆", "城博", "我馆", 1959, 0)
    assert known.leaders == (Leader("李某", "馆长", "李某馆长"), Leader("张某"))
    assert known.severities == {"D102": Severity.HINT, "D405": Severity.ERROR}
    assert known.ignored == {rule.code for rule in every() if rule.code.startswith("D41")}
    day = datetime.date(2022, 10, 16)
    assert known.words == (Word("大数剧", "大数据", "", "sure", "打错了。", day), Word("甲", "乙"))


def test_an_outline_says_more_of_itself(tmp_path: Path) -> None:
    told(tmp_path, SETTINGS)
    path = tmp_path / "提纲.yaml"
    path.write_text('year: 2025\norganization: {abbr: 本馆, self: "{{ year }}馆"}\nleaders: [王某]\n', "utf-8")
    outline = load(str(path)).outline
    assert outline
    known = office(settings.load(str(tmp_path))[0], outline)

    assert (known.name, known.abbr, known.self, known.year) == ("城市博物馆", "本馆", "", 2025)
    assert known.leaders == (Leader("王某"),)


def test_nothing_said_is_nothing_known(tmp_path: Path) -> None:
    assert told(tmp_path, "") == (Office(), [])


@pytest.mark.parametrize(
    ("said", "id", "line", "column", "near_by"),
    [
        ("严重程度: {D102: 提醒, 没有这条: 提示}", "check.no-such-rule", 2, 20, ""),
        ("忽略: [D102, D40l]", "check.no-such-rule", 2, 14, "D401"),
        ("忽略: D", "check.no-such-rule", 2, 7, ""),
        ("严重程度: {D102: 提配}", "outline.unknown-severities", 2, 16, "提醒"),
        ("严重程度: 提示", "outline.text-for-map", 2, 9, ""),
        ("严重呈度: {}", "outline.unknown-key", 2, 3, "严重程度"),
        ("用词: [{对: 乙}]", "outline.no-wrong-word", 2, 8, ""),
        ("用词: [{错: 甲, 语境: '('}]", "outline.no-pattern", 2, 19, ""),
        ("用词: [{错: 甲, 语境: '(a+)+b'}]", "outline.endless-pattern", 2, 19, ""),
        ("用词: [{错: 甲, 把握: 大概}]", "outline.unknown-certainties", 2, 19, ""),
        ("用词: [{错: 甲, 自: 2025-02-30}]", "outline.no-such-day", 2, 18, ""),
        ("用词: [{错: 甲, 改: 乙}]", "outline.unknown-key", 2, 15, ""),
        ("用词: 没有.yaml", "outline.no-words-file", 2, 7, ""),
    ],
)
def test_mistakes_have_their_place_and_a_remedy(
    tmp_path: Path, said: str, id: str, line: int, column: int, near_by: str
) -> None:
    known, problems = told(tmp_path, f"检查:\n  {said}\n")

    [problem] = problems
    assert (problem.id, problem.place.line, problem.place.column) == (id, line, column)
    assert Path(problem.place.file).name == "drafter.yaml"
    assert describe(problem, "zh")
    assert remedy(problem, "zh")
    assert problem.args.get("near", "") == near_by
    assert known.words == ()


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("- {wrong: 甲}\n- 乙\n- {wrong: 丙, since: 昨天}\n", [2, 3]),
        ("wrong: 甲\n", [1]),
        ("- {wrong: 甲\n- {wrong: 乙}\n", [1, 2]),
        ("&a [*a, *a]", [1]),
        ("", []),
        ("甲", [1]),
    ],
)
def test_a_list_in_a_file_is_read_as_strictly(tmp_path: Path, words: str, lines: list[int]) -> None:
    _, problems = told(tmp_path, "检查: {用词: 用词.yaml}\n", words)

    assert sorted({problem.place.line for problem in problems}) == lines
    assert {Path(problem.place.file).name for problem in problems} <= {"用词.yaml"}


def test_a_list_that_is_changed_is_read_anew(tmp_path: Path) -> None:
    assert told(tmp_path, "检查: {用词: 用词.yaml}\n", "- {wrong: 甲}\n")[0].words == (Word("甲"),)
    assert told(tmp_path, "检查: {用词: 用词.yaml}\n", "- {wrong: 乙乙}\n")[0].words == (Word("乙乙"),)


def test_nothing_is_wrong_with_the_list_that_comes_with_drafter() -> None:
    words, problems = word_list.read(str(word_list.BUILT_IN))

    assert problems == ()
    assert words == word_list.built_in() != ()


def test_a_rule_answers_to_its_code_and_its_names() -> None:
    for rule in every():
        for word in (rule.code, rule.code.lower(), rule.head["name_en"], rule.head["name_zh"]):
            assert rule.code in codes(word), word
    assert codes("D2") == {rule.code for rule in every() if rule.code.startswith("D2")}
    assert codes("D") == codes("") == codes("无此规则") == frozenset()
    assert near("D1O2") == "D102"
    assert near("没有这样的东西") == ""
