"""A chapter as it is compared: sections, the blocks within them, and what each says that no language may change."""

from __future__ import annotations

from dataclasses import dataclass

from factbook.translations.myst import Directive


@dataclass(frozen=True, slots=True)
class Label:
    """Something of a chapter that can be referred to, and the line where it is named."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Role:
    """A role as it is written, or the target of a link under the name ``link``."""

    name: str
    content: str
    line: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Something said within a block that must be said in every language: ``kind`` in words, ``text`` as compared."""

    kind: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A list, table, directive, piece of code or whole section.

    ``shape`` is what it is in words, the same in every language; ``marks`` are what it says outside its ``blocks``;
    ``code`` is the code of a cell without what may differ between languages.
    """

    shape: str
    line: int
    marks: tuple[Mark, ...] = ()
    blocks: tuple[Block, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one labelled heading, up to the next.

    ``digest`` changes with what a reader can notice of the section, and not with the wrapping of its lines.
    """

    label: str
    block: Block
    digest: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter in one language: ``shown`` is its file, from the book's root folder; ``written`` are all its roles
    and directives, in their order."""

    shown: str
    labels: tuple[Label, ...]
    sections: tuple[Section, ...]
    written: tuple[Role | Directive, ...] = ()
