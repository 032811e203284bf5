"""Whether what was found holds: one rule a kind of claim, each with the codes of its findings."""

from __future__ import annotations

from dataclasses import dataclass

from factbook.checker.sentences.model import Problem, Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, with the problem behind it where the claim does not hold."""

    verdict: Verdict
    problem: Problem | None = None


CONSISTENT = Judgement(Verdict.CONSISTENT)
UNDECIDED = Judgement(Verdict.UNDECIDED)
