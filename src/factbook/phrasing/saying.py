"""The numbers of the book as a reader meets them: text for a chart, marked-up text for a page.

Each number on a page is ``<a class="fact" href="numbers.html#ID"><data value="600000000" data-fact="ID">``, so that it
reads without scripts, leads to its row in the ledger, and can be read back by whoever checks the page.

A won amount that follows the reader's rate (:mod:`factbook.facts.conversions`) carries what it takes to say it at
another: the dollars (``data-usd``) and the unit of its last digit (``data-ulp``). In brackets behind its dollars it
is said at the reader's rate. Where a sentence is about it, the sentence is true of the report's amount only: that one
stands (``data-rate="report"``), and the amount at the reader's rate comes after it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from types import MappingProxyType

from factbook import languages
from factbook.data.units import Unit
from factbook.facts import Entry, Facts, claims, conversions
from factbook.facts.claims import Claim, UnknownClaim, WrongClaimError
from factbook.facts.relations import Judgement, UnknownRelation
from factbook.interface import catalogue
from factbook.phrasing import ledger_link, repeating
from factbook.phrasing.said import Said, join, plain
from factbook.quantities.amounts import Amount, Qualifier, quantize
from factbook.quantities.intervals import Interval

#: The page that lists every number, and the anchor of one.
LEDGER = ledger_link.PAGE
#: The units in which two amounts of a unit differ, where it is not the same.
DIFFERENCE = {"percent": "pp", "year": "years"}
#: How a won amount is marked that stands at the report's rate, whatever the reader's.
AT_REPORT_RATE = "report"
#: What is said of a relation that is no value of its claim, but how far two values lie apart.
DISTANCES = frozenset({"misfit", "margin"})
#: How many digits more a rounded number may be said with, so that it reads back as itself.
_MORE_DIGITS = 12
#: The last digit of numbers that sources print more finely than anybody reads them, by unit.
_FINEST: Mapping[str, Decimal] = {"krw-per-usd": Decimal("0.01")}
_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
#: A number of more letters than this may break across lines in a narrow window.
_LONG = 20
_PLACEHOLDER = re.compile(r"\{([a-z0-9][a-z0-9.-]*)\}")


@dataclass(frozen=True)
class Sayer:
    """Says the numbers of ``facts`` and the ``judgements`` on them in one language.

    Where a reader supposes something, ``supposed`` names it as :func:`factbook.notebook.what_if.mark` does, and
    ``changed`` the numbers and relations that follow: they are marked with it, so that nobody takes them for the
    book's.
    """

    language: str
    facts: Facts
    judgements: Mapping[str, Judgement]
    claims: Mapping[str, Claim]
    supposed: str = ""
    changed: frozenset[str] = frozenset()
    ledger: str = ledger_link.ON_SITE

    def say(self, fact_id: str, *, alone: bool = False, bare: bool = False) -> Said:
        """The number ``fact_id``, followed by its pair in another currency unless ``alone``.

        A ``bare`` one is shown without the noun of what it counts, which the sentence has just said.
        Raises :class:`~factbook.facts.UnknownFact`.
        """
        entry = self.facts[fact_id]
        pair = getattr(entry, "pair", None)
        if alone or bare or pair is None:
            return repeating.bare(self._printed(entry)) if bare else self._printed(entry)
        return join(self._words("number.pair"), self._printed(entry), self._printed(self.facts[pair], behind=True))

    def allowed(self, fact_id: str) -> Said:
        """The interval of a number: all that the printed digits allow."""
        entry = self.facts[fact_id]
        return self._interval(entry, entry.interval, step_of(entry))

    def recomputed(self, relation_id: str) -> Said:
        """What a relation's formula gives, to one digit more than the claim is printed with."""
        judgement = self._judgement(relation_id)
        return self._figure(judgement, "recomputed", judgement.value)

    def recomputed_range(self, relation_id: str) -> Said:
        """All that the printed digits of a relation's operands allow for its claim."""
        judgement = self._judgement(relation_id)
        ends = _ends(judgement.allowed, _step_beside(judgement))
        return self._range([self._figure(judgement, part, end, qualifier) for end, part, qualifier in ends])

    def misfit(self, relation_id: str) -> Said:
        """How far the printed claim lies from the recomputed value; percentages differ by percentage points."""
        judgement = self._judgement(relation_id)
        return self._figure(judgement, "misfit", abs(judgement.misfit))

    def margin(self, relation_id: str) -> Said:
        """How far inside what is allowed a claim lies, or how far outside, in words."""
        judgement = self._judgement(relation_id)
        margin = judgement.margin
        if not margin.is_finite():
            return plain(self._words("margin.endless"))
        if margin == 0:
            exact = judgement.claim.interval == judgement.allowed
            return plain(self._words("margin.exact" if exact else "margin.edge"))
        # A margin that is not nothing is never said as nothing.
        step = min(_step_beside(judgement), Decimal(1).scaleb(margin.adjusted()))
        said = self._figure(judgement, "margin", abs(margin), step=step)
        return join(self._words("margin.inside" if judgement.holds else "margin.outside"), said)

    def verdict(self, relation_id: str) -> Said:
        """Whether a relation holds, in words."""
        return plain(self._words("verdict.holds" if self._judgement(relation_id).holds else "verdict.fails"))

    def when(self, fact_id: str) -> Said:
        """The year of a number, or its first and last; a sentence that says a year without its number says it so.

        Raises :class:`~factbook.facts.UnknownFact`, and ``ValueError`` for a number of no time.
        """
        entry = self.facts[fact_id]
        years = entry.years or ((int(str(entry.value)[:4]),) if entry.unit.is_calendar else ())
        if not years:
            raise ValueError(f"{fact_id} is of no year; say the number itself")
        said = [self._year(year, fact_id) for year in dict.fromkeys((min(years), max(years)))]
        return join(self._words("number.range"), *said) if len(said) > 1 else said[0]

    def _year(self, year: int, fact_id: str) -> Said:
        text = languages.year(self.language, year)
        return Said(text, f'<time datetime="{year}" data-year-of="{fact_id}">{escape(text)}</time>')

    def claim(self, claim_id: str, words: str) -> Said:
        """Words that say what a claim comes to; marked as no longer so, where what is supposed makes them untrue.

        Raises :class:`~factbook.facts.claims.UnknownClaim` and, for words that do not say it, ``WrongClaimError``.
        """
        if claim_id not in self.claims:
            raise UnknownClaim(claim_id, self.claims)
        claim = self.claims[claim_id]
        attributes = f'class="claim" data-claim="{claim_id}"'
        try:
            claims.hold(claim, words, self.language, claims.result(claim, self.facts, self.judgements))
        except WrongClaimError:
            if not self.supposed:
                raise
            untrue = Said(words, f'<s {attributes} data-if="{escape(self.supposed)}">{escape(words, quote=False)}</s>')
            return join(self._words("claim.no-longer"), untrue)
        return Said(words, f"<span {attributes}>{escape(words, quote=False)}</span>")

    def written(self, entry: Entry) -> str:
        """A number of any edition, in words alone."""
        return self._text(entry.amount, entry.unit)

    def fill(self, text: str, *, alone: bool = False) -> Said:
        """A text of a data table, each ``{fact-id}`` in it replaced by the number, with its pair unless ``alone``.

        Raises :class:`~factbook.facts.UnknownFact`.
        """
        parts = [self.say(name, alone=alone) for name in _PLACEHOLDER.findall(text)]
        template = _PLACEHOLDER.sub("\0", text).replace("{", "{{").replace("}", "}}")
        for position in range(len(parts)):
            template = template.replace("\0", f"{{{position}}}", 1)
        return join(template, *parts)

    def _words(self, key: str) -> str:
        return catalogue.of(self.language)(key)

    def _judgement(self, relation_id: str) -> Judgement:
        try:
            return self.judgements[relation_id]
        except KeyError:
            raise UnknownRelation(relation_id, self.judgements) from None

    def _text(self, amount: Amount, unit: Unit) -> str:
        return languages.of(self.language).say(amount, unit.noun)

    def _rounded(self, value: Decimal, unit: Unit, step: Decimal, qualifier: Qualifier = Qualifier.NONE) -> str:
        """``value`` to ``step``, or with as many more digits as it takes to be read back.

        «8,300만» is exact to its zeros, so 82.7 million to the million is said 8,272만.
        """
        text = ""
        for finer in range(_MORE_DIGITS):
            ulp = step.scaleb(-finer)
            text = self._text(Amount(quantize(value, ulp), unit.key, ulp, qualifier), unit)
            read = languages.of(self.language).read(text, unit=unit.key, noun=unit.noun)
            if abs(read.value - value) <= read.ulp / 2:
                break
        return text

    def _printed(self, entry: Entry, *, behind: bool = False) -> Said:
        """A number to its last digit, said ``behind`` its pair or by itself."""
        # What a «what if» supposes says its own rate.
        attributes = {} if self.supposed else rate_attributes(entry, conversions.dollars_of(entry, self.facts))
        if attributes and not behind:
            attributes["data-rate"] = AT_REPORT_RATE
        return self._number(entry, self._text(_as_said(entry.amount), entry.unit), entry.value, attributes)

    def _number(self, entry: Entry, text: str, value: Decimal, attributes: Mapping[str, str] = _NO_ATTRIBUTES) -> Said:
        marked = "".join(f' {name}="{content}"' for name, content in attributes.items())
        return self._linked(text, f'value="{value_of(value)}" data-fact="{entry.id}"{marked}', entry.id)

    def _interval(self, entry: Entry, interval: Interval, step: Decimal) -> Said:
        if interval.low == interval.high:
            exact = Amount(interval.low, entry.unit.key, entry.amount.ulp)
            return self._number(entry, self._text(exact, entry.unit), interval.low)
        return self._range(
            [
                self._number(entry, self._rounded(end, entry.unit, step, qualifier), end, {"data-part": part})
                for end, part, qualifier in _ends(interval, step)
            ]
        )

    def _range(self, ends: Sequence[Said]) -> Said:
        """Both ends, or the only one that is said."""
        return join(self._words("number.range"), *repeating.once(*ends)) if len(ends) > 1 else ends[0]

    def _figure(
        self,
        judgement: Judgement,
        part: str,
        value: Decimal,
        qualifier: Qualifier = Qualifier.NONE,
        step: Decimal | None = None,
    ) -> Said:
        claim = judgement.claim
        unit = unit_of_distance(claim.unit, self.facts.units) if part in DISTANCES else claim.unit
        if step is None:
            step = claim.amount.ulp or Decimal(1) if unit.kind == "points" else _step_beside(judgement)
        text = self._rounded(value, unit, step, qualifier)
        attributes = f'value="{value_of(value)}" data-relation="{judgement.relation.id}" data-part="{part}"'
        return self._linked(text, attributes, judgement.relation.id)

    def _linked(self, text: str, attributes: str, anchor: str) -> Said:
        kind = "fact"
        if anchor in self.changed:
            kind, attributes = "supposed", f'{attributes} data-if="{escape(self.supposed)}"'
        if len(text) > _LONG:
            kind += " long"
        shown = escape(text, quote=False)
        return Said(text, ledger_link.link(kind, anchor, f"<data {attributes}>{shown}</data>", self.ledger))


