"""``python -m tests.bench``: the measurements, all or some by name; ``--readme`` writes their tables into README."""

from __future__ import annotations

import argparse

from tests.bench import build, documents, growth, prose, readme


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    arguments.add_argument(
        "names", nargs="*", choices=[[], "prose", "documents", "build", "growth"], help="prose and build by default"
    )
    arguments.add_argument("--readme", action="store_true", help="write the tables of build and growth into README.md")
    arguments.add_argument("--rounds", type=int, default=build.ROUNDS, help="how often builds are measured, in turn")
    given = arguments.parse_args()
    tables = {"build": lambda: build.table(build.measure(given.rounds)), "growth": growth.table}
    for name in given.names or ("prose", "build"):
        if name not in tables:
            (documents if name == "documents" else prose).main()
            continue
        table = tables[name]()
        print(f"\n{table}")
        if given.readme:
            readme.write(name, table)


main()
