"""Every command that the documents print does what they say, run as it is printed."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from copies import WINDOWS, Copy, Done
from printed import ROOT, Printed, commands, commands_in
from recipes import FAST, NIGHTLY, Recipe, lacking

PRINTED = commands()
OUTPUTS = {one.text: one.output for one in PRINTED if one.output is not None}


def for_windows(command: str) -> bool:
    return Printed(command, "", 0).for_windows


def as_here(command: str) -> str:
    """A command as this system takes it: PowerShell's says in a POSIX shell the same but for the paths."""
    if WINDOWS or not for_windows(command):
        return command
    return command.replace("py -3.11", "python3").replace("\\Scripts\\", "/bin/").replace("\\", "/")


def run(recipe: Recipe, parent: Path) -> None:
    if WINDOWS and not all(map(for_windows, recipe.commands)):
        pytest.skip("commands of a POSIX shell")
    if missing := lacking(recipe):
        if os.environ.get("CI"):
            pytest.fail(f"{missing} is not installed")
        pytest.skip(f"{missing} is not installed")
    copy = Copy.made_in(parent)
    if not recipe.bare:
        copy.install()
    recipe.given(copy.folder)
    done = [_run(recipe, command, copy) for command in recipe.commands]
    for one in done:
        expected = recipe.status if one is done[-1] else 0
        assert one.status in (expected, None), f"{one.command}\n{one.output[-4000:]}\n{one.complained[-4000:]}"
        if one.command in OUTPUTS:
            assert one.output == OUTPUTS[one.command]
    assert re.search(recipe.says, done[-1].output + done[-1].complained, re.MULTILINE), done[-1]
    assert [name for name in recipe.leaves if not (copy.folder / name).exists()] == []


def _run(recipe: Recipe, printed: str, copy: Copy) -> Done:
    command = as_here(printed)
    for word, filled in recipe.filled.items():
        command = command.replace(word, filled)
    if printed not in recipe.until:
        return copy.run(command, limit=recipe.limit)
    done = copy.run_until(command, recipe.until[printed], limit=recipe.limit)
    assert re.search(recipe.until[printed], done.output), f"{command} ended or never served:\n{done.output[-4000:]}"
    return done


def named(recipe: Recipe) -> str:
    return recipe.commands[-1]


@pytest.mark.parametrize("recipe", FAST, ids=named)
def test_a_printed_command_does_what_is_said(recipe, tmp_path):
    run(recipe, tmp_path)


@pytest.mark.nightly
@pytest.mark.parametrize(
    "recipe", [pytest.param(one, marks=pytest.mark.timeout(one.limit * 2)) for one in NIGHTLY], ids=named
)
def test_a_printed_command_that_builds_or_installs_does_what_is_said(recipe, tmp_path):
    run(recipe, tmp_path)


def test_every_printed_command_has_a_recipe():
    run_somewhere = {command for recipe in (*FAST, *NIGHTLY) for command in recipe.commands}
    assert [str(one) for one in PRINTED if one.text not in run_somewhere] == []


def test_every_recipe_is_for_commands_that_are_printed():
    printed = {one.text for one in PRINTED}
    assert {command for recipe in (*FAST, *NIGHTLY) for command in recipe.commands} - printed == set()


def test_commands_are_found_wherever_they_are_printed():
    assert {one.file for one in PRINTED if not one.file.endswith(".py")} == {
        "README.md",
        "CONTRIBUTING.md",
        *(f"book/{language}/cite-and-run.md" for language in ("ko", "en")),
        *(f"src/factbook/interface/{language}/running.toml" for language in ("ko", "en")),
    }
    assert {"src/factbook/cli.py", "src/factbook/notebook/lab/__init__.py"} <= {one.file for one in PRINTED}
    text = """
Run `make site`, never `make` or `say("make site")`; then
`factbook edition
2026-Q4`.

```{note}
| a | b |
|---|---|
| `.venv/bin/factbook build` | `.venv\\Scripts\\factbook build` |
```

```sh
# A word before
make test    # and one after
```

```console
$ cat draft.md
a
b
$ ls
```

```python
make = "make site"
```
"""
    found = list(commands_in(text, "x.md"))
    assert [(one.text, one.line, one.output) for one in found] == [
        ("make site", 2, None),
        ("factbook edition 2026-Q4", 2, None),
        (".venv/bin/factbook build", 9, None),
        (".venv\\Scripts\\factbook build", 9, None),
        ("make test", 14, None),
        ("cat draft.md", 18, "a\nb\n"),
        ("ls", 21, ""),
    ]


@pytest.mark.parametrize("one", PRINTED, ids=str)
def test_a_command_is_found_on_its_line(one):
    lines = (ROOT / one.file).read_text("utf-8").splitlines()
    near = " ".join(" ".join(lines[one.line - 1 : one.line + 9]).split())
    assert one.text in near
