"""What the scripts of a page compute: won amounts at the reader's rate, run here and compared with Python's.

The published script of every page runs in V8 over a page of stand-ins, at the report's rate and at others, for every
amount that follows the rate.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement
from py_mini_racer import JSEvalException, MiniRacer

from factbook import languages, theme
from factbook.checks.channels.reading import Readings
from factbook.checks.pages import parsed
from factbook.data.layout import Layout
from factbook.facts import REPORT_RATE, Facts, conversions, state
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem
from factbook.quantities.amounts import Amount, Qualifier

#: What a page is to the scripts: its control, its amounts, the rate that was kept. Sets ``page``.
STAND_INS = files("factbook").joinpath("checks", "channels", "page.js").read_text("utf-8")
#: Rates that round up, down and exactly in the middle, beside the report's.
RATES = ("100", "1130.45", "1350.5", "1421.3963", "10000")
#: So many places are shown of a rate.
_PLACES = 2
#: The scales of won in each language, as powers of ten.
SCALES: Mapping[str, list[list[Any]]] = {
    "ko": [["경", 16], ["조", 12], ["억", 8], ["만", 4]],
    "en": [["trillion", 12], ["billion", 9], ["million", 6]],
}
_ADVICE = "mend theme/scripts/rate.js or amounts.js, or what sphinx_ext/rate.py gives them"


def check(layout: Layout, folder: Path) -> Readings:
    known = state.read(layout.package).facts
    if REPORT_RATE not in known.entries:
        return
    for language in LANGUAGES:
        found = ((path, _control(path)) for path in sorted((folder / language).glob("*.html")))
        controls = [(path, control) for path, control in found if control is not None]
        for path, control in controls:
            for what, given, wanted in _constants(control, known, language):
                shown, other = f"{language}/{path.name}", f"the control has {what} {given}"
                yield None if given == wanted else Problem("channel.rate", shown, other, f"{wanted}", _ADVICE)
        if controls:
            scripts = folder / language / "_static"
            yield from _computed(scripts, controls[0][1], known, language)


def _control(path: Path) -> HtmlElement | None:
    root = parsed(path.read_bytes())
    return next(iter(root.xpath("//*[@data-report and @data-money]")), None)


def _constants(control: HtmlElement, known: Facts, language: str) -> Iterator[tuple[str, object, object]]:
    yield "the rate", control.get("data-report"), f"{known.entries[REPORT_RATE].value:f}"
    yield "the scales", json.loads(control.get("data-money"))["scales"], SCALES[language]
    for choice in control.xpath(".//label[.//data]"):
        yield "the choice", choice.xpath("string(.//input/@value)"), choice.xpath("string(.//data/@value)")


def _computed(scripts: Path, control: HtmlElement, known: Facts, language: str) -> Readings:
    amounts = list(_amounts(known, language))
    shown = f"{language}/_static/{theme.SCRIPT}"
    report = control.get("data-report")
    for kept in (report, *RATES):
        try:
            there, back = run(scripts, control, amounts, language, kept)
        except JSEvalException as error:
            yield Problem("channel.rate", shown, f"the script stops: {error}", "amounts at every rate", _ADVICE)
            return
        for rate, told in ((kept, there), (report, back)):
            for amount, found in zip(amounts, told["amounts"], strict=True):
                for text, due in zip(found, _due(amount, control, rate, language), strict=True):
                    given = f"{amount.dollars:f} dollars are said «{text}» at {rate} won to the dollar"
                    yield None if text == due else Problem("channel.rate", shown, given, f"«{due}»", _ADVICE)
            for name, value in told["charts"]:
                if (name, Decimal(str(value))) != ("rate", Decimal(rate)):
                    given = f"a chart has {name} {value}, not {rate} won to the dollar"
                    yield Problem("channel.rate", shown, given, f"rate {rate}", _ADVICE)


def _due(amount: Following, control: HtmlElement, rate: str, language: str) -> tuple[str, str, str]:
    """What an amount must say at a rate: its text, its title, what is added behind it."""
    if rate == control.get("data-report"):
        return amount.printed, "", ""
    said, exact = amount.said(Decimal(rate), language), Decimal(rate)
    is_long = len(rate.partition(".")[2]) > _PLACES
    shown = f"{round(exact, _PLACES) if is_long else exact:,f}"

    def words(name: str, amount: str) -> str:
        return str(control.get(f"data-{name}")).replace("{rate}", shown).replace("{amount}", amount)

    if amount.stays:
        return amount.printed, "", words("also", said)
    return said, words("title", amount.printed), words("was", amount.printed)


@dataclass(frozen=True, slots=True)
class Following:
    """An amount in won that follows the rate: its dollars, the unit of its last digit, as the page has it.

    One that ``stays`` is shown at the report's rate, and at the reader's behind it.
    """

    dollars: Decimal
    ulp: Decimal
    qualifier: Qualifier
    printed: str
    stays: bool = False

    def said(self, rate: Decimal, language: str) -> str:
        """The amount at a rate, to its last digit, halves away from zero."""
        units = (self.dollars * rate / self.ulp).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        return languages.of(language).say(Amount(units * self.ulp, "KRW", self.ulp, self.qualifier), None)


def _amounts(known: Facts, language: str) -> Iterator[Following]:
    """The amounts of the book that follow, and every amount in dollars to several digits with each hedge."""
    for name, dollars in conversions.dollars_behind(known).items():
        won = known.entries[name].amount
        for stays in (False, True):
            yield Following(dollars.value, won.ulp, won.qualifier, languages.of(language).say(won, None), stays)
    for entry in known.entries.values():
        if entry.unit.key == "USD":
            for place, qualifier in zip((4, 7, 8, 9), Qualifier, strict=True):
                yield Following(entry.value, Decimal(10) ** place, qualifier, "as printed")


def run(
    scripts: Path, control: HtmlElement, amounts: Sequence[Following], language: str, rate: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the script makes of amounts and of a chart at a rate chosen before, then once the report's is chosen."""
    page = {
        "language": language,
        "rate": rate,
        # The control of a page whose amounts follow.
        "control": {
            _camel(name): value for name, value in control.items() if name.startswith("data-") and name != "data-stays"
        },
        "amounts": [
            {
                "printed": amount.printed,
                "usd": f"{amount.dollars:f}",
                "ulp": f"{amount.ulp:f}",
                **({"qualifier": str(amount.qualifier)} if amount.qualifier else {}),
                **({"rate": "report"} if amount.stays else {}),
            }
            for amount in amounts
        ],
    }
    engine = MiniRacer()
    engine.eval(f"const page = {json.dumps(page)};\n{STAND_INS}")
    engine.eval((scripts / theme.SCRIPT).read_text("utf-8"))
    engine.eval('document.dispatchEvent(new CustomEvent("DOMContentLoaded"))')
    there = json.loads(str(engine.eval("told()")))
    engine.eval("back()")
    return there, json.loads(str(engine.eval("told()")))


def _camel(name: str) -> str:
    first, *rest = name.removeprefix("data-").split("-")
    return first + "".join(part.capitalize() for part in rest)
