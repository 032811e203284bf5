"""The words of each claim in a chapter say what the numbers give, before anything is built."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from factbook.checks.manuscript import declared
from factbook.checks.manuscript.reading import Role
from factbook.facts import claims
from factbook.facts.claims import WrongClaimError
from factbook.facts.state import State
from factbook.problems import Problem, UnknownNameError


def check(role: Role, state: State, language: str, shown: str) -> Iterator[Problem]:
    """Yield a problem for an ``{eval}`` whose words do not say what its claim comes to.

    A claim that there is not, or a call of another form, is for other checks to find.
    """
    if role.name != "eval" or not (call := _claim(f"{role.title}<{role.target}>" if role.title else role.target)):
        return
    name, words = call
    try:
        claim = state.claims[name]
        claims.hold(claim, words, language, claims.result(claim, state.facts, state.judgements))
    except WrongClaimError as error:
        advice = f"mend the words, or the line «{name}» of data/claims.csv if it is another claim that you make"
        yield Problem(
            "manuscript.claim", shown, f"claim «{name}»: {error.found}", error.expected, advice, role.place.line
        )
    except (KeyError, UnknownNameError):
        return


def _claim(source: str) -> tuple[str, str] | None:
    """The id and the words of a claim; ``None`` for any other expression."""
    try:
        parsed = ast.parse(source.strip(), mode="eval").body
    except SyntaxError:
        return None
    match parsed:
        case ast.Call(
            func=ast.Name(id=declared.CLAIMING) | ast.Attribute(attr=declared.CLAIMING),
            args=[ast.Constant(value=str(name)), ast.Constant(value=str(words))],
        ):
            return name, words
    return None
