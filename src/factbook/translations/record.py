"""What each section was like when its languages were last declared in step: ``book/parity.toml``.

One line a section, sorted, so that branches merge; for each language the digest of the section's text. Where some
languages of a section have changed since and others have not, the others are behind.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from factbook.data.layout import Layout
from factbook.data.package import decode
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem, ProblemError
from factbook.translations.model import Chapter, Section

#: Digests by section label and language.
Record = Mapping[str, Mapping[str, str]]
#: The sections that stand in every language, by label and language.
Twins = Mapping[str, Mapping[str, tuple[Chapter, Section]]]

COMMAND = "factbook parity --record"
_HEAD = f"# The text of each section when its languages were last declared in step. Written by: {COMMAND}\n"


def load(layout: Layout) -> Record:
    """The record; empty where none is kept yet. Raises :class:`ProblemError` where it cannot be read."""
    path = layout.parity_record
    if not path.exists():
        return {}
    shown = layout.shown(path)
    try:
        record = tomllib.loads(decode(path, shown))
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(shown, str(error)) from None
    for label, digests in record.items():
        if not isinstance(digests, dict) or not all(isinstance(digest, str) for digest in digests.values()):
            raise _unreadable(shown, f"«{label}» does not name a digest for each language")
    return record


def _unreadable(shown: str, found: str) -> ProblemError:
    line = 'label = { ko = "digest", en = "digest" }'
    advice = f"of two sides of a merge take either, then run: {COMMAND}"
    return ProblemError([Problem("parity.record", shown, found, f"TOML, one line a section: {line}", advice)])


def save(path: Path, record: Record) -> None:
    """Writes the record, sorted by label."""
    path.write_text(_HEAD + "".join(_line(label, record[label]) for label in sorted(record)), "utf-8", newline="\n")


def _line(label: str, digests: Mapping[str, str]) -> str:
    listed = ", ".join(f'{language} = "{digests[language]}"' for language in LANGUAGES)
    key = label if label.isascii() and label.replace("-", "").replace("_", "").isalnum() else f"'{label}'"
    return f"{key} = {{ {listed} }}\n"


def digests(twins: Mapping[str, tuple[Chapter, Section]]) -> dict[str, str]:
    """The digests of one section as it is now."""
    return {language: section.digest for language, (_, section) in twins.items()}


def changed(recorded: Mapping[str, str] | None, twins: Mapping[str, tuple[Chapter, Section]]) -> list[str]:
    """The languages in which a section is no longer as recorded: all of them where it is not recorded in all."""
    now = digests(twins)
    if recorded is None or recorded.keys() != now.keys():
        return list(now)
    return [language for language, digest in now.items() if recorded[language] != digest]


def behind(record: Record, sections: Twins) -> Iterator[Problem]:
    """The sections that have changed in some languages and not in others, told in each that has not."""
    for label, twins in sections.items():
        ahead = changed(record.get(label), twins)
        if not ahead or len(ahead) == len(twins):
            continue
        chapter, section = twins[ahead[0]]
        there = f"{chapter.shown}:{section.block.line}"
        for language in twins.keys() - set(ahead):
            own, twin = twins[language]
            yield Problem(
                "parity.behind",
                own.shown,
                f"section «{label}» has not followed {there}, which has changed since the two were last in step",
                "a change of one language followed in the others",
                f"read the change there and follow it here, or record that it needs none: {COMMAND} {label}",
                twin.block.line,
            )


def unrecorded(record: Record, sections: Twins) -> list[str]:
    """The sections that are new or have changed in every language, and those recorded that are gone."""
    moved = [label for label, twins in sections.items() if len(changed(record.get(label), twins)) == len(twins)]
    return sorted([*moved, *(label for label in record if label not in sections)])


def declared(record: Record, sections: Twins, chosen: Collection[str], differing: Collection[str]) -> Record:
    """The record after declaring sections to be in step: those ``chosen``, else all that are new or followed.

    Sections that are ``differing`` stay as recorded, and those that are gone are left out. Raises
    :class:`ProblemError` for a chosen label that no section has.
    """
    unknown = [label for label in chosen if label not in sections]
    if unknown:
        raise ProblemError(_unknown(label, sections) for label in unknown)
    wanted = set(chosen or unrecorded(record, sections)) - set(differing)
    now = {label: digests(twins) for label, twins in sections.items() if label in wanted}
    return {label: digest for label, digest in {**record, **now}.items() if label in sections}


def _unknown(label: str, known: Iterable[str]) -> Problem:
    near = get_close_matches(label, list(known), 1)
    advice = f"did you mean {near[0]}?" if near else ""
    return Problem("parity.unknown", label, "no section of the book has this label", "the label of a section", advice)
