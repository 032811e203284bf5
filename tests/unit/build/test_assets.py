"""A stylesheet loses what nothing can match, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from factbook.build import assets
from factbook.build.assets import breakpoints, bundle, names, purge, purged

NAMES = names.of_pages(['<html><body><p class="note big" id="first">x</p></body></html>']) | names.of_scripts(
    ['element.classList.add("open")']
)

KEPT = [
    ".note{color:red}",
    "p.note#first:hover::before{color:red}",
    ".open>.note{color:red}",
    "*{color:red}",
    ":root{color:red}",
    "p:not(.absent){color:red}",
    "p:has(.absent){color:red}",
    '[data-theme="dark"] p{color:red}',
    ":is(.absent,.note) p{color:red}",
    "p:nth-child(2n + 1){color:red}",
    "@media print{p{color:red}}",
    "@keyframes turn{from{opacity:0}to{opacity:1}}",
]
GONE = [
    ".absent{color:red}",
    "#absent{color:red}",
    "video{color:red}",
    "p .absent:hover{color:red}",
    ":is(.absent,#absent) p{color:red}",
    "@media print{.absent{color:red}}",
    "@font-face{font-family:Icons;src:url(icons.woff2)}",
]


@pytest.mark.parametrize("css", KEPT)
def test_a_rule_that_something_may_match_stays_as_it_is(css: str):
    assert purge.purge(css, NAMES) == css


@pytest.mark.parametrize("css", GONE)
def test_a_rule_that_nothing_can_match_goes(css: str):
    assert purge.purge(css, NAMES) == ""


def test_of_a_list_of_selectors_only_those_stay_that_can_match():
    assert purge.purge(".absent,p,h1 .note,p>em{color:red}", NAMES) == "p{color:red}"


def test_custom_properties_that_nothing_reads_go_and_so_do_those_that_only_they_read():
    css = ':root{--a:1px;--b:var(--a);--c:red;--d:url("data:a;b}c")}p{color:var(--c)}'
    assert purge.without_unread(css, frozenset()) == ":root{--c:red;}p{color:var(--c)}"


def test_a_custom_property_that_a_script_reads_stays():
    met = names.of_scripts(['style.getPropertyValue("--a")'])
    assert purge.without_unread(":root{--a:1px}", met) == ":root{--a:1px}"


def test_movements_that_nothing_makes_go():
    turn, fade = "@keyframes turn{from{top:0}to{top:1px}}", "@keyframes fade{0%{opacity:0}}"
    assert purge.without_unread(f"{turn}{fade}p{{animation:1s turn}}", frozenset()) == f"{turn}p{{animation:1s turn}}"


@pytest.mark.parametrize(
    ("css", "small"),
    [
        (
            "@container (max-width: 44rem) {\n  .a :is(p, td) { top: 0 }\n}",
            "@container (width<=44rem){.a :is(p,td){top:0}}",
        ),
        (".a :not(.b) { top: 0 }", ".a :not(.b){top:0}"),
        (".a { &:hover { top: 0 } }", ".a:hover{top:0}"),
        ("@media (max-width: 991.98px) { p { top: 0 } }", "@media (max-width:61.99875em){p{top:0}}"),
    ],
)
def test_a_small_rule_asks_for_the_same_as_the_long_one(css: str, small: str):
    assert bundle.minified(css) == small


def test_a_script_asks_for_the_width_that_the_stylesheet_asks_for():
    script = 'matchMedia("(min-width: 992px)").matches || innerWidth > 992'
    assert breakpoints.in_ems(script) == 'matchMedia("(min-width:62em)").matches || innerWidth > 992'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of two languages as Sphinx leaves it."""
    for language in ("ko", "en"):
        static = tmp_path / "site" / language / "_static"
        (static / "styles").mkdir(parents=True)
        (static / "styles" / "theme.css").write_text('@import "../basic.css"; .absent{color:red} .note{top:0}', "utf-8")
        (static / "basic.css").write_text("p{margin:0;background:url(dot.png)}", "utf-8")
        (static / "dot.png").write_bytes(b"picture")
        (static / "book.css").write_text(".own-but-absent { color : blue }", "utf-8")
        (static / "print.css").write_text("p{color:black}", "utf-8")
        (static / "book.js").write_text("/* Why. */\nload( 'shared.js' );\n", "utf-8")
        (static / "unasked.js").write_text("", "utf-8")
        (tmp_path / "site" / language / "index.html").write_text(
            '<html><head><link href="_static/styles/theme.css?v=1" rel="stylesheet" />\n'
            '<link rel="stylesheet" type="text/css" href="_static/book.css" />\n'
            '<link media="print" rel="stylesheet" href="_static/print.css" />\n'
            '<script defer src="_static/book.js"></script></head><body><p class="note">x</p></body></html>',
            "utf-8",
        )
    (tmp_path / "site" / "_static").mkdir()
    (tmp_path / "site" / "_static" / "shared.js").write_text('"absent"', "utf-8")
    assets.lighten(tmp_path / "site", frozenset({"book.css", "print.css"}), tmp_path / "store")
    return tmp_path / "site"


def test_every_page_links_one_sheet_whose_name_tells_its_content(folder: Path):
    (sheet,) = (folder / "_static").glob("book.*.css")
    for language in ("ko", "en"):
        html = (folder / language / "index.html").read_text("utf-8")
        assert html.count("stylesheet") == 1
        assert f'href="../_static/{sheet.name}"' in html


def test_the_sheet_holds_all_in_the_order_of_the_cascade_with_its_pictures(folder: Path):
    (sheet,) = (folder / "_static").glob("book.*.css")
    assert sheet.read_text("utf-8") == (
        "p{background:url(data:image/png;base64,cGljdHVyZQ==);margin:0}.note{top:0}"
        ".own-but-absent{color:#00f}@media print{p{color:#000}}"
    )


def test_scripts_come_without_their_comments(folder: Path):
    assert (folder / "ko" / "_static" / "book.js").read_text("utf-8") == "load('shared.js');"


def test_only_files_that_something_asks_for_are_published(folder: Path):
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    (sheet,) = (folder / "_static").glob("book.*.css")
    assert left == {
        *("ko/index.html", "ko/_static/book.js", "en/index.html", "en/_static/book.js"),
        *("_static/shared.js", f"_static/{sheet.name}"),
    }


def test_a_stylesheet_is_purged_once_for_the_same_names_and_kept_no_longer_than_it_is_asked_for(tmp_path, monkeypatch):
    css, met = ".here{top:0}.absent{left:0}", frozenset({"here"})
    with purged.kept(tmp_path) as known:
        first = known.of(css, met)
    assert first == ".here{top:0}"
    with monkeypatch.context() as without:
        without.setattr(purge, "purge", None)
        with purged.kept(tmp_path) as known:
            assert known.of(css, met) == first
    with purged.kept(tmp_path) as known:
        assert known.of(css, met | {"absent"}) == css
    assert len(list(tmp_path.iterdir())) == 1
