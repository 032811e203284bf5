"""What a book publishes of its numbers for whoever quotes them: one JSON file, now and in each frozen edition."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen
from zipfile import BadZipFile, ZipFile

from factbook import languages
from factbook.languages.language import Found

#: The file, in the folder of the data.
FILE = "numbers.json"
#: What this program can read; a file of another format is refused.
FORMAT = 1
#: Where the file lies in what may be named: a copy of the site, its folder of data.
_PLACES = ("data/" + FILE, FILE)
#: Seconds to wait for a host, and the most that is read of an answer, in bytes.
_PATIENCE, _MOST = 20, 64 * 1024 * 1024


class UnreachableBook(Exception):  # noqa: N818 (it is the book that is named)
    """No numbers of a book are to be had at ``place``; ``reason`` says why."""

    def __init__(self, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True, slots=True)
class Published:
    """A number as a book said it: exact ``value`` in ``unit``, the ends that its digits allow, the years it is for.

    What is computed to hold another number to it names that as its ``claim``.
    """

    id: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    unit: str
    years: frozenset[int]
    said: Mapping[str, str]
    label: Mapping[str, str]
    claim: str = ""

    @property
    def amounts(self) -> list[Found]:
        """The amounts of which it is said: its own, and its pair in another currency."""
        return [one for said in self.said.values() for one in languages.scan(said)]

    @property
    def units(self) -> frozenset[str]:
        return frozenset(one.amount.unit for one in self.amounts)

    def is_as(self, other: Published) -> bool:
        """Whether a reader is told the same."""
        return (self.value, self.unit, self.said) == (other.value, other.unit, other.said)


@dataclass(frozen=True, slots=True)
class Book:
    """The numbers of a book by id: those of today under the name ``""``, those of each edition under its name.

    ``addresses`` begin those of places of the book: its own, and that of the copy which was asked. ``reasons`` say in
    each language why a number has changed since an edition, by edition and id. ``titles`` are those of the book by
    language, and ``key`` is what the keys of its entries in BibTeX begin with; a book need not publish either.
    """

    addresses: tuple[str, ...]
    numbers: Mapping[str, Mapping[str, Published]]
    reasons: Mapping[str, Mapping[str, Mapping[str, str]]]
    titles: Mapping[str, str] = field(default_factory=dict)
    key: str = ""

    def editions(self) -> Iterator[str]:
        """The frozen editions, the newest first."""
        return (name for name in sorted(self.numbers, reverse=True) if name)


def load(place: str) -> Book:
    """The book at ``place``: an address, a copy of its site, its folder of data, the archive of that, or the file.

    Raises :class:`UnreachableBook`.
    """
    try:
        text = _text(place)
        return _book(json.loads(text), _root(place))
    except UnreachableBook:
        raise
    except (URLError, TimeoutError) as error:
        raise UnreachableBook(place, f"it cannot be reached: {getattr(error, 'reason', error)}") from error
    except (OSError, BadZipFile) as error:
        raise UnreachableBook(place, f"it cannot be read: {error}") from error
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation) as error:
        raise UnreachableBook(place, f"its {FILE} is not one of a book: {error}") from error


def _text(place: str) -> str:
    if place.startswith(("http://", "https://")):
        return _asked(place)
    path = Path(place)
    if path.is_dir():
        found = next((path / name for name in _PLACES if (path / name).is_file()), None)
        if found is None:
            raise UnreachableBook(place, f"the folder has no {_PLACES[0]}")
        return found.read_text("utf-8")
    if path.suffix.lower() == ".zip":
        with ZipFile(path) as archive:
            name = next((one for one in archive.namelist() if one.rpartition("/")[2] == FILE), None)
            if name is None:
                raise UnreachableBook(place, f"the archive has no {FILE}")
            return archive.read(name).decode("utf-8")
    return path.read_text("utf-8")


def _root(place: str) -> str:
    """The address under which the copy of a site at ``place`` stands, if that is an address."""
    if not place.startswith(("http://", "https://")):
        return ""
    start = place.partition("#")[0]
    return start.removesuffix(FILE).removesuffix("data/").rstrip("/") + "/"


def _asked(address: str) -> str:
    if not address.endswith(".json"):
        address = address.partition("#")[0].rstrip("/") + "/" + _PLACES[0]
    with urlopen(address, timeout=_PATIENCE) as answer:
        body: bytes = answer.read(_MOST)
    return body.decode("utf-8")


def _book(told: Any, root: str) -> Book:
    if told["format"] != FORMAT:
        raise ValueError(f"its format is {told['format']!r}, and this program reads {FORMAT}")
    now = {"": _numbers(told["numbers"])}
    then = {one["name"]: _numbers(one["numbers"]) for one in told["editions"]}
    reasons = {one["name"]: one["reasons"] for one in told["editions"]}
    addresses = tuple(dict.fromkeys(one for one in (str(told["address"]), root) if one))
    return Book(addresses, now | then, reasons, dict(told.get("title", {})), str(told.get("key", "")))


def _numbers(told: Mapping[str, Any]) -> dict[str, Published]:
    return {
        name: Published(
            name,
            Decimal(one["value"]),
            Decimal(one["low"]) if one["low"] else None,
            Decimal(one["high"]) if one["high"] else None,
            one["unit"],
            frozenset(one["years"]),
            one["said"],
            one["label"],
            one.get("claim", ""),
        )
        for name, one in told.items()
    }
