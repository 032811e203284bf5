"""What a reader is shown who opens a number: under each heading the number that belongs there, and no other.

:mod:`factbook.checks.of_pages.explanations` reads the numbers themselves back. This module compares which number stands
under which heading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

from factbook import languages
from factbook.checks.channels import assigned
from factbook.checks.channels.origins import Origins
from factbook.checks.channels.reading import Readings
from factbook.checks.of_pages import hedges
from factbook.data.layout import Layout
from factbook.facts import REPORT_RATE, Derived, Entry, Fact, state
from factbook.facts.relations import Judgement
from factbook.facts.state import State
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES, Catalogue
from factbook.problems import Problem
from factbook.quantities.intervals import Interval

_ADVICE = "mend what explains numbers"
FILE = "explanations.js"
#: A number, and which part of it, as a page marks it.
Marks = Sequence[tuple[str, str]]
#: A row of an explanation: its heading, what stands there, what must.
Compared = tuple[str, Marks | str, Marks | str]
#: What stands under the heading of that name.
Under = Callable[[str], HtmlElement | None]


def check(layout: Layout, folder: Path) -> Readings:
    data = state.read(layout.package)
    for language in LANGUAGES:
        shown = f"{language}/{FILE}"
        told = assigned.value(folder / language / FILE, "explanations")["numbers"]
        origins = Origins(layout, data, language)
        for name in sorted({*data.facts.entries, *data.judgements} ^ told.keys()):
            yield Problem("channel.explained", shown, f"«{name}» is missing or unknown", "every number", _ADVICE)
        for name, html in told.items():
            for row, found, wanted in _rows(name, lxml.html.fromstring(f"<div>{html}</div>"), origins):
                given, due = f"«{name}», {row}: {_listed(found)}", _listed(wanted)
                yield None if found == wanted else Problem("channel.explained", shown, given, due, _ADVICE)
            for element in lxml.html.fromstring(f"<div>{html}</div>").iter("data"):
                if hedged := hedges.misread(element, language, data):
                    given = f"«{name}», «{element.text_content()}» is said {hedged[0]}"
                    yield Problem("channel.explained", shown, given, hedged[1], _ADVICE)


def _listed(value: Marks | str) -> str:
    if isinstance(value, str):
        return f"«{value}»"
    marks = [" ".join(filter(None, mark)) for mark in value]
    return ", ".join(marks) or "no number"


def _rows(name: str, told: HtmlElement, origins: Origins) -> Iterator[Compared]:
    """Each row of an explanation: its heading, what stands there, what must."""
    data, language = origins.data, origins.language
    words = catalogue.of(language)
    rows = {term.text_content(): term.getnext() for term in told.iter("dt")}
    value = next(iter(told.xpath(".//p[@class='explained-value']")), told)

    def under(key: str) -> HtmlElement | None:
        return rows.get(words(f"explanation.{key}"))

    yield from _origin(name, under, words, origins)
    title = told.findtext(".//h2") or ""
    if judgement := data.judgements.get(name):
        yield "the number", _marks(value), [(name, "recomputed")]
        yield "the name", title, words("explanation.recomputed", label=judgement.claim.label[language])
        yield words("explanation.claim"), _marks(under("claim")), [(judgement.claim.id, "")]
        yield (
            words("explanation.formula"),
            sorted(set(_marks(under("formula")))),
            _operands(judgement.relation.operands),
        )
        yield words("explanation.allowed-computed"), _marks(under("allowed-computed")), _ends(judgement, under)
        yield words("explanation.misfit"), _marks(under("misfit")), [(name, "misfit")]
        yield from _verdict(judgement, under("verdict"), words)
    elif entry := data.facts.entries.get(name):
        yield "the number", _marks(value)[:1], [(name, "")]
        yield "the name", title, entry.label[language]
        yield from _number(entry, under, words)


def _number(entry: Entry, under: Under, words: Catalogue) -> Iterator[Compared]:
    computed = isinstance(entry, Derived)
    allowed = under("allowed-computed" if computed else "allowed")
    if allowed is not None:
        parts = [part for _, part in _marks(allowed)]
        names = {name for name, _ in _marks(allowed)}
        yield words("explanation.allowed"), ", ".join(sorted(names)), entry.id
        yield words("explanation.allowed"), "-".join(parts) if parts != [""] else "low", _sides(entry.interval, parts)
    if isinstance(entry, Derived):
        wanted = _operands(entry.operands)
        yield words("explanation.formula"), sorted(set(_marks(under("formula")))), wanted
    else:
        printed = under("printed")
        quoted = "".join(printed.xpath(".//span[@lang]//text()")) if printed is not None else ""
        yield words("explanation.printed"), quoted, entry.as_printed


def _origin(name: str, under: Under, words: Catalogue, origins: Origins) -> Iterator[Compared]:
    """Who says a number, its sources, with what it was compared, at which rate it was converted."""
    entry = origins.data.facts.entries.get(name)
    says = _text(under("says"))
    if isinstance(entry, Fact):
        publisher, who = origins.publisher(entry), words(f"said-by.{entry.said_by}")
        quoted = words("explanation.quoted", producer=publisher, who=who)
        yield words("explanation.says"), says, quoted if origins.passes_on(entry) else publisher or who
        if entry.review:
            compared = words(
                f"compared.{entry.review.compared_with}", day=languages.day(origins.language, entry.review.reviewed_on)
            )
            yield words("explanation.compared"), _text(under("compared")), compared
    else:
        yield words("explanation.says"), says, words("said-by.book")
    cited = under("source")
    links = (
        {} if cited is None else {link.get("href").partition("#source-")[2]: _text(link) for link in cited.iter("a")}
    )
    wanted = {fact.source for fact in origins.facts([name]).values()}
    yield words("explanation.source"), ", ".join(sorted(links)), ", ".join(sorted(wanted))
    for key in wanted & links.keys():
        yield (
            words("explanation.source"),
            links[key] if origins.unnamed(key, links[key]) else "",
            origins.unnamed(key, links[key]),
        )
    if entry:
        yield words("explanation.rate"), _marks(under("rate")), [(rate, "") for rate in _rate(entry, origins.data)]


def _text(element: HtmlElement | None) -> str:
    return "" if element is None else element.text_content()


def _rate(entry: Entry, data: State) -> list[str]:
    """The rate at which an amount was converted: the second operand, or the report's where a relation says so."""
    conversions = ("convert", "in-usd")
    if isinstance(entry, Derived):
        return [entry.operands[1]] if entry.operation in conversions else []
    relations = (one.relation for one in data.judgements.values() if one.holds and one.claim.id == entry.id)
    return (
        [REPORT_RATE] if any(one.operation in conversions and REPORT_RATE in one.operands for one in relations) else []
    )


