"""What a Word file says of itself, and the comments on its gaps: all dated by the outline, none by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.word.xml_text import in_run, plain

if TYPE_CHECKING:
    import datetime

    from drafter.document.model import Gap, Meta
    from drafter.word.skeleton import Skeleton

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_CORE = (
    f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)
_COMMENTS = f'{DECLARATION}<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'


def core(meta: Meta) -> str:
    """``docProps/core.xml``: what is not known is left out, so that no tool's name or date stands in its place."""
    said = {
        "dc:title": meta.title,
        "dc:creator": meta.organization,
        "cp:lastModifiedBy": meta.organization,
        "cp:category": meta.paper,
        "dc:language": "zh-CN",
    }
    elements = "".join([f"<{name}>{plain(text)}</{name}>" for name, text in said.items() if text])
    return f"{_CORE}{elements}{_dates(meta.date)}</cp:coreProperties>"


def _dates(date: datetime.date | None) -> str:
    if date is None:
        return ""
    names = ("dcterms:created", "dcterms:modified")
    return "".join([f'<{name} xsi:type="dcterms:W3CDTF">{_moment(date)}</{name}>' for name in names])


def comments(gaps: list[Gap], meta: Meta, skeleton: Skeleton) -> str:
    """``word/comments.xml``: on every gap, what is missing and who has it."""
    author = skeleton.placeholder.author
    facts = f'w:author="{plain(author)}" w:initials="{plain(author[:1])}"'
    facts += f' w:date="{_moment(meta.date)}"' if meta.date else ""
    written = [f'<w:comment w:id="{n}" {facts}>{_comment(gap, skeleton)}</w:comment>' for n, gap in enumerate(gaps)]
    return f"{_COMMENTS}{''.join(written)}</w:comments>"


def _comment(gap: Gap, skeleton: Skeleton) -> str:
    look = skeleton.placeholder
    words = (look.comment_with_who if gap.who else look.comment).replace("{who}", gap.who).replace("{name}", gap.name)
    styles = skeleton.styles
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{styles["comment"]}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{styles["comment_mark"]}"/></w:rPr><w:annotationRef/></w:r>'
        f'<w:r><w:t xml:space="preserve">{in_run(words)}</w:t></w:r></w:p>'
    )


def _moment(date: datetime.date) -> str:
    return f"{date.isoformat()}T00:00:00Z"
