"""Where everything lies on the site: addresses relative to it, without leading slash.

The addresses of rows never move: 100 numbers a page, counted from the number in the row's id.
"""

from .model import LedgerRow

ROOT_URL = "transparansi/biaya/"
ROWS_A_PAGE = 100
LEDGER_FILE = "data/biaya.csv"


def year_url(year: int, root_url: str = ROOT_URL) -> str:
    """Return the address of a year's page."""
    return f"{root_url}{year}/"


def rows_url(year: int, page: int, root_url: str = ROOT_URL) -> str:
    """Return the address of a page of rows."""
    return f"{root_url}{year}/hal/{page}/"


def row_url(row: LedgerRow, root_url: str = ROOT_URL) -> str:
    """Return the address of one row, such as `transparansi/biaya/2026/hal/3/#2026-000223`."""
    return f"{rows_url(row.year, page_of(row), root_url)}#{row.id}"


def page_of(row: LedgerRow) -> int:
    """Return the page of a row: its number divided by 100, rounded up."""
    return -(-row.number // ROWS_A_PAGE)
