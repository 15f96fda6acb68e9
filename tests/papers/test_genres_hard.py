"""Outlines that make it hard for a genre: no meeting, bare titles, no short forms, a strange title, empty starters."""

import re
from itertools import pairwise
from pathlib import Path
from textwrap import dedent, indent

import pytest

from drafter.document.plain import to_text
from drafter.outline.load import loads
from drafter.papers.compose import compose

STARTERS = sorted((Path(__file__).parents[2] / "outlines").glob("*.yaml"))
PAPERS = ("report", "speech", "news", "summary")

HEAD = """
    drafter: 1
    kind: {kind}
    title: {title}
    year: 2025
    date: 2026-02-08
    organization: {{name: 城市博物馆, abbr: 城博, self: 我馆, led_by: [市文旅局]}}
"""
MEETING = """
    meeting:
      name: 全市文博工作会议
      short: 文博工作会议
      date: 2026-02-08
      purpose: 总结工作，部署任务
"""
ACHIEVED = """
    - role: achievements
      title: 工作情况
      points:
        - {title: 讲解服务更贴心, text: 接待团体二百家。还办了讲座。, brief: 讲解服务更贴心}
        - {title: 馆际交流更密切, text: 走访兄弟馆三家。}
"""
LACKING = """
    - role: problems
      title: 不足
      numbering: shi
      points: [展览选题偏窄, 文创种类偏少]
"""
PLANNED = """
    - role: tasks
      title: 打算
      points:
        - {title: 办好主题展览, text: 完成布展。, brief: 完成布展, owner: 陈列部, due: 2026-09-30}
        - {title: 用好革命文物, text: 编写故事。, owner: 藏品部（研究室）, due: 2027-03-01}
"""


def papers(*parts: str, kind: str = "annual-report", title: str = "城市博物馆2025年工作总结", head: str = "") -> str:
    sections = "".join(indent(dedent(part), "  ") for part in parts)
    return dedent(HEAD.format(kind=kind, title=title)) + dedent(head) + "sections:" + sections


def written(yaml: str, paper: str) -> str:
    loaded = loads(yaml.encode(), "x.yaml", None)
    assert loaded.outline is not None, loaded.problems
    return to_text(compose(loaded.outline, paper))


def test_without_a_meeting_news_tells_of_the_year_in_its_own_voice() -> None:
    news = written(papers(ACHIEVED, LACKING, PLANNED), "news")
    assert "\n\u3000\u30002月8日，城市博物馆总结2025年工作，安排下一步任务。\n" in news
    assert "工作中还存在展览选题偏窄和文创种类偏少等问题。" in news
    assert "下一步，城博将办好主题展览，完成布展；用好革命文物。" in news
    assert not re.search("会议|待填|要办好", news)


def test_without_a_meeting_a_speech_lacks_only_its_name() -> None:
    speech = written(papers(ACHIEVED, LACKING, PLANNED), "speech")
    assert speech.startswith("在【会议名称：待填】上的讲话\n")
    assert speech.count("待填") == 1
    assert "今天，我们在这里总结2025年的工作，研究下一步的任务。下面，我讲三点意见。" in speech


def test_without_a_meeting_nobody_asks_for_criticism_at_the_end() -> None:
    assert "请批评指正" not in written(papers(ACHIEVED, PLANNED), "report")
    assert "请批评指正" in written(papers(ACHIEVED, PLANNED, head=MEETING), "report")


def test_a_campaign_without_a_meeting_is_told_by_its_days() -> None:
    campaign = "\n    campaign: {name: “解难题”活动, from: 2026-01-03, to: 2026-02-01, basis: 市委统一部署}\n"
    yaml = papers(ACHIEVED, PLANNED, kind="campaign-summary", head=campaign)
    assert "1月3日至2月1日，城市博物馆开展“解难题”活动。" in written(yaml, "news")
    assert "根据市委统一部署，2026年1月3日至2月1日，城市博物馆开展了“解难题”活动。现将" in written(yaml, "summary")
    assert "城市博物馆“解难题”活动总结" not in written(yaml, "speech")


def test_the_chair_demands_what_a_plan_says() -> None:
    news = written(papers(ACHIEVED, LACKING, PLANNED, head=MEETING), "news")
    assert "会议要求，要办好主题展览，完成布展；要用好革命文物。" in news
    assert "城市博物馆召开全市文博工作会议。会议的主要任务是总结工作，部署任务。" in news


