"""The data of a package as they stand: every number, what is judged of the relations between them, what is claimed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from factbook.data.package import DESCRIPTOR, Package
from factbook.facts import claims, reading, relations
from factbook.facts.claims import Claim
from factbook.facts.collection import Facts
from factbook.facts.relations import Judgement


@dataclass(frozen=True)
class State:
    """What a package says at one moment."""

    package: Package
    facts: Facts
    judgements: Mapping[str, Judgement]
    claims: Mapping[str, Claim]


def read(package: Package) -> State:
    """The package as it is now. Raises :class:`~factbook.problems.ProblemError` where it cannot be read.

    What was read before is given again for as long as every file says the same; a process that is forked inherits it,
    and need not read a large book anew for each chapter.
    """
    return _read(package, _digest(package))


# Two, since an edition's data are held against the book's.
@lru_cache(maxsize=2)
def _read(package: Package, digest: bytes) -> State:  # noqa: ARG001
    known = reading.load(package)
    return State(package, known, relations.judgements(relations.load(package), known), claims.load(package))


def _digest(package: Package) -> bytes:
    """Tells contents of the package's files from all others; that one is missing is told by whoever reads it."""
    digest = sha256()
    for path in (package.folder / DESCRIPTOR, *package.files.values()):
        with suppress(OSError):
            digest.update(sha256(path.read_bytes()).digest())
    return digest.digest()
