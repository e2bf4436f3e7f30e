"""The pack as a Word file: headings are headings, and every table says its head again."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from oversight.meetings.pack import Pack, Sheet, Table

TYPEFACE = "Arial"
WIDE = Mm(178)
BLACK = RGBColor(0, 0, 0)
CELL = "Cell"
SIZES = {"Normal": 10.5, "Heading 1": 20, "Heading 2": 16, "Heading 3": 12, "Footer": 8, CELL: 9.5}


def word_file(pack: Pack) -> bytes:
    document = begun(pack.title, f"{pack.marked} As at {pack.as_at}.")
    document.core_properties.comments = f"As at {pack.as_at}"
    document.add_heading(pack.title, 1)
    _pairs(document, pack.cover)
    for note in (pack.marked, *pack.notes):
        document.add_paragraph(note)
    document.add_heading(pack.agenda.title, 2)
    _table(document, pack.agenda)
    for sheet in pack.sheets:
        _sheet(document, sheet)
    return saved(document)


def begun(title: str, footer: str) -> Any:
    """An empty document in our typeface, with its title and its footer."""
    document = Document()
    _styles(document)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "Casetrack", "en-GB"
    _footer(document, footer)
    return document


def saved(document: Any) -> bytes:
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _styles(document: Any) -> None:
    """Black on white in one typeface, A4, and in our language."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin, section.bottom_margin = Mm(14), Mm(16)
    cell = document.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = document.styles["Normal"]
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = TYPEFACE, Pt(size), BLACK
        style.paragraph_format.space_after = Pt(1 if name == CELL else 4)
        fonts = style.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _footer(document: Any, said: str) -> None:
    """What it is and as at which day, then page x of y, which Word counts."""
    line = document.sections[0].footer.paragraphs[0]
    line.add_run(f"{said} Page ")
    _counted(line, "PAGE")
    line.add_run(" of ")
    _counted(line, "NUMPAGES")


def _counted(line: Any, what: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    line._p.append(field)


def _sheet(document: Any, sheet: Sheet) -> None:
    document.add_heading(sheet.title, 2).paragraph_format.page_break_before = True
    if sheet.said:
        words = document.add_paragraph(style="Quote")
        words.add_run(sheet.said).add_break(WD_BREAK.LINE)
        words.add_run(sheet.said_how).font.size = Pt(9)
    else:
        for paragraph in filter(None, sheet.said_how.split("\n\n")):
            document.add_paragraph(paragraph)
    _pairs(document, sheet.facts)
    if sheet.why:
        document.add_heading("Why now", 3)
    for reason in sheet.why:
        document.add_paragraph(reason, style="List Bullet")
    for table in sheet.tables:
        document.add_heading(table.title, 3)
        _table(document, table)


def _pairs(document: Any, pairs: list[tuple[str, str]]) -> None:
    for name, said in pairs:
        line = document.add_paragraph()
        line.paragraph_format.space_after = Pt(1)
        line.add_run(f"{name}: ").bold = True
        line.add_run(said)


def _table(document: Any, table: Table) -> None:
    if not table.rows:
        document.add_paragraph(table.nothing)
        return
    made = document.add_table(rows=0, cols=len(table.head), style="Table Grid")
    made.autofit = False
    widths = [int(WIDE * share / sum(table.widths)) for share in table.widths]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for row in (table.head, *table.rows):
        line = made.add_row()
        _never_split(line)
        for cell, said, width in zip(line.cells, row, widths, strict=True):
            cell.text, cell.width = said, width
            # By its mark: to look a style up by its name, cell by cell, takes seconds.
            cell.paragraphs[0]._p.style = CELL
    _is_head(made.rows[0])
    if table.note:
        document.add_paragraph(table.note)


def _never_split(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _is_head(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
