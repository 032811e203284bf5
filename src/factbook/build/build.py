"""``factbook build``: check the data and the chapters, then make the site of them."""

from __future__ import annotations

from pathlib import Path

from factbook.build import publish, warming
from factbook.build.turns import Tell, turn
from factbook.checks import sources
from factbook.checks.memory import Memory
from factbook.data.layout import Layout
from factbook.problems import stop_at


def build(layout: Layout, target: Path, tell: Tell, memory: Memory | None = None, *, exports: bool = False) -> None:
    """Builds the site to ``target``, and checks with the ``memory`` of the build before, if there is any.

    With ``exports`` its pages offer themselves as PDF, DOCX and HWPX, too.
    Raises :class:`ProblemError`, having changed nothing there.
    """
    warming.warm_up()
    try:
        layout.work.mkdir(parents=True, exist_ok=True)
        with turn(layout.work, tell):
            publish.recover(target)
            tell("1/4 checking the data and the chapters")
            memory = memory or Memory()
            stop_at(sources.check(layout, memory))
            # All that is wrong in the sources is told before what they are built with is imported.
            from factbook.build import making

            making.make(layout, target, tell, memory, exports=exports)
    except OSError as error:
        raise publish.unwritable(error, layout.work) from None
