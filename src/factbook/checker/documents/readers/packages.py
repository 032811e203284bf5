"""Archives of XML: what the files of Word, Hangul, Excel, PowerPoint and OpenDocument are."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from factbook.checker.documents.model import Cause, UnreadableDocument

#: The most that an archive may hold unpacked, in bytes.
_MOST_UNPACKED = 512 * 1024 * 1024
#: How the name of the relation to the main part of an Office file ends.
_MAIN = "/officeDocument"


class Package:
    """The parts of an archive by their names."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Raises :class:`UnreadableDocument` where a part is protected or the archive would unpack without end."""
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        entries = self._archive.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > _MOST_UNPACKED:
            raise UnreadableDocument(path, Cause.TOO_BIG, f"{unpacked / 1024 / 1024:,.0f} MB")
        self.names = frozenset(entry.filename for entry in entries)
        if any(entry.flag_bits & 1 for entry in entries) or self._is_encrypted():
            raise UnreadableDocument(path, Cause.PROTECTED)

    def _is_encrypted(self) -> bool:
        """OpenDocument and HWPX files name in their manifest the parts that a password encrypts."""
        manifest = "META-INF/manifest.xml"
        return manifest in self.names and b"encryption-data" in self._archive.read(manifest)

    def xml(self, name: str) -> Element:
        """The root of a part; raises ``KeyError`` where there is no such part, ``ParseError`` where it is no XML."""
        root: Element = fromstring(self._archive.read(name), forbid_dtd=True)
        return root

    def optional(self, name: str) -> Element | None:
        """The root of a part, or nothing where there is no such part."""
        return self.xml(name) if name in self.names else None

    def relations(self, part: str) -> Mapping[str, Relation]:
        """What a part of an Office file refers to, by id."""
        folder, _, name = part.rpartition("/")
        root = self.optional(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {} if root is None else {one.get("Id", ""): Relation.of(one, folder) for one in root}

    def main_part(self) -> str:
        """The name of the main part of an Office file; raises ``KeyError`` where it has none."""
        for relation in self.relations("").values():
            if relation.kind.endswith(_MAIN):
                return relation.target
        raise KeyError("no main part")


class Relation:
    """What a part refers to: another part by its name, or an address outside the file."""

    __slots__ = ("is_external", "kind", "target")

    def __init__(self, kind: str, target: str, is_external: bool) -> None:
        self.kind, self.target, self.is_external = kind, target, is_external

    @classmethod
    def of(cls, element: Element, folder: str) -> Relation:
        """Return the relation that an element of a ``.rels`` part describes, its target named from the root."""
        kind, target = element.get("Type", ""), element.get("Target", "")
        if element.get("TargetMode") == "External":
            return cls(kind, target, True)
        return cls(kind, posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/"), False)


def name_of(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Element, *names: str) -> Element | None:
    """The element that a path of names, without namespaces, leads to."""
    found: Element | None = element
    for name in names:
        if found is None:
            return None
        found = next((one for one in found if name_of(one) == name), None)
    return found


def children(element: Element, *names: str) -> list[Element]:
    """The elements in the one that a path of names leads to; none where there is no such element."""
    found = child(element, *names)
    return [] if found is None else list(found)


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of an element by its name without namespace."""
    if element is None:
        return None
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), None)


def whole(text: str | None, otherwise: int) -> int:
    """A number of an attribute of at most five digits, ``otherwise`` where it is none."""
    return int(text) if text is not None and text.isascii() and text.isdecimal() and len(text) < 6 else otherwise
