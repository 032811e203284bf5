"""``factbook stale`` lists the rows that were to be looked at again by a day that has passed; an issue repeats it."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from factbook.data import cutoff
from factbook.data.package import REVIEW_BY
from factbook.data.reviews.model import digest
from factbook.data.reviews.overdue import overdue
from tiny_book import REAL, TinyBook

FACTS = "data/facts.csv"
WORKFLOW = REAL.root / ".github" / "workflows" / "stale.yml"


@pytest.fixture
def dated(tiny: TinyBook) -> TinyBook:
    """The tiny book with days to look again: of one number, and of another an earlier one."""
    return with_days(tiny, {"market-2025": "2027-06-30", "papers": "2027-01-31"})


def with_days(tiny: TinyBook, days: dict[str, str]) -> TinyBook:
    path = tiny.root / FACTS
    head, *rows = path.read_text("utf-8").splitlines()
    assert days.keys() <= {row.split(",")[0] for row in rows}
    lines = [f"{head},{REVIEW_BY}", *(f"{row},{days.get(row.split(',')[0], '')}" for row in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    field = next(one for one in REAL.package.resource("facts")["schema"]["fields"] if one["name"] == REVIEW_BY)
    tiny.declared(
        lambda descriptor: next(one for one in descriptor["resources"] if one["name"] == "facts")["schema"][
            "fields"
        ].append(field)
    )
    return tiny


def test_an_overdue_row_is_listed_with_its_place_what_it_says_the_day_and_what_to_do(dated):
    outcome = dated.run("stale", "--on", "2027-02-01")
    assert outcome.status == 1
    line = dated.line_of(FACTS, "papers,")
    assert outcome.said.startswith(
        f"{FACTS}:{line}, column review_by: «facts/papers» was to be looked at again by 2027-01-31: "
    )
    assert "Papers reviewed: 55 papers" in outcome.said
    assert "to mend: look whether it still holds in lee2023 and newer sources" in outcome.said
    assert outcome.said.endswith("1 row is overdue on 2027-02-01\n")
    assert "market-2025" not in outcome.said


def test_on_its_day_a_row_is_not_yet_overdue(dated):
    outcome = dated.run("stale", "--on", "2027-01-31")
    assert (outcome.status, outcome.said) == (0, "no row is overdue on 2027-01-31\n")


def test_the_longest_overdue_comes_first(dated):
    found = overdue(dated.layout.package, date(2028, 1, 1))
    assert [problem.found.split("»")[0] for problem in found] == ["«facts/papers", "«facts/market-2025"]
    assert {problem.code for problem in found} == {"review.overdue"}
    assert dated.run("stale", "--on", "2028-01-01").said.endswith("2 rows are overdue on 2028-01-01\n")


def test_without_a_day_today_is_asked_for(tiny):
    yesterday, tomorrow = (date.today() + timedelta(days) for days in (-1, 1))
    book = with_days(tiny, {"market-2025": f"{yesterday}", "papers": f"{tomorrow}"})
    outcome = book.run("stale")
    assert outcome.status == 1
    assert "facts/market-2025" in outcome.said and "facts/papers" not in outcome.said


def test_a_day_that_cannot_be_read_ends_with_2_and_names_its_place(dated):
    dated.replace(FACTS, "2027-01-31", "31.01.2027")
    outcome = dated.run("stale", "--on", "2027-02-01")
    assert outcome.status == 2
    place = f"{FACTS}:{dated.line_of(FACTS, 'papers,')}, column review_by"
    assert outcome.problem("data.date").startswith(f"{place}: «31.01.2027» is no day")


@pytest.mark.parametrize("day", ["tomorrow", "2027-02-30"])
def test_a_day_to_ask_for_that_is_none_ends_with_2(dated, day):
    assert dated.run("stale", "--on", day).status == 2


def test_a_table_that_cannot_be_read_ends_with_2(dated):
    dated.append(FACTS, "too,few,cells")
    assert dated.run("stale").status == 2


def test_the_numbers_that_a_text_names_are_said(tiny):
    (row,) = (one for one in REAL.package.rows("milestones") if one["id"] == "hutom-valuation")
    (found,) = (one for one in overdue(REAL.package, date(2100, 1, 1)) if (one.file, one.line) == (row.file, row.line))
    assert "{" not in found.found
    assert "1,000억" in found.found


def test_to_move_the_day_is_no_change_of_what_was_compared():
    assert digest({"id": "papers", REVIEW_BY: "2027-01-31"}) == digest({"id": "papers", REVIEW_BY: ""})
    assert digest({"id": "papers", REVIEW_BY: "2027-01-31"}) != digest({"id": "paper", REVIEW_BY: "2027-01-31"})


def test_every_day_of_the_book_comes_after_its_cut_off():
    assert overdue(REAL.package, cutoff.read(REAL.config) + timedelta(1)) == []


def test_forecasts_promises_prices_and_companies_are_to_be_looked_at_again():
    dated = {
        (table, row[REAL.package.columns(table)[0]])
        for table in REAL.package.files
        if REVIEW_BY in REAL.package.columns(table)
        for row in REAL.package.rows(table)
        if row[REVIEW_BY]
    }
    assert {table for table, _ in dated} == {"facts", "promises", "players", "milestones", "policies"}
    ends = {row["end"] for row in REAL.package.rows("forecasts") if row["end"]}
    late = {row["id"] for row in REAL.package.rows("facts") if row["id"] in ends and row["year"] > "2026"}
    assert {("facts", name) for name in late} <= dated
    assert {("facts", "heartflow-price"), ("promises", "siemens-2022"), ("players", "twin-health")} <= dated


class Repository:
    """A folder in which the step of the workflow runs, with a ``gh`` that notes what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked = folder / "asked"
        self.asked.touch()

    def step(self, status: int, issue: str = "") -> int:
        """The exit status of the step where ``factbook stale`` has this one, and ``issue`` is open."""
        self._program("factbook", f"echo 'data/facts.csv:2: overdue'; exit {status}")
        self._program("gh", f'if [ "$2" = list ]; then printf "{issue}"; else echo "$*" >> asked; fi')
        (step,) = (one for one in yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]["stale"]["steps"] if "env" in one)
        environment = {"PATH": f"{self.folder}{os.pathsep}{os.environ['PATH']}", "TITLE": step["env"]["TITLE"]}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, check=False).returncode

    def _program(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        path.chmod(0o755)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    if shutil.which("bash") is None:
        pytest.skip("no bash")
    return Repository(tmp_path)


def test_the_workflow_opens_an_issue_where_none_is_open_and_else_updates_that_one(repository):
    assert repository.step(1) == 0
    assert repository.step(1, issue="7") == 0
    created, edited = repository.asked.read_text("utf-8").splitlines()
    assert created.startswith("issue create --title Rows of the data to look at again --body-file")
    assert edited.startswith("issue edit 7 --body-file")
    assert "data/facts.csv:2: overdue" in (repository.folder / "issue.md").read_text("utf-8")


def test_the_workflow_closes_the_issue_once_nothing_is_overdue_and_opens_none_then(repository):
    assert repository.step(0) == 0
    assert repository.asked.read_text("utf-8") == ""
    assert repository.step(0, issue="7") == 0
    assert repository.asked.read_text("utf-8").startswith("issue close 7 ")


def test_the_workflow_fails_where_the_rows_cannot_be_read(repository):
    assert repository.step(2, issue="7") == 2
    assert repository.asked.read_text("utf-8") == ""


def test_the_workflow_is_scheduled_and_may_write_issues_only():
    said = yaml.load(WORKFLOW.read_text("utf-8"), Loader=yaml.BaseLoader)
    assert said["on"]["schedule"]
    assert said["permissions"] == {"contents": "read", "issues": "write"}
