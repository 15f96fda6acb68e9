"""What has no heading gets a role as well; what stands below a heading has another only where it is about another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.outline.names import tables
from drafter.recover import roles
from drafter.recover.lists import table
from drafter.recover.model import Part
from drafter.recover.titles import signs
from tests.timing import seconds

from .made_up import WORDS, old

ROLES = {name.en for name in tables()["roles"]}


def heading(text, level=1, style="chapter"):
    return Part(text, 1, "heading", level=level, style=style)


def text(words, level=0, **more):
    return Part(words, 1, "text", level=level, **more)


def told(*parts):
    return [part.role for part in roles.run(old(*parts)).parts]


@pytest.mark.parametrize("role", [name for name, cues in table("roles").items() if isinstance(cues, dict)])
def test_the_examples_of_each_role_show_it(role):
    for title in table("roles")[role]["examples"]:
        assert signs(title)[0].role == role, title


def test_text_before_the_first_heading_opens_and_behind_the_last_closes():
    parts = (text("去年工作顺利。"), heading("工作回顾"), text("全年办展9场。", 1), text("新的一年再出发。"))
    assert told(*parts) == ["opening", "achievements", "", "closing"]


def test_the_call_at_the_end_of_a_speech_is_taken_out_of_its_last_section():
    last = text("同志们，任务已经明确，让我们团结奋斗！", 2)
    parts = (heading("重点任务"), heading("办好展览", 2, "paren"), text("要办好展览。", 2), last)
    made = roles.run(old(*parts)).parts[-1]
    assert (made.role, made.level) == ("closing", 0)


def test_the_only_text_of_a_heading_stays_with_it():
    parts = (heading("工作回顾"), text("全年办展9场。", 1), heading("结束语"), text("同志们，让我们团结奋斗！", 1))
    assert roles.run(old(*parts)).parts[-1].level == 1


@pytest.mark.parametrize(
    ("around", "title", "role"),
    [
        ("工作回顾", "存在的问题", "problems"),
        ("工作回顾", "积累的宝贵经验", "experience"),
        ("工作回顾", "重点任务全面完成", ""),
        ("2026年工作计划", "总体要求", "goals"),
        ("2026年工作计划", "保障措施", "safeguards"),
        ("2026年工作计划", "健全经费保障机制", ""),
        ("2026年工作计划", "持之以恒加强组织领导", ""),
        ("2026年工作计划", "解决群众反映的问题", ""),
        ("存在的问题", "整改措施", "measures"),
        ("保障措施", "组织领导", ""),
    ],
)
def test_a_lower_heading_has_a_role_of_its_own_only_where_it_names_another_subject(around, title, role):
    assert told(heading(around), heading(title, 2, "paren"), text("……", 2))[1] == role


def test_a_paragraph_of_a_review_that_owns_up_to_problems_is_one_of_problems():
    owned = "同时，我们也清醒看到，工作中还存在一些问题和不足。"
    assert told(heading("工作回顾"), text("全年办展9场。", 1), text(owned, 1))[2] == "problems"


def test_the_points_of_a_paragraph_of_lessons_are_lessons():
    point = Part("必须坚持读者至上。", 1, "point", level=2, label="一是", style="shi")
    parts = (heading("工作回顾"), text("一年来，我们积累了宝贵经验，主要是：", 1), point, text("全年办展9场。", 1))
    assert told(*parts) == ["achievements", "experience", "experience", ""]


def test_headings_of_a_news_item_have_the_role_of_what_announces_them():
    lead = text("3月2日，江城图书馆召开2026年工作部署会，总结工作，部署任务。")
    said = text("会议强调，做好今年工作，要把握以下两个方面：")
    last = text("馆长李明远主持会议，全体职工参加会议。", 1)
    tasks = (heading("突出展览为王"), text("办展9场。", 1), heading("突出惠民"), text("送书下乡。", 1))
    assert told(lead, said, *tasks, last) == ["opening", "tasks", "tasks", "", "tasks", "", "closing"]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("会议指出，2025年是图书馆建馆六十周年，做好各项工作意义重大。", "background"),
        ("会议认为，要总结五年来的经验，必须坚持读者至上。", "experience"),
        ("会议指出，一年来，全馆荣获市级以上表彰8项。", "achievements"),
        ("会议指出，工作中还存在一些差距和不足。", "problems"),
        ("会议强调，2026年要重点抓好三项工作。", "tasks"),
        ("会议要求，全体职工要转变作风，担当作为。", "requirements"),
    ],
)
def test_a_paragraph_of_news_tells_its_role_by_verb_and_words(words, role):
    lead = text("3月2日，江城图书馆召开2026年工作部署会，总结工作，部署任务。")
    assert told(lead, text(words), text("馆长李明远主持会议，全体职工参加会议。")) == ["opening", role, "closing"]


@pytest.mark.parametrize(("after", "role"), [(("2026年重点任务",), "goals"), (("保障措施",), "tasks"), ((), "tasks")])
def test_a_way_of_working_is_a_goal_where_tasks_are_still_to_come(after, role):
    titles = ("2025年工作回顾", "2026年工作思路", *after)
    assert told(*map(heading, titles))[1] == role


def test_the_last_paragraph_of_a_story_closes_it():
    lead = text("3月2日，江城中学举行毕业典礼，全体师生到场。")
    assert told(lead, text("台上歌声响起，台下掌声不断。"), text("六月的阳光洒满校园。"))[2] == "closing"


def test_a_plan_tells_of_nothing_done():
    done = text("完成接收进馆2万卷，开展检查3次，接待查档1万人次。", 1)
    title = Part("江城档案馆2026年工作要点", 1, "title")
    made = roles.run(old(title, heading("突出政治引领"), done, heading("夯实资源基础"), done)).parts
    assert [part.role for part in made if part.kind == "heading"] == ["tasks", "tasks"]


def test_a_review_says_at_its_end_what_comes_next():
    ahead = text("下一步，我们将继续努力，争取更好的成绩。", 1)
    assert told(heading("几点体会"), text("领导重视是关键。", 1), ahead)[-1] == "tasks"


def test_what_is_announced_behind_the_last_heading_are_tasks():
    ahead = text("下半年，我馆将重点做好三项工作：")
    assert told(heading("展览"), text("办展三次。", 1), ahead, text("办好讲座。"))[2] == "tasks"


def test_what_is_guessed_says_so():
    made = roles.run(old(heading("党建"), text("全年组织学习40次，完成了换届。", 1), heading("存在的问题"))).parts
    assert [(part.role, part.sure) for part in made] == [("achievements", False), ("", True), ("problems", True)]


@pytest.mark.parametrize(
    ("title", "addressed", "lead", "kind"),
    [
        ("江城图书馆2025年工作总结", False, "全年工作顺利完成。", "annual-report"),
        ("2026年江城市政府工作报告", True, "现在，我代表市政府作报告，请予审议。", "annual-report"),
        ("江城图书馆读书月活动总结", False, "活动以来，全馆认真组织，成效明显。", "campaign-summary"),
        ("在全市文化馆评估工作推进会上的讲话", True, "今天召开推进会，主要任务是部署工作。", "assessment-speech"),
        ("2021年度述职述廉报告", True, "现将一年来的履职情况汇报如下。", "annual-report"),
        ("江城图书馆召开工作部署会", False, "3月2日，江城图书馆召开2026年工作部署会。", "deployment-meeting"),
        ("江城图书馆召开年度总结大会", False, "1月8日，江城图书馆召开2025年度工作总结大会。", "annual-meeting"),
    ],
)
def test_the_kind_is_known_by_title_salutation_and_first_paragraph(title, addressed, lead, kind):
    salutation = [Part("同志们：", 2, "salutation")] if addressed else []
    made = roles.run(old(Part(title, 1, "title"), *salutation, text(lead + "各项工作有序推进。")))
    assert (made.kind, made.kind_sure) == (kind, True)


def test_an_office_that_is_written_to_makes_no_speech():
    title = Part("关于公共文化服务整改进展的报告", 1, "title")
    made = roles.run(old(title, Part("县委巡察工作领导小组：", 2, "salutation"), text("截至9月底，整改完成了十项。")))
    assert (made.kind, made.kind_sure) != ("assessment-speech", True)


@pytest.mark.parametrize("last", ["汇报完毕，谢谢！", "今天的会议到此结束，散会！", "我的述职完毕。"])
def test_words_that_end_a_paper_close_it(last):
    found = told(heading("工作打算"), text("全年办好展览。", 1), text(last, 1))
    assert found[-1] == "closing"


def test_without_any_sign_the_kind_is_a_guess():
    assert not roles.run(old(text("窗外下着雨，路上没有人。"))).kind_sure


KINDS = st.sampled_from(["text", "heading", "point", "table", "title", "salutation", "signature"])


@given(st.lists(st.tuples(WORDS, KINDS, st.integers(0, 4), st.booleans()), max_size=12))
def test_any_parts_get_roles_of_the_outline_and_keep_their_words(lines):
    parts = [
        Part(words, at, kind, level=level if kind != "heading" else max(1, level), runs_in=runs_in and at > 1)
        for at, (words, kind, level, runs_in) in enumerate(lines, 1)
    ]
    made = roles.run(old(*parts)).parts
    assert {part.role for part in made} <= {*ROLES, ""}
    assert [replace(part, role="", sure=True, level=0) for part in made] == [replace(part, level=0) for part in parts]
    assert all(part.role for part in made if part.kind in ("text", "table") and not part.level)


def test_time_grows_with_length_only():
    section = (heading("推动工作，办好展览"), text("全年办展9场，" * 20, 1), text("今年要继续办好展览，" * 20, 1))
    short, long = (old(*(section * count)) for count in (50, 500))
    assert seconds(lambda: roles.run(long)) < 30 * seconds(lambda: roles.run(short))
