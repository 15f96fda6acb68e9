"""Outlines as clerks of other houses fill them in: what a first reading aloud found, and what it should have been."""

from pathlib import Path

import pytest

from drafter.document.plain import to_text
from drafter.papers.compose import compose

from .outlines import PAPERS, outline, put
from .outlines import words as blocks_of

MEETING = {"name": "全县文化工作会议", "short": "文化工作会议", "date": "2026-01-20"}
PLAN = {"role": "tasks", "title": "打算", "points": [{"title": "办好节会", "text": "办三场。"}, {"title": "建好分馆"}]}


def written(paper: str, **values: object) -> str:
    return to_text(compose(outline(date="2026-02-08", **values), paper))


def test_points_without_titles_are_told_in_the_news() -> None:
    points = [{"text": "接待三千人。全年无休。"}, {"text": "办展五场。"}]
    section = {"role": "achievements", "title": "成绩要看到", "points": points}
    assert "会议通报，接待三千人。办展五场。" in written("news", meeting=MEETING, sections=[section])
    assert "会议通报，接待三千人。全年无休。办展五场。" in written(
        "news", kind="annual-meeting", meeting=MEETING, sections=[section]
    )


def test_a_paragraph_among_points_is_told_in_the_news() -> None:
    points = [{"title": "演出多了", "brief": "演出四十场。"}, {"paragraph": "观众三千人。"}]
    news = written("news", meeting=MEETING, sections=[{"role": "achievements", "title": "工作", "points": points}])
    assert "会议通报，演出四十场。观众三千人。" in news


def test_news_does_not_read_out_a_bare_heading() -> None:
    section = {"role": "other", "title": "业务数据", "table": {"header": ["项目"], "rows": [["演出"]]}}
    for kind in ("annual-report", "annual-meeting"):
        assert "业务数据" not in written("news", kind=kind, meeting=MEETING, sections=[PLAN, section])


def test_a_list_in_one_paragraph_is_not_cut_at_its_first_item() -> None:
    section = {"role": "problems", "title": "问题", "text": "一是人手少；二是场地小。"}
    assert "会议指出，一是人手少；二是场地小。" in written("news", meeting=MEETING, sections=[section])


def test_bare_titles_are_one_sentence_in_the_news() -> None:
    section = {"role": "measures", "title": "做法", "numbering": "shi", "points": ["领导带头", "部门联动"]}
    assert "会议介绍，领导带头，部门联动。" in written("news", meeting=MEETING, sections=[section])


@pytest.mark.parametrize(("paper", "says"), [("speech", True), ("report", False), ("summary", False), ("news", False)])
def test_only_who_speaks_calls_on_comrades(paper: str, says: bool) -> None:
    closing = {"role": "closing", "text": "同志们，让我们把今年的事办好！"}
    text = written(paper, meeting=MEETING, sections=[PLAN, closing])
    assert ("今年的事办好" in text) is says
    assert ("以上汇报，不妥之处，请批评指正。" in text) is (paper == "report")


def test_a_report_read_to_people_may_call_on_them() -> None:
    closing = {"role": "closing", "text": "同志们，让我们把今年的事办好！"}
    text = written("report", meeting=MEETING, salutation="各位代表：", sections=[PLAN, closing])
    assert "同志们，让我们把今年的事办好！" in text
    assert "批评指正" not in text


def test_a_closing_in_the_first_person_stays_out_of_the_news() -> None:
    closing = {"role": "closing", "text": "新的一年，我馆将再接再厉。"}
    assert "我馆" not in written("news", sections=[PLAN, closing])
    assert "我馆将再接再厉" in written("report", sections=[PLAN, closing])


def test_what_was_passed_on_and_is_not_said_yet_is_a_gap() -> None:
    agenda = [{"did": "传达"}, {"did": "宣读了", "what": "表彰决定"}, {"who": ["甲科"], "did": "传达", "what": "文件"}]
    meeting = MEETING | {"agenda": [*agenda, {"did": "分组讨论"}]}
    news, speech = (written(paper, meeting=meeting, sections=[PLAN]) for paper in ("news", "speech"))
    assert "会议传达了【议程内容：待填】。" in news
    assert "会议还宣读了表彰决定，进行了分组讨论。" in news
    assert "刚才，会议传达了【议程内容：待填】，宣读了表彰决定，甲科传达了文件，会议进行了分组讨论。" in speech


def test_what_a_meeting_did_in_a_row_names_the_meeting_once() -> None:
    agenda = [{"did": "传达", "what": "全市会议精神"}, {"did": "表彰", "what": "先进"}]
    news = written("news", meeting=MEETING | {"agenda": agenda}, sections=[PLAN])
    assert "会议传达了全市会议精神，表彰了先进。" in news


