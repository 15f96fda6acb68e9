"""What no fix may touch."""

from __future__ import annotations

import pytest

from drafter.check.protect import protected
from drafter.check.spans import Spans


def spans(text: str) -> list[str]:
    return [text[start:end] for start, end in Spans(protected(text)).spans]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("见http://www.example.cn省略", ["http://www.example.cn"]),
        ("(网址:https://a.cn/x?a=1,2&b=(3)),请查收", ["https://a.cn/x?a=1,2&b=(3)"]),
        ("登录www.example.org.cn,查看", ["www.example.org.cn"]),
        ("登录whj.example.gov.cn/a?b=1报名", ["whj.example.gov.cn/a?b=1"]),
        ("发至a.b-c@mail.example.cn,谢谢", ["a.b-c@mail.example.cn"]),
        ("上午9:30至11:00", ["9:30", "11:00"]),
        ("以3:1获胜", ["3:1"]),
        ("共1,234.5万元", ["1,234.5"]),
        ("增长4.5%", ["4.5"]),
        ("0.5和.5", ["0.5"]),
        ("2026-02-08印发", ["2026-02-08"]),
        ("电话025-84780000转", ["025-84780000"]),
        ("通过ISO 9001:2015认证", ["ISO 9001:2015"]),
        ("按GB/T 9704—2012排版", ["GB/T 9704—2012"]),
        ("按GB 50016-2014、WW/T 0001—2007执行", ["GB 50016-2014", "WW/T 0001—2007"]),
        ("总第No.5期，软件v1.5", ["No.5", "v1.5"]),
        ("他说“Hello, world!”后", ["Hello, world!"]),
        ("《Museum (New Wing): a guide》", ["Museum (New Wing): a guide"]),
        ("微信、APP...都有", ["APP"]),
        ("loading...", ["loading..."]),
        ("附件:年度总结(终稿).docx,请查收", ["年度总结(终稿).docx"]),
        (r"存在C:\docs\a.b里", [r"C:\docs\a.b"]),
    ],
)
def test_what_is_right_as_it_stands_is_protected(text: str, kept: list[str]) -> None:
    assert spans(text) == kept


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("世界卫生组织(WHO)宣布", "(WHO)"),
        ("推出手机APP,提供服务", ","),
        ("快来下载APP!", "!"),
        ("(见附件A)", "("),
        ("2021-2025年", "2021-2025"),
        ("增长15—30%", "—"),
        ("工作——", "——"),
    ],
)
def test_marks_around_it_are_not(text: str, mark: str) -> None:
    masked = Spans(protected(text)).masked(text)

    assert masked[text.index(mark)] == mark[0]
    assert masked[text.index(mark) + len(mark) - 1] == mark[-1]
