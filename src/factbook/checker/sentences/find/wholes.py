"""Shares of one whole that are all named: they make a hundred per cent."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from factbook.checker.sentences.figures import CUES
from factbook.checker.sentences.find.remainders import left_of_hundred, missing_share
from factbook.checker.sentences.find.roles import changes
from factbook.checker.sentences.model import Computed, Kind, Sentence

_FEWEST, _MOST = 3, 7


def wholes(sentence: Sentence, preceding: str, following: str) -> Iterator[Computed]:
    """The last of several shares with the others, where the words name them all.

    ``preceding`` and ``following`` are the text around the sentence: 응답자는 세 가지 가운데 하나만 골랐다.
    """
    percents = sentence.of_kind(Kind.PERCENT)
    if not _FEWEST <= len(percents) <= _MOST or any(one.ranged or changes(one) for one in percents):
        return
    text = sentence.text
    around = " ".join([preceding, text, following])
    if CUES.has("multiple_answers", around) or CUES.has("not_parts", text) or sentence.of_kind(Kind.POINTS):
        return
    gaps = [text[a.end : b.start] for a, b in itertools.pairwise(percents)]
    if not all(len(gap) < 60 and CUES.has("listed", gap) for gap in gaps) or CUES.has("nested", text):
        return
    opinions = CUES.has("opinions", text) and len(percents) == _FEWEST
    if not opinions and not CUES.has("all_named", around):
        return
    if CUES.ends("remaining_before", percents[-1].before):
        return
    # Shares of which the last alone is more than a hundred's rest by far are no shares of one whole.
    if left_of_hundred(percents[:-1]).high > 0:
        yield missing_share(percents[:-1], percents[-1])