def test_titles_that_are_no_commands_are_listed() -> None:
    news = written(papers(PLANNED.replace("用好革命文物", "革命文物的利用"), head=MEETING), "news")
    assert "会议要求，重点抓好两项工作：一是完成布展；二是革命文物的利用。" in news


def test_one_task_is_not_counted() -> None:
    one = "\n    - role: tasks\n      title: 打算\n      points: [{title: 展览, text: 展览开到县里去。}]\n"
    assert "会议要求，展览开到县里去。" in written(papers(one, head=MEETING), "news")
    for paper in PAPERS:
        assert not re.search("一项|一件事|一个方面|一是|任务不在多", written(papers(one, head=MEETING), paper))


def test_problems_with_commas_are_counted_not_joined() -> None:
    news = written(papers(LACKING.replace("偏窄", "偏窄，人手不够"), head=MEETING), "news")
    assert "会议指出，工作中还有两个方面的不足需要改进。" in news


def test_short_forms_serve_short_papers_and_whole_texts_the_report() -> None:
    yaml = papers(ACHIEVED, head=MEETING)
    assert "接待团体二百家。还办了讲座。" in written(yaml, "report")
    assert "会议通报，讲解服务更贴心。走访兄弟馆三家。" in written(yaml, "news")
    assert "接待团体" not in written(yaml, "speech")


def test_a_summary_keeps_what_is_still_to_come_short() -> None:
    yaml = papers(ACHIEVED, PLANNED.replace("text: 完成布展。", "text: 布展要赶在国庆之前完成。"))
    assert "国庆" in written(yaml, "report")
    assert "国庆" not in written(yaml, "summary")
    assert "接待团体二百家。还办了讲座。" in written(yaml, "summary")


def test_people_of_one_house_do_not_hide_each_other() -> None:
    people = """
      speaker: {name: 李某, post: 市文旅局局长}
      host: {name: 张某, post: 市文旅局副局长}
      attendees: [市文旅局全体干部]
    """
    news = written(papers(ACHIEVED, head=MEETING.rstrip() + people.rstrip() + "\n"), "news")
    assert "市文旅局局长李某出席会议并讲话，市文旅局副局长张某主持会议。" in news
    assert "市文旅局全体干部参加会议。" in news


def test_a_report_names_who_answers_until_when_in_brackets_that_nest() -> None:
    report = written(papers(LACKING, PLANNED), "report")
    assert "完成布展（陈列部负责，9月30日前完成）。" in report
    assert "编写故事〔藏品部（研究室）负责，2027年3月1日前完成〕。" in report
    assert "针对以上问题，重点抓好两项工作。" in report
    assert "陈列部" not in written(papers(LACKING, PLANNED), "summary")


def test_numbers_start_again_in_each_list_and_run_on_round_a_paragraph() -> None:
    lists = """
    - role: tasks
      title: 打算
      points:
        - points: [{title: 甲, text: 干甲。}, {paragraph: 插一段。}, {title: 乙, text: 干乙。}]
        - points: [{title: 丙, text: 干丙。}]
"""
    lines = [line.strip() for line in written(papers(ACHIEVED, lists), "report").splitlines()]
    headings = [line for line in lines if line.startswith("（")]
    assert headings[1:] == ["（一）讲解服务更贴心", "（二）馆际交流更密切", "（一）甲", "（二）乙", "（一）丙"]


def test_problems_told_at_length_are_neither_announced_nor_pressed_home() -> None:
    told = LACKING.replace("numbering: shi", "numbering: paren")
    assert "问题摆在这里" in written(papers(ACHIEVED, LACKING), "speech")
    assert not re.search("问题摆在这里|差距主要", written(papers(ACHIEVED, told), "speech"))


def test_a_table_of_tasks_says_it_instead() -> None:
    table = "\n    attachments:\n      - {title: 计划表, table: tasks}\n"
    report = written(papers(PLANNED, head=table), "report")
    assert "（陈列部负责" not in report
    assert "各项任务的责任单位和完成时限见附件。" in report
    assert "\n1\t办好主题展览\t陈列部\t2026年9月30日\n" in report


