"""A book of five short chapters in two languages, to break in every way: ``tests/tiny``, set up as the real one is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from click.testing import CliRunner

from factbook.checks import validation
from factbook.cli import main
from factbook.data.layout import Layout
from factbook.data.package import REVIEW_BY
from factbook.problems import Problem
from folders import ROOT, TESTS

REAL = Layout(ROOT)
_TINY = TESTS / "tiny"


@dataclass(frozen=True)
class Outcome:
    """What a command came to."""

    status: int
    said: str
    complained: str

    def problem(self, code: str, place: str = "") -> str:
        """The text of the one problem with that code whose text names ``place``."""
        found = [text for text in self.complained.split("\n\n") if f"[{code}]" in text and place in text]
        assert len(found) == 1, f"one problem {code} at {place} was to be found, not {len(found)}:\n{self.complained}"
        return found[0]


@dataclass(frozen=True)
class TinyBook:
    """The book in ``root``, and ways to change it that fail where they would change nothing."""

    root: Path

    @classmethod
    def copied_to(cls, root: Path) -> TinyBook:
        """The tiny book with the configuration, the report's own parts and the schema of the real one."""
        shutil.copytree(_TINY, root)
        shutil.copy(REAL.config, root)
        shutil.copy(REAL.root / "CITATION.cff", root)
        shutil.copytree(REAL.root / "book" / "report", root / "book" / "report")
        descriptor = dict(REAL.package.descriptor)
        descriptor["resources"] = [dict(r) for r in descriptor["resources"] if (root / "data" / r["path"]).exists()]
        for table in descriptor["resources"]:
            table["schema"] = without_unused(table["schema"], root / "data" / table["path"])
        (root / "data" / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")
        return cls(root)

    @classmethod
    def named_in(cls, folder: Path) -> TinyBook:
        """The tiny book in ``folder``, under a name that can be replaced in what is built of it."""
        return cls.copied_to(folder / uuid4().hex)

    def twin(self) -> TinyBook:
        """A copy beside a book that was :meth:`named_in` its folder: a build of it goes on from where this one is.

        Sphinx reads every chapter again where its pickles name another folder, so they get the name of the copy.
        """
        own, other = self.root.name, uuid4().hex
        twin = TinyBook(shutil.copytree(self.root, self.root.with_name(other)))
        for pickle in twin.layout.work.glob(".doctrees-*/*"):
            if pickle.is_file():
                pickle.write_bytes(pickle.read_bytes().replace(own.encode(), other.encode()))
        return twin

    def add_table(self, name: str, text: str) -> None:
        """Adds a table with the schema of the real one."""
        resource = next(r for r in REAL.package.descriptor["resources"] if r["name"] == name)
        (self.root / "data" / resource["path"]).write_text(text, "utf-8")
        path = self.root / "data" / "datapackage.json"
        descriptor = json.loads(path.read_text("utf-8"))
        descriptor["resources"].append(resource)
        path.write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")

    @property
    def layout(self) -> Layout:
        return Layout(self.root)

    def replace(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        path.write_text(text.replace(old, new), "utf-8")

    def append(self, file: str, text: str) -> int:
        """Adds a line at the end and gives its number."""
        path = self.root / file
        path.write_text(path.read_text("utf-8") + text + "\n", "utf-8")
        return self.line_of(file, text.lstrip("\n"))

    def line_of(self, file: str, text: str) -> int:
        lines = (self.root / file).read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text.splitlines()[0] in line)

    def declared(self, change: object) -> None:
        """Applies ``change`` to the descriptor."""
        path = self.root / "data" / "datapackage.json"
        descriptor = json.loads(path.read_text("utf-8"))
        assert callable(change)
        change(descriptor)
        path.write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")

    def problems(self) -> list[Problem]:
        return validation.check(self.layout)

    def the_problem(self, code: str) -> Problem:
        """The one problem of the data with that code; any other fails the test."""
        found = self.problems()
        assert [problem.code for problem in found] == [code], "\n".join(map(str, found)) or "no problem was found"
        return found[0]

    def command(self, *arguments: str | Path, **variables: str) -> Outcome:
        """A command in a process of its own, in an environment with these variables."""
        done = subprocess.run(
            [sys.executable, "-m", "factbook", "--book", self.root, *arguments],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **variables},
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def build(self, out: Path) -> Outcome:
        return self.run("build", "--out", out)

    def run(self, *arguments: str | Path) -> Outcome:
        """A command in this process, whose libraries are imported and whose forkserver runs."""
        done = CliRunner().invoke(main, ["--book", str(self.root), *map(str, arguments)])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Outcome(done.exit_code, done.stdout, done.stderr)


@dataclass(frozen=True)
class Built:
    """A book that has been built, its site, and what the command said."""

    book: TinyBook
    site: Path
    outcome: Outcome

    def page(self, name: str) -> str:
        return (self.site / name).read_text("utf-8")


def without_unused(schema: dict[str, object], table: Path) -> dict[str, object]:
    """The schema without the column for days to look again, where a tiny table has none."""
    if REVIEW_BY in table.read_text("utf-8").splitlines()[0].split(","):
        return schema
    fields = schema["fields"]
    assert isinstance(fields, list)
    return {**schema, "fields": [field for field in fields if field["name"] != REVIEW_BY]}


def contents(folder: Path) -> dict[str, str]:
    """A digest of every file below ``folder``."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
