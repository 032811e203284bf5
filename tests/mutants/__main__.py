"""``make mutants``: every mutant tried; those that survive are printed, and fail the run."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from factbook.data import layout as layouts
from factbook.problems import ProblemError

from .run import Outcome, by_kind, catchers, run


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    arguments.add_argument("--site", type=Path, help="the built site; _build/html by default")
    arguments.add_argument("--sample", type=int, metavar="N", help="try N mutants instead of all, some of every kind")
    arguments.add_argument("--seed", type=int, default=0, help="another seed draws another sample")
    given = arguments.parse_args()
    layout = layouts.find(Path(__file__).parents[2])
    site = given.site or layout.published
    if not (site / "index.html").is_file():
        print(f"{layout.shown(site)}: no site is built yet; run: factbook build", file=sys.stderr)
        return 2
    try:
        return report(run(layout, site, size=given.sample, seed=given.seed, tell=lambda line: print(line, flush=True)))
    except ProblemError as error:
        print(f"{error}\nthe book has problems before it is altered; mend them first", file=sys.stderr)
        return 2


def report(outcomes: list[Outcome]) -> int:
    """Prints how many of each kind were caught, then the survivors. 1 where there are any."""
    for kind, those in by_kind(outcomes).items():
        caught = sum(one.caught_by is not None for one in those)
        print(f"{caught:>6} of {len(those):>5} caught  {kind}")
    for code, times in catchers(outcomes).most_common():
        print(f"{times:>6} by {code}")
    survivors = [one for one in outcomes if one.caught_by is None]
    for one in survivors:
        print(f"\nsurvived: {one.kind}\n    {one.place}\n    {one.change}", file=sys.stderr)
    print(f"{len(outcomes) - len(survivors)} of {len(outcomes)} mutants caught, {len(survivors)} survived")
    return int(bool(survivors))


if __name__ == "__main__":
    sys.exit(main())