def test_an_opening_that_hands_over_itself_is_left_alone() -> None:
    opening = "\n    - {role: opening, text: 现将我馆情况报告如下。}\n"
    for paper in ("report", "summary"):
        assert written(papers(opening, ACHIEVED), paper).count("现将") == 1
        assert written(papers(opening.replace("现将", "").replace("如下", ""), ACHIEVED), paper).count("现将") == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_a_lead_a_tail_and_a_closing_of_the_writer_win(paper: str) -> None:
    lead = LACKING.replace("points:", "lead: 毛病有这些：\n      tail: 都要改。\n      points:")
    text = written(papers(ACHIEVED, lead, "\n    - {role: closing, text: 就这样办！}\n", head=MEETING), paper)
    assert not re.search("主要表现在|主要是|差距主要|问题摆在|请批评指正|让我们", text)


@pytest.mark.parametrize(
    ("paper", "title", "right"),
    [
        ("speech", "城市博物馆2025年工作总结", "在全市文博工作会议上的讲话"),
        ("news", "在全市文博工作会议上的讲话", "城市博物馆召开文博工作会议"),
        ("report", "在全市文博工作会议上的讲话", "城市博物馆2025年工作报告"),
        ("summary", "在全市文博工作会议上的讲话", "城市博物馆2025年工作总结"),
        ("speech", "凝心聚力开新局", "凝心聚力开新局"),
        ("report", "城市博物馆2025年工作总结", "城市博物馆2025年工作总结"),
    ],
)
def test_a_title_of_another_genre_is_not_taken_over(paper: str, title: str, right: str) -> None:
    assert written(papers(ACHIEVED, head=MEETING, title=title), paper).partition("\n")[0] == right


def test_what_happened_at_a_meeting_is_told_grammatically() -> None:
    agenda = """
      agenda:
        - {did: 传达, what: 全省会议精神}
        - {who: [李某], did: 传达, what: 文件}
        - {who: [甲部, 乙部], did: 交流发言, topic: “开局”起步}
        - {who: [丙部], did: 作表态发言}
        - {did: 印发, what: 计划表}
        - {did: 审议, what: 《办法》}
    """
    yaml = papers(ACHIEVED, PLANNED, head=MEETING.rstrip() + agenda.rstrip() + "\n")
    news, speech = written(yaml, "news"), written(yaml, "speech")
    assert "会议传达了全省会议精神。李某传达了文件。" in news
    assert (
        "会上，甲部和乙部围绕“开局”起步作了交流发言。丙部作表态发言。会议还印发了《计划表》，审议了《办法》。" in news
    )
    assert "刚才，会议传达了全省会议精神，李某传达了文件，甲部" in speech
    assert "印发" not in speech


def test_the_writers_own_verbs_and_speakers_win() -> None:
    told = ACHIEVED.replace("title: 工作情况", "title: 工作情况\n      says: 介绍\n      by: 李某馆长")
    news = written(papers(told, LACKING, head=MEETING), "news")
    assert "李某馆长介绍，讲解" in news
    assert "会议指出，工作中" in news


def test_many_sections_of_one_role_get_different_verbs() -> None:
    sections = [ACHIEVED.replace("工作情况", f"情况{n}") for n in range(4)]
    verbs = re.findall("会议(..)，", written(papers(*sections, head=MEETING), "news"))
    assert len(verbs) == 4
    assert all(one != other for one, other in pairwise(verbs))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("starter", STARTERS, ids=lambda path: path.stem)
def test_an_empty_starter_gives_a_whole_paper_with_its_gaps(starter: Path, paper: str) -> None:
    text = written(starter.read_text("utf-8"), paper)
    assert "待填" in text
    assert len(text.splitlines()) >= 5
    assert not re.search("[。，、；：][。，、；：]|（[^）]*：　", text)


@pytest.mark.parametrize("starter", STARTERS, ids=lambda path: path.stem)
def test_an_empty_news_lead_asks_only_for_what_news_cannot_do_without(starter: Path) -> None:
    lead = next(line for line in written(starter.read_text("utf-8"), "news").splitlines() if line.startswith("\u3000"))
    assert lead.startswith("\u3000\u3000【会议日期：待填】，")
    assert not re.search("讲话人|主持人|地点|时间|参会", lead)


@pytest.mark.parametrize("paper", PAPERS)
def test_bare_titles_make_a_paper(paper: str) -> None:
    text = written(papers("\n    - role: achievements\n      title: 工作\n      points: [甲事办成, 乙事办成]\n"), paper)
    assert "甲事办成" in text
    assert "乙事办成" in text


@pytest.mark.parametrize("paper", PAPERS)
def test_an_outline_without_sections_makes_a_paper(paper: str) -> None:
    assert written(papers().replace("sections:", "sections: []"), paper).strip()
