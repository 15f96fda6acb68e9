"""Last year's outline becomes this year's, by the command."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafter.cli.cells import cells
from drafter.outline.load import load
from drafter.problems import Severity

if TYPE_CHECKING:
    from drafter.outline.model import Outline
    from tests.cli.conftest import Drafter

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "outlines" / "examples").glob("*.yaml"))
GOLDEN = ROOT / "tests" / "golden" / "rollover"
HEAD = (
    "drafter: 1\nkind: annual-report\nyear: 2025\norganization: {name: 城市图书馆, founded: 1959}\n"
    "meeting: {date: 2026-02-08}\n"
)
GAP = re.compile("【([^】]*)：待填】")


def outline_in(path: str | Path) -> Outline:
    loaded = load(str(path))
    assert [problem for problem in loaded.problems if problem.severity is Severity.ERROR] == []
    assert loaded.outline is not None
    return loaded.outline


def rolled(drafter: Drafter, body: str, *options: str, head: str = HEAD) -> str:
    """This year's outline of one whose body is given, which must load."""
    Path("去年.yaml").write_text(head + body, "utf-8")
    ran = drafter("rollover", "去年.yaml", "-o", "今年.yaml", *options)
    assert (ran.code, ran.err) == (0, "")
    outline_in("今年.yaml")
    return Path("今年.yaml").read_text("utf-8")


def text_of(words: str) -> str:
    return f"sections:\n  - role: achievements\n    text: {words}\n"


def moved(drafter: Drafter, words: str, head: str = HEAD) -> str:
    """What becomes of a sentence."""
    text = rolled(drafter, text_of(words), "--force", head=head)
    return re.findall("^    text: (.*)$", text, re.MULTILINE)[0]


@pytest.mark.parametrize("example", ["annual-report", "deployment-meeting"])
def test_the_result_is_the_golden_one(drafter: Drafter, example: str, update_golden: bool) -> None:
    shutil.copy(ROOT / "outlines" / "examples" / f"{example}.yaml", ".")

    assert drafter("rollover", f"{example}.yaml", "-o", "今年.yaml").code == 0

    made, golden = Path("今年.yaml").read_text("utf-8"), GOLDEN / f"{example}.yaml"
    if update_golden:
        golden.write_text(made, "utf-8")
    assert made == golden.read_text("utf-8")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_first_draft_has_named_gaps_and_no_stale_figure(drafter: Drafter, example: Path) -> None:
    shutil.copy(example, "去年.yaml")
    assert drafter("rollover", "去年.yaml", "-o", "今年.yaml").code == 0
    last, this = outline_in("去年.yaml"), outline_in("今年.yaml")

    for name, fact in last.facts.items():
        assert (name in this.facts) is not fact.once
        if not fact.once:
            assert (this.facts[name].value, this.facts[name].previous) == (None, fact.value)
    drafts = drafter("render", "今年.yaml", "--paper", "all", "-o", ".", "--to", "txt")
    assert drafts.code == 0
    for draft in Path().glob("*.txt"):
        text = draft.read_text("utf-8")
        assert all(name.strip() for name in GAP.findall(text))
        assert "待填" in text
    checked = drafter("check", "今年.yaml")
    assert (checked.code, "errors: 0" in checked.out) == (0, True)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_no_figure_of_last_year_is_printed_as_this_years(drafter: Drafter, example: Path) -> None:
    """Every figure is given a value that nothing else has; none of them may be left in the drafts."""
    text = re.sub(r"value: [1-9][\d.]*", "value: 73737", example.read_text("utf-8")).replace(" | previous", "")
    Path("去年.yaml").write_text(re.sub(r", (sum|parts): \[[^]]*\]", "", text), "utf-8")
    assert drafter("rollover", "去年.yaml", "-o", "今年.yaml").code == 0
    assert drafter("render", "今年.yaml", "--paper", "all", "-o", ".", "--to", "txt").code == 0

    printed = "\n".join(draft.read_text("utf-8") for draft in Path().glob("*.txt"))

    assert "待填" in printed
    assert "73737" not in printed
    assert "7.4万" not in printed


