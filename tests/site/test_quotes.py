"""Numbers that a document quotes from a book: told as what they are, by what the book says now and what it said."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import jsonschema
import pytest
from click.testing import CliRunner
from lxml import etree

from factbook.checker import quotes
from factbook.checker.documents import check_paths
from factbook.checker.quotes import Outcome, telling
from factbook.checker.quotes.judging import Slip
from factbook.cli import main
from factbook.provenance.publication import quotable

ADDRESS = "https://book.example/"
HEAD = "id,value,unit,low,high,year,period_end,said_ko,said_en,label_ko,label_en\n"
NOW = HEAD + (
    'market,2400000000,USD,2350000000,2450000000,2025,,"24억 달러(2조 9,280억 원)",'
    "USD 2.4 billion (KRW 2.928 trillion),시장,The market\n"
    "share,56.3,percent,56.25,56.35,2025,,56.3%,56.3%,비중,The share\n"
    "growth,26,percent,25.95,26.05,2019,2025,26.0%,26.0%,성장률,Growth\n"
    "patients,250,patient,250,,2024,,250명 이상,at least 250 patients,환자,Patients\n"
    'us,1350000000,USD,1345000000,1355000000,2025,,"13억 5,000만 달러",USD 1.35 billion,미국 시장,'
    "The United States market\n"
    'world,2300000000,USD,2250000000,2350000000,2025,,"23억 달러",USD 2.3 billion,세계 시장,The world market\n'
)
THEN = HEAD + (
    "share,55.1,percent,55.05,55.15,2025,,55.1%,55.1%,비중,The share\n"
    "growth,26,percent,25.95,26.05,2019,2025,26.0%,26.0%,성장률,Growth\n"
    "twins,80,twin,80,80,2023,,80개,80 twins,트윈,Twins\n"
)
TITLE = {"ko": "어느 책", "en": "The Book of Markets"}
REASON = {"share": {"ko": "원문이 고쳐짐", "en": "the source was corrected"}}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of a book's site: what it publishes for whoever quotes it."""
    folder = tmp_path / "site" / "data"
    folder.mkdir(parents=True)
    for name, text in quotable.written(ADDRESS, NOW, [("2026-Q4", THEN, REASON)], TITLE, "the-book").items():
        (folder / name).write_text(text, "utf-8")
    return folder.parent


@pytest.fixture
def judged(tmp_path: Path, site: Path):
    """What becomes of the quotes of a Markdown document."""

    def judge(text: str) -> list[quotes.Judged]:
        document = tmp_path / "policy.md"
        document.write_text(text, "utf-8")
        (checked,) = check_paths([document], book=quotes.load(str(site)))
        return list(checked.quotes)

    return judge


def link(words: str, number: str, edition: str = "", language: str = "en") -> str:
    return f"[{words}]({ADDRESS}{f'editions/{edition}/' if edition else ''}{language}/numbers.html#{number})"


