"""The writers' sample documents, kept beside the checkout: read as plain Han, so that sentences can be compared."""

from __future__ import annotations

import re
from pathlib import Path

import docx

FOLDER = Path(__file__).parents[3] / "shared" / "samples"

# One sample is in traditional characters: those that occur in it, and their simplified forms.
TRADITIONAL = (
    "來個們傳價優內兩別創劃劉動務勢區參員啟單國圖堅壓夠奮學實審寫將對導幾強徹惲應戰揮擔擺斷時曉書會業榮構標機準滿漢瀏為熱爭獲獻現瑤產當發"
    "競籌級結給統經綜網總績義習職臨與華蘇術規視覽計訊記設評詳認調談論譜議護譽讓豐負貢貫責資質趨踐軍轉進運過遺還鍵長開關響頁項順領顧顯館驗體點黨"
)
SIMPLIFIED = (
    "来个们传价优内两别创划刘动务势区参员启单国图坚压够奋学实审写将对导几强彻恽应战挥担摆断时晓书会业荣构标机准满汉浏为热争获献现瑶产当发"
    "竞筹级结给统经综网总绩义习职临与华苏术规视览计讯记设评详认调谈论谱议护誉让丰负贡贯责资质趋践军转进运过遗还键长开关响页项顺领顾显馆验体点党"
)
SIMPLER = str.maketrans(TRADITIONAL, SIMPLIFIED)


def paths() -> list[Path]:
    """Every sample that is there to be read."""
    return sorted(path for path in FOLDER.rglob("*") if path.suffix in (".txt", ".html", ".docx"))


def words(path: Path) -> str:
    """All that a sample says."""
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    return re.sub(r"<[^>]*>", "", text) if path.suffix == ".html" else text


def han(text: str) -> str:
    """Only the Han characters of ``text``, simplified: what is left of a sentence whatever its marks and figures."""
    return "".join(re.findall(r"[\u4e00-\u9fff]", text.translate(SIMPLER)))


def grams(text: str, length: int) -> set[str]:
    """Every run of ``length`` Han characters in ``text``."""
    plain = han(text)
    return {plain[start : start + length] for start in range(len(plain) - length + 1)}
