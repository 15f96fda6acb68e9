"""What cleaning drops, changes and doubts; and that it never loses a character of the text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.document import read
from drafter.document.manuscript import Line, Manuscript, Mark
from drafter.recover import clean, join
from drafter.recover.passes import begin
from drafter.word import read as read_word

if TYPE_CHECKING:
    from drafter.recover.model import Old

SAMPLES = Path(__file__).parents[3] / "shared/samples"
BODY = "全年接待观众四万人次，开展讲解三百场，得到观众的好评，各项工作都有了新的进步。"


def cleaned(text: str, name: str = "旧稿.txt") -> Old:
    return clean.run(begin(read.read(text.encode(), name)))


def kept(old: Old) -> list[str]:
    return [part.text for part in old.parts]


def dropped(old: Old) -> dict[str, str]:
    return {each.text: each.why for each in old.dropped}


def balance(old: Old) -> tuple[Counter[str], Counter[str]]:
    """The characters that went in with those put in their place, and those that came out or are accounted for."""
    came = [line.label + line.text for line in old.manuscript.lines] + [change.new for change in old.changes]
    went = (
        [part.label + part.text for part in old.parts]
        + [each.text for each in old.dropped]
        + [change.old for change in old.changes]
    )
    first, second = (Counter("".join("".join(texts).split())) for texts in (came, went))
    return first, second


def test_navigation_above_the_text_is_dropped_and_the_title_stays() -> None:
    old = cleaned(f"文博资讯网\n网站首页 > 资讯 > 工作动态\n打印 收藏\n市博物馆2025年工作总结\n{BODY}\n返回顶部")
    assert kept(old) == ["市博物馆2025年工作总结", BODY]
    assert set(dropped(old).values()) == {"recover.site-chrome"}


def test_the_line_of_who_put_an_article_up_and_when_is_dropped_above_the_text() -> None:
    line = "原创 市图书馆 市图书馆 2025-01-17 16:05 江苏"
    assert kept(cleaned(f"图书馆这一年\n{line}\n{BODY}")) == ["图书馆这一年", BODY]


def test_a_page_in_traditional_characters_with_glosses_is_known_as_one() -> None:
    line = "發(fā)布時(shí)間:2025-03-07 來(lái)源: 市文化館 點(diǎn)擊:12"
    old = cleaned(f"市文化館工作總結(jié)\n{line}\n{BODY}")
    assert dropped(old) == {line: "recover.source-line"}
    assert old.fields == {"/date": "2025-03-07"}


def test_the_day_a_page_was_put_up_is_kept_as_a_field() -> None:
    old = cleaned(f"市博物馆2025年工作总结\n来源：市文旅局 \n时间：2026-01-20\n{BODY}")
    assert kept(old) == ["市博物馆2025年工作总结", BODY]
    assert old.fields == {"/date": "2026-01-20"}
    assert dropped(old)["时间：2026-01-20"] == "recover.source-line"


@pytest.mark.parametrize("end", ["", f"\n{BODY}"])
def test_time_and_place_of_a_meeting_stay(end: str) -> None:
    text = f"关于召开年度工作会议的通知\n{BODY}\n时间：2026-02-08 上午\n地点：报告厅{end}"
    assert kept(cleaned(text)) == text.split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "当前位置：首页 > 新闻中心 > 正文",
        "发布时间：2025-03-01 10:22 浏览次数：123 次 作者：办公室",
        "发布日期：2025-01-17\u3000来源：市文化馆\u3000字体：[大 中 小]",
        "字号：大 中 小",
        "【打印本页】 【关闭窗口】",
        "责任编辑：张某",
        "Copyright © 2020 市博物馆 All Rights Reserved",
        "分享到：微信 微博",
        "上一篇：市图书馆召开会议",
    ],
)
@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0)])
def test_lines_of_a_page_are_dropped_above_and_below_the_text(line: str, order: tuple[int, int, int]) -> None:
    lines = (line, "市文化馆召开2025年工作总结大会", BODY)
    assert kept(cleaned("\n".join(lines[at] for at in order))) == list(lines[1:])


@pytest.mark.parametrize("line", ["分享", "更多", "下载", "来源：市档案馆", "大小：30厘米", "首页"])
def test_a_line_like_a_button_in_the_middle_of_the_text_stays(line: str) -> None:
    assert line in kept(cleaned(f"市博物馆2025年工作总结\n{BODY}\n{line}\n{BODY}"))


@pytest.mark.parametrize("announced", ["往期推荐", "【推荐阅读】", "— 更多精彩 —"])
def test_a_numbered_list_of_other_articles_is_dropped(announced: str) -> None:
    old = cleaned(f"{BODY}\n谢谢大家！\n{announced}\n1. 快来报名！\n2. 春天的约会，等你来\n阅读 1023")
    assert kept(old) == [BODY, "谢谢大家！"]


@pytest.mark.parametrize(
    "text", [f"{BODY}\n推荐阅读\n1.《平凡的世界》\n2.《活着》", "阅读活动\n推荐阅读\n春天的书\n夏天的书"]
)
def test_books_that_a_paper_recommends_stay(text: str) -> None:
    assert kept(cleaned(text)) == text.split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "（三）加强会员服务和管理，可阅读、查看、下载资料",
        "投稿作品版权归作者所有，主办单位有权展览和出版",
        "扫码关注公众号报名",
        "▲加强队伍建设",
        "通讯员队伍分布图",
        "编辑 出版",
        "12/15",
        "相关信息",
    ],
)
def test_lines_of_a_paper_that_are_like_those_of_pages_stay(line: str) -> None:
    assert line in kept(cleaned(f"{BODY}\n{line}\n联系人：李某\n{BODY}"))


def test_a_heading_of_one_word_above_the_text_stays() -> None:
    text = f"收藏\n{BODY}\n阅读\n{BODY}"
    assert kept(cleaned(text)) == text.split("\n")


def test_days_and_hours_of_a_programme_stay() -> None:
    text = "年会日程\n开幕式 2026年2月8日 9:00 报告厅\n分组讨论 2026年2月8日 14:00 会议室"
    assert kept(cleaned(text)) == text.split("\n")


def test_a_figure_on_a_line_of_its_own_is_no_page_number() -> None:
    text = f"{BODY}在各级的关心支持下，全体干部职工共同努力，全年接待观众\n45\n万人次，比上年有了增长。"
    assert "45" in kept(cleaned(text))


@pytest.mark.parametrize("line", ["阅读", "分享", "1. 阅读推广。", "喜欢读书的人越来越多", "2025年1月17日 9:30 开会"])
def test_words_of_a_page_within_the_text_stay(line: str) -> None:
    assert line in kept(cleaned(f"{BODY}\n{line}\n{BODY}"))


def test_titles_of_other_articles_are_dropped_but_not_the_signature_behind_them() -> None:
    old = cleaned(f"{BODY}\n相关报道：\n市图书馆举办读书活动\n二〇二六年一月八日")
    assert dropped(old) == {"相关报道：": "recover.related", "市图书馆举办读书活动": "recover.related"}


@pytest.mark.parametrize("line", ["李某作工作报告。本报记者 王某某摄", "图为会议现场。", "会议现场"])
def test_captions_are_dropped(line: str) -> None:
    assert dropped(cleaned(f"{BODY}\n{line}\n{BODY}")) == {line: "recover.caption"}


@pytest.mark.parametrize("line", ["图为要务，以书为媒，我们办好了读者服务，得到了好评。", "记者站全年拍摄照片三百张。"])
def test_sentences_like_captions_stay(line: str) -> None:
    assert line in kept(cleaned(f"{BODY}\n{line}\n{BODY}"))


def test_a_table_of_contents_is_dropped_and_its_headings_stay_in_the_text() -> None:
    entries = "一、去年工作\n二、存在问题\n三、今年打算"
    old = cleaned(f"目录\n{entries}\n一、去年工作\n{BODY}\n二、存在问题\n{BODY}\n三、今年打算\n{BODY}")
    assert [each.text for each in old.dropped] == ["目录", *entries.split("\n")]
    assert kept(old)[0] == "一、去年工作"


def test_a_summary_cut_off_is_dropped_only_where_the_text_repeats_it() -> None:
    summary = f"摘要：{BODY[:20]}..."
    assert dropped(cleaned(f"{summary}\n{BODY}")) == {summary: "recover.summary"}
    other = "摘要：本文总结三年来公共文化服务体系建设的主要做法和经验……"
    assert kept(cleaned(f"{other}\n{BODY}"))[0] == other


@pytest.mark.parametrize(
    ("first", "second", "stays"),
    [
        ("2025年市文化馆工作总结.docx", "2025年市文化馆工作总结", 1),
        ("2025年市文化馆年度工作总结", "2025年市文化馆年度工作汇总总结", 1),
        ("2025年市人民政府工作报告", "政府工作报告", 0),
    ],
)
def test_a_title_given_twice_stays_once(first: str, second: str, stays: int) -> None:
    old = cleaned(f"{first}\n{second}\n{BODY}")
    assert kept(old) == [(first, second)[stays], BODY]
    assert list(dropped(old).values()) == ["recover.title-twice"]


@pytest.mark.parametrize(
    "second", ["市博物馆2026年工作计划", "市博物馆2024年工作总结", "市博物馆下属单位2025年工作安排"]
)
def test_two_lines_of_one_title_both_stay(second: str) -> None:
    text = f"市博物馆2025年工作总结\n{second}\n{BODY}"
    assert kept(cleaned(text)) == text.split("\n")


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("2025 文化局 学习 实践 活动 总结", "2025文化局学习实践活动总结"),
        ("工 作 总 结", "工作总结"),
        ("不忘初心 牢记使命 砥砺前行 工作总结", "不忘初心 牢记使命 砥砺前行 工作总结"),
    ],
)
def test_blanks_go_from_a_title_that_was_spread_and_stay_between_phrases(typed: str, title: str) -> None:
    assert kept(cleaned(f"{typed}\n{BODY}")) == [title, BODY]


def test_page_numbers_are_dropped_and_other_numbers_stay() -> None:
    half = "全年接待观众四万人次，开展讲解三百场，得到观众的好评，各项工作都有了"
    old = cleaned(f"{BODY}\n- 3 -\n{half}\n4\n新的进步。\n藏品\n35\n{BODY}\n36\n{BODY} 5")
    assert set(dropped(old).values()) == {"recover.page-number"}
    assert list(dropped(old)) == ["- 3 -", "4", "5"]


def test_a_text_on_one_line_is_parted_at_its_title_and_headings() -> None:
    old = cleaned(f"市文化馆专题活动总结 {BODY} 一、抓学习。 {BODY} 二、抓落实。 {BODY}")
    assert [text.strip() for text in kept(old)] == [
        "市文化馆专题活动总结",
        BODY,
        "一、抓学习。",
        BODY,
        "二、抓落实。",
        BODY,
    ]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("高質(zhì)量發(fā)展", "高質量發展"),
        ("[bookmark: _GoBack]一是抓学习。", "一是抓学习。"),
        ("接待\u200b观众", "接待观众"),
        ("接待观众１２万人次,增长５％。", "接待观众12万人次，增长5%。"),
        ("抓好“三个环节〞，做到“三个到位〞。", "抓好“三个环节”，做到“三个到位”。"),
        ("印发了?乡镇文化站管理办法?，已经施行。", "印发了《乡镇文化站管理办法》，已经施行。"),
        ("\uf06c加强保护", "●加强保护"),
        ("参观者朗诵了《Hello, Museum!》,得到好评。", "参观者朗诵了《Hello, Museum!》，得到好评。"),
        ("网址:http://www.example.com/a,b?c=1,请登录。", "网址：http://www.example.com/a,b?c=1，请登录。"),
    ],
)
def test_characters_are_mended_where_what_they_were_is_certain(text: str, mended: str) -> None:
    old = cleaned(text)
    assert kept(old) == [mended]
    assert old.changes


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("刚才，*县文化馆作了发言。", "recover.masked-name"),
        ("各项工作都有了很大的提高（以下略）。", "recover.cut-short"),
        ("實幹為先。", "recover.traditional"),
        ("责任压得不够?qū)崩欢顷。", "recover.broken-text"),
        ("接待\ue5f2观众。", "recover.broken-text"),
    ],
)
def test_damage_that_cannot_be_mended_stays_and_is_told_with_its_line(text: str, id: str) -> None:
    old = cleaned(f"{BODY}\n{text}")
    assert kept(old) == [BODY, text]
    assert [(doubt.id, doubt.line) for doubt in old.doubts] == [(id, 2)]


def test_the_words_of_a_pay_wall_are_dropped_and_what_is_lost_is_told() -> None:
    line = "……（某网省略826字，正式会员可完整阅读）……"
    old = join.run(cleaned(f"{BODY}我们坚持以人为本，努力提\n{line}\n。例如，开展活动。"))
    assert dropped(old) == {line: "recover.pay-wall"}
    assert [doubt.id for doubt in old.doubts] == ["recover.cut-short", "recover.stops-short", "recover.begins-late"]
    assert len(old.parts) == 2


@pytest.mark.parametrize(
    "path", [*sorted(SAMPLES.glob("*.txt")), *sorted(SAMPLES.glob("more/*"))], ids=lambda path: path.name
)
def test_every_character_of_a_real_document_is_accounted_for(path: Path) -> None:
    reader = read_word if path.suffix == ".docx" else read
    old = join.run(clean.run(begin(reader.read(path.read_bytes(), path.name))))
    first, second = balance(old)
    assert first == second


_CHARS = st.sampled_from(
    [*"馆，。；：、一二（）()是?!,:;.…“”〞《》 \u3000\u00a0\u200b\v\t１5aＢ%*[]-—|", *"\ue5e5\uf06c質zì"]
)
_WORDS = """首页 正文 目录 摘要： 更多 分享 来源：甲 时间： 一、工作 （一）抓学习 相关新闻 温馨提示： 上一篇：甲 7 (zhì)
    （图） 2026-01-02 2025年工作总结 工作总结.docx [bookmark:a] 图为现场 ……（省略5字）"""
_PIECES = st.sampled_from([*_WORDS.split(), "- 3 -", BODY, BODY[:20] + "..."])
_TEXTS = st.lists(st.one_of(_CHARS, _PIECES), max_size=8).map("".join)
_LINES = st.lists(
    st.tuples(_TEXTS, st.integers(0, 2), st.sampled_from(["", "", "1."]), st.booleans(), st.booleans()), max_size=14
)


@given(_LINES)
def test_every_character_of_any_manuscript_is_kept_dropped_or_changed(
    lines: list[tuple[str, int, str, bool, bool]],
) -> None:
    made = tuple(
        Line(text, (Mark(0, at, 1),), level=level, label=label, bold=bold, cell=(1, at, 1) if cell else None)
        for at, (text, level, label, bold, cell) in enumerate(lines, 1)
    )
    manuscript = Manuscript("旧稿.docx", "docx", made, tuple(line.text for line in made))
    first, second = balance(join.run(clean.run(begin(manuscript))))
    assert first == second


def test_what_a_printed_page_had_at_its_top_goes_with_its_number() -> None:
    top = "江城图书馆工作总结"
    old = cleaned(f"江城图书馆2025年工作总结\n{BODY}\n— 1 —\n{top}\n{BODY}\n— 2 —\n{top}\n{BODY}")
    assert kept(old) == ["江城图书馆2025年工作总结", BODY, BODY, BODY]
    assert dropped(old)[top] == "recover.page-header"


def test_the_title_on_every_page_goes_without_numbers_too() -> None:
    title = "江城图书馆2025年工作总结"
    old = cleaned(f"{title}\n{BODY}\n{title}\n{BODY}\n{title}\n{BODY}")
    assert kept(old) == [title, BODY, BODY, BODY]


def test_a_line_that_only_comes_twice_stays() -> None:
    assert (
        kept(cleaned(f"江城图书馆工作总结\n{BODY}\n采取的主要措施\n{BODY}\n采取的主要措施\n{BODY}")).count(
            "采取的主要措施"
        )
        == 2
    )


def test_the_columns_of_a_site_go_and_a_headline_below_them_stays() -> None:
    columns = ["首页", "本馆概况", "新闻动态", "展览教育"]
    page = "".join(f"<li>{each}</li>" for each in columns)
    html = f"<ul>{page}</ul><h1>不忘初心</h1><p>{BODY}</p>"
    assert kept(cleaned(html, "旧稿.html")) == ["不忘初心", BODY]


def test_few_short_lines_below_a_word_for_home_stay() -> None:
    assert kept(cleaned(f"首页\n春来了\n{BODY}"))[-2:] == ["春来了", BODY]