@pytest.mark.parametrize(
    "text",
    [
        f"The market is {link('USD 2.4 billion', 'market')} in 2025.",
        f"The market is {link('about USD 2 billion', 'market')} in 2025.",
        f"The market is {link('KRW 2.928 trillion', 'market')}.",
        f"시장은 2025년 {link('24억 달러', 'market', language='ko')}로 전망된다.",
        f"It grows by 26.0% a year ({link('source', 'growth')}).",
        f"From 2019 to 2025 it grows by {link('26%', 'growth')} a year (Lee, 2022).",
        f"USD 2.4 billion (KRW 2.928 trillion): The market, 2025, {ADDRESS}en/numbers.html#market.",
        f"There are {link('at least 250', 'patients')} patients.",
        f"It grew by {link('26.0%', 'growth', '2026-Q4')}.",
        f"The world market, with the United States, is {link('USD 2.3 billion', 'world')}.",
        f"It grows by 26.0% {link('(Lee, 2022)', 'growth')}.",
        f"세계 시장은 (https://other.example/united-states) {link('23억 달러', 'world', language='ko')}입니다.",
        f"It may be {link('USD 2.25 billion', 'world')} to {link('USD 2.35 billion', 'world')}.",
        f"It may be {link('USD 2.25', 'world')} to {link('2.35 billion', 'world')}.",
        f"It may be {link('2.25', 'world')}–{link('2.35 billion dollars', 'world')}.",
        f"{link('22억 5,000만', 'world', language='ko')}~{link('23억 5,000만 달러', 'world', language='ko')}",
        f"It is {link('25.95', 'growth')} to {link('26.05%', 'growth')} a year.",
        f"{link('USD 2.25 billion', 'world')}, the lowest value that the digits allow: The world market.",
        f"{link('23억 5,000만 달러', 'world', language='ko')}, 자릿수가 허용하는 가장 큰 값: 세계 시장.",
    ],
)
def test_what_the_book_says_is_the_same_also_rounded_or_in_its_other_currency(judged, text):
    assert {(one.outcome, one.slip) for one in judged(text)} == {(Outcome.SAME, None)}


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        (f"The market is {link('USD 2.5 billion', 'market')}.", Slip.DIGITS),
        (f"The market is {link('USD 4.2 billion', 'market')}.", Slip.DIGITS),
        (f"The market is {link('USD 2.4 billion (KRW 3.928 trillion)', 'market')}.", Slip.DIGITS),
        (f"The market is USD 2.4 billion (KRW 3.928 trillion), {ADDRESS}en/numbers.html#market.", Slip.DIGITS),
        (f"The market is {link('KRW 2.4 billion', 'market')}.", Slip.UNIT),
        (f"The market is {link('2.4%', 'market')}.", Slip.UNIT),
        (f"The market is {link('USD 2.4 billion', 'market')} in 2024.", Slip.YEAR),
        (f"시장은 2024년 {link('24억 달러', 'market', language='ko')}이다.", Slip.YEAR),
        (f"It grows by {link('26.00%', 'growth')}.", Slip.ROUNDING),
        (f"The share is {link('56.3%', 'share', '2026-Q4')}.", Slip.DIGITS),
        (f"It is {link('USD 2.35 billion', 'world')}.", Slip.DIGITS),
        (f"It is {link('USD 2.35 billion', 'world')}, the lowest value that the digits allow.", Slip.DIGITS),
        (f"It may be {link('USD 2.25', 'world')} to 2.65 billion.", Slip.DIGITS),
        (f"In 2024 it may be {link('USD 2.25 billion', 'world')} or USD 2.35 billion.", Slip.YEAR),
        (f"In the United States it is {link('USD 2.3 billion', 'world')}.", Slip.SUBJECT),
        (f"미국에서는 {link('23억 달러', 'world', language='ko')}입니다.", Slip.SUBJECT),
    ],
)
def test_what_the_book_never_said_is_misquoted_in_digits_unit_year_or_rounding(judged, text, slip):
    (one,) = judged(text)
    assert (one.outcome, one.slip) == (Outcome.MISQUOTED, slip)
    assert one.printed


@pytest.mark.parametrize("edition", ["", "2026-Q4"])
def test_what_an_edition_said_and_the_book_no_longer_does_has_changed_for_a_reason(judged, edition):
    (one,) = judged(f"The share is {link('55.1%', 'share', edition)}.")
    assert (one.outcome, one.edition) == (Outcome.CHANGED, "2026-Q4")
    assert telling.message(one, "en") == (
        "«55.1%» is what 2026-Q4 said; the book now says 56.3% (the source was corrected)"
    )
    assert "원문이 고쳐짐" in telling.message(one, "ko")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (f"There were {link('80 twins', 'twins', '2026-Q4')}.", Outcome.GONE),
        (f"There were {link('80 twins', 'twins')}.", Outcome.GONE),
        (f"It is {link('9', 'never-was')}.", Outcome.UNKNOWN),
        (f"It is [9]({ADDRESS}somewhere/else.pdf).", Outcome.UNKNOWN),
        (f"It is {link('26.0%', 'growth', '2020-Q1')}.", Outcome.NO_EDITION),
        (f"It grows much ({link('source', 'growth')}).", Outcome.NO_NUMBER),
        (f"It went {link('from USD 0.6 billion to USD 2.4 billion', 'market')}.", Outcome.TWO_NUMBERS),
        (f"See [the chapter]({ADDRESS}en/market.html#market-size).", Outcome.PLACE_ONLY),
        ("It is USD 2.4 billion (Authors, *The Book of\nMarkets*, 2026).", Outcome.NO_ADDRESS),
        ("시장은 24억 달러이다(저자진, 『어느 책』, 2026).", Outcome.NO_ADDRESS),
        ("It is USD 2.4 billion [@the-book-en-market-size, p. 3].", Outcome.NO_ADDRESS),
    ],
)
def test_what_cannot_be_compared_is_told_for_what_it_is(judged, text, outcome):
    (one,) = judged(text)
    assert one.outcome is outcome
    for language in ("ko", "en"):
        assert "{" not in telling.message(one, language)


def test_numbers_that_are_listed_below_their_source_are_those_of_their_own_lines(judged):
    rows = [("USD 2.3 billion", "world"), ("56.3%", "share"), ("USD 9.3 billion", "market")]
    listed = "\n".join(f"- {said}: {ADDRESS}en/numbers.html#{name}" for said, name in rows)
    found = judged(
        f"“Size”, The Book of Markets, 1.0 edition, 26 November 2026, {ADDRESS}en/market.html#size\n{listed}"
    )
    assert [one.outcome for one in found] == [Outcome.PLACE_ONLY, Outcome.SAME, Outcome.SAME, Outcome.MISQUOTED]


