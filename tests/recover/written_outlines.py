"""Any outline a person might have written, as YAML in any mixture of styles, with comments: for property tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    Draw = Callable[[st.SearchStrategy[Any]], Any]

FACTS = ("接待读者", "举办展览", "PM2.5", "捐赠", "满意率", "甲展")
ROLES = ("opening", "achievements", "problems", "tasks", "goals", "measures", "requirements", "closing", "other")
KEYS = {
    "drafter": "大纲版本",
    "kind": "类型",
    "title": "标题",
    "year": "年度",
    "last": "去年",
    "date": "日期",
    "facts": "数据",
    "value": "数值",
    "previous": "上年",
    "unit": "单位",
    "target": "目标",
    "once": "一次性",
    "source": "来源",
    "as_of": "截至",
    "sum": "合计",
    "parts": "其中",
    "headline": "重点数据",
    "lists": "名单",
    "meeting": "会议",
    "attendance": "参会人数",
    "sections": "部分",
    "role": "作用",
    "text": "正文",
    "brief": "简述",
    "lead": "引语",
    "tail": "收束",
    "points": "要点",
    "paragraph": "段落",
    "owner": "责任单位",
    "due": "时限",
    "measure": "指标",
    "papers": "文种",
    "numbering": "编号",
}
LONG = ("text", "lead", "tail", "paragraph", "正文", "引语", "收束", "段落")
STYLES = ("plain", "double", "single")
PHRASES = (
    "2025年是“十四五”规划收官之年",
    "建馆66周年",
    "第十四届全国人大第三次会议",
    "第八届读书节",
    "2024年6月3日起",
    "《法（2025年）》",
    "全年接待",
    "截至2025年12月31日",
    "二〇二五年",
    "比2024年增长",
    "办展12场",
    "，",
    "。",
    "。",
    "；",
    "A: b",
    "it's",
    " #不是注释",
    "甲、乙",
    "100%",
)
COMMENTS = ("# 馆长说的", "# 2025年的", "#### 数据：", "# a: b - c", "# “引号", "# {{ 接待读者 }}")


@st.composite
def sentences(draw: Draw, facts: tuple[str, ...] = ()) -> str:
    """Phrases and references, some sentences long."""
    references = [f"{{{{ {name}{field} }}}}" for name in facts for field in ("", " | target", " | growth")]
    references += ["{{ year }}年", "{{ next_year }}", "{{ last_year }}"]
    words = draw(st.lists(st.sampled_from([*PHRASES, *references]), min_size=1, max_size=6))
    return "".join(words).strip() or "好"


@st.composite
def outlines(draw: Draw) -> Any:
    """An outline as maps, lists and words."""
    facts = tuple(draw(st.lists(st.sampled_from(FACTS), unique=True, max_size=5)))
    whole: dict[str, Any] = {"drafter": "1", "year": "2025"}
    for key, words in (("kind", "annual-report"), ("date", "2026-02-08"), ("last", "总结2024.yaml")):
        whole |= {key: words} if draw(st.booleans()) else {}
    whole["title"] = draw(sentences(facts))
    whole["meeting"] = {"date": "2026-02-08", "attendance": "约200人"} if draw(st.booleans()) else ""
    whole["facts"] = {name: draw(_facts(facts[:index])) for index, name in enumerate(facts)}
    whole["headline"] = [name for name in facts if draw(st.booleans())]
    whole["lists"] = {"几个馆": ["甲馆", draw(sentences())]}
    whole["sections"] = draw(st.lists(_nodes(facts, 0), max_size=5))
    order = draw(st.permutations(list(whole)))
    return {key: whole[key] for key in order}


@st.composite
def _facts(draw: Draw, others: tuple[str, ...]) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "value": draw(st.sampled_from(["", "45120", "4.50", "0"])),
        "previous": draw(st.sampled_from(["", "39080"])),
        "target": "50000",
        "unit": draw(st.sampled_from(["人次", "%"])),
        "source": "开放部",
        "as_of": draw(st.sampled_from(["2025-12-31", "2024-02-29", "2025年7月10日"])),
        "once": draw(st.sampled_from(["true", "false"])),
    }
    fields |= {"sum": list(others[:2]), "value": ""} if others and draw(st.booleans()) else {}
    return {key: fields[key] for key in fields if draw(st.booleans())}


@st.composite
def _nodes(draw: Draw, facts: tuple[str, ...], depth: int) -> Any:
    kind = draw(st.sampled_from(["whole", "whole", "whole", "title", "paragraph", "group"] if depth else ["whole"]))
    if kind == "title":
        return draw(sentences(facts))
    if kind == "paragraph":
        return {"paragraph": draw(sentences(facts))}
    points = [] if depth > 1 else draw(st.lists(_nodes(facts, depth + 1), min_size=kind == "group", max_size=3))
    if kind == "group" and points:
        return {"points": points}
    node: dict[str, Any] = {"title": draw(sentences(facts)), "points": points}
    node |= {"role": draw(st.sampled_from(ROLES))} if not depth or draw(st.booleans()) else {}
    for key in ("text", "brief", "lead", "tail"):
        node |= {key: draw(sentences(facts))} if draw(st.booleans()) else {}
    if facts and draw(st.booleans()):
        node |= {
            "measure": draw(st.sampled_from(facts)),
            "owner": "陈列部",
            "due": draw(st.sampled_from(["2026-06-30", "6月底前", ""])),
        }
    node |= {"papers": ["report", "news"]} if draw(st.booleans()) else {}
    return {key: value for key, value in node.items() if value or draw(st.booleans())}


@st.composite
def written(draw: Draw) -> tuple[str, list[str]]:
    """An outline as somebody wrote it, and the comments in it."""
    lang = draw(st.sampled_from(["en", "zh"]))
    comments: list[str] = []
    lines = _block(draw, draw(outlines()), 0, lang, comments)
    return "\n".join(lines) + "\n", comments


def _key(key: str, lang: str) -> str:
    return KEYS.get(key, key) if lang == "zh" else key


def _comment(draw: Draw, comments: list[str], indent: str) -> list[str]:
    if draw(st.integers(0, 5)) < 5:
        return []
    comments.append(f"{draw(st.sampled_from(COMMENTS))}〈{len(comments)}〉")
    return [f"{indent}{comments[-1]}"]


def _block(draw: Draw, value: Any, depth: int, lang: str, comments: list[str]) -> list[str]:
    indent = "  " * depth
    lines: list[str] = []
    entries = list(value.items()) if isinstance(value, dict) else [(None, each) for each in value]
    for key, child in entries:
        lines += _comment(draw, comments, indent)
        head = f"{indent}- " if key is None else f"{indent}{_key(key, lang)}:"
        lines += _entry(draw, head, child, depth, lang, comments)
    return lines


def _entry(draw: Draw, head: str, child: Any, depth: int, lang: str, comments: list[str]) -> list[str]:
    gap = "" if head.endswith("- ") else " "
    if isinstance(child, str):
        styles = (*STYLES, "|", ">-") if head.split(":")[0].strip(" -") in LONG else STYLES
        return _scalar_lines(draw, head + gap, child, depth, draw(st.sampled_from(styles)), comments)
    if not child or draw(st.integers(0, 7)) == 7:
        return [f"{head}{gap}{_flow(draw, child, lang)}" + _behind(draw, comments)]
    if head.endswith("- ") and isinstance(child, dict):
        lines = _block(draw, child, depth + 1, lang, comments)
        at = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
        return [*lines[:at], head + lines[at].lstrip(), *lines[at + 1 :]]
    nested = _block(draw, child, depth + 1, lang, comments)
    return [head.rstrip() + _behind(draw, comments), *nested]


def _behind(draw: Draw, comments: list[str]) -> str:
    return "".join(f"  {each}" for each in _comment(draw, comments, ""))


def _scalar_lines(draw: Draw, head: str, words: str, depth: int, style: str, comments: list[str]) -> list[str]:
    if style in ("|", ">-") and len(words) > 4:
        middle = draw(st.integers(1, len(words) - 1)) if "{{" not in words else len(words)
        indent = "  " * (depth + 1)
        parts = [words[:middle].strip(), words[middle:].strip()]
        return [f"{head}{style}", *(f"{indent}{part}" for part in parts if part)]
    return [f"{head}{_scalar(words, style)}".rstrip() + _behind(draw, comments)]


def _scalar(words: str, style: str) -> str:
    if not words:
        return ""
    plain = style == "plain" and not {":", "#", "{", "'", "%", ","} & set(words)
    if plain and words not in ("true", "false"):
        return words
    if style == "single":
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def _flow(draw: Draw, value: Any, lang: str) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key, lang)}: {_flow(draw, child, lang)}" for key, child in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(draw, each, lang) or '""' for each in value) + "]"
    return _scalar(value, draw(st.sampled_from(STYLES)))
