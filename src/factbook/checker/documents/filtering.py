"""Which findings are told: those asked for, not excused in the text, not known from before."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from factbook.checker.documents.checking import CheckedDocument
from factbook.checker.documents.model import Note, Notice
from factbook.checker.documents.places import place_of
from factbook.checker.sentences import Finding

#: The format of a baseline file; one of another is refused.
_FORMAT = 1


class UnreadableBaseline(Exception):  # noqa: N818 (it is the file that is named)
    """A baseline file that is none; ``reason`` says why."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


Fingerprint = tuple[str, str, str]


def excused(one: CheckedDocument) -> CheckedDocument:
    """A document without the findings that its own comments excuse."""
    ignored = one.document.ignored if one.document is not None else ()

    def is_kept(finding: Finding) -> bool:
        _, line = place_of(one, finding.start)
        return not any(each.code == finding.code and each.first <= line <= each.last for each in ignored)

    return _without(one, is_kept, Notice.IGNORED) if ignored else one


def chosen(one: CheckedDocument, only: Collection[str], ignore: Collection[str]) -> CheckedDocument:
    """A document with the findings of the codes in ``only`` (all, where it is empty), without those in ``ignore``."""
    return _without(
        one, lambda finding: (not only or finding.code in only) and finding.code not in ignore, Notice.LEFT_OUT
    )


def unknown(one: CheckedDocument, known: Counter[Fingerprint], beside: Path) -> CheckedDocument:
    """A document without the findings in ``known``, each of which counts as often as it is there."""
    left = known.copy()

    def is_kept(finding: Finding) -> bool:
        mark = _fingerprint(one, finding, beside)
        left[mark] -= 1
        return left[mark] < 0

    return _without(one, is_kept, Notice.KNOWN)


def _without(one: CheckedDocument, is_kept: Callable[[Finding], bool], notice: Notice) -> CheckedDocument:
    kept = tuple(finding for finding in one.report.findings if is_kept(finding))
    dropped = len(one.report.findings) - len(kept)
    if not dropped:
        return one
    return replace(one, report=replace(one.report, findings=kept), notes=(*one.notes, Note(notice, number=dropped)))


def load(path: Path) -> Counter[Fingerprint]:
    """The findings of a baseline file; raises :class:`UnreadableBaseline`."""
    try:
        told = json.loads(path.read_text("utf-8"))
        if told["format"] != _FORMAT:
            raise ValueError(f"its format is {told['format']!r}, and this program reads {_FORMAT}")
        return Counter((str(one["path"]), str(one["code"]), str(one["text"])) for one in told["findings"])
    except OSError as error:
        raise UnreadableBaseline(path, error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableBaseline(path, str(error) or type(error).__name__) from error


def write(path: Path, checked: Iterable[CheckedDocument]) -> int:
    """Write all findings as known and return how many there are; raises ``OSError``."""
    marks = sorted(_fingerprint(one, finding, path.parent) for one in checked for finding in one.report.findings)
    listed = [{"path": file, "code": code, "text": text} for file, code, text in marks]
    path.write_text(
        json.dumps({"format": _FORMAT, "findings": listed}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    return len(marks)


def _fingerprint(one: CheckedDocument, finding: Finding, beside: Path) -> Fingerprint:
    """What makes a finding the same after a text has grown: its document seen from the baseline, its code and words."""
    path, folder = one.path.resolve(), beside.resolve()
    shown = path.relative_to(folder) if path.is_relative_to(folder) else path
    return shown.as_posix(), finding.code, " ".join(finding.text.split())


def all_of(checked: Sequence[CheckedDocument], only: Collection[str], ignore: Collection[str]) -> list[CheckedDocument]:
    """The documents without what their comments excuse and without the codes that were not asked for."""
    return [chosen(excused(one), only, ignore) for one in checked]