def test_addresses_of_other_places_are_no_quotes(judged):
    assert judged("It is [9%](https://other.example/en/numbers.html#market) and https://book.examples/x.") == []


def test_the_files_of_a_figure_that_is_copied_with_its_links_are_no_quotes(judged):
    assert judged(f"Download: [data]({ADDRESS}en/_figures/line-en.csv), [all]({ADDRESS}data/numbers.csv)") == []


def test_several_quotes_are_told_in_the_order_of_the_text_each_with_its_own_number(judged):
    found = judged(
        f"It is {link('USD 2.4 billion', 'market')}.\n\nAnd {link('56.3%', 'share')}, {link('9%', 'growth')}."
    )
    assert [one.outcome for one in found] == [Outcome.SAME, Outcome.SAME, Outcome.MISQUOTED]


def test_the_published_file_has_the_form_that_its_schema_describes(site: Path):
    schema = json.loads((site / "data" / quotable.SCHEMA).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads((site / "data" / "numbers.json").read_text("utf-8")), schema)


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["check", *map(str, arguments)])
    return done.exit_code, done.output


def test_the_command_tells_each_quote_that_is_to_be_mended_and_fails(tmp_path: Path, site: Path):
    document = tmp_path / "policy.md"
    document.write_text(f"It is {link('USD 2.4 billion', 'market')}.\n\nIt is {link('9%', 'growth')}.\n", "utf-8")
    status, said = run(document, "--against", site, "--lang", "en")
    assert status == 1
    assert "quoted from the book: 2; as it says: 1; not so: 1; not compared: 0" in said
    assert "line 3: [misquoted] «9%» is not what the book says, 26.0%: other digits" in said
    status, said = run(document, "--against", site, "--format", "json")
    (told,) = json.loads(said)["documents"]
    assert [one["outcome"] for one in told["quotes"]] == ["same", "misquoted"]


def test_a_copy_its_data_the_archive_and_the_file_are_the_same_book(tmp_path: Path, site: Path):
    archive = tmp_path / "data.zip"
    with ZipFile(archive, "w") as packed:
        packed.write(site / "data" / "numbers.json", "numbers.json")
    places = (site, site / "data", site / "data" / "numbers.json", archive)
    assert len({str(quotes.load(str(place)).numbers) for place in places}) == 1


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("nowhere", None, "it cannot be read"),
        ("empty", "", "has no data/numbers.json"),
        ("numbers.json", "{", "is not one of a book"),
        ("numbers.json", '{"format": 2}', "its format is 2, and this program reads 1"),
        ("data.zip", "no archive", "it cannot be read"),
    ],
)
def test_a_book_that_cannot_be_had_is_told_in_one_line(tmp_path: Path, name: str, text: str | None, said: str):
    place, document = tmp_path / name, tmp_path / "policy.md"
    document.write_text("Nothing.", "utf-8")
    if text == "":
        place.mkdir()
    elif text is not None:
        place.write_text(text, "utf-8")
    status, told = run(document, "--against", place)
    assert status == 2
    assert said in told
    assert len(told.splitlines()) == 1
    assert run("--against", place)[0] == 2


@pytest.mark.parametrize(
    ("text", "language", "said", "colour"),
    [
        (f"It is {link('USD 2.4 billion', 'market')}.", "en", "quoted numbers: 1 of 1 right", "1e7b34"),
        (f"It is {link('USD 2.5 billion', 'market')}.", "ko", "인용한 숫자: 1개 중 0개 맞음", "b3261e"),
        (f"See [it]({ADDRESS}en/market.html).", "en", "quoted numbers: none checked", "5f6368"),
        ("From 100 people to 150 people, up 50%.", "en", "figures: 1 of 1 right", "1e7b34"),
        ("From 100 people to 150 people, up 60%.", "en", "figures: 0 of 1 right", "b3261e"),
        ("Nothing.", "ko", "숫자: 검사한 것 없음", "5f6368"),
        # Of an amount of one digit nothing can be told.
        ("USD 3 billion of USD 10 billion, 40%, is for care.", "en", "figures: none checked", "5f6368"),
    ],
)
def test_a_badge_says_how_many_hold_as_a_picture_and_as_data(tmp_path: Path, site: Path, text, language, said, colour):
    document = tmp_path / "policy.md"
    document.write_text(text, "utf-8")
    arguments = (document, "--against", site, "--lang", language, "--format")
    status, picture = run(*arguments, "badge")
    root = etree.fromstring(picture.encode())
    assert root.get("aria-label") == said
    assert ": ".join(root.itertext("{*}text")) == said
    assert f"#{colour}" in picture
    told = json.loads(run(*arguments, "badge-json")[1])
    assert (f"{told['label']}: {told['message']}", told["color"]) == (said, colour)
    assert (status == 1) == (colour == "b3261e")
