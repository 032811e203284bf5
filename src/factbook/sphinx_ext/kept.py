"""What is made once a build, and what is kept for the next one.

A function of the application that is marked :func:`once` makes its result when it is first asked. What the next build
needs Sphinx pickles with its environment, under a name: something of each page (:class:`ByPage`), or what something
was (:func:`replaced`). Where another kind of thing comes to be kept under a name, ``env_version`` of the extension must
rise, so that environments of before are thrown away.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ClassVar, Generic, TypeVar
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors import EnvironmentCollector

Made = TypeVar("Made")
Kept = TypeVar("Kept")


def once(make: Callable[[Sphinx], Made]) -> Callable[[Sphinx], Made]:
    """``make``, called once for each application, at its first asking; forgotten with the application."""
    made: WeakKeyDictionary[Sphinx, Made] = WeakKeyDictionary()

    @wraps(make)
    def known(app: Sphinx) -> Made:
        if app not in made:
            made[app] = make(app)
        return made[app]

    return known


def replaced(env: BuildEnvironment, name: str, now: Kept) -> Kept | None:
    """What the last build kept under ``name``, nothing at first; ``now`` is kept in its place."""
    was: Kept | None = vars(env).get(name)
    vars(env)[name] = now
    return was


class ByPage(EnvironmentCollector, Generic[Kept]):
    """Keeps something of each page that is read, under ``name``; what is kept of a page goes when the page goes.

    What that is, :meth:`process_doc` of a subclass puts into what :meth:`of` gives.
    """

    name: ClassVar[str]

    @classmethod
    def of(cls, env: BuildEnvironment) -> dict[str, Kept]:
        """What is kept, by page."""
        kept: dict[str, Kept] = vars(env).setdefault(cls.name, {})
        return kept

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        self.of(env).pop(docname, None)

    def merge_other(self, app: Sphinx, env: BuildEnvironment, docnames: set[str], other: BuildEnvironment) -> None:
        """Takes over what another process has read."""
        self.of(env).update({docname: kept for docname, kept in self.of(other).items() if docname in docnames})
