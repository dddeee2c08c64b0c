"""The words for mistakes in the ledger, in Indonesian and English; `rules` know only the codes."""

from tabular.problems import Message

from .ledger import CHAINS, DECLARATIONS, FORM, ROWS, SUMS
from .reviews import REVIEWS
from .spreadsheets import SPREADSHEETS

__all__ = ["DECLARATIONS", "MESSAGES", "SPREADSHEETS"]

MESSAGES: dict[str, Message] = FORM | ROWS | CHAINS | SUMS | REVIEWS | DECLARATIONS | SPREADSHEETS
