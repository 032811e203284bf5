"""The explanations as a file that a page asks for when a number is first opened: a script, so that a disk serves it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from factbook.interface.catalogue import Catalogue
from factbook.provenance.explanations.explainer import Explanation

FILE = "explanations.js"
_BEFORE, _AFTER = "(window.factbook ??= {}).explanations = ", ";\n"


def script_of(explanations: Iterable[Explanation], words: Catalogue) -> str:
    """The explanations by id, and the words around them."""
    told = {"numbers": {one.id: one.html for one in explanations}, "words": words.under("explanation.words")}
    # Neither a closing tag nor a comment of HTML may come to stand in a script.
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).replace("<", "\\u003c")
    return f"{_BEFORE}{text}{_AFTER}"


def read(script: str) -> Mapping[str, Any]:
    """What a script of explanations holds. Raises ``ValueError`` for any other text."""
    if not (script.startswith(_BEFORE) and script.endswith(_AFTER)):
        raise ValueError("the file holds no explanations")
    told: Mapping[str, Any] = json.loads(script.removeprefix(_BEFORE).removesuffix(_AFTER))
    return told