def test_a_section_that_opens_like_the_lead_takes_nothing_from_it() -> None:
    meeting = MEETING | {"time": "上午", "place": "县剧院", "purpose": "部署工作", "attendees": ["全体干部"]}
    texts = ["1月20日，会上发了奖。", "会议的气氛热烈。", "参加会议的都发了言。"]
    news = written("news", meeting=meeting, sections=[{"role": "background", "text": texts}])
    for told in ("1月20日上午，城市博物馆在县剧院召开", "会议的主要任务是部署工作。", "全体干部参加会议。"):
        assert told in news


def test_a_number_of_people_alone_is_told() -> None:
    assert "约90人参加会议。" in written("news", meeting=MEETING | {"attendance": "约90人"}, sections=[PLAN])


@pytest.mark.parametrize(
    ("speaker", "host", "said"),
    [
        ({"name": "陈立", "post": "馆长"}, {"name": "陈立", "post": "馆长"}, "馆长陈立主持会议并讲话。"),
        ({"call": "陈立馆长"}, {"name": "钱枫"}, "陈立馆长出席会议并讲话，钱枫主持会议。"),
        ({"post": "馆长"}, {}, "馆长【讲话人姓名：待填】出席会议并讲话。"),
        ({}, {"name": "钱枫", "call": "钱枫副馆长"}, "钱枫副馆长主持会议。"),
    ],
)
def test_people_half_told_are_still_told(speaker: dict[str, str], host: dict[str, str], said: str) -> None:
    assert said in written("news", meeting=MEETING | {"speaker": speaker, "host": host}, sections=[PLAN])


def test_news_gives_the_year_of_a_day_of_another_year() -> None:
    news = written("news", meeting=MEETING | {"date": "2025-12-30"}, sections=[PLAN])
    assert "\u3000\u30002025年12月30日，" in news
    assert "\u3000\u30001月20日，" in written("news", meeting=MEETING, sections=[PLAN])


@pytest.mark.parametrize("paper", ["news", "summary"])
def test_a_campaign_across_new_year_gives_both_years(paper: str) -> None:
    campaign = {"name": "阅读活动", "from": "2025-11-01", "to": "2026-01-31", "basis": "通知"}
    to = "1月31日" if paper == "news" else "2026年1月31日"
    assert f"2025年11月1日至{to}，" in written(paper, kind="campaign-summary", campaign=campaign, sections=[PLAN])


def test_a_speech_bears_the_day_it_was_given() -> None:
    assert "（2026年1月20日）" in written("speech", meeting=MEETING, sections=[PLAN])


@pytest.mark.parametrize("paper", ["report", "speech", "summary"])
def test_words_of_those_above_are_handed_down_once(paper: str) -> None:
    guidance = ["县委全会精神", "坚持为民服务"]
    told = f"{'今后工作中，将' if paper == 'summary' else '推进今后的工作，要'}落实县委全会精神，坚持为民服务。"
    assert written(paper, guidance=guidance, meeting=MEETING, sections=[PLAN]).count(told) == 1
    assert told in written(paper, guidance=guidance, sections=[{"role": "achievements", "text": "都办成了。"}])
    said = {"role": "goals", "text": "要坚持为民服务。"}
    assert "落实县委全会精神。" in written(paper, guidance=guidance, sections=[said])


def test_news_puts_no_words_of_those_above_into_a_meeting() -> None:
    assert "为民服务" not in written("news", guidance=["坚持为民服务"], meeting=MEETING, sections=[PLAN])


def test_news_leads_with_the_figures_that_are_told_nowhere_else() -> None:
    facts = {
        "服务群众": {"value": 86200, "unit": "人次", "show": "万"},
        "下乡演出": {"value": 48, "unit": "场"},
        "书": {},
    }
    section = {"role": "achievements", "title": "工作", "text": "演出{{ 下乡演出 }}。"}
    for meeting in ({}, MEETING):
        news = written("news", meeting=meeting, facts=facts, headline=[*facts], sections=[section])
        assert "据介绍，服务群众8.6万人次。" in news
        assert news.count("48场") == 1
        assert "待填" not in news


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("五一前", "（五一前完成）"),
        ("年内", "（年内完成）"),
        ("6月底", "（6月底前完成）"),
        ("长期坚持", "（长期坚持）"),
        ("2026-06-30", "（6月30日前完成）"),
    ],
)
def test_a_time_in_words_reads_as_words(due: str, said: str) -> None:
    task = {"title": "夜游", "text": "开放湖岸。", "due": due}
    assert f"开放湖岸{said}。" in written("report", sections=[{"role": "tasks", "title": "打算", "points": [task]}])


