"""A pack in every form says the same: kept and read again, as a tagged PDF, as a workbook."""

import json
from io import BytesIO

from openpyxl import load_workbook
from pypdf import PdfReader

from oversight.packs.files import pdf, workbook
from oversight.packs.pack import Grid, Pack, Picture, Sheet

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="700" height="80" viewBox="0 0 700 80">'
    '<title>Drawn</title><rect x="10" y="10" width="600" height="40" fill="#0b4f5c"/></svg>'
)
GRID = Grid(
    "", ("Month", "Children", "Share"), (("May", "1,204", "14.5%"), ("June", "hidden", "–"))
)
PICTURE = Picture(
    "Fewer live with parents than a year ago",
    "A line that falls from 93 to 87.",
    SVG,
    SVG,
    GRID,
    ("Month ends.",),
)
SHEET = Sheet(
    "Placed with parents (CP9)",
    "What share of children in care live with their parents?",
    "14.5% in June, lower than usual.",
    (("Target", "12.0%"), ("England", "7.0%")),
    ("Of every 100 children, 41 have their order discharged within a year.",),
    (PICTURE,),
    (Grid("By age", ("Age", "Children"), (("Under 1", "7"), ("1 to 4", "hidden"))),),
)
METHOD = Sheet("Placed with parents (CP9)", "What share?", "", said=("Children who live with P1.",))
PACK = Pack(
    "Castle Council: children in care, 30 June 2026",
    "Castle Council",
    "30 June 2026",
    "For the board: names nobody.",
    "Two of ten measures are worse than usual.",
    Grid("The measures", ("Measure", "Now"), (("Placed with parents", "14.5%"),), (3, 1)),
    (SHEET,),
    (METHOD,),
    ("Numbers from 1 to 5 are hidden.",),
    ["Two sources differ."],
)


def test_a_pack_that_was_kept_is_read_as_it_was() -> None:
    kept = json.loads(json.dumps(PACK.body))
    assert Pack.read(kept) == PACK
    assert Pack.read(kept).checksum == PACK.checksum


def test_the_mark_changes_with_anything_said() -> None:
    body = PACK.body | {"finding": "Three of ten measures are worse than usual."}
    assert Pack.read(body).checksum != PACK.checksum


def test_the_pdf_is_tagged_and_says_it_all() -> None:
    read = PdfReader(BytesIO(pdf(PACK)))
    catalogue = read.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    assert read.metadata is not None and read.metadata.title == PACK.title
    text = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    for said in (
        PACK.finding,
        SHEET.finding,
        SHEET.said[0],
        PICTURE.title,
        "1 to 4",
        PACK.checksum,
    ):
        assert said in text
    assert text.index("What is hidden") < text.index("How each figure is counted")


def test_a_workbook_has_numbers_as_numbers_and_marks_what_is_hidden() -> None:
    book = load_workbook(BytesIO(workbook(PACK)))
    assert book.sheetnames[0] == "Contents"
    chart = book[book.sheetnames[2]]
    rows = list(chart.iter_rows(values_only=True))
    assert rows[2] == ("May", 1204, 0.145)
    assert rows[3] == ("June", "[c]", "[x]")
    assert all(len(name) <= 31 for name in book.sheetnames)
    contents = [row[1] for row in book["Contents"].iter_rows(values_only=True)]
    assert PACK.finding in contents
    assert any("1 to 5" in str(said) for said in contents)
