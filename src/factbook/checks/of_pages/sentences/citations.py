"""A sentence that says a number and cites sources cites one that the number comes from."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks.statements import Statement
from factbook.facts import Facts
from factbook.facts.producers import printed


def wrong(said: Statement, known: Facts) -> Iterator[tuple[str, str, str]]:
    """What is wrong in a sentence, what was expected, and what to do; each number once."""
    cited = {one.source for one in said.citations}
    for name in dict.fromkeys(mark.fact for mark in said.marks if mark.fact and mark.fact in known.entries):
        own = {source for fact in printed([name], known) for source in fact.source.split()}
        if cited and own and own.isdisjoint(cited):
            yield (
                f"it cites {', '.join(sorted(cited))} for {name}",
                f"{' or '.join(sorted(own))}, its source in data/facts.csv",
                f"add {{cite:p}}`{min(own)}` behind the number, in every language",
            )