def test_what_last_years_task_aimed_at_is_held_against_what_came_of_it(drafter: Drafter) -> None:
    text = rolled(
        drafter,
        "facts:\n"
        "  公开课: {target: 12, unit: 堂, source: 社教部}\n"
        "  接待读者: {value: 45120, target: 45000, unit: 人次}\n"
        "sections:\n"
        "  - role: tasks\n"
        "    title: 明年任务\n"
        "    points:\n"
        "      - title: 上好公开课\n"
        "        text: 上课{{ 公开课 | target }}。\n"
        "        owner: 社教部\n"
        "        due: 2026-08-31\n"
        "        measure: 公开课\n",
    )
    this = outline_in("今年.yaml")

    assert (this.facts["公开课"].target, this.facts["接待读者"].target) == (12, None)
    results, tasks = this.sections
    (point,) = results.points
    assert (results.role, str(point.owner), str(point.due), point.measure) == (
        "achievements",
        "社教部",
        "2026-08-31",
        "公开课",
    )
    assert "# 〔去年〕上课12堂。" in text
    assert [str(node.title or node.titles[""]) for node in tasks.points] == ["【标题：待填】"] * 3


def test_problems_become_how_they_were_put_right(drafter: Drafter) -> None:
    rolled(
        drafter,
        "sections:\n  - {role: achievements, text: 好。}\n  - role: problems\n    points: [人手不够, 经费不足]\n",
    )

    achievements, amends, problems = outline_in("今年.yaml").sections

    assert (achievements.role, amends.role, problems.role) == ("achievements", "measures", "problems")
    assert [str(point.titles[""]) for point in amends.points] == ["人手不够", "经费不足"]
    assert all("待填" in str(point.text[0]) for point in amends.points)
    assert all("待填" in str(point.titles[""]) for point in problems.points)


def test_references_in_a_task_mean_what_they_meant(drafter: Drafter) -> None:
    text = rolled(
        drafter,
        "facts:\n  读者: {value: 5, unit: 人, target: 6}\n  办一回: {value: 9, unit: 场, once: true}\n"
        "sections:\n  - role: tasks\n    points:\n"
        '      - "{{ next_year }}年办好建馆{{ organization.founded | anniversary }}展"\n'
        '      - "比{{ year }}年的{{ 读者 }}多，达到{{ 读者 | target }}"\n'
        '      - "{{ last_year }}年的{{ 办一回 }}"\n',
    )

    assert '"{{ year }}年办好建馆67周年展"' in text
    assert '"比{{ last_year }}年的{{ 读者 | previous }}多，达到{{ 读者 }}"' in text
    assert "2024年的9场" in text


@pytest.mark.parametrize(
    ("last", "this"),
    [
        ("2025年办展，比2024年增长，2026年再办。", "2026年办展，比2025年增长，2027年再办。"),
        ("二〇二五年办展。", "二〇二六年办展。"),
        ("截至2025年12月31日。", "截至2026年12月31日。"),
        ("喜迎建馆66周年。", "喜迎建馆67周年。"),
        ("庆祝新中国成立七十六周年。", "庆祝新中国成立七十七周年。"),
        ("2025年是我市建城30周年，也是建馆之年。", "2026年是我市建城31周年，也是建馆之年。"),
        ("办好第八届读书节。", "办好第九届读书节。"),
        ("第三届“最美讲解员”评选结束。", "第四届“最美讲解员”评选结束。"),
        ("学习第十四届全国人民代表大会第三次会议精神。", "学习第十四届全国人民代表大会第四次会议精神。"),
        ("学习十四届全国人大五次会议精神。", "学习十五届全国人大一次会议精神。"),
        ("2026年2月8日开会。", '"{{ meeting.date }}开会。"'),
        ("召开第12次馆务会议。", "召开第13次馆务会议。"),
        ("2025年是“十四五”规划收官之年。", "2026年是“十五五”规划开局之年。"),
        ("“十四五”时期（2021—2025年）建馆。", "“十五五”时期（2026—2030年）建馆。"),
    ],
)
def test_what_moves_by_rule(drafter: Drafter, last: str, this: str) -> None:
    assert moved(drafter, last) == this


