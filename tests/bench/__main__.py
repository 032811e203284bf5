"""``python -m tests.bench``: the measurements, all of them or one by name; ``--readme`` writes the table of README."""

from __future__ import annotations

import argparse

from tests.bench import build, growth, prose, readme


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    arguments.add_argument(
        "names", nargs="*", choices=[[], "prose", "build", "growth"], help="prose and build by default"
    )
    arguments.add_argument("--readme", action="store_true", help="measure builds and write the table into README.md")
    arguments.add_argument("--rounds", type=int, default=build.ROUNDS, help="how often builds are measured, in turn")
    given = arguments.parse_args()
    if given.readme:
        readme.write(build.table(build.measure(given.rounds)))
        return
    measurements = {
        "prose": prose.main,
        "build": lambda: print(f"\n{build.table(build.measure(given.rounds))}"),
        "growth": growth.main,
    }
    for name in given.names or ("prose", "build"):
        measurements[name]()


main()
