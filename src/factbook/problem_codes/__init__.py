"""Every code of a problem in a book, with what it means and what to do: ``en.toml``, ``ko.toml``, each a table an area.

``factbook check --explain CODE`` and ``CODES.md`` are made of it. The codes of findings in documents are in
:mod:`factbook.checker.documents.codes`, since the checker does without the rest of factbook.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files

from factbook.checker.documents import codes
from factbook.checker.documents.codes import Code


def _read(language: str) -> dict[str, Code]:
    tables = tomllib.loads(files(__name__).joinpath(f"{language}.toml").read_text("utf-8"))
    return {f"{area}.{name}": Code(*told) for area, table in tables.items() for name, told in table.items()}


#: By language and code.
CODES: Mapping[str, Mapping[str, Code]] = {language: _read(language) for language in codes.CODES}
