"""Every number and relation of the book as one table, complete in each row: said and cited in every language, with
licence and permanent address, so that a row that is copied takes its origin along."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from factbook.citations import numbers, works
from factbook.citations.identity import Identity
from factbook.citations.numbers import PLACE, Citer
from factbook.data.package import Package, licence_of
from factbook.facts.reading import rate_id
from factbook.phrasing.saying import LEDGER
from factbook.provenance import ledger
from factbook.provenance.publication.descriptor import NUMBERS

#: The columns, as the schema declares them.
COLUMNS: tuple[str, ...] = tuple(field["name"] for field in NUMBERS["schema"]["fields"])
_RATES = "exchange_rates"

#: A line of the table by column; a column that does not apply is left out.
Row = Mapping[str, str]


@dataclass(frozen=True)
class Numbers:
    """The numbers of a book: what cites them in each language, where they are published, and by which tables.

    ``uses`` are the addresses of the sections that use a number, by its id, within the folder of either language.
    """

    citers: Mapping[str, Citer]
    identity: Identity
    package: Package
    uses: Mapping[str, Iterable[str]]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every number, then every relation."""
        return tuple(
            {
                **self._told(row["id"]),
                **row,
                "licence": self._licences.get(row["id"]) or licence_of(NUMBERS, self.package.descriptor)["name"],
                "used_in": " ".join(self.uses.get(row["id"], ())),
            }
            for row in ledger.rows(next(iter(self.citers.values())).sayer)
        )

    @cached_property
    def _licences(self) -> Mapping[str, str]:
        """The licence of each exchange rate, by its id; every other number has the package's."""
        licence = licence_of(self.package.resource(_RATES), self.package.descriptor)["name"]
        return {rate_id(row["year"]): licence for row in self.package.rows(_RATES)}

    def _told(self, name: str) -> Row:
        """What is said of a number in each language, and the sources that it rests on."""
        found: dict[str, str] = {}
        for language, citer in self.citers.items():
            related = name in citer.sayer.judgements
            cited = citer.recomputed(name) if related else citer.cite(name)
            origin = self.identity.address(f"{language}/{LEDGER}.html#{name}")
            row_of_ledger = replace(works.book(self.identity, language), address=origin)
            found |= {
                f"said_{language}": (citer.sayer.recomputed(name) if related else citer.sayer.say(name)).text,
                f"citation_{language}": cited.sentence.text.replace(PLACE, numbers.place(row_of_ledger).text),
                f"origin_{language}": origin,
                "source": " ".join(cited.sources),
            }
        return found


def csv_of(rows: Iterable[Row]) -> str:
    """The rows as CSV (RFC 4180)."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()
