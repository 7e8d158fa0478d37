"""Makes PDF and Word files for the tests, so that none lies in the project: invented texts, placed where a test wants them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx

Word = tuple[float, float, float, str]
"""Distance from the left and from the bottom of the page, size of the letters (all in points), and the text."""


def pdf(*pages: Sequence[Word], properties: str = "", encrypt: str = "") -> bytes:
    """A PDF of pages with texts in Helvetica. `properties` and `encrypt` are PDF dictionaries as they stand in the file."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"]
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    for number, words in enumerate(pages):
        drawn = "\n".join(f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET" for x, y, size, text in words)
        content = f"/Contents {5 + 2 * number} 0 R/Resources<</Font<</F 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{content}>>")
        objects.append(f"<</Length {len(drawn.encode('cp1252'))}>>stream\n{drawn}\nendstream")
    more = ""
    for key, value in (("Info", properties), ("Encrypt", encrypt)):
        if value:
            objects.append(value)
            more += f"/{key} {len(objects)} 0 R"
    return _assembled(objects, more)


def lines(texts: Sequence[str], left: float = 70, top: float = 700, size: float = 11, step: float = 14) -> list[Word]:
    """Lines of text, one below the other."""
    return [(left, top - step * number, size, text) for number, text in enumerate(texts)]


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assembled(objects: Sequence[str], more: str) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    table = f"xref\n0 {count}\n0000000000 65535 f \n{table}"
    trailer = f"trailer<</Size {count}/Root 1 0 R{more}/ID[<00><00>]>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + (table + trailer).encode("ascii")


LOCKED = f"<</Filter/Standard/V 1/R 2/Length 40/P -44/O<{'11' * 32}>/U<{'22' * 32}>>>"
"""Says that a PDF asks for a password, and fits none."""


def word(*paragraphs: str, title: str = "", author: str = "") -> bytes:
    """A Word file of these paragraphs."""
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = title, author
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    return saved(made)


def saved(made: docx.document.Document) -> bytes:
    """The bytes of a Word file."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A zip with one part put in, in place of one of that name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return stream.getvalue()


def body(xml: str, data: bytes | None = None) -> bytes:
    """A Word file whose body is this XML."""
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    names += ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    content = f'<?xml version="1.0"?><w:document {names}><w:body>{xml}</w:body></w:document>'
    return with_part(data or word("x"), "word/document.xml", content.encode())


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()
