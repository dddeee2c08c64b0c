"""Word files for tests, as small as pandoc reads them; the parts are those of Office Open XML."""

import io
import zipfile
from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SCHEMAS = "http://schemas.openxmlformats.org"
NAMES = (
    f'xmlns:w="{SCHEMAS}/wordprocessingml/2006/main" xmlns:r="{OFFICE}" '
    f'xmlns:wp="{SCHEMAS}/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:a="{SCHEMAS}/drawingml/2006/main" xmlns:pic="{SCHEMAS}/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OUTSIDE = ' TargetMode="External"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
TYPES = (
    f'{HEAD}<Types xmlns="{SCHEMAS}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in (("Title", "Title"), ("H1", "heading 1"), ("H2", "heading 2"))
)


def paragraph(inside: str, style: str = "") -> str:
    """Return a paragraph; a text without tags becomes a run."""
    form = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inside = inside if inside.startswith("<") else run(inside)
    return f"<w:p>{form}{inside}</w:p>"


def run(text: str, form: str = "") -> str:
    """Return a piece of text with its looks."""
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def changed(name: str, inside: str) -> str:
    """Return a tracked change."""
    return f'<w:{name} w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">{inside}</w:{name}>'


def picture(relation: str, alt: str, kind: str = "embed") -> str:
    """Return a picture inside a paragraph, embedded or a `link` to elsewhere."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="{alt}"/><a:graphic>'
        '<a:graphicData uri="pic"><pic:pic><pic:blipFill>'
        f'<a:blip r:{kind}="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def table(*rows: str) -> str:
    """Return a table of rows of `cell`."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str, width: int = 1) -> str:
    """Return a cell as wide as so many columns; each line of the text is a paragraph."""
    form = f'<w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>'
    return f"<w:tc>{form}{''.join(map(paragraph, text.splitlines()))}</w:tc>"


def word_file(
    *body: str,
    relations: Mapping[str, tuple[str, str]] | None = None,
    files: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return a .docx; relations are id -> type and target, an address is one from outside."""

    def related(found: Mapping[str, tuple[str, str]]) -> str:
        lines = (
            f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"'
            f"{OUTSIDE if '://' in target else ''}/>"
            for key, (kind, target) in found.items()
        )
        head = f'{HEAD}<Relationships xmlns="{SCHEMAS}/package/2006/relationships">'
        return f"{head}{''.join(lines)}</Relationships>"

    own = {"styles": ("styles", "styles.xml"), **(relations or {})}
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": related({"r": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": related(own),
        "word/styles.xml": f"{HEAD}<w:styles {NAMES}>{STYLES}</w:styles>",
        "word/document.xml": (
            f"{HEAD}<w:document {NAMES}><w:body>{''.join(body)}</w:body></w:document>"
        ),
        **(files or {}),
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def notes(kind: str, text: str) -> str:
    """Return the part of comments, or of footnotes, with one that has the id 5."""
    return (
        f'{HEAD}<w:{kind}s {NAMES}><w:{kind} w:id="5" w:author="Atasan">{paragraph(text)}'
        f"</w:{kind}></w:{kind}s>"
    )
