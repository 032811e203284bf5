"""What is said of each quoted number, in the language of whoever checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from factbook.checker.quotes.judging import Judged, Outcome, Slip
from factbook.checker.quotes.published import Published

_OUTCOMES: Mapping[str, Mapping[Outcome, str]] = {
    "en": {
        Outcome.SAME: "«{printed}» is what the book says",
        Outcome.CHANGED: "«{printed}» is what {edition} said; the book now says {now}{reason}",
        Outcome.MISQUOTED: "«{printed}» is not what {whose} says, {said}: {slip}",
        Outcome.GONE: "the book no longer has «{number}»; {edition} said {then}",
        Outcome.UNKNOWN: "the book has never had the address {address}",
        Outcome.NO_EDITION: "the book has no edition {cited}",
        Outcome.NO_NUMBER: "no number stands beside the address of «{number}»: nothing was compared",
        Outcome.TWO_NUMBERS: "several numbers share the link to «{number}»: nothing was compared",
        Outcome.PLACE_ONLY: "a place of the book and no number: nothing to compare",
        Outcome.NO_ADDRESS: "«{printed}» cites the book without the address of a number: nothing was compared",
    },
    "ko": {
        Outcome.SAME: "«{printed}»: 책의 값과 같습니다",
        Outcome.CHANGED: "«{printed}»: {edition}의 값입니다. 지금 책의 값은 {now}입니다{reason}",
        Outcome.MISQUOTED: "«{printed}»: {whose}의 값 {said}와(과) 다릅니다. {slip}",
        Outcome.GONE: "«{number}»: 책에서 없어진 숫자입니다. {edition}의 값은 {then}입니다",
        Outcome.UNKNOWN: "책에 없던 주소입니다: {address}",
        Outcome.NO_EDITION: "책에 없는 판입니다: {cited}",
        Outcome.NO_NUMBER: "«{number}»: 주소 곁에 숫자가 없어 견주지 못했습니다",
        Outcome.TWO_NUMBERS: "«{number}»: 연결 하나에 숫자가 여럿이라 견주지 못했습니다",
        Outcome.PLACE_ONLY: "숫자가 아니라 책의 한 곳을 가리킵니다. 견줄 것이 없습니다",
        Outcome.NO_ADDRESS: "«{printed}»: 숫자의 주소 없이 책을 인용하여 견주지 못했습니다",
    },
}
_SLIPS: Mapping[str, Mapping[Slip, str]] = {
    "en": {
        Slip.DIGITS: "other digits",
        Slip.UNIT: "another unit",
        Slip.YEAR: "the sentence names another year than {years}",
        Slip.ROUNDING: "more digits than the book has",
        Slip.SUBJECT: "the sentence is about another number than «{label}»",
    },
    "ko": {
        Slip.DIGITS: "숫자가 다릅니다",
        Slip.UNIT: "단위가 다릅니다",
        Slip.YEAR: "문장의 해가 {years}년이 아닙니다",
        Slip.ROUNDING: "책보다 자릿수가 많습니다",
        Slip.SUBJECT: "문장이 말하는 것은 다른 숫자입니다. 주소의 숫자는 «{label}»입니다",
    },
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "book": "the book",
        "reason": " ({reason})",
        "summary": "quoted from the book: {all}; as it says: {right}; not so: {wrong}; not compared: {open}",
    },
    "ko": {
        "book": "책",
        "reason": " (까닭: {reason})",
        "summary": "책에서 인용한 곳 {all}: 책과 같음 {right}, 다름 {wrong}, 견주지 못함 {open}",
    },
}
#: Nothing was compared, so nothing is called right.
_OPEN = frozenset({Outcome.NO_NUMBER, Outcome.TWO_NUMBERS, Outcome.PLACE_ONLY, Outcome.NO_ADDRESS})


def message(judged: Judged, language: str) -> str:
    """What became of a quoted number, in one sentence."""
    words, quote = _WORDS[language], judged.quote
    reason = judged.reasons.get(language, "")
    meant = judged.then if judged.then and quote.edition else judged.now
    years = ", ".join(map(str, sorted(meant.years))) if meant else ""
    label = meant.label.get(language, meant.id) if meant else ""
    return _OUTCOMES[language][judged.outcome].format(
        printed=judged.printed,
        number=quote.number,
        address=quote.address,
        cited=quote.edition,
        edition=judged.edition or words["book"],
        whose=quote.edition or words["book"],
        said=_said(meant, quote.language or language),
        now=_said(judged.now, quote.language or language),
        then=_said(judged.then, quote.language or language),
        slip=_SLIPS[language][judged.slip].format(years=years, label=label) if judged.slip else "",
        reason=words["reason"].format(reason=reason) if reason else "",
    )


def _said(number: Published | None, language: str) -> str:
    if number is None:
        return "–"
    return number.said.get(language) or next(iter(number.said.values()))


def counted(judged: Sequence[Judged]) -> tuple[int, int, int]:
    """How many numbers are as the book says, are not so, and were not compared."""
    outcomes = Counter(one.outcome for one in judged)
    right, unread = outcomes[Outcome.SAME], sum(outcomes[one] for one in _OPEN)
    return right, len(judged) - right - unread, unread


def summary(judged: Sequence[Judged], language: str) -> str:
    """How many numbers are quoted, and what became of them, in one line."""
    right, wrong, unread = counted(judged)
    return _WORDS[language]["summary"].format(all=len(judged), right=right, wrong=wrong, open=unread)


def fields(judged: Judged, language: str) -> dict[str, object]:
    """A quote for programs."""
    return {
        "number": judged.quote.number,
        "edition": judged.quote.edition or None,
        "address": judged.quote.address,
        "outcome": judged.outcome.value,
        "printed": judged.printed or None,
        "slip": judged.slip.value if judged.slip else None,
        "now": dict(judged.now.said) if judged.now else None,
        "then": dict(judged.then.said) if judged.then else None,
        "message": message(judged, language),
    }
