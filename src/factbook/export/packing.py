"""Pack a document of several files again, so that it rests on what is in it alone."""

from __future__ import annotations

import io
import zipfile

#: The earliest day that ZIP knows, in place of that of the machine.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def repeatable(packed: bytes) -> bytes:
    """Return the ZIP archive with the same files in the same order and no times.

    What is stored uncompressed stays so: readers of OWPML look for the type of the file at a fixed place.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            fresh = zipfile.ZipInfo(entry.filename, _NO_DATE)
            fresh.compress_type, fresh.external_attr = entry.compress_type, 0o644 << 16
            after.writestr(fresh, before.read(entry), compresslevel=9)
    return out.getvalue()
