"""The checker of documents for a page of the site, and Python for browsers to run it, as scripts that hold files.

A page on a disk fetches nothing and starts no worker from a file, but it loads scripts. So each file is published
compressed in a classic script, and the page makes a worker of them. A server needs to know no WebAssembly either.

Python for browsers is Pyodide: ``runtime`` is the folder of its npm package.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from factbook import theme
from factbook.theme import bundling

#: The numbers of the book, to which documents are held that quote it.
NUMBERS = "numbers"
#: What a page loads, in this order; the numbers change with the data, all else with the version only.
PARTS = ("worker", "wasm", "library", "checker", NUMBERS)
_PACKAGE = Path(__file__).parents[1]
#: The parts of this package that check documents (a test of layers holds them to need no other).
_OWN = ("__init__.py", "problems.py", "checker", "languages", "quantities")
#: What they read documents with; the formats of those that are not installed are told as not read.
_LIBRARIES = ("defusedxml", "pypdf", "olefile", "xlrd")
_IN_LIBRARY = re.compile(r"^\w+/.*\.py$|LICEN[CS]E[^/]*$")
#: What licences ask for beside the files.
_ORIGIN = (
    "/* For the page that checks documents, with Python for browsers: Pyodide (MPL-2.0; github.com/pyodide/pyodide). */"
)
#: The earliest day that ZIP knows, so that the archive rests on its contents alone.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def file_of(part: str) -> str:
    """The name of the script that holds a part."""
    return f"check-{part}.js"


def version(runtime: Path) -> str:
    """A digest of all parts but the numbers. Raises :class:`OSError` where the runtime is not whole."""
    whole = hashlib.sha256()
    for name, data in _parts(runtime):
        whole.update(name.encode() + data)
    return whole.hexdigest()[:12]


def write(runtime: Path, numbers: Path, folder: Path) -> None:
    """Write the scripts to ``folder``; ``numbers`` is the published file of numbers. Raises :class:`OSError`."""
    for name, data in (*_parts(runtime), (NUMBERS, numbers.read_bytes())):
        packed = base64.b64encode(gzip.compress(data, 6, mtime=0)).decode()
        script = f'{_ORIGIN}\n((window.factbook??={{}}).parts??={{}}).{name}="{packed}";\n'
        (folder / file_of(name)).write_text(script, "utf-8")


def _parts(runtime: Path) -> Iterator[tuple[str, bytes]]:
    yield "worker", _worker(runtime).encode()
    yield "wasm", (runtime / "pyodide.asm.wasm").read_bytes()
    yield "library", (runtime / "python_stdlib.zip").read_bytes()
    yield "checker", _archive()


def _worker(runtime: Path) -> str:
    """One script, as a worker made of a text has no folder to load others from."""
    lock = json.loads((runtime / "pyodide-lock.json").read_text("utf-8"))
    # What it says of packages that nobody loads is nine tenths of it.
    known = f"const PYODIDE_LOCK = {json.dumps(json.dumps(lock | {'packages': {}}))};\n"
    scripts = ((runtime / name).read_text("utf-8") for name in ("pyodide.asm.js", "pyodide.js"))
    return ";\n".join((*scripts, known + bundling.bundled(theme.SCRIPTS / theme.WORKER)))


def _archive() -> bytes:
    """The modules of the checker and of what it reads documents with. Stored, since all of it is compressed once."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, path in sorted({**_own(), **_of_libraries()}.items()):
            archive.writestr(zipfile.ZipInfo(name, _NO_DATE), path.read_bytes())
    return out.getvalue()


def _own() -> dict[str, Path]:
    tops = (_PACKAGE / name for name in _OWN)
    found = (path for top in tops for path in (top.rglob("*.py") if top.is_dir() else (top,)))
    return {path.relative_to(_PACKAGE.parent).as_posix(): path for path in found}


def _of_libraries() -> dict[str, Path]:
    """The modules of the libraries that are installed, each with its licence."""
    found: dict[str, Path] = {}
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            files = distribution(name).files or ()
            found |= {str(one): Path(str(one.locate())) for one in files if _IN_LIBRARY.search(str(one))}
    return found
