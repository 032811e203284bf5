"""The day on which a reader sees a work: known only when they copy its citation, and so filled in by the page."""

from __future__ import annotations

import re

from factbook.citations.model import Date

#: Stands for that day wherever a work is put into a form. Its single digits show which forms are padded.
READER = Date(9999, 9, 8)
_DIGITS = re.compile(r"9999(?P<first>\W+)(?P<month>0?9)(?P<second>\W+)(?P<day>0?8)(?!\d)")
_WORDS = "September 8, 9999"


def slots(text: str) -> str:
    """A form of a work whose ``accessed`` is :data:`READER`, with ``⟨yyyy⟩``, ``⟨mm⟩`` or ``⟨m⟩``, ``⟨dd⟩`` or ``⟨d⟩``
    and, for the name of a month, ``⟨month⟩`` in the place of that day."""
    named = text.replace(_WORDS, "⟨month⟩ ⟨d⟩, ⟨yyyy⟩")
    return _DIGITS.sub(
        lambda found: (
            f"⟨yyyy⟩{found['first']}⟨{'m' * len(found['month'])}⟩{found['second']}⟨{'d' * len(found['day'])}⟩"
        ),
        named,
    )
