"""The days on which chapters and data last changed, as the book's own git history has them.

A day is known only of what is committed as it stands, so that the same commit gives the same pages. A book without a
history (a downloaded archive, a shallow clone, a machine without git) has no days, and its pages say none.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from factbook.data.layout import Layout
from factbook.interface.catalogue import LANGUAGES

#: Before the moment of a commit in what git prints; no name of a file holds it.
_COMMIT = "\x01"


@dataclass(frozen=True, slots=True)
class History:
    """The moment of the last commit that changed each file, by its path from the book's root folder."""

    files: Mapping[str, datetime] = field(default_factory=dict)
    #: The newest moment of any file of the data; ``None`` where one of them is not committed as it stands.
    data: datetime | None = None

    def chapter(self, language: str, page: str) -> datetime | None:
        """The last change of a chapter's own text."""
        return self.files.get(f"book/{language}/{page}.md")

    def page(self, language: str, page: str) -> datetime | None:
        """The last change of a chapter's text or of the data, whichever came later; ``None`` unless both are known."""
        text = self.chapter(language, page)
        return max(text, self.data) if text and self.data else None


def read(layout: Layout) -> History:
    """The history of the chapters and data of a book; an empty one where git cannot say it."""
    data = layout.shown(layout.package.folder)
    paths = [data, *(layout.shown(layout.chapters(language)) for language in LANGUAGES)]
    if _git(layout.root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return History()
    # With -c a merge lists the files that it has in common with none of its parents: those that it changed.
    logged = _git(layout.root, "log", "-c", "--relative", "--name-only", f"--format={_COMMIT}%cI", "--", *paths)
    changed = _git(layout.root, "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--", ".")
    top = _git(layout.root, "rev-parse", "--show-prefix").strip()
    uncommitted = {entry[3:].removeprefix(top) for entry in changed.split("\0")}
    files = _newest(logged)
    tables = [moment for name, moment in files.items() if name.startswith(f"{data}/")]
    settled = not any(name.startswith(f"{data}/") for name in uncommitted)
    return History(
        {name: moment for name, moment in files.items() if name not in uncommitted},
        max(tables) if tables and settled else None,
    )


def since(root: Path, path: str, text: str) -> datetime | None:
    """The moment of the commit with which a text came into a file; ``None`` where no commit has it."""
    moments = _git(root, "log", f"-S{text}", "--format=%cI", "--", path).split()
    return datetime.fromisoformat(moments[-1]) if moments else None


def versions(root: Path, path: str, most: int) -> Iterator[str]:
    """The texts that a file had in the ``most`` newest commits that changed it, the newest first."""
    for commit in _git(root, "log", f"--max-count={most}", "--format=%H", "--", path).split():
        yield _git(root, "show", f"{commit}:./{path}")


def _newest(logged: str) -> dict[str, datetime]:
    """The moment of the first commit in the log that names a file, for every file."""
    found: dict[str, datetime] = {}
    for commit in logged.split(_COMMIT)[1:]:
        moment, *names = commit.split("\n")
        for name in filter(None, names):
            found.setdefault(name, datetime.fromisoformat(moment))
    return found


def _git(root: Path, *arguments: str) -> str:
    """What git prints; nothing where there is no git, no repository, or none that this user may read."""
    command = ["git", "-C", str(root), "-c", "core.quotePath=off", "-c", "log.showSignature=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
