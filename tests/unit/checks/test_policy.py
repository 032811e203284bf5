"""A page that its policy does not govern, or that holds what it forbids, is told."""

from __future__ import annotations

import pytest

from factbook.checks.of_pages import policy
from factbook.checks.policy import POLICY

GOVERNED = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'


@pytest.fixture
def governed(made):
    """Hand-written pages that carry the policy."""
    for language in ("ko", "en"):
        made.write(language, "index", "<p>x</p>", GOVERNED)
    return made


def test_a_page_with_its_policy_scripts_in_files_and_data_passes(governed):
    data = '<script type="application/json">{"a": 1}</script><a href="index.html" data-on="x">x</a>'
    governed.write("en", "index", data, f'{GOVERNED}<script src="a.js"></script>')
    assert governed.found(policy) == []


@pytest.mark.parametrize(
    "head",
    [
        "",
        GOVERNED.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        f'<script src="a.js"></script>{GOVERNED}',
        f'<link rel="stylesheet" href="a.css">{GOVERNED}',
    ],
)
def test_a_page_that_the_policy_does_not_govern_from_its_start_is_told(governed, head):
    governed.write("ko", "index", "", head)
    problem = governed.the_problem(policy)
    assert problem.code == "page.policy"
    assert "does not come first" in problem.found


def test_the_page_of_results_is_a_page_too(governed):
    governed.write("ko", "search", "", "")
    assert governed.the_problem(policy).file.endswith("ko/search.html")


@pytest.mark.parametrize(
    ("article", "found"),
    [
        ("<script>start()</script>", "it has a script within it: «start()»"),
        ('<script type="module">start()</script>', "it has a script within it: «start()»"),
        ('<button onclick="go()">x</button>', "<button onclick=…> is a script"),
        ('<a href=" JavaScript:go()">x</a>', "<a href= JavaScript:go()> is a script"),
    ],
)
def test_a_script_within_a_page_is_told(governed, article, found):
    governed.write("en", "index", article, GOVERNED)
    assert governed.the_problem(policy).found == found
