"""The kinds of paragraph a paper has, and the Word style of each.

Headings, title and the like are Word's built-in styles, so that the navigation pane, a table of contents and a
writer's own restyling work; Word shows their names in the language it runs in.
"""

from __future__ import annotations

from typing import NamedTuple


class Role(NamedTuple):
    """A style: its id and name in a file of ours, and the names under which an office's own file may have it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    level: int = 0
    built_in: bool = True
    next: str = "body"


ROLES = {
    "body": Role("Normal", "Normal", ("公文正文", "正文首行缩进", "Body Text First Indent")),
    "title": Role("Title", "Title", ("公文标题", "大标题", "主标题")),
    "subtitle": Role("Subtitle", "Subtitle", ("副标题",)),
    "salutation": Role("Salutation", "Salutation", ("主送机关", "称谓", "称呼")),
    "heading1": Role("Heading1", "heading 1", ("一级标题", "公文一级标题"), level=1),
    "heading2": Role("Heading2", "heading 2", ("二级标题", "公文二级标题"), level=2),
    "heading3": Role("Heading3", "heading 3", ("三级标题", "公文三级标题"), level=3),
    "heading4": Role("Heading4", "heading 4", ("四级标题", "公文四级标题"), level=4),
    "caption": Role("Caption", "caption", ("表题", "表格标题")),
    "table_head": Role("TableHead", "表头", built_in=False, next="table_head"),
    "table_text": Role("TableText", "表格文字", ("表格正文",), built_in=False, next="table_text"),
    "table_center": Role("TableCenter", "表格居中", built_in=False, next="table_center"),
    "attachment_note": Role("AttachmentNote", "附件说明", built_in=False, next="attachment_note"),
    "attachment_label": Role("AttachmentLabel", "附件序号", ("附件",), built_in=False),
    "attachment_title": Role("AttachmentTitle", "附件标题", built_in=False),
    "signature": Role("Signature", "Signature", ("署名", "落款", "发文机关署名"), next="date"),
    "date": Role("Date", "Date", ("成文日期", "日期")),
    "credits": Role("Credits", "撰稿审核", built_in=False),
}

RUN_INS = {
    f"run_in{level}": Role(f"Heading{level}Char", f"标题 {level} 字符", level=level, built_in=False)
    for level in range(1, 5)
}
TABLE = Role("PaperTable", "公文表格", built_in=False)
FOOTER = Role("Footer", "footer")
PAGE_NUMBERS = {
    "odd": Role("PageNumberOdd", "单页页码", built_in=False),
    "even": Role("PageNumberEven", "双页页码", built_in=False),
}

COMMENTS = {
    "comment": Role("CommentText", "annotation text", next="comment"),
    "comment_mark": Role("CommentReference", "annotation reference"),
}

IDS = {key: role.id for key, role in (ROLES | RUN_INS | COMMENTS | {"table": TABLE}).items()}
