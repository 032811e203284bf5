"""How well whole documents are read: tables, counts, multiples and shares, right and wrong."""

from __future__ import annotations

import pytest

from bench.documents import of_documents, of_passages


@pytest.mark.parametrize("name", ["documents.jsonl", "written-documents.jsonl"])
def test_at_least_90_percent_of_wrong_documents_are_found_and_at_most_3_percent_of_the_others_flagged(name: str):
    score = of_documents(name)
    assert len(score.missed) <= score.wrong * 0.1, score.missed
    assert len(score.flagged) <= score.right * 0.03, score.flagged


def test_at_least_95_percent_of_wrong_passages_are_found_and_at_most_3_percent_of_the_others_flagged():
    score = of_passages()
    assert len(score.missed) <= score.wrong * 0.05, score.missed
    assert len(score.flagged) <= score.right * 0.03, score.flagged
