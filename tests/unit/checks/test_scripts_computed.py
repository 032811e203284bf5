"""The scripts of the pages, run without a browser, say won as Python does, and a slip in one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from factbook import theme
from factbook.checks.channels import scripts
from factbook.data.layout import Layout
from factbook.facts import state
from factbook.theme import bundling
from folders import ROOT

BOOK = Layout(ROOT)
SLIPS = [
    ("((2n * units + ulp) / (2n * ulp)) * ulp", "(units / ulp) * ulp"),
    ("times(usd, rate)", 'times(times(usd, rate), "1.1")'),
    ("JSON.parse(words.money), qualifier", "JSON.parse(words.money)"),
    ("{3}", "{4}"),
    ("amount: stays ? said(number) : printed", "amount: printed"),
    ("{ rate: shown(rate), amount: printed });", "{ rate: shown(rate), amount: said(number) });"),
    ("detail: { rate: Number(rate) }", "detail: { rate: 1 / Number(rate) }"),
    ('signal("rate", rate ?? own)', 'signal("rate", own)'),
    ("asked.value = rate", "asked.value = rate * 10"),
]
CONTROL = {
    "ko": '{"scales": [["경", 16], ["조", 12], ["억", 8], ["만", 4]], "currency": "원", "hedges": '
    '{"": "{0}", "about": "약 {0}", "at-least": "{0} 이상", "at-most": "{0} 이하"}}',
    "en": '{"scales": [["trillion", 12], ["billion", 9], ["million", 6]], "currency": "KRW", "hedges": '
    '{"": "{0}", "about": "about {0}", "at-least": "at least {0}", "at-most": "at most {0}"}}',
}


def site(folder: Path, money: dict[str, str] = CONTROL) -> Path:
    """A site of one page a language, with the scripts of the book."""
    for language, words in money.items():
        static = folder / language / "_static"
        static.mkdir(parents=True)
        (static / theme.SCRIPT).write_text(bundling.bundled(theme.SCRIPTS / theme.SCRIPT), "utf-8")
        said = "data-also='{amount}' data-was='{amount}' data-title='{amount}'"
        page = f"<html><body><div class='rate' data-report='1220' {said} data-money='{words}'></div>"
        (folder / language / "market.html").write_text(page, "utf-8")
    return folder


def found(folder: Path) -> list[str]:
    problems = list(filter(None, scripts.check(BOOK, folder)))
    assert {problem.code for problem in problems} <= {"channel.rate"}
    return [problem.found for problem in problems]


def test_the_scripts_say_what_python_says(tmp_path):
    assert found(site(tmp_path)) == []


@pytest.mark.parametrize(("right", "wrong"), SLIPS)
def test_a_slip_in_a_script_is_told(tmp_path, right, wrong):
    folder = site(tmp_path)
    for path in folder.glob(f"*/_static/{theme.SCRIPT}"):
        text = path.read_text("utf-8")
        assert right in text
        path.write_text(text.replace(right, wrong), "utf-8")
    assert any(what.endswith("won to the dollar") for what in found(folder))


def test_a_scale_of_another_power_is_told(tmp_path):
    money = {"en": CONTROL["en"].replace('"trillion", 12', '"trillion", 13')}
    assert "the control has the scales" in found(site(tmp_path, {"ko": CONTROL["ko"]} | money))[0]


def test_the_amounts_that_follow_are_among_those_that_are_tried():
    known = state.read(BOOK.package).facts
    assert len(list(scripts._amounts(known, "en"))) > 100
