"""Where everything lies on the site: addresses relative to it, without leading slash.

The addresses of rows never move: 100 numbers a page, counted from the number in the row's id.
"""

import re

from .model import LedgerRow

ROOT_URL = "transparansi/biaya/"
ROWS_A_PAGE = 100
PACKAGE_FILE = "data/datapackage.json"

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")


def data_file(table: str) -> str:
    """Return the path and address of a table of the open data, such as `biaya`."""
    return f"data/{table}.csv"


def year_url(year: int, root_url: str = ROOT_URL) -> str:
    """Return the address of a year's page."""
    return f"{root_url}{year}/"


def reviews_url(year: int, root_url: str = ROOT_URL) -> str:
    """Return where the reviews of a year stand: on the page of the year."""
    return f"{year_url(year, root_url)}#reviu"


def account_url(code: str, root_url: str = ROOT_URL) -> str:
    """Return the address of an account's page; '' where it has none, see `unit_url`."""
    return f"{root_url}akun/{code}/" if _PLAIN.fullmatch(code) else ""


def unit_url(unit: str, root_url: str = ROOT_URL) -> str:
    """Return the address of a unit's page; '' for an id that is no plain part of an address."""
    return f"{root_url}unit/{unit}/" if _PLAIN.fullmatch(unit) else ""


def revisions_url(root_url: str = ROOT_URL) -> str:
    """Return the address of the revisions of the budget."""
    return f"{root_url}revisi/"


def embed_url(chart: str, root_url: str = ROOT_URL) -> str:
    """Return the address at which other sites embed a chart, such as `unit`."""
    return f"{root_url}sematan/{chart}/"


def rows_url(year: int, page: int, root_url: str = ROOT_URL) -> str:
    """Return the address of a page of rows."""
    return f"{root_url}{year}/hal/{page}/"


def row_url(row: LedgerRow, root_url: str = ROOT_URL) -> str:
    """Return the address of one row, such as `transparansi/biaya/2026/hal/3/#2026-000223`."""
    return f"{rows_url(row.year, page_of(row), root_url)}#{row.id}"


def page_of(row: LedgerRow) -> int:
    """Return the page of a row: its number divided by 100, rounded up."""
    return -(-row.number // ROWS_A_PAGE)