def _sides(interval: Interval, parts: list[str]) -> str:
    """The ends that are said: the closed one of a range that is open, one where both look alike, else low then high."""
    if not interval.high.is_finite():
        return "low"
    if not interval.low.is_finite():
        return "high"
    return "low" if len(parts) == 1 else "low-high"


def _ends(judgement: Judgement, under: Under) -> Marks:
    parts = [part for _, part in _marks(under("allowed-computed"))]
    return [(judgement.relation.id, part) for part in _sides(judgement.allowed, parts).split("-")]


def _verdict(judgement: Judgement, cell: HtmlElement | None, words: Catalogue) -> Iterator[Compared]:
    text = cell.text_content() if cell is not None else ""
    right, wrong = ("holds", "fails") if judgement.holds else ("fails", "holds")
    begins = text.startswith(words(f"verdict.{right}")) and not text.startswith(words(f"verdict.{wrong}"))
    yield words("explanation.verdict"), text if not begins else "", ""


def _marks(element: HtmlElement | None) -> list[tuple[str, str]]:
    if element is None:
        return []
    return [
        (data.get("data-fact") or data.get("data-relation") or "", data.get("data-part", ""))
        for data in element.iter("data")
    ]


def _operands(names: tuple[str, ...]) -> Marks:
    return sorted({(name, "") for name in names if not name.isdigit()})