@pytest.mark.parametrize("kind", ["deployment-meeting", "assessment-speech"])
def test_the_year_to_come_is_not_summed_up(kind: str) -> None:
    for paper in PAPERS:
        text = written(paper, kind=kind, year=2026, sections=[{"role": "achievements", "text": "办成了。"}, PLAN])
        assert "2026年" not in text.replace("2026年2月8日", ""), paper


def test_a_campaign_without_a_title_is_reported_by_its_name() -> None:
    campaign = {"name": "“送书”活动", "stage": "第一阶段"}
    texts = [written(paper, kind="campaign-summary", campaign=campaign, sections=[PLAN]) for paper in PAPERS]
    assert texts[0].startswith("城市博物馆关于“送书”活动情况的报告\n")
    assert texts[3].startswith("城市博物馆“送书”活动（第一阶段）总结\n")


def test_a_title_that_promises_plans_is_no_title_of_a_speech_or_news() -> None:
    title = "城市博物馆2025年工作总结暨2026年工作思路"
    assert written("speech", title=title, meeting=MEETING, sections=[PLAN]).startswith("在全县文化工作会议上的讲话\n")
    assert written("news", title=title, meeting=MEETING, sections=[PLAN]).startswith("城市博物馆召开文化工作会议\n")


def test_measures_do_not_answer_problems_that_come_later() -> None:
    measures = {"role": "measures", "title": "做法", "points": ["领导带头", "部门联动"]}
    problems = {"role": "problems", "title": "不足", "points": ["人手少", "场地小"]}
    assert "针对" not in written("report", sections=[measures, problems])


def test_plans_after_measures_do_not_answer_what_is_put_right() -> None:
    problems = {"role": "problems", "title": "不足", "points": ["人手少", "场地小"]}
    measures = {"role": "measures", "title": "整改", "points": ["增人", "扩场"]}
    assert "针对以上问题" not in written("report", sections=[problems, measures, PLAN])
    assert "针对以上问题" in written("report", sections=[problems, PLAN])


def test_lessons_are_not_proposed() -> None:
    background = {"role": "background", "title": "意义", "text": "事关大局。"}
    lessons = {"role": "experience", "title": "体会", "points": ["靠群众", "靠制度"]}
    news = written("news", meeting=MEETING, sections=[background, lessons])
    assert "会议介绍，主要有两点体会：一是靠群众；二是靠制度。" in news


def test_wording_of_an_office_may_still_name_people_by_their_parts(tmp_path: Path) -> None:
    put(tmp_path, "wording/news.yaml", "people:\n  - text: '{speaker_post}{speaker}到会。'\n    head: 到会\n")
    made = outline(meeting=MEETING | {"speaker": {"name": "陈立", "post": "馆长"}}, sections=[PLAN])
    assert "馆长陈立到会。" in "\n".join(blocks_of(compose(made, "news", str(tmp_path))))


def test_a_meeting_with_one_name_goes_by_it() -> None:
    meeting = {"short": "安全部署会", "date": "2026-01-20"}
    assert written("news", meeting=meeting, sections=[PLAN]).startswith("城市博物馆召开安全部署会\n")
    assert written("speech", meeting=meeting, sections=[PLAN]).startswith("在安全部署会上的讲话\n")
    named = {"name": "城市博物馆年会", "date": "2026-01-20"}
    assert written("news", meeting=named, sections=[PLAN]).startswith("城市博物馆年会召开\n")


def test_the_own_paper_of_a_meeting_tells_what_its_points_say() -> None:
    plan = PLAN | {"lead": "抓好下面几项。"}
    news = written("news", kind="annual-meeting", meeting=MEETING, sections=[plan])
    assert "会议要求，抓好下面几项。一是办好节会。办三场。二是建好分馆。" in news
    assert "要办好节会，办三场；要建好分馆。" in written(
        "news", kind="annual-meeting", meeting=MEETING, sections=[PLAN]
    )
    lessons = {"role": "experience", "title": "体会", "points": [{"title": "靠群众", "text": "多问。"}, "靠制度"]}
    assert "一是靠群众。多问。二是靠制度。" in written(
        "news", kind="annual-meeting", meeting=MEETING, sections=[lessons]
    )


def test_an_opening_in_words_weighs_more_than_its_points() -> None:
    opening = {"role": "opening", "text": "去年工作稳步推进。", "points": ["抓创作", "抓普及"]}
    assert "会议通报，去年工作稳步推进。" in written("news", meeting=MEETING, sections=[opening, PLAN])