def unit_of_distance(unit: Unit, units: Mapping[str, Unit]) -> Unit:
    """The unit in which two amounts of ``unit`` lie apart. Raises :class:`ProblemError` where ``units`` lack it."""
    return units[DIFFERENCE.get(unit.key, unit.key)]


def _step_beside(judgement: Judgement) -> Decimal:
    """The unit of the last digit of what is recomputed: one digit more than the claim is printed with."""
    return judgement.claim.amount.ulp / 10 or Decimal(1)


def _ends(interval: Interval, step: Decimal) -> list[tuple[Decimal, str, Qualifier]]:
    """The ends of an interval that are said, which end each is, and how.

    An interval may be open on one side, or so narrow that both ends are the same to ``step``, whatever the language.
    """
    if not interval.high.is_finite():
        return [(interval.low, "low", Qualifier.AT_LEAST)]
    if not interval.low.is_finite():
        return [(interval.high, "high", Qualifier.AT_MOST)]
    if quantize(interval.low, step) == quantize(interval.high, step):
        return [(interval.low, "low", Qualifier.NONE)]
    return [(interval.low, "low", Qualifier.NONE), (interval.high, "high", Qualifier.NONE)]


def rate_attributes(won: Entry, dollars: Entry | None) -> dict[str, str]:
    """What a won amount carries to be said at another rate: nothing, where no ``dollars`` are behind it."""
    if dollars is None:
        return {}
    carried = {"data-usd": value_of(dollars.value), "data-ulp": value_of(won.amount.ulp)}
    return carried | ({"data-qualifier": won.amount.qualifier} if won.amount.qualifier else {})


def _as_said(amount: Amount) -> Amount:
    """A number as sentences have it: an exchange rate to the jeon, however finely its source prints it."""
    finest = _FINEST.get(amount.unit)
    return amount.rounded(finest) if finest and 0 < amount.ulp < finest else amount


def step_of(entry: Entry) -> Decimal:
    """The unit of the last digit in which an interval of ``entry`` is printed."""
    ulp = entry.amount.ulp
    if ulp == 0:
        return Decimal(1)
    return ulp if hasattr(entry, "operation") else ulp / 10


def value_of(value: Decimal) -> str:
    """A decimal as a ``value`` attribute: plain digits, at most twelve after the point."""
    rounded = quantize(value, Decimal("1E-12")).normalize()
    return f"{rounded:f}"
