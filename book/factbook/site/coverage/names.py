"""Proper names that hold digits. A digit of a name says no quantity; a name is added here with what it names."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: What each name is, by the expression that finds it.
NAMES: Mapping[str, str] = {
    r"COVID-19|코로나19": "a disease",
    r"4차(?:산업혁명위원회|위)": "a committee of the Korean government",
    r"(?:Modernization Act|현대화법) 2\.0": "a law of the United States",
    r"CC BY 4\.0": "a licence",
    r"ODC-PDDL 1\.0": "a licence",
    r"UTF-8": "an encoding",
    r"CP949": "an encoding",
    r"\b3D\b|3차원": "three-dimensional",
    r"20(?:2[6-9]|[3-9]\d)(?:[- ]Q[1-4]|년 [1-4]분기)": "an edition of this book",
    r"SHA-256": "a checksum",
}
_ANY = re.compile("|".join(f"(?:{name})" for name in NAMES))


def find(text: str) -> list[tuple[int, int]]:
    """Where ``text`` holds a declared name."""
    return [match.span() for match in _ANY.finditer(text)]