def test_marks_behind_titles_do_not_break_a_list() -> None:
    plan = {"role": "tasks", "title": "打算", "points": ["创作怎么抓？", "抓队伍。", "抓活动"]}
    assert "一是创作怎么抓？二是抓队伍；三是抓活动。" in written("news", meeting=MEETING, sections=[plan])


def test_the_meeting_is_not_named_before_its_own_name() -> None:
    closing = {"role": "closing", "text": "会议号召全馆干部职工努力奋斗。"}
    assert "\u3000\u3000会议号召全馆" in written("news", meeting=MEETING, sections=[PLAN, closing])


@pytest.mark.parametrize("paper", ["report", "news", "summary"])
def test_an_opening_to_be_spoken_stays_in_the_speech(paper: str) -> None:
    opening = {"role": "opening", "text": "今天我们召开推进会，很有必要。"}
    text = written(paper, meeting=MEETING, sections=[opening, PLAN])
    assert "很有必要" not in text
    assert paper == "news" or "如下。" in text
    assert "很有必要。" in written("speech", meeting=MEETING, sections=[opening, PLAN])


def test_a_table_of_tasks_that_nobody_has_yet_asks_who() -> None:
    report = written("report", sections=[PLAN], attachments=[{"title": "分工表", "table": "tasks"}])
    assert "1\t办好节会\t【责任单位：待填】\t【完成时限：待填】" in report
    assert "2\t建好分馆\t" in report


def task_rows(*points: object) -> list[str]:
    """The lines of the table made from these tasks."""
    section = {"role": "tasks", "title": "打算", "points": points}
    report = written("report", sections=[section], attachments=[{"title": "分工表", "table": "tasks"}])
    return report[report.index("序号") :].splitlines()


def test_a_task_that_nobody_has_stands_in_the_table_beside_those_that_somebody_has() -> None:
    head, *rows = task_rows({"title": "办展", "owner": "陈列部", "due": "年内"}, "修库房。", {"text": "一段话。"})
    assert head == "序号\t任务\t责任单位\t完成时限"
    assert rows == ["1\t办展\t陈列部\t年内", "2\t修库房\t【责任单位：待填】\t【完成时限：待填】"]


def test_tasks_are_gathered_where_somebody_has_them() -> None:
    below = {"title": "抓业务", "points": [{"title": "办展", "owner": "陈列部"}, "讲解"]}
    assert task_rows(below, {"title": "抓党建", "points": ["学习"]}) == [
        "序号\t任务\t责任单位\t完成时限",
        "1\t办展\t陈列部\t【完成时限：待填】",
        "2\t讲解\t【责任单位：待填】\t【完成时限：待填】",
    ]
    assert task_rows({"title": "抓安全", "due": "6月底前"}, below) == [
        "序号\t任务\t责任单位\t完成时限",
        "1\t抓安全\t【责任单位：待填】\t6月底前",
        "2\t办展\t陈列部\t【完成时限：待填】",
        "3\t讲解\t【责任单位：待填】\t【完成时限：待填】",
    ]


def test_groups_of_tasks_that_nobody_has_yet_give_their_tasks() -> None:
    assert task_rows({"points": ["办展", "讲解"]}) == [
        "序号\t任务\t责任单位\t完成时限",
        "1\t办展\t【责任单位：待填】\t【完成时限：待填】",
        "2\t讲解\t【责任单位：待填】\t【完成时限：待填】",
    ]


def test_safeguards_do_not_speak_of_tasks_that_nobody_set() -> None:
    safeguards = {"role": "safeguards", "title": "保障", "points": ["落实经费", "落实责任"]}
    assert "重点做好两个方面的保障。" in written("report", sections=[safeguards])
    assert "为完成好上述任务，做好两个方面的保障。" in written("report", sections=[PLAN, safeguards])


def test_a_sentence_before_points_is_told_with_them() -> None:
    section = {
        "role": "achievements",
        "title": "工作",
        "text": "全年演出四十场。场场爆满。",
        "points": ["抓创作", "抓普及"],
    }
    assert "会议通报，全年演出四十场。抓创作，抓普及。" in written("news", meeting=MEETING, sections=[section])


def test_a_title_with_a_stray_mark_is_told_too() -> None:
    points = [{"title": "抓创作；", "text": "出精品。"}, "抓普及；", "抓队伍"]
    news = written("news", meeting=MEETING, sections=[{"role": "achievements", "title": "工作", "points": points}])
    assert "会议通报，出精品。抓普及。抓队伍。" in news
