"""The way of a number goes one way: which layers there are, and that CONTRIBUTING draws them as they are."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from folders import ROOT

PICTURE = re.compile(r"^```\n(data/facts\.csv.*?)^```$", re.MULTILINE | re.DOTALL)
#: Names of modules at the beginning of a line, before the words that say what they are.
NAMES = re.compile(r"^(?: +│ +)?(?P<names>[a-z_]+(?: · [a-z_]+)*)(?: {2,}|$)", re.MULTILINE)
#: A file or folder of the package as messages, scripts and guides name it.
NAMED = re.compile(r"\bfactbook/[a-z_/]+(?:\.[a-z]+)?")


def layers() -> list[set[str]]:
    """The layers of the package, the lowest first; the contracts after that one are of its folders."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract, *_ = settings["tool"]["importlinter"]["contracts"]
    return [set(layer.split(" | ")) for layer in reversed(contract["layers"])]


def test_no_module_imports_from_a_layer_above_its_own():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_picture_in_contributing_is_true_to_the_layers():
    picture = PICTURE.search((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    drawn = [set(found["names"].split(" · ")) for found in NAMES.finditer(picture[1])]
    *below, command, program = layers()
    assert drawn == [*below, command | program]


def test_whatever_of_the_package_is_named_in_a_message_a_script_or_a_guide_is_there():
    written = [path for folder in ("src", "book") for path in (ROOT / folder).rglob("*") if path.is_file()]
    texts = [*ROOT.glob("*.md"), *(path for path in written if path.suffix in (".py", ".toml", ".js", ".css", ".md"))]
    named = {(path, name.rstrip("/")) for path in texts for name in NAMED.findall(path.read_text("utf-8"))}
    assert len(named) > 10
    assert {f"{path.relative_to(ROOT)}: {name}" for path, name in named if not (ROOT / "src" / name).exists()} == set()
