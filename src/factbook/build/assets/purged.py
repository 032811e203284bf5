"""Stylesheets that were purged before: reading them is most of the time that publishing takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from factbook.build.assets import purge


class Purged:
    """The stylesheets kept in ``folder``, each under a digest of all that it rests on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rule = Path(purge.__file__).read_bytes()
        self._used: set[Path] = set()

    def of(self, css: str, names: frozenset[str]) -> str:
        """``css`` without the rules that ``names`` cannot match (:func:`.purge.purge`)."""
        rests_on = sha256(self._rule + css.encode() + "\n".join(sorted(names)).encode())
        file = self._folder / f"{rests_on.hexdigest()}.css"
        self._used.add(file)
        if not file.exists():
            half = file.with_suffix(".half")
            half.write_text(purge.purge(css, names), "utf-8")
            half.replace(file)
        return file.read_text("utf-8")

    def forget(self) -> None:
        """Deletes what was not asked for."""
        for file in set(self._folder.iterdir()) - self._used:
            file.unlink()


@contextmanager
def kept(folder: Path) -> Iterator[Purged]:
    """What is kept in ``folder``; what was not asked for meanwhile is kept no longer."""
    folder.mkdir(parents=True, exist_ok=True)
    purged = Purged(folder)
    yield purged
    purged.forget()
