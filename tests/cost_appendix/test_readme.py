"""The guide holds to the code."""

import re
from pathlib import Path

import cost_appendix
from cost_appendix.columns import (
    ACCOUNTS,
    AUTHORITIES,
    BUDGET,
    DECLARED,
    EVIDENCE,
    FUNDS,
    LEDGER,
    REVISIONS,
)
from cost_appendix.model import Stage

FOLDER = Path(cost_appendix.__file__).parent
TABLES = (LEDGER, BUDGET, REVISIONS, ACCOUNTS)
README = (FOLDER / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_explained() -> None:
    """The guide names exactly the settings that the plugin reads."""
    source = (FOLDER / "plugin.py").read_text(encoding="utf-8")
    settings = set(re.findall(r"COST_APPENDIX_\w+", source))
    assert settings == set(re.findall(r"COST_APPENDIX_\w+", README))


def test_every_column_and_word_of_the_files_is_explained() -> None:
    """Whoever keeps a ledger finds each column and each fixed word."""
    columns = [c for table in TABLES for c in table.values()]
    words = [*columns, *Stage, *EVIDENCE, *FUNDS, *AUTHORITIES, *DECLARED]
    assert [] == [word for word in words if f"`{word}`" not in README]


def test_every_template_is_named() -> None:
    """A theme may replace each of them."""
    names = sorted(file.name for file in FOLDER.glob("templates/cost_appendix/*.html"))
    assert [] == [name for name in names if f"cost_appendix/{name}" not in README]


def test_headers_of_the_guide_are_those_of_the_code() -> None:
    """The header lines can be copied as they stand."""
    headers = [",".join(columns.values()) for columns in TABLES]
    assert [] == [header for header in headers if header not in README]
