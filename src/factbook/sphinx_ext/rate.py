"""The rate is the reader's: what the templates need for the control that chooses one (``rate.js`` works it)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx

from factbook import languages
from factbook.facts import REPORT_RATE, Entry, Facts
from factbook.interface.catalogue import Catalogue
from factbook.languages.digits import last_digit, show
from factbook.phrasing.saying import LEDGER, value_of
from factbook.sphinx_ext import language
from factbook.sphinx_ext.ledger import opened

#: Pages that show what is recorded and what is cited, at the report's rate whatever the reader's.
RECORDED = frozenset({LEDGER, "cite-and-run"})
#: What a reader may put in, in won per dollar: wide enough for every year since the won floats, too narrow for slips.
LOWEST, HIGHEST = Decimal(100), Decimal(10000)
#: The last digit that is shown of a rate; rate.js shows those of the reader the same way.
_SHOWN = Decimal("0.01")
_UNIT = "krw-per-usd"


@dataclass(frozen=True, slots=True)
class Option:
    """A rate to choose: its exact value as the scripts take it, its digits, and its name around its marked number."""

    value: str
    shown: str
    name: Markup


@dataclass(frozen=True, slots=True)
class Control:
    """What a page's control holds. ``words`` is what ``amounts.js`` says won with; ``stays`` that no amount follows."""

    report: Option
    averages: tuple[Option, ...]
    low: str
    high: str
    words: str
    stays: bool


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", _give)


def _give(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Gives the templates ``rate``: the control, or nothing for a book that converts at no rate."""
    facts = opened.book(app).facts
    if REPORT_RATE in facts.entries:
        context["rate"] = control(facts, language.words(app), stays=pagename in RECORDED)


def control(facts: Facts, words: Catalogue, *, stays: bool) -> Control:
    """The control of a page in the language of ``words``."""
    return Control(
        report=_option(facts[REPORT_RATE], words("rate.report", rate="{0}")),
        averages=tuple(
            _option(entry, words("rate.average", rate="{0}", year=year)) for year, entry in _averages(facts)
        ),
        low=show(LOWEST, Decimal(1)),
        high=show(HIGHEST, Decimal(1)),
        words=money_words(words.language),
        stays=stays,
    )


def _averages(facts: Facts) -> list[tuple[int, Entry]]:
    """The average of each year, the last year first."""
    entries = [entry for name, entry in facts.facts.items() if _is_average(name, entry)]
    return sorted(((entry.years[0], entry) for entry in entries), reverse=True)


def _is_average(name: str, entry: Entry) -> bool:
    return len(entry.years) == 1 and name == f"{_UNIT}-{entry.years[0]}"


def _option(entry: Entry, name: str) -> Option:
    shown = show(entry.value, max(_SHOWN, min(last_digit(entry.value), Decimal(1))))
    number = Markup('<data value="{0}" data-fact="{1}">{2}</data>').format(value_of(entry.value), entry.id, shown)
    return Option(value_of(entry.value), shown, Markup(name).format(number))


def money_words(code: str) -> str:
    """How won is said in a language, as JSON for ``amounts.js``; powers of ten are exponents, exact there too."""
    money = languages.of(code).money
    return json.dumps(
        {
            "scales": [[name, power.adjusted()] for name, power in money.scales],
            "currency": money.currencies["KRW"],
            "hedges": {str(qualifier): hedge for qualifier, hedge in money.hedges.items()},
        },
        ensure_ascii=False,
    )
