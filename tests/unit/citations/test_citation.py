"""CITATION.cff obeys the Citation File Format 1.2.0.

Its schema (CC BY 4.0, doi:10.5281/zenodo.5171937) lies in data/.
"""

import json

import jsonschema
import yaml

from folders import ROOT

SCHEMA = json.loads((ROOT / "tests/data/citation-file-format-1.2.0.schema.json").read_text("utf-8"))


def problems(citation: dict[str, object]) -> list[str]:
    checker = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    return [error.message for error in checker.iter_errors(citation)]


def citation() -> dict[str, object]:
    # Dates stay text, as the schema wants them.
    return yaml.load((ROOT / "CITATION.cff").read_text("utf-8"), Loader=yaml.BaseLoader)


def test_the_citation_file_is_valid():
    assert problems(citation()) == []


def test_a_citation_file_without_a_title_is_not_valid():
    broken = citation()
    del broken["title"]
    assert problems(broken) == ["'title' is a required property"]
