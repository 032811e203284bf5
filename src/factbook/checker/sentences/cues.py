"""The words that tie figures together, one value a language; rules use the words of all languages at once.

Each cue is a regular expression without nested repetition, tried on a few dozen characters around a figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Cues:
    """Expressions by what they tell. ``…_before`` ends at a figure, ``…_after`` begins behind it."""

    annual: str
    rising: str
    falling: str
    previous_period: str
    base_before: str
    base_after: str
    goal_before: str
    goal_after: str
    whole_before: str
    whole_after: str
    share: str
    not_share: str
    total_before: str
    total_after: str
    adding: str
    splitting: str
    partial: str
    change_before: str
    change_after: str
    conversion: str
    year_after_amount: str
    duration: str
    span: str
    decade: str
    counter: str
    continues: str
    joining: str
    counted: str
    multiple_after: str
    by_multiple: str
    more_before: str
    more_after: str
    nearly_before: str
    nearly_after: str
    basis_points: str
    bare_points: str
    of_all: str
    no_measure: str
    a_year_before: str
    a_year_after: str
    spread: str
    closed: str
    complete: str
    balance: str
    balance_after: str
    balanced: str
    other_balance: str
    apart: str
    in_turn: str
    total_lead: str
    contrast: str
    new_clause: str
    end_after: str
    apposed: str
    fewer_before: str
    fewer_after: str
    share_of_it: str
    from_before: str
    to_next: str
    compared_next: str
    plain_number: str
    counts_again_after: str
    counts_again_before: str
    set_off_after: str
    remaining_before: str
    nested: str
    remains: str
    verb_after: str
    of_these: str
    by_fraction: str
    changed_by_fraction: str
    a_month_before: str
    a_month_after: str
    a_head_before: str
    a_head_after: str
    average_before: str
    average_opens: str
    year_to_year: str
    since_then: str
    in_year_before: str
    in_year_after: str
    years_later: str
    years_to: str
    years_earlier: str
    years_after: str
    ratio: str
    ratio_gap: str
    per_place: str
    finite: str
    last_item: str
    made_of: str
    list_gap: str
    between_before: str
    after_before: str
    new_subject: str
    all_before: str
    all_after: str
    elsewhere: str
    as_many_as: str
    relative: str
    listed: str
    this_before: str
    habit: str
    of_other: str
    other_period: str
    and_again: str
    compares_back: str
    year_names: str
    on_average: str
    year_long: str
    all_named: str
    opinions: str
    not_parts: str
    multiple_answers: str
    unknown: str


@dataclass(frozen=True, slots=True)
class ResultCues:
    """Words that make a figure the result of a computation, loosely: ``…_before`` or ``…_after`` stand near it.

    They choose the kind of the computation; the types of the other figures choose its operands.
    """

    label: str
    ordinal: str
    time_unit: str
    unit: str
    difference_before: str
    difference_after: str
    total_before: str
    total_after: str
    average_before: str
    average_after: str
    rest_before: str
    rest_after: str
    rising: str
    falling: str
    share_before: str
    share_after: str
    no_share: str
    in_parts: str
    whole_before: str
    of_its_own: str
    apposed_before: str
    apposed_after: str
    new_subject: str
    made_of: str
    operand_before: str
    operand_after: str
    moved: str
    other_time: str
    of_other: str
    added: str
    by: str
    restated: str
    and_then: str
    founding: str
    decade: str
    topic: str
    into: str
    comparative: str
    of_a_noun: str
    of_whole: str
    and_so_on: str
    at_time: str
    own_whole: str
    headline: str
    to_fraction: str
    age_before: str
    adverb: str
    compared: str
    percent: str
    overlapping: str
    counted_twice: str
    forecast: str
    nested: str
    apart: str
    more_between: str
    more_behind: str
    less_between: str
    less_behind: str
    more_bound: str
    less_bound: str
    negated: str
    anniversary: str
    rate: str
    all_named: str
    ago: str
    within: str
    compared_before: str
    of_former: str
    of_the_whole: str
    base_unsaid: str


class CueSet:
    """The cues of several languages, compiled, for the words before a figure, behind it, or around it."""

    def __init__(self, languages: Sequence[Cues | ResultCues]) -> None:
        joined = {
            field.name: "|".join(cue for one in languages if (cue := getattr(one, field.name)))
            for field in fields(languages[0])
        }
        self._anywhere = {name: re.compile(f"(?:{cue})", re.IGNORECASE) for name, cue in joined.items()}
        self._at_end = {name: re.compile(f"(?:{cue})[ \u00a0]?$", re.IGNORECASE) for name, cue in joined.items()}
        self._at_start = {name: re.compile(f"[ \u00a0]?(?:{cue})", re.IGNORECASE) for name, cue in joined.items()}

    def has(self, cue: str, text: str) -> bool:
        """Whether the cue stands anywhere in ``text``."""
        return self._anywhere[cue].search(text) is not None

    def ends(self, cue: str, text: str) -> bool:
        """Whether ``text`` ends with the cue."""
        return self._at_end[cue].search(text) is not None

    def begins(self, cue: str, text: str) -> bool:
        """Whether ``text`` begins with the cue."""
        return self._at_start[cue].match(text) is not None

    def fills(self, cue: str, text: str) -> bool:
        """Whether ``text`` is the cue and nothing else."""
        return self._at_start[cue].fullmatch(text) is not None

    def before(self, cue: str, text: str) -> str:
        """``text`` without the cue at its end."""
        found = self._at_end[cue].search(text)
        return text[: found.start()] if found else text

    def match(self, cue: str, text: str, start: int) -> re.Match[str] | None:
        """The cue at a position of ``text``."""
        return self._at_start[cue].match(text, start)
