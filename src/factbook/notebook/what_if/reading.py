"""What a reader gives for a number, as an amount: words in any language of the book, or a number in base units."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from factbook import languages
from factbook.data.units import Unit
from factbook.facts import REPORT_RATE, Derived, Fact, Facts, UnknownFact
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES, Catalogue
from factbook.languages.characters import plain
from factbook.languages.digits import last_digit
from factbook.notebook.what_if.problems import WhatIfError
from factbook.quantities.amounts import Amount

Given = str | int | float | Decimal

#: Won per dollar that a reader may mean; outside, a digit is missing or the currencies are exchanged.
RATES = (Decimal(100), Decimal(10_000))


def amount_of(given: Given, fact_id: str, facts: Facts, language: str) -> Amount:
    """``given`` as an amount of the fact ``fact_id``.

    A number without words is in base units, exact to the last digit of the fact or of the number, whichever is finer.
    Raises :class:`WhatIfError`, in ``language``: unknown or computed number, unreadable text, another unit, a value
    that the unit does not admit.
    """
    words = catalogue.of(language)
    fact = _fact(fact_id, facts, words)
    value = _bare(given)
    amount = _read(plain(str(given)), fact, words) if value is None else _like(fact, value)
    if not amount.value.is_finite() or (amount.value < 0 and not fact.unit.may_be_negative):
        raise _expecting("what-if.below-zero", given, fact, words)
    if fact.id == REPORT_RATE and not RATES[0] <= amount.value <= RATES[1]:
        low, high = (_say(replace(amount, value=end, ulp=Decimal(1)), fact.unit, words) for end in RATES)
        raise WhatIfError(words("what-if.rate", given=given, low=low, high=high, example="book.at_rate(1350)"))
    return amount


def _fact(fact_id: str, facts: Facts, words: Catalogue) -> Fact:
    entry = facts.entries.get(fact_id)
    if entry is None:
        near = UnknownFact(fact_id, facts.facts).near
        message = words("what-if.unknown", id=fact_id)
        raise WhatIfError(f"{message} {words('what-if.nearest', ids=', '.join(near))}" if near else message)
    if isinstance(entry, Derived):
        given = [name for name in entry.operands if name in facts.entries]
        raise WhatIfError(words("what-if.computed", id=fact_id, ids=", ".join(given)))
    return entry


def _bare(given: Given) -> Decimal | None:
    """A number without words, or ``None``. A float is taken as it is written, not as it is stored."""
    if isinstance(given, bool):
        return None
    try:
        return Decimal(str(given).strip())
    except InvalidOperation:
        return None


def _like(fact: Fact, value: Decimal) -> Amount:
    """``value`` as an amount printed like ``fact``, with more digits where it has more."""
    ulp = fact.amount.ulp
    if value.is_finite() and ulp and value % ulp:
        ulp = min(ulp, last_digit(value))
    return Amount(value, fact.unit.key, ulp)


def _read(text: str, fact: Fact, words: Catalogue) -> Amount:
    """``text`` read in the reader's language, then in the others."""
    for code in (words.language, *(code for code in LANGUAGES if code != words.language)):
        try:
            return languages.of(code).read(text, unit=fact.unit.key, noun=fact.unit.noun)
        except ValueError:
            continue
    found = next(iter(languages.scan(text)), None)
    if found is not None and found.amount.unit not in (fact.unit.key, "number"):
        raise _expecting("what-if.unit", text, fact, words)
    raise _expecting("what-if.unreadable", text, fact, words)


def _expecting(key: str, given: Given, fact: Fact, words: Catalogue) -> WhatIfError:
    """The message ``key``, with what is expected: the fact as it is, in words and in base units."""
    here = _say(fact.amount, fact.unit, words)
    return WhatIfError(
        f"{words(key, given=given)} {words('what-if.expected', id=fact.id, words=here, digits=f'{fact.value:f}')}"
    )


def _say(amount: Amount, unit: Unit, words: Catalogue) -> str:
    return languages.of(words.language).say(amount, unit.noun)
