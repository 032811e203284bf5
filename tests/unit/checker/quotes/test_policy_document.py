"""A policy document of three pages that quotes the book, in four formats and two languages, checked a year later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hwpx import HwpxDocument
from weasyprint import HTML

from factbook.checker import quotes
from factbook.checker.documents import check_paths
from factbook.checker.quotes import Outcome
from factbook.checker.quotes.judging import Slip
from factbook.provenance.publication import quotable

ADDRESS = "https://book.example/"
HEAD = "id,value,unit,low,high,year,period_end,said_ko,said_en,label_ko,label_en\n"
SAME = (
    'market,2400000000,USD,2350000000,2450000000,2025,,"24억 달러(2조 9,280억 원)",'
    "USD 2.4 billion (KRW 2.928 trillion),세계 시장,The world market\n"
    "growth,26,percent,25.95,26.05,2019,2025,26.0%,26.0%,연평균 성장률,Annual growth\n"
    "korea,2,percent,1.95,2.05,2020,,2.0%,2.0%,한국의 비중,Share of Korea\n"
    "base,600000000,USD,550000000,650000000,2019,,6억 달러,USD 0.6 billion,첫해의 시장,The market of the first year\n"
)
NOW = HEAD + SAME + "share,56.3,percent,56.25,56.35,2025,,56.3%,56.3%,미국의 비중,United States share\n"
THEN = (
    HEAD
    + SAME
    + (
        "share,55.1,percent,55.05,55.15,2025,,55.1%,55.1%,미국의 비중,United States share\n"
        "twins,80,percent,79.5,80.5,2023,,80%,80%,전임상 비율,Preclinical share\n"
    )
)
REASONS = {"share": {"ko": "원문이 고쳐짐", "en": "the source was corrected"}}
#: What a paragraph says before, in and after its link, and the number that this leads to in an edition or today's book.
Quoted = tuple[str, str, str, str, str]
PAGES: dict[str, Sequence[Sequence[Quoted]]] = {
    "en": [
        [
            ("By 2025 the world market is to reach ", "USD 2.4 billion", ".", "market", ""),
            ("It grows by ", "26%", " a year between 2019 and 2025.", "growth", "2026-Q4"),
            ("In won that is ", "KRW 2.928 trillion", " in 2025.", "market", ""),
        ],
        [
            ("Korea had ", "2.0%", " of it in 2020.", "korea", ""),
            ("In 2019 the market stood at ", "USD 0.8 billion", ".", "base", ""),
            ("In 2024 the market reaches ", "USD 2.4 billion", ".", "market", "2026-Q4"),
        ],
        [
            ("The United States has ", "55.1%", " of the market in 2025.", "share", "2026-Q4"),
            ("Of all twins ", "80%", " were preclinical in 2023.", "twins", "2026-Q4"),
        ],
    ],
    "ko": [
        [
            ("세계 시장은 2025년 ", "24억 달러", "에 이를 전망이다.", "market", ""),
            ("2019년부터 2025년까지 해마다 ", "26%", "씩 커진다.", "growth", "2026-Q4"),
            ("원화로는 2025년 ", "2조 9,280억 원", "이다.", "market", ""),
        ],
        [
            ("2020년 한국의 비중은 ", "2.0%", "였다.", "korea", ""),
            ("2019년의 시장은 ", "8억 달러", "였다.", "base", ""),
            ("2024년의 시장은 ", "24억 달러", "이다.", "market", "2026-Q4"),
        ],
        [
            ("미국의 비중은 2025년 ", "55.1%", "이다.", "share", "2026-Q4"),
            ("2023년에는 트윈의 ", "80%", "가 전임상 단계였다.", "twins", "2026-Q4"),
        ],
    ],
}
EXPECTED = [
    *[(Outcome.SAME, None)] * 4,
    (Outcome.MISQUOTED, Slip.DIGITS),
    (Outcome.MISQUOTED, Slip.YEAR),
    (Outcome.CHANGED, None),
    (Outcome.GONE, None),
]


def pages(language: str) -> Iterator[list[tuple[str, str, str, str]]]:
    """What each paragraph of each page says before, in and after its link, and where that leads."""
    for page in PAGES[language]:
        yield [
            (before, words, after, f"{ADDRESS}{edition and f'editions/{edition}/'}{language}/numbers.html#{number}")
            for before, words, after, number, edition in page
        ]


def markdown(path: Path, language: str) -> None:
    linked = "{}[{}]({}){}"
    path.write_text(
        "\n\n---\n\n".join(
            "\n\n".join(linked.format(before, words, place, after) for before, words, after, place in page)
            for page in pages(language)
        ),
        "utf-8",
    )


def word(path: Path, language: str) -> None:
    document = docx.Document()
    for page in pages(language):
        for before, words, after, place in page:
            paragraph = document.add_paragraph(before)
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), document.part.relate_to(place, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            link.append(paragraph.add_run(words)._r)
            paragraph._p.append(link)
            paragraph.add_run(after)
        document.add_page_break()
    document.save(str(path))


def hangul(path: Path, language: str) -> None:
    document = HwpxDocument.new()
    for before, words, after, place in chain.from_iterable(pages(language)):
        paragraph = document.add_paragraph(before)
        paragraph.add_hyperlink(place, words)
        paragraph.add_run(after)
    document.save_to_path(str(path))


def pdf(path: Path, language: str) -> None:
    linked = '<p>{}<a href="{}">{}</a>{}</p>'
    html = "<div style='break-after: page'></div>".join(
        "".join(linked.format(before, place, words, after) for before, words, after, place in page)
        for page in pages(language)
    )
    style = "font-family: 'Noto Sans CJK KR', sans-serif"
    HTML(string=f'<html lang="{language}"><body style="{style}">{html}').write_pdf(path)


WRITERS: dict[str, Callable[[Path, str], None]] = {".md": markdown, ".docx": word, ".hwpx": hangul, ".pdf": pdf}


@pytest.fixture
def book(tmp_path: Path) -> quotes.Book:
    """A copy of the book on disk, a year and an edition later."""
    folder = tmp_path / "site" / "data"
    folder.mkdir(parents=True)
    title = {"ko": "어느 책", "en": "A book"}
    for name, text in quotable.written(ADDRESS, NOW, [("2026-Q4", THEN, REASONS)], title, "book").items():
        (folder / name).write_text(text, "utf-8")
    return quotes.load(str(folder.parent))


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("suffix", WRITERS)
def test_four_are_right_and_one_each_is_misquoted_of_another_year_changed_and_gone(tmp_path, book, suffix, language):
    path = tmp_path / f"policy{suffix}"
    WRITERS[suffix](path, language)
    (checked,) = check_paths([path], book=book)
    assert checked.failure is None
    assert [(one.outcome, one.slip) for one in checked.quotes] == EXPECTED
    changed = checked.quotes[6]
    assert changed.reasons[language] == REASONS["share"][language]
    assert (changed.now.said[language], changed.then.said[language]) == ("56.3%", "55.1%")
