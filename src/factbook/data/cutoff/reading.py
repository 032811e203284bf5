"""Read the cut-off from the book's configuration."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from factbook.problems import Problem, ProblemError

#: The setting of the cut-off, under ``sphinx.config`` of ``_config.yml``.
SETTING = "factbook_cutoff"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLACE = f"sphinx.config.{SETTING}"


def read(config: Path, shown: str = "_config.yml") -> date:
    """Return the cut-off that the file ``config`` names.

    Raises :class:`ProblemError`, with file and line, where it names none or no day of the calendar.
    """
    try:
        text = config.read_text("utf-8")
        # Dates stay text: YAML itself reads an impossible one as a string, and others as dates.
        loaded = yaml.load(text, Loader=yaml.BaseLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise _problem(shown, f"it cannot be read: {error}") from None
    written = _setting(loaded)
    if written is None:
        raise _problem(shown, f"{_PLACE} is missing")
    try:
        if not _ISO.fullmatch(written):
            raise ValueError(written)
        return date.fromisoformat(written)
    except ValueError:
        line = next((number for number, one in enumerate(text.splitlines(), 1) if SETTING in one), None)
        raise _problem(shown, f"{_PLACE} is «{written}»", line) from None


def _setting(loaded: Any) -> str | None:
    """Return the text of the setting, if the configuration has one."""
    for name in ("sphinx", "config", SETTING):
        if not isinstance(loaded, dict) or name not in loaded:
            return None
        loaded = loaded[name]
    return str(loaded)


def _problem(shown: str, found: str, line: int | None = None) -> ProblemError:
    expected = "the day up to which the book looked at its sources, such as 2026-11-26"
    advice = f'write it there under sphinx, config: {SETTING}: "2026-11-26"'
    return ProblemError([Problem("book.cutoff", shown, found, expected, advice, line)])
