"""The options of a cell in a chapter: read as Jupytext reads them, written as the chapters spell them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

import yaml

_RULE = "---"


class _Spelling(yaml.SafeDumper):
    """Texts of several lines as blocks, lists on one line."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _list(dumper: yaml.SafeDumper, values: list[Any]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=True)


_Spelling.add_representer(str, _text)
_Spelling.add_representer(list, _list)


def split(lines: Sequence[str]) -> tuple[int, dict[str, Any]]:
    """How many lines of a directive's content are options, the blank one below them too, and what they say.

    Options that are no YAML mapping count as code.
    """
    count, text = _block(lines)
    try:
        read = yaml.safe_load(text) or {}
    except (ValueError, yaml.YAMLError):
        read = None
    if not isinstance(read, dict):
        count, read = 0, {}
    return count + blank(lines, count), as_json(read)


def _block(lines: Sequence[str]) -> tuple[int, str]:
    if lines and lines[0].startswith(_RULE):
        end = next((number for number, line in enumerate(lines) if number and line.startswith(_RULE)), len(lines))
        return min(end + 1, len(lines)), "".join(f"{line}\n" for line in lines[1:end])
    colons = list(takewhile(lambda line: line.lstrip().startswith(":"), lines))
    return len(colons), "\n".join(line.lstrip()[1:] for line in colons)


def blank(lines: Sequence[str], line: int) -> bool:
    """Whether there is such a line, and nothing in it."""
    return line < len(lines) and not lines[line].strip()


def dump(metadata: Mapping[str, Any]) -> str:
    """``metadata`` between two lines of ``---``; nothing where there is none."""
    return f"{_RULE}\n{spelled(metadata)}{_RULE}\n" if metadata else ""


def spelled(metadata: Mapping[str, Any]) -> str:
    """``metadata`` as YAML in the chapters' spelling."""
    return yaml.dump(dict(metadata), Dumper=_Spelling, sort_keys=False, allow_unicode=True, width=float("inf"))


def resembles(source: str) -> bool:
    """Whether the first line of code would be read as an option, or as the blank line below options."""
    first = source.partition("\n")[0]
    return bool(source) and (not first.strip() or first.startswith(_RULE) or first.lstrip().startswith(":"))


def ends_blank(spelled: str) -> bool:
    """Whether the last line of options is blank."""
    lines = spelled.splitlines()
    return bool(lines) and not lines[-1].strip()


def end_lines(text: str, newline: str) -> str:
    """``text``, whose lines end in ``\\n`` or ``newline``, with all of them ended by ``newline``."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", newline)


def as_json(read: Mapping[Any, Any]) -> dict[str, Any]:
    """What a notebook, which is JSON, makes of values read from YAML."""
    made: dict[str, Any] = json.loads(json.dumps(read, default=str))
    return made
