"""The filters: each from a YAML outline to what is printed."""

from __future__ import annotations

import pytest

from drafter.outline import names
from drafter.outline.filters import FILTERS
from drafter.outline.narrow import narrow
from drafter.outline.text import Gap

from .outlines import outline_of, printed

MEETING = "meeting: {date: 2026-02-08, agenda: [{did: 表彰}, {did: 交流发言}, {did: 印发}]}\n"
CAMPAIGN = "campaign: {from: 2025-06-01, to: 6月底}\n"
FIGURES = """\
facts:
  增: {value: 45120, previous: 39080, unit: 人次, show: 万}
  平: {value: 5, previous: 5, unit: 场}
  零: {value: 0, previous: 3, unit: 起}
  亿: {value: 1234567890, unit: 元, show: 亿, target: 1500000000, previous: 80000000}
  约: {value: 1100, unit: 人, about: 约}
  以上: {value: 90, unit: "%", about: 以上}
  半: {value: 2.5, unit: 个}
  负: {value: -3, unit: 度}
  有中国: {value: 1949}
lists: {空: [], 书: [《甲》, 《乙》, 《丙》]}
"""


def filtered(words: str, body: str = FIGURES) -> str:
    outline = outline_of(f"{MEETING}{CAMPAIGN}{body}sections: [{{title: '{words}'}}]")
    return str(narrow(outline, "report").sections[0].title)


@pytest.mark.parametrize(
    ("words", "print_as"),
    [
        ("接待{{ 接待游客 | growth }}", "接待比上年增长15.5%"),
        ("同比{{ 接待游客 | growth }}", "同比增长15.5%"),
        ("与上年相比{{ 接待游客 | growth }}", "与上年相比增长15.5%"),
        ("{{ 参与率 | growth }}", "比上年提高2.3个百分点"),
        ("{{ 热搜排名 | growth }}", "比上年上升6位"),
        ("{{ 接待游客 | value }}", "4.5万"),
        ("{{ 收集意见 | value }}", "80多"),
        ("{{ 接待游客 | unit }}", "人次"),
        ("{{ 接待游客 | previous }}", "3.9万人次"),
        ("{{ 接待游客 | target }}", "5万人次"),
        ("{{ 接待游客 | completion }}", "完成年度目标的90.2%"),
        ("{{ 接待游客 | digits }}", "45120"),
        ("{{ 三个馆 | count }}个馆", "三个馆"),
        ("{{ 两个馆 | count }}个馆", "两个馆"),
        ("{{ 两个馆 | count }}等", "二等"),
        ("{{ 两个馆 | count }}{{ year }}", "二2025"),
        ("{{ 两个馆 | digits }}", "2"),
        ("{{ 三个馆 | join }}", "未来馆、幸福馆和理想馆"),
        ("{{ 工作制度 | count }}项制度", "四项制度"),
        ("{{ 工作制度 | han }}", "四项"),
        ("{{ 两个项目 | han }}", "两个"),
        ("{{ 收集意见 | han }}", "八十多条"),
        ("{{ PM2.5 | han }}", "4.50微克"),
        ("{{ year | han }}年", "二〇二五年"),
        ("{{ year | spoken }}、{{ next_year | spoken }}、{{ last_year | spoken }}", "去年、今年、前年"),
        ("{{ organization.founded | anniversary }}", "67周年"),
    ],
)
def test_what_filters_print(words: str, print_as: str) -> None:
    assert printed(words) == print_as


@pytest.mark.parametrize(
    ("words", "print_as"),
    [
        ("{{ 平 | growth }}", "与上年持平"),
        ("{{ 零 | growth }}", "比上年下降100%"),
        ("{{ 零 | value }}", "0"),
        ("{{ 零 | previous }}", "3起"),
        ("{{ 亿 }}，{{ 亿 | target }}，{{ 亿 | completion }}", "12.3亿元，15亿元，完成年度目标的82.3%"),
        ("{{ 亿 | previous }}", "80000000元"),
        ("{{ 约 }}，{{ 约 | han }}，{{ 以上 }}", "约1100人，约一千一百人，90%以上"),
        ("{{ 半 | han }}，{{ 半 | count }}个", "2.5个，2.5个"),
        ("{{ 负 | han }}", "负三度"),
        ("{{ 有中国 | anniversary }}", "77周年"),
        ("{{ meeting.date }}，{{ meeting.date | date }}，{{ meeting.date | spoken }}", "2026年2月8日，2月8日，今年"),
        ("{{ campaign.from | date }}至{{ campaign.to | date }}", "6月1日至6月底"),
        ("{{ campaign.from | anniversary }}", "1周年"),
        ("{{ meeting.agenda | count }}项议程、{{ meeting.agenda | digits }}", "三项议程、3"),
        ("{{ 书 }}", "《甲》《乙》和《丙》"),
    ],
)
def test_figures_and_dates_of_every_kind(words: str, print_as: str) -> None:
    assert filtered(words) == print_as


@pytest.mark.parametrize(
    ("words", "print_as", "who"),
    [
        ("{{ 讲解员 }}", "【讲解员：待填】", "社教部"),
        ("{{ 讲解员 | value | han }}", "【讲解员：待填】", "社教部"),
        ("{{ 讲解员 | growth }}", "【讲解员：待填】", "社教部"),
        ("{{ 收集意见 | growth }}", "【收集意见（上年）：待填】", ""),
        ("{{ 接待游客 | target }}", "5万人次", "开放部"),
        ("{{ 收集意见 | completion }}", "【收集意见（目标）：待填】", ""),
        ("{{ 收集意见.source }}", "【收集意见（来源）：待填】", ""),
        ("{{ meeting.date | date }}", "【会议日期：待填】", ""),
        ("{{ meeting.attendees | join }}", "【参会人员：待填】", ""),
        ("{{ organization.abbr }}", "【单位简称：待填】", ""),
        ("{{ points | count }}", "【要点：待填】", ""),
    ],
)
def test_filters_pass_a_gap_on_with_who_has_it(words: str, print_as: str, who: str) -> None:
    text = printed(words)

    assert text == print_as
    assert [piece.gap.who for piece in text.pieces if piece.gap is not None] == [who] * (print_as.startswith("【"))


def test_missing_points_are_missed_where_they_would_stand() -> None:
    gap = printed("有{{ points | count }}点").pieces[1].gap

    assert gap == Gap("/sections/0/points", "要点")


def test_an_empty_list_is_a_gap() -> None:
    assert filtered("{{ 空 }}{{ 空 | count }}") == "【空：待填】【空：待填】"


def test_without_a_date_of_the_paper_what_depends_on_it_is_a_gap() -> None:
    outline = outline_of("title: '{{ year | spoken }}'", "drafter: 1\nkind: annual-report\nyear: 2025\n")

    assert narrow(outline, "report").title == ("【成文日期：待填】",)


def test_every_filter_has_a_name_in_both_languages_and_every_name_a_filter() -> None:
    assert list(FILTERS) == [name.en for name in names.tables()["filters"]]


@pytest.mark.parametrize("name", [name.zh for name in names.tables()["filters"] if "fact" in FILTERS[name.en]])
def test_filters_answer_to_their_chinese_names(name: str) -> None:
    facts = "facts: {甲: {value: 4, previous: 3, unit: 项, target: 5}}\n"

    english = filtered(f"{{{{ 甲 | {names.canonical('filters', name)} }}}}", facts)

    assert filtered(f"{{{{ 甲 | {name} }}}}", facts) == english
