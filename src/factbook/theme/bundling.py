"""Modules of the scripts as one classic script: a page on a disk loads no modules.

Each module becomes a function that returns what it exports, in the order in which the modules need each other. What is
understood is what the scripts use: named and whole imports of the modules beside them, and exports that are never
assigned again. Anything else is refused.
"""

from __future__ import annotations

import re
from pathlib import Path

_NAMES = r"\{\s*(?P<names>[\w$]+(?:,\s*[\w$]+)*),?\s*\}"
_IMPORT = re.compile(
    rf'^import (?:(?:{_NAMES}|\* as (?P<whole>[\w$]+)) from )?"\./(?P<file>[\w-]+\.js)";\n', re.MULTILINE
)
_LIST = re.compile(rf"^export {_NAMES};\n", re.MULTILINE)
_DECLARED = re.compile(r"^export (?P<what>(?:const|class|(?:async )?function) (?P<name>[\w$]+))", re.MULTILINE)
_NOT_UNDERSTOOD = re.compile(r"^(?:import|export)\b.*|\bimport(?:\.meta\b|\().*", re.MULTILINE)


class BundlingError(Exception):
    """A module that cannot be bundled."""


def bundled(entry: Path) -> str:
    """The module ``entry`` with all that it imports, as a classic script. Raises :class:`BundlingError`."""
    modules: dict[Path, str] = {}
    _add(entry, modules, ())
    return "(() => {\n" + '"use strict";\n' + "".join(modules.values()) + "})();\n"


def _add(module: Path, modules: dict[Path, str], above: tuple[Path, ...]) -> None:
    """Puts a module after those that it imports."""
    if module in above:
        raise BundlingError(f"{module.name} imports itself, by {' and '.join(one.name for one in above)}")
    if module in modules:
        return
    text = module.read_text("utf-8")
    for found in _IMPORT.finditer(text):
        _add(module.with_name(found["file"]), modules, (*above, module))
    modules[module] = _as_function(module, text)


def _as_function(module: Path, text: str) -> str:
    exported = [found["name"] for found in _DECLARED.finditer(text)]
    exported += (name for found in _LIST.finditer(text) for name in _split(found["names"]))
    body = _IMPORT.sub(_as_constant, text)
    body = _DECLARED.sub(lambda found: found["what"], _LIST.sub("", body))
    assigned = next((name for name in exported if re.search(rf"^let {re.escape(name)}\b", body, re.MULTILINE)), None)
    if assigned:
        raise BundlingError(f"{module.name}: {assigned} is exported and may be assigned again")
    if odd := _NOT_UNDERSTOOD.search(body):
        raise BundlingError(f"{module.name}: «{odd[0]}» is not understood")
    return f"const {_name(module.name)} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"


def _as_constant(found: re.Match[str]) -> str:
    if found["whole"]:
        return f"const {found['whole']} = {_name(found['file'])};\n"
    return f"const {{ {', '.join(_split(found['names']))} }} = {_name(found['file'])};\n" if found["names"] else ""


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",")]


def _name(file: str) -> str:
    """The name under which a bundle has what a module exports; no module names anything so."""
    return "$" + file.removesuffix(".js").replace("-", "_")
