"""What stands in a file that is taken out, as text: as much of it as somebody reads."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.table import Table
from pypdf import PdfReader

from oversight.export import DOCX, PDF


def of_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def of_word(content: bytes) -> str:
    """Headings, paragraphs and tables, one after the other; then the foot."""
    document = Document(BytesIO(content))
    said = []
    for part in document.iter_inner_content():
        said += _cells(part) if isinstance(part, Table) else [part.text]
    foot = [line.text for line in document.sections[0].footer.paragraphs]
    return "\n".join([*said, *foot])


def _cells(table: Table) -> list[str]:
    return [cell.text for row in table.rows for cell in row.cells]


READ = {PDF: of_pdf, DOCX: of_word}


def content_of(answer: Any) -> bytes:
    """The content of an answer, a file of a kind that packs text as the text that is in it."""
    read = READ.get(answer.get("Content-Type", ""))
    return read(answer.content).encode() if read else answer.content
