"""Text cut into sentences, with the line each begins on. Linear in the length of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from factbook.checker.sentences.model import Sentence

#: A sentence longer than this is cut: it is a table or a list that lost its line ends.
LONGEST_SENTENCE = 1200
_BREAK = re.compile(
    r"(?P<blank>\n[ \t]*\n\s*)"
    r"|(?P<line>\n)"
    r"|(?P<stop>[.!?。][)\"'”’」』\]]*(?=\s|$))"
    r"|(?P<korean>다\.(?=[가-힣\[\"'“‘(]))"
    r"|(?P<label> / (?=\[))"
    r"|(?P<cell>\|)"
)
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|vs|Inc|Co|Ltd|No|approx|e\.g|i\.e|Dr|Mr|Ms|Corp|est|ca|Fig|cf|al))\.$")
_OPENS_BLOCK = re.compile(
    r"[ \t]*(?:#{1,6}\s|[-*+•·○◦▪■□◆▶※][ \t]|[0-9]{1,3}[.)][ \t]|>|\||<|\[[가-힣A-Za-z ]{1,12}\](?!\())"
)
#: Words that open a sentence where they are capitalised: a line that starts with one does not end the last one.
_OPENS_SENTENCE = re.compile(
    r"(?:The|In|It|This|These|Those|About|Around|Approximately|By|According|More|Nearly|Over|An?|And|But)[ ]"
)
_HEADING = re.compile(r"[ \t]*#{1,6}\s")
_LABEL = re.compile(r"\s*\[(?P<label>[^\[\]\n]{1,20})\](?!\()")
_HANGUL = re.compile("[가-힣]")
_LATIN = re.compile("[A-Za-z]")


class Lines:
    """Line numbers, from 1, of positions in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def of(self, position: int) -> int:
        """The line that holds ``position``."""
        return bisect_right(self._starts, position)


def language_of(text: str) -> str:
    """``ko`` where a fifth of the letters or more are Hangul, else ``en``."""
    sample = text[:20000]
    hangul, latin = len(_HANGUL.findall(sample)), len(_LATIN.findall(sample))
    return "ko" if hangul * 4 >= max(1, latin) else "en"


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences, headings, list items and cells of ``text``; a single line end inside a paragraph is a space."""
    start, paragraph, heading, label = 0, 0, bool(_HEADING.match(text)), ""
    for cut, following, new_paragraph in _cuts(text):
        piece = text[start:cut]
        if piece.strip():
            if named := _LABEL.match(piece):
                label = named["label"]
            yield Sentence(piece, start, cut, paragraph, heading, label)
        start = following
        if new_paragraph:
            paragraph, heading, label = paragraph + 1, bool(_HEADING.match(text, following)), ""


def _cuts(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where a sentence ends, where the next begins, and whether a paragraph ends there."""
    last = block = 0
    for match in _BREAK.finditer(text):
        while match.start() - last > LONGEST_SENTENCE:
            last += LONGEST_SENTENCE
            yield last, last, False
        ends_block = match["blank"] or match["line"]
        if match["line"] and not (_OPENS_BLOCK.match(text, match.end()) or _HEADING.match(text, block)):
            if not _OPENS_SENTENCE.match(text, match.end()):
                continue
            ends_block = None
        if match["stop"] and _ABBREVIATION.search(text, max(last, match.start() - 8), match.start() + 1):
            continue
        yield match.start() if ends_block else match.end(), match.end(), bool(ends_block)
        last = match.end()
        block = last if ends_block else block
    while len(text) - last > LONGEST_SENTENCE:
        last += LONGEST_SENTENCE
        yield last, last, False
    yield len(text), len(text), True