@pytest.mark.parametrize(
    "words",
    [
        "依据《规划（2025年）》办展。",
        "以“2025书香年”为题。",
        "自2024年以来连年办展。",
        "1959年建馆。",
        "2021—2025年办展。",
        "2025年6月18日开讲。",
        "6月18日开讲。",
        "按〔2025〕12号文件办。",
        "庆祝建党100周年。",
        "学习二十届四中全会精神。",
        "参加第十五届全国运动会。",
        "开展第五次全国经济普查。",
        "第三届，开展得好。",
        "老库房于2025年拆除。",
        "讲解队入选2025年度十佳。",
        "我馆在2025年全市考核中获一等奖。",
        "自“十四五”以来办展。",
        "“十五五”从{{ next_year }}年开局。",
        "首次办展。",
        "《丝绸之路》（2025年第1期）载文。",
        "第十二届全国人大第一次会议以来的五年。",
    ],
)
def test_what_is_doubtful_stays_and_is_asked(drafter: Drafter, words: str) -> None:
    assert moved(drafter, words) == words

    ran = drafter("rollover", "去年.yaml", "--plan")
    asked = ran.out.partition("For you to decide")[2]

    assert "line 8" in asked


@pytest.mark.parametrize("words", ["第一次在展厅见到陶器。", "全年办展。", "每年4月23日办展。"])
def test_what_is_no_matter_of_the_year_is_not_asked(drafter: Drafter, words: str) -> None:
    assert moved(drafter, words) == words
    assert "For you to decide" not in drafter("rollover", "去年.yaml", "--plan").out


def test_a_figure_typed_into_the_text_is_asked_about(drafter: Drafter) -> None:
    moved(drafter, "举办展览12场。")

    assert re.search("line 8 +举办展览12场", drafter("rollover", "去年.yaml", "--plan").out)


def test_what_needs_a_figure_of_one_year_goes_and_is_told(drafter: Drafter) -> None:
    facts = (
        "facts:\n  捐赠: {value: 5, unit: 件, once: true}  # 只这一回\n  办展: {unit: 场, sum: [甲展, 乙展]}\n"
        "  甲展: {value: 1, unit: 场}\n  乙展: {value: 2, unit: 场, once: true}\nheadline: [捐赠, 甲展]\n"
    )
    ran = rolled(drafter, facts + text_of("办展。收到捐赠{{ 捐赠 }}，很好。再办甲展{{ 甲展 }}。"))
    this = outline_in("今年.yaml")

    assert list(this.facts) == ["办展", "甲展"]
    assert (this.facts["办展"].sum, this.headline) == (("甲展",), ("甲展",))
    assert "    # 〔去年〕收到捐赠5件，很好。\n" in ran
    assert this.sections[0].text[0] == "办展。再办甲展{{ 甲展 }}。"
    assert "# 只这一回" in ran
    assert "收到捐赠5件，很好。" in drafter("rollover", "去年.yaml", "--plan").out


def test_a_text_of_nothing_else_is_a_blank(drafter: Drafter) -> None:
    body = "facts:\n  捐赠: {value: 5, unit: 件, once: true}\n" + text_of("收到捐赠{{ 捐赠 }}。")

    assert "    # 〔去年〕收到捐赠5件。\n    text:\n" in rolled(drafter, body)


def test_comments_order_and_quoting_stay(drafter: Drafter) -> None:
    body = (
        "# 开头\nfacts:  # 数\n  # 先问开放部\n  读者:\n    value: 5  # 暂报\n    unit: '人'\n"
        'sections:\n  # 讲成绩\n  - role: achievements\n    title: "成绩"  # 两个字\n'
        "  - role: tasks\n    points:\n      # 馆长点名\n      - title: '办展'  # 九月\n        owner: 陈列部  # 小李\n"
    )
    text = rolled(drafter, body)

    comments = ("# 开头", "# 数", "# 先问开放部", "# 暂报", "# 讲成绩", "# 两个字", "# 馆长点名", "# 九月", "# 小李")
    assert [text.count(comment) for comment in comments] == [1] * len(comments)
    assert "unit: '人'" in text
    assert "title: '办展'" in text
    assert text.index("# 馆长点名") < text.index("title: '办展'")


