"""What a reader of a channel yields, one item a statement that it reads back."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.problems import Problem

#: What is wrong with a statement; ``None`` where it is as it must be.
Read = Problem | None
Readings = Iterator[Read]
