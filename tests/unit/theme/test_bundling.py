"""Modules become one classic script that does what they do, or are refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from py_mini_racer import MiniRacer

from factbook import theme
from factbook.theme import bundling
from factbook.theme.bundling import BundlingError


def bundle(folder: Path, **modules: str) -> str:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return bundling.bundled(folder / "main.js")


def run(folder: Path, **modules: str) -> object:
    """What the modules put on a list ``ran``."""
    engine = MiniRacer()
    engine.eval("const ran = [];")
    engine.eval(bundle(folder, **modules))
    return engine.eval("ran.join()")


def test_modules_run_once_each_in_the_order_in_which_they_need_each_other(tmp_path):
    main = 'import "./a.js";\nimport "./b.js";\nran.push("main");\n'
    a = 'import { c } from "./c-d.js";\nran.push("a" + c);\n'
    b = 'import * as other from "./c-d.js";\nran.push("b" + other.c);\n'
    assert run(tmp_path, main=main, a=a, b=b, **{"c-d": 'ran.push("c");\nexport const c = 1;\n'}) == "c,a1,b1,main"


def test_names_of_one_module_are_not_those_of_another(tmp_path):
    other = "const name = 2;\nexport function twice(a) {\n  return name * a;\n}\n"
    main = 'import { twice } from "./other.js";\n\nconst name = 3;\nran.push(twice(name));\n'
    assert run(tmp_path, main=main, other=other) == "6"


@pytest.mark.parametrize(
    "export",
    [
        "export const value = 1;\n",
        "export class value {}\n",
        "export async function value() {}\n",
        "const value = 1;\nexport { value };\n",
        "const value = 1;\nconst other = 2;\nexport {\n  other,\n  value,\n};\n",
    ],
)
def test_whatever_is_exported_is_there_for_others(tmp_path, export):
    main = 'import {\n  value,\n} from "./other.js";\nran.push(typeof value !== "undefined");\n'
    assert run(tmp_path, main=main, other=export) == "true"


@pytest.mark.parametrize(
    "text",
    [
        "export default 1;\n",
        'export * from "./other.js";\n',
        "const a = 1;\nexport { a as b };\n",
        "export let a = 1;\n",
        "export const { a } = { a: 1 };\n",
        "let a = 1;\na = 2;\nexport { a };\n",
        'import { a as b } from "./other.js";\n',
        'import a from "./other.js";\n',
        'import { a } from "elsewhere";\n',
        'import("./other.js");\n',
        "const here = import.meta.url;\n",
        'import { a } from "./main.js";\nexport const b = 1;\n',
    ],
)
def test_what_is_not_understood_is_refused(tmp_path, text):
    with pytest.raises(BundlingError, match=r"main\.js"):
        bundle(tmp_path, main=text, other="export const a = 1;\n")


def test_every_module_of_the_theme_is_loaded_by_a_page():
    bundled = [bundling.bundled(theme.SCRIPTS / name) for name in (*theme.LOADED, theme.WORKER)]
    inside = {name for text in bundled for name in re.findall(r"^const (\$\w+) = ", text, re.MULTILINE)}
    assert inside == {f"${path.stem.replace('-', '_')}" for path in theme.SCRIPTS.glob("*.js")}
