"""Words of a number that stand beside it already, and are not shown a second time.

The ends of a range have their unit once: «USD 0.55 to 0.65 billion», «달러당 1,126~1,331원». A count whose noun the
sentence has just said needs none: «of 55 papers, 8». What is read of a number's HTML by a program stays whole.
"""

from __future__ import annotations

import re
from html import escape

from factbook.phrasing.said import Said

#: The class of such words; the style sheet leaves them out.
CLASS = "repeated"
#: What a number says before its figures.
_BEFORE = re.compile(r"^[^\d+−-]+(?=\d)")
#: Its unit behind them, in English with the scale; a scale that is written with the figures (5,000만) is not of it, and
#: a sign of percent is never left out.
_BEHIND = re.compile(r"(?:[ \u00a0][^\d\s]+)+$|(?<=\d)[^\d\s%,.]+$")


def bare(said: Said) -> Said:
    """A count without the noun of what it counts."""
    return _without(said, last=len(_found(_BEHIND, said)))


def once(low: Said, high: Said) -> tuple[Said, Said]:
    """The ends of a range, with what both say before their figures at the first, and behind them at the last."""
    before, behind = (
        _found(pattern, low) if _found(pattern, low) == _found(pattern, high) else "" for pattern in (_BEFORE, _BEHIND)
    )
    return _without(low, last=len(behind)), _without(high, first=len(before))


def _found(pattern: re.Pattern[str], said: Said) -> str:
    found = pattern.search(said.text)
    return found[0] if found else ""


def _without(said: Said, first: int = 0, last: int = 0) -> Said:
    end = len(said.text) - last
    written = _marked(said.text[:first]) + escape(said.text[first:end], quote=False) + _marked(said.text[end:])
    return Said(said.text, said.html.replace(f">{escape(said.text, quote=False)}</data>", f">{written}</data>"))


def _marked(text: str) -> str:
    return f'<span class="{CLASS}">{escape(text, quote=False)}</span>' if text else ""
