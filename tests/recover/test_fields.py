"""The head of an outline says what an old document states of organization, meeting, campaign, year and people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.recover import fields
from drafter.recover.model import Part

from .made_up import WORDS, old

REPORT = "annual-report"
NEWS = "deployment-meeting"


def filled(kind, *parts):
    from msgspec.structs import replace

    return fields.run(replace(old(*parts), kind=kind))


def head(kind, title, *texts, **more):
    parts = [Part(title, 1, "title"), *(Part(words, 2, name) for name, words in more.items())]
    parts += [Part(words, at, "text") for at, words in enumerate(texts, 3)]
    return filled(kind, *parts).fields


def said(found, pointer):
    return found.get(pointer, "")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("江城博物馆2025年工作总结", "江城博物馆"),
        ("江城市图书馆关于开展读书月活动的总结", "江城市图书馆"),
        ("2025年江城市文化和旅游局工作总结", "江城市文化和旅游局"),
        ("江城市少年宫2025年度工作报告", "江城市少年宫"),
        ("江城大学图书馆召开年度工作会议", "江城大学图书馆"),
        ("群众文化工作总结", ""),
    ],
)
def test_the_organization_is_whose_name_the_title_begins_with(title, name):
    assert said(head(REPORT, title, "全年工作顺利。"), "/organization/name") == name


def test_a_signature_says_best_who_writes():
    parts = (Part("年度工作总结", 1, "title"), Part("全年工作顺利。", 2), Part("江城市文化馆", 3, "signature"))
    found = filled(REPORT, *parts).fields
    assert found["/organization/name"] == "江城市文化馆"
    assert found["/signature/by"] == ("江城市文化馆",)


def test_who_holds_a_meeting_is_the_organization_where_no_title_says_so():
    found = head(NEWS, "重整行装再出发", "3月2日下午，江城图书馆在报告厅召开年度部署会议，全体职工参加会议。")
    assert found["/organization/name"] == "江城图书馆"
    assert found["/meeting/place"] == "报告厅"
    assert found["/meeting/time"] == "下午"


def test_a_short_form_is_taken_from_its_definition():
    found = head(REPORT, "江城市博物馆2025年工作总结", "江城市博物馆（以下简称“江博”）全年接待观众10万人次。")
    assert found["/organization/abbr"] == "江博"


def test_the_first_person_is_what_the_text_says_most_often():
    text = "我馆接待读者，我馆举办讲座，我局通报表扬。围绕我市中心工作，我会继续努力，我所做的还不够。"
    found = head(REPORT, "江城图书馆2025年工作总结", text)
    assert found["/organization/self"] == "我馆"
    assert found["/organization/area"] == "我市"


def test_what_may_be_a_verb_is_the_first_person_only_of_what_is_called_so():
    text = "我会坚持办好讲座，我会开展义诊。"
    assert head(REPORT, "江城市文学艺术界联合会2025年工作总结", text)["/organization/self"] == "我会"
    assert "/organization/self" not in head(REPORT, "江城图书馆2025年工作总结", text)


@pytest.mark.parametrize(
    ("text", "led", "guided"),
    [
        ("在市文旅局的正确领导下，工作顺利。", ("市文旅局",), ""),
        ("在市委、市政府的坚强领导和省文物局的精心指导下，工作顺利。", ("市委、市政府",), ("省文物局",)),
        ("在局党委的领导下，在省图书馆的业务指导下，工作顺利。", ("局党委",), ("省图书馆",)),
        ("在领导岗位上，他勤恳工作。", "", ""),
    ],
)
def test_who_leads_and_who_guides(text, led, guided):
    found = head(REPORT, "江城图书馆2025年工作总结", text)
    assert (said(found, "/organization/led_by"), said(found, "/organization/guided_by")) == (led, guided)


@pytest.mark.parametrize(
    ("kind", "title", "year"),
    [
        (REPORT, "江城图书馆2025年工作总结", 2025),
        (REPORT, "江城图书馆2025年工作总结与2026年工作计划", 2025),
        (REPORT, "江城图书馆2025年度工作总结暨2026年工作思路", 2025),
        (REPORT, "2026年江城市政府工作报告", 2025),
        ("annual-meeting", "江城图书馆召开2026年工作部署会", 2025),
        ("campaign-summary", "江城图书馆2024年读书月活动总结", 2024),
        (NEWS, "江城图书馆召开2026年工作部署会", 2026),
    ],
)
def test_the_year_is_the_one_reported_on(kind, title, year):
    assert head(kind, title, "工作顺利完成。")["/year"] == year


def test_a_review_says_its_year_before_the_title_does():
    parts = (Part("2026年工作会议报告", 1, "title"), Part("2025年工作回顾", 2, "heading", 1, role="achievements"))
    assert filled(REPORT, *parts).fields["/year"] == 2025


def test_without_a_year_anywhere_none_is_made_up():
    assert "/year" not in head(REPORT, "江城图书馆工作总结", "工作顺利完成。")


def test_a_year_worked_out_from_the_date_is_a_doubt():
    document = filled(REPORT, Part("江城图书馆工作总结", 1, "title"), Part("2026年1月8日", 2, "date"))
    assert document.fields["/year"] == 2025
    assert [doubt.args["field"] for doubt in document.doubts] == ["/year"]


def test_the_date_of_the_paper_stands_on_a_line_of_its_own():
    assert head(REPORT, "工作总结", "去年3月1日开馆。", subtitle="（2026年2月8日）")["/date"] == "2026-02-08"
    assert "/date" not in head(REPORT, "工作总结", "2025年3月1日开馆，全年接待读者。")


def test_a_speech_is_named_after_its_meeting():
    found = head(
        "assessment-speech",
        "在全市公共文化服务推进会议上的讲话",
        "今天的会议很重要。",
        speaker="市文旅局局长 李明远",
        date="（2026年3月5日）",
    )
    assert found["/meeting/name"] == "全市公共文化服务推进会议"
    assert found["/meeting/date"] == "2026-03-05"
    assert found["/meeting/speaker/name"] == "李明远"
    assert found["/meeting/speaker/post"] == "市文旅局局长"


def test_news_says_who_spoke_who_was_in_the_chair_and_who_came():
    found = head(
        "annual-meeting",
        "江城图书馆召开年度总结大会",
        "2026年1月8日上午，江城图书馆召开2025年度工作总结表彰大会。党支部书记、馆长李明远作工作报告，"
        "副馆长张晓主持会议。馆领导班子成员、全体职工共120余人参加会议。",
        "李明远馆长指出，全年成绩来之不易。",
    )
    assert found["/meeting/name"] == "2025年度工作总结表彰大会"
    assert found["/meeting/short"] == "年度总结大会"
    assert found["/meeting/date"] == "2026-01-08"
    assert (found["/meeting/speaker/name"], found["/meeting/speaker/post"]) == ("李明远", "党支部书记、馆长")
    assert found["/meeting/speaker/call"] == "李明远馆长"
    assert (found["/meeting/host/name"], found["/meeting/host/post"]) == ("张晓", "副馆长")
    assert found["/meeting/attendance"] == "共120余人"
    assert found["/meeting/attendees"] == ("馆领导班子成员", "全体职工")


def test_a_day_without_its_year_gets_that_of_the_meeting_and_is_a_doubt():
    texts = "3月2日，江城图书馆召开2026年工作部署会。"
    document = filled(NEWS, Part("江城图书馆召开部署会", 1, "title"), Part(texts, 2))
    assert document.fields["/meeting/date"] == "2026-03-02"
    assert "/meeting/date" in [doubt.args["field"] for doubt in document.doubts]


def test_a_leader_who_is_only_studied_did_not_speak():
    found = head(NEWS, "学习会", "3月2日，江城图书馆召开学习会，深入学习习近平总书记系列重要讲话精神。")
    assert "/meeting/speaker/name" not in found


def test_a_campaign_has_a_name_a_stage_and_its_days():
    found = head(
        "campaign-summary",
        "江城图书馆2025年全民阅读月活动总结",
        "自活动转入总结提升阶段以来，我馆认真组织。2025年4月1日至5月31日，共举办讲座24场。",
    )
    assert found["/campaign/name"] == "全民阅读月活动"
    assert found["/campaign/stage"] == "总结提升阶段"
    assert (found["/campaign/from"], found["/campaign/to"]) == ("2025-04-01", "2025-05-31")


def test_a_report_has_no_meeting():
    found = head(REPORT, "江城图书馆2025年工作总结", "全年召开馆务会议12次，馆长李明远主持会议。")
    assert not [pointer for pointer in found if pointer.startswith("/meeting")]


def test_traditional_characters_are_read_and_kept():
    found = head("annual-meeting", "江城博物館召開年度總結會議", "副館長張曉主持會議。")
    assert found["/organization/name"] == "江城博物館"
    assert (found["/meeting/host/name"], found["/meeting/host/post"]) == ("張曉", "副館長")


@given(
    st.sampled_from([REPORT, NEWS, "campaign-summary", "assessment-speech", ""]),
    st.lists(
        st.tuples(WORDS, st.sampled_from(["title", "subtitle", "date", "speaker", "text", "signature"])), max_size=6
    ),
)
def test_no_document_is_too_odd_and_every_value_stands_in_it(kind, lines):
    parts = [Part(words, at, name) for at, (words, name) in enumerate(lines, 1)]
    found = filled(kind, *parts).fields
    whole = "".join("".join(part.text.split()) for part in parts)
    for pointer in ("/organization/name", "/meeting/name", "/meeting/host/name"):
        assert "".join(str(said(found, pointer)).split()) in whole