def test_a_comment_in_what_is_taken_away_stays(drafter: Drafter) -> None:
    body = "sections:\n  - role: tasks\n    text:\n      - 办展。\n      # 领导加的\n      - 修馆。\n"
    text = rolled(drafter, body)

    assert "    # 领导加的\n    text:\n" in text.replace("    # 〔去年〕办展。\n    # 〔去年〕修馆。\n", "")


def test_days_of_what_has_not_been_held_are_blank_and_named(drafter: Drafter) -> None:
    body = "meeting:\n  date: 2026-02-08\n  attendance: 约90人\n  place: 报告厅\n"
    text = rolled(drafter, body, head="drafter: 1\nyear: 2025\n")

    assert "  date:  # 〔去年〕2026-02-08\n  attendance:  # 〔去年〕约90人\n  place: 报告厅\n" in text
    assert "place" in drafter("rollover", "去年.yaml", "--plan").out


def test_the_day_below_the_title_follows_the_new_one(drafter: Drafter) -> None:
    text = rolled(drafter, "subtitle: （2026年2月8日）\ndate: 2026-02-08\n", head="drafter: 1\nyear: 2025\n")

    assert 'subtitle: "（{{ date }}）"\ndate:  # 〔去年〕2026-02-08\n' in text


def test_a_year_that_followed_from_the_meeting_is_written(drafter: Drafter) -> None:
    rolled(drafter, "meeting: {date: 2026-02-08}\n", head="drafter: 1\nkind: annual-report\n")

    assert outline_in("今年.yaml").year == 2026


def test_the_day_of_counting_moves(drafter: Drafter) -> None:
    text = rolled(drafter, "facts:\n  甲: {value: 1, as_of: 2024-02-29}\n  乙: {value: 1, as_of: 2025年7月10日}\n")

    assert "as_of: 2025-02-28" in text
    assert "as_of: 2026-07-10" in text


def test_keys_are_those_of_the_file(drafter: Drafter) -> None:
    text = rolled(
        drafter,
        "数据:\n  读者: {数值: 5, 单位: 人, 目标: 6}\n部分:\n  - 作用: 任务\n    要点:\n"
        "      - {标题: 多办展, 指标: 读者}\n",
        head="大纲版本: 1\n年度: 2025\n",
    )

    assert "去年: 去年.yaml" in text
    assert "数值: , 上年: 5" in text
    assert "{{ 读者 | 完成率 }}" in text
    assert re.findall("[a-z]{3,}", text.replace("去年.yaml", "")) == []


def test_on_its_own_result_it_moves_one_more_year(drafter: Drafter) -> None:
    shutil.copy(EXAMPLES[0], "2025.yaml")
    assert drafter("rollover", "2025.yaml").code == 0
    assert drafter("rollover", "2026.yaml").code == 0

    first, second = outline_in("2026.yaml"), outline_in("2027.yaml")

    assert (first.year, second.year, second.last) == (2026, 2027, "2026.yaml")
    assert all((fact.value, fact.previous, fact.target) == (None, None, None) for fact in second.facts.values())
    made = [str(section.titles.get("", "")) for section in second.sections]
    assert not {"目标任务完成情况", "存在问题整改情况"} & set(made)


def test_what_was_filled_in_moves_on_the_second_time(drafter: Drafter) -> None:
    rolled(drafter, "facts:\n  读者: {value: 5, unit: 人}\n")
    Path("今年.yaml").write_text(Path("今年.yaml").read_text("utf-8").replace("value: ,", "value: 7,"), "utf-8")
    assert drafter("rollover", "今年.yaml", "-o", "明年.yaml").code == 0

    fact = outline_in("明年.yaml").facts["读者"]

    assert (fact.value, fact.previous) == (None, 7)
    assert Path("明年.yaml").read_text("utf-8").count("〔去年〕") == 1


def test_two_years_on_there_is_no_figure_of_the_year_before(drafter: Drafter) -> None:
    text = rolled(drafter, "facts:\n  读者: {value: 5, previous: 4, unit: 人}\n", "--year", "2027")

    assert "{value: , previous: , unit: 人}  # 〔去年〕2025年5人" in text


