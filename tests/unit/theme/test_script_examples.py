"""The examples by which node tests the scripts are what Python computes today."""

from __future__ import annotations

import json

from js import examples


def test_the_examples_are_those_that_python_writes():
    assert examples.FILE.read_text("utf-8") == examples.written(), "run: python -m tests.js.examples"


def test_every_kind_of_example_is_there():
    kinds = json.loads(examples.FILE.read_text("utf-8"))
    assert {name: len(kinds[name]) for name in ("said", "converted", "digits", "terms")} == {
        "said": 408,
        "converted": 216,
        "digits": 8,
        "terms": 6,
    }
