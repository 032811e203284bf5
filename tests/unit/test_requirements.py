"""What is installed: every package pinned with its hashes, every direct one with the reason for it."""

import ast
import json
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from folders import ROOT

DIRECT = (ROOT / "requirements.in").read_text("utf-8")
LOCKED = (ROOT / "requirements.txt").read_text("utf-8")
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)", re.MULTILINE)


def pins(text: str) -> dict[str, str]:
    return {found["name"].lower().replace("_", "-"): found["version"] for found in _PIN.finditer(text)}


def test_every_direct_dependency_says_why_it_is_there():
    lines = [line for line in DIRECT.splitlines() if line and not line.startswith("#")]
    assert len(lines) > 40
    assert [line for line in lines if not re.fullmatch(r"\S+==\S+ +# \S.*", line)] == []


def test_every_direct_dependency_is_locked_at_its_version():
    locked = pins(LOCKED)
    assert {name: locked.get(name) for name in pins(DIRECT)} == pins(DIRECT)


def test_every_package_is_locked_with_a_hash():
    blocks = re.split(r"\n(?=[A-Za-z0-9])", LOCKED)
    packages = [block for block in blocks if _PIN.match(block)]
    assert len(packages) > 100
    assert [block.splitlines()[0] for block in packages if "--hash=sha256:" not in block] == []


def test_every_package_of_npm_is_pinned_and_locked_with_a_hash_wherever_it_comes_from():
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))
    direct = wanted["dependencies"] | wanted["devDependencies"]
    root, *packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"].values()
    assert [version for version in direct.values() if not re.fullmatch(r"[0-9.]+", version)] == []
    assert root["dependencies"] | root["devDependencies"] == direct
    assert len(packages) > len(direct)
    public = "https://registry.npmjs.org/"
    assert [one for one in packages if "integrity" not in one] == []
    assert [one for one in packages if not one.get("resolved", public).startswith(public)] == []


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
#: Extras that read one format each.
FORMATS = ("xls", "hwp")
#: The parts of the package that stand alone, for whoever has a document and no book.
CHECKER = ("checker", "languages", "quantities", "problems.py", "cli.py", "terminal.py", "faults.py")


def declared(*listed: str) -> set[str]:
    """What the package asks for: for documents alone, or for books too."""
    wanted = PROJECT["dependencies"] + [name for extra in listed for name in PROJECT["optional-dependencies"][extra]]
    return {re.split(r"[<>=]", name)[0].lower() for name in wanted}


def imported(file: Path) -> set[str]:
    """The packages of others that a module imports."""
    tree = list(ast.walk(ast.parse(file.read_text("utf-8"))))
    names = {alias.name for node in tree if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in tree if isinstance(node, ast.ImportFrom) and not node.level and node.module}
    return {name.split(".")[0] for name in names} - set(sys.stdlib_module_names) - {"factbook"}


def test_the_package_names_no_dependency_that_is_not_locked():
    assert declared()
    assert declared("book") <= set(pins(LOCKED))


def undeclared(files: list[Path], known: set[str]) -> dict[str, str]:
    """Packages that files import, and that are not ``known``, each with a file."""
    by_import = packages_distributions()
    used = {name: file.name for file in files for name in imported(file)}
    names = {name: {one.lower().replace("_", "-") for one in by_import[name]} for name in used}
    return {name: used[name] for name, ones in names.items() if not ones & known}


def test_the_package_names_every_dependency_that_it_imports():
    files = list((ROOT / "src" / "factbook").rglob("*.py"))
    assert len(files) > 300
    assert undeclared(files, declared("book", *FORMATS)) == {}


def test_the_checker_imports_nothing_that_only_books_need():
    parts = [ROOT / "src" / "factbook" / part for part in CHECKER]
    files = [file for part in parts for file in ([part] if part.is_file() else part.rglob("*.py"))]
    assert len(files) > 50
    assert undeclared(files, declared(*FORMATS)) == {}


def test_a_library_of_one_format_is_imported_by_its_reader_alone():
    needing = {"excel_old.py": "xlrd", "hangul_old.py": "olefile"}
    for part in (ROOT / "src" / "factbook").rglob("*.py"):
        assert imported(part) & set(needing.values()) <= {needing.get(part.name, "")}, part