def test_plan_shows_all_of_it_and_writes_nothing(drafter: Drafter, folder: Path) -> None:
    shutil.copy(EXAMPLES[1], "去年.yaml")
    before = sorted(folder.iterdir())

    plan = drafter("rollover", "去年.yaml", "--plan")

    assert (plan.code, sorted(folder.iterdir())) == (0, before)
    done = drafter("rollover", "去年.yaml", "-o", "今年.yaml")
    assert done.out.count("\n") > 40
    assert re.sub(r"\d+", "", plan.out.partition("Year and dates")[2]) in re.sub(r"\d+", "", done.out)


@pytest.mark.usefixtures("chinese")
def test_what_is_told_fits_the_terminal(drafter: Drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(EXAMPLES[0], "去年.yaml")
    for width in (60, 80):
        monkeypatch.setenv("COLUMNS", str(width))
        out = drafter("转年", "去年.yaml", "--plan").out
        assert max(map(cells, out.splitlines())) <= width
        assert "请您定" in out


def test_the_lines_told_are_those_of_the_new_file(drafter: Drafter) -> None:
    shutil.copy(EXAMPLES[1], "去年.yaml")
    out = drafter("rollover", "去年.yaml", "-o", "今年.yaml").out
    lines = Path("今年.yaml").read_text("utf-8").split("\n")

    for name, number in re.findall(r"(\S+) \S+ \(line (\d+)\)", out):
        assert lines[int(number) - 1].lstrip().startswith(f"{name}:")
    for number, title in re.findall(r"line +(\d+)  new section “(\S+)”", out):
        assert f"title: {title}" in "".join(lines[int(number) - 1 : int(number) + 4])


def test_check_follows_the_file_of_last_year_by_itself(drafter: Drafter) -> None:
    rolled(drafter, text_of("讲解词按学生和老人分写两个版本。"))

    told = drafter("check", "今年.yaml", "--only", "D418").out
    Path("去年.yaml").unlink()
    alone = drafter("check", "今年.yaml", "--only", "D418")

    assert "D418" in told
    assert "D418" not in alone.out
    assert alone.code == 0


def test_last_years_file_is_named_as_seen_from_the_new_one(drafter: Drafter) -> None:
    Path("2025").mkdir()
    Path("2025/总结.yaml").write_text(HEAD + text_of("讲解词按学生和老人分写两个版本。"), "utf-8")
    assert drafter("rollover", "2025/总结.yaml", "-o", "2026/总结.yaml").code == 0

    assert outline_in("2026/总结.yaml").last == "../2025/总结.yaml"
    assert "D418" in drafter("check", "2026/总结.yaml").out


def test_a_file_that_is_there_is_left_alone(drafter: Drafter) -> None:
    Path("去年.yaml").write_text(HEAD, "utf-8")
    Path("今年.yaml").write_text("我的", "utf-8")

    refused = drafter("rollover", "去年.yaml", "-o", "今年.yaml")
    assert (refused.code, Path("今年.yaml").read_text("utf-8")) == (1, "我的")
    assert "-o 今年（2）.yaml" in refused.err

    assert drafter("rollover", "去年.yaml", "-o", "今年.yaml", "--force").code == 0
    assert Path("今年（备份）.yaml").read_text("utf-8") == "我的"


def test_last_years_own_file_is_never_written_over(drafter: Drafter) -> None:
    Path("去年.yaml").write_text(HEAD, "utf-8")

    ran = drafter("rollover", "去年.yaml", "-o", "./去年.yaml", "--force")

    assert (ran.code, Path("去年.yaml").read_text("utf-8")) == (1, HEAD)


@pytest.mark.parametrize(
    ("text", "options", "code", "told"),
    [
        (HEAD + "sections:\n  - text: 接待{{ 读者 }}\n", (), 1, "Last year's outline has errors"),
        ("drafter: 1\nsections:\n  - text: 好\n", (), 1, "--year 2026"),
        (HEAD, ("--year", "2025"), 1, "does not come after"),
        (HEAD, ("--year", "26"), 2, "not a year"),
        (HEAD, ("-o", "今年.docx"), 1, "今年.yaml"),
    ],
)
def test_what_is_refused(drafter: Drafter, text: str, options: tuple[str, ...], code: int, told: str) -> None:
    Path("去年.yaml").write_text(text, "utf-8")

    ran = drafter("rollover", "去年.yaml", *options)

    assert ran.code == code
    assert told in ran.err
    assert [path.name for path in Path().iterdir()] == ["去年.yaml"]


def test_a_file_that_is_not_there_cannot_be_rolled_over(drafter: Drafter) -> None:
    assert drafter("rollover", "没有.yaml").code == 2


def test_without_a_year_it_takes_the_one_given(drafter: Drafter) -> None:
    rolled(drafter, text_of("好。"), "--year", "2026", head="drafter: 1\n")

    assert outline_in("今年.yaml").year == 2026


def test_old_encodings_and_line_ends(drafter: Drafter) -> None:
    Path("去年.yaml").write_bytes((HEAD + text_of("2025年办展。")).replace("\n", "\r\n").encode("gb18030"))

    assert drafter("rollover", "去年.yaml", "-o", "今年.yaml").code == 0

    data = Path("今年.yaml").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") > 5
    assert "2026年办展。" in data.decode()


def test_it_can_be_shown_instead_of_written(drafter: Drafter) -> None:
    Path("去年.yaml").write_text(HEAD, "utf-8")

    assert drafter("rollover", "去年.yaml", "-o", "-").out.startswith("drafter: 1\n")
    assert len(list(Path().iterdir())) == 1


def table_of(header: str, *rows: str) -> str:
    lines = "".join(f"        - [{row}]\n" for row in rows)
    return f"sections:\n  - title: 指标\n    table:\n      header: [{header}]\n      rows:\n{lines}"


def test_a_table_that_compares_two_years_has_this_years_column_to_fill_in(drafter: Drafter) -> None:
    text = rolled(drafter, table_of("指标, 2024年, 2025年, 增幅", "讲座, 10, 12, 20%", "展览, '8', 9, 约12%"))

    assert "header: [指标, 2025年, 2026年, 增幅]" in text
    assert "- [讲座, 12, ~, ~]\n        - [展览, 9, ~, 约12%]" in text
    drafter("render", "今年.yaml", "--to", "txt", "-o", "稿.txt")
    assert "讲座\t12\t【讲座2026年：待填】\t【讲座增幅：待填】" in Path("稿.txt").read_text("utf-8")


def test_a_table_of_last_year_alone_is_filled_in_anew_and_last_years_figures_stay_as_comments(drafter: Drafter) -> None:
    text = rolled(drafter, table_of("指标, 2025年", "讲座, 12", "展览, 9"))

    assert "header: [指标, 2026年]" in text
    assert "# 〔去年〕12\n        - [讲座, ~]\n        # 〔去年〕9\n        - [展览, ~]" in text


@pytest.mark.parametrize(
    "table",
    [
        table_of("项目, 万元", "展览, 12", "修缮2025年, 30"),
        table_of("指标, 2023年, 2024年, 2025年", "讲座, 8, 10, 12"),
        table_of("展览, 2025年展期", "瓷器展, 三月"),
        table_of("年份, 讲座", "2024年, 10", "2025年, 12"),
    ],
)
def test_a_table_that_cannot_be_moved_for_sure_stays_whole_and_is_asked_about_once(
    drafter: Drafter, table: str
) -> None:
    assert table.partition("header")[2] in rolled(drafter, table)

    asked = drafter("rollover", "去年.yaml", "--plan").out.partition("For you to decide")[2]
    assert asked.count("line") == 1
    assert "A table with last year's rows" in asked


def test_there_is_no_year_after_the_last_one(drafter: Drafter) -> None:
    Path("去年.yaml").write_text("drafter: 1\nyear: 9999\nsections: [甲]\n", "utf-8")

    ran = drafter("rollover", "去年.yaml", "-o", "今年.yaml")

    assert (ran.code, Path("今年.yaml").exists()) == (1, False)
    assert "No year comes after 9999" in ran.err
