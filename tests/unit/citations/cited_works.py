"""What the tests of citations share: works whose names try every format."""

from __future__ import annotations

from hypothesis import strategies as st

from factbook.citations.identity import Identity
from factbook.citations.model import Date, Institution, Kind, Person, Work
from factbook.citations.works import Place

#: Names as they occur, and as they might.
NAMES = (
    "국가생명공학정책연구센터",
    "National Academies of Sciences, Engineering, and Medicine",
    "Frost & Sullivan",
    'The "Twin" <Health> Group & Sons, Inc.',
    "이송하·김무웅",
    "Standards and Testing Authority",
    "50% of #1_lab ~ $5 ^ \\ end",
)
#: What the issue names: commas, Hangul, ampersands, quotation marks, angle brackets.
awkward = st.text(alphabet="가나다한글 abcXYZ,&\"'“”<>.", min_size=1, max_size=30).map(
    lambda text: " ".join(text.split())
)
names = awkward.filter(lambda text: any(character.isalpha() for character in text))


def work(name: str = NAMES[0], kind: Kind = Kind.SECTION, **fields: object) -> Work:
    values: dict[str, object] = {
        "key": "twins-ko-market-size",
        "kind": kind,
        "title": "시장: 얼마나 <큰가> & “왜”",
        "language": "ko",
        "authors": (Institution(name),),
        "container": "헬스케어 디지털 트윈 시장: 살아 있는 보고서",
        "version": "1.0.0",
        "publisher": name,
        "issued": Date(2026, 11, 23),
        "address": "https://example.org/ko/market.html?a=1&b=%20_2#market-size",
    }
    return Work(**(values | fields))  # type: ignore[arg-type]


def article() -> Work:
    return work(
        kind=Kind.ARTICLE,
        key="twins2020",
        title="Digital twins to personalise medicine",
        language="en",
        authors=(Person("van den Hoven", "J."), Person("이", "송하")),
        container="Genome & Medicine",
        publisher="",
        version="",
        doi="10.1186/s13073-019-0701_3",
        volume="12",
        number="4",
        pages="1–9",
    )


IDENTITY = Identity(
    "twins", "https://example.org/twins/", "1.0.0", Date(2026, 11, 23), ("digital twin", "헬스케어 & 시장")
)
CHAPTER = Place("market", "market", Kind.CHAPTER, "The market", "The market")
SECTION = Place("market", "market-size", Kind.SECTION, "How large is it?", "The market")
FIGURE = Place("market", "fig-market", Kind.FIGURE, "The market grows", "The market", "Figure 3")
