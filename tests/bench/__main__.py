"""``python -m tests.bench``: the measurements, all of them or one by name; ``--readme`` writes the table of README."""

from __future__ import annotations

import argparse

from tests.bench import build, growth, prose, readme

MEASUREMENTS = {"prose": prose.main, "build": build.main, "growth": growth.main}


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    arguments.add_argument("names", nargs="*", choices=[[], *MEASUREMENTS], help="prose and build by default")
    arguments.add_argument("--readme", action="store_true", help="measure builds and write the table into README.md")
    given = arguments.parse_args()
    if given.readme:
        readme.write(build.table(build.measure()))
        return
    for name in given.names or ("prose", "build"):
        MEASUREMENTS[name]()


main()
