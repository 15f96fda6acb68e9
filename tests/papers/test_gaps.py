"""What a draft still lacks: every placeholder once, with its line and who has it."""

from drafter.document.text import all_runs
from drafter.messages import describe
from drafter.outline.load import loads
from drafter.papers.compose import compose, gaps
from drafter.problems import Severity

OUTLINE = """drafter: 1
kind: annual-report
title: 总结
year: 2025
organization:
  name: 馆
facts:
  接待游客:
    unit: 人次
    source: 开放部
sections:
  - role: achievements
    title: 成绩
    text:
      - 全年接待{{ 接待游客 }}，共{{ 接待游客 }}。
      - 会议在{{ meeting.place }}召开。
"""


def test_every_placeholder_is_listed_once_with_its_line_and_its_holder() -> None:
    outline = loads(OUTLINE.encode(), "a.yaml").outline
    assert outline is not None
    document = compose(outline, "report")
    placeholders = [run.text for run in all_runs(document.blocks) if run.gap]
    assert placeholders.count("【接待游客：待填】") == 2
    found = {str(problem.args["name"]): problem for problem in gaps(document, outline)}
    assert len(found) == len(gaps(document, outline))
    assert {f"【{name}：待填】" for name in found} == set(placeholders)
    visitors = found["接待游客"]
    assert (visitors.place.file, visitors.severity) == ("a.yaml", Severity.WARNING)
    assert visitors.place.line in (8, 9)
    assert "开放部" in describe(visitors, "zh")


def test_a_document_without_placeholders_lacks_nothing() -> None:
    filled = OUTLINE.replace("    unit: 人次", "    unit: 人次\n    value: 3").replace(
        "      - 会议在{{ meeting.place }}召开。\n", ""
    )
    outline = loads(filled.encode(), "a.yaml").outline
    assert outline is not None
    assert gaps(compose(outline, "report"), outline) == []


def test_a_sum_that_waits_for_parts_prints_its_name_and_each_part_is_asked_for_once() -> None:
    text = OUTLINE.replace(
        "facts:\n",
        """facts:
  合计: {unit: 人次, sum: [接待游客, 线上观众, 志愿者]}
  线上观众: {unit: 人次, source: 信息部}
  志愿者: {unit: 人次, value: 3}
""",
    ).replace("，共{{ 接待游客 }}", "，共{{ 合计 }}，{{ 合计 | growth }}")
    outline = loads(text.encode(), "a.yaml").outline
    assert outline is not None
    document = compose(outline, "report")
    found = [(str(gap.args["name"]), gap.args["who"], gap.place.line) for gap in gaps(document, outline)]

    assert "共【合计：待填】" in "".join(run.text for run in all_runs(document.blocks))
    assert [gap for gap in found if gap[0] in ("接待游客", "线上观众", "合计")] == [
        ("接待游客", "开放部", 12),
        ("线上观众", "信息部", 9),
    ]
