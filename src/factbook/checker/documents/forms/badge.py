"""A badge for whoever publishes a document: how many of its quoted numbers, or of its claims, hold. As a picture (SVG).

:mod:`.badge_data` says the same to services that draw badges themselves.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from factbook.checker.documents.checking import CheckedDocument
from factbook.checker.documents.messages import CATALOGUES
from factbook.checker.quotes import telling
from factbook.checker.sentences.model import Verdict

#: Green where all holds, red where something does not, grey where nothing was compared; white on each has 4.5 : 1.
_HOLDS, _FAILS, _NOTHING = "#1e7b34", "#b3261e", "#5f6368"
_LABEL = "#3c4043"
#: Letters at 11 pixels: about so wide, wide ones (Hangul) and others; the picture is drawn to that width.
_WIDE, _NARROW, _MARGIN, _HEIGHT = 11, 6.4, 8, 20


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge says: ``label``, ``message``, ``colour`` as hexadecimal digits behind a sharp."""

    label: str
    message: str
    colour: str


def of(checked: Sequence[CheckedDocument], language: str) -> Badge:
    """The badge of documents: of the numbers that they quote, or of their claims where they quote none."""
    words = CATALOGUES[language].badge
    quotes = [quote for one in checked for quote in one.quotes]
    findings = sum(len(one.report.findings) for one in checked)
    label = words["quotes"] if quotes else words["claims"]
    if any(one.failure is not None for one in checked):
        return Badge(label, words["unread"], _NOTHING)
    right, wrong, _ = telling.counted(quotes)
    if not quotes:
        verdicts = [claim.verdict for one in checked for claim in one.report.claims]
        right, wrong = verdicts.count(Verdict.CONSISTENT), verdicts.count(Verdict.INCONSISTENT)
    if not right + wrong:
        return Badge(label, words["nothing"], _NOTHING)
    message = words["of"].format(right=right, all=right + wrong)
    return Badge(label, message, _FAILS if wrong or findings else _HOLDS)


def render(checked: Sequence[CheckedDocument], language: str) -> Iterable[str]:
    """The picture, whose name says the same to whoever hears it."""
    badge = of(checked, language)
    left, right = _width(badge.label), _width(badge.message)
    told = escape(f"{badge.label}: {badge.message}")
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{_HEIGHT}" role="img" '
        f'lang="{language}" aria-label="{told}" font-family="system-ui,sans-serif" font-size="11" fill="#fff">'
        f"<title>{told}</title>"
        f'<path fill="{_LABEL}" d="M0 0h{left}v{_HEIGHT}H0z"/>'
        f'<path fill="{badge.colour}" d="M{left} 0h{right}v{_HEIGHT}H{left}z"/>'
        f"{_text(badge.label, 0, left)}{_text(badge.message, left, right)}</svg>"
    )


def _text(text: str, start: int, width: int) -> str:
    within = width - 2 * _MARGIN
    return f'<text x="{start + _MARGIN}" y="14" textLength="{within}">{escape(text, quote=False)}</text>'


def _width(text: str) -> int:
    return round(sum(_WIDE if unicodedata.east_asian_width(one) in "WF" else _NARROW for one in text)) + 2 * _MARGIN
