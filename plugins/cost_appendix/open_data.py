"""Ledger to the CSV file that the public downloads, as bytes; the host writes it."""

import csv
import io
from collections.abc import Mapping

from .columns import LEDGER
from .model import Ledger, LedgerRow, Record
from .places import LEDGER_FILE

RISKY = ("=", "+", "-", "@", "\t", "\uff1d", "\uff0b", "\uff0d", "\uff20", "'")
"""First characters at which a spreadsheet takes text for a formula, their wide forms, and `'`."""

HIDDEN = "belum-terbit"
WITHDRAWN = "konten-ditarik"


def appendix_files(ledger: Ledger, records: Mapping[str, Record]) -> list[tuple[str, bytes]]:
    """Return (path, bytes) of the data files: every row with the columns of the ledger.

    UTF-8, LF, amounts as digits. A record that is not public is not named: its share stands under
    `belum-terbit` or `konten-ditarik`. Text cells are guarded, see `guarded`.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(LEDGER.values())
    writer.writerows(_cells(row, records) for row in ledger.rows)
    return [(LEDGER_FILE, buffer.getvalue().encode())]


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula.

    Text that begins with a character of RISKY gets `'` in front. As `'` is one of them, taking
    one `'` from the front of a cell that begins with it always gives back the original.
    """
    return f"'{text}" if text.startswith(RISKY) else text


def _cells(row: LedgerRow, records: Mapping[str, Record]) -> tuple[str, ...]:
    return (
        row.id,
        row.recorded.isoformat(),
        row.happened.isoformat(),
        row.stage.value,
        row.continues,
        guarded(_shares(row, records)),
        guarded(row.unit),
        row.account,
        guarded(row.budget_line),
        guarded(row.purpose),
        str(row.amount),
        row.evidence,
        guarded(row.evidence_number),
        guarded(row.receiver),
        guarded(row.procurement),
    )


def _shares(row: LedgerRow, records: Mapping[str, Record]) -> str:
    names = [(_public_name(share.record, records), share.percent) for share in row.shares]
    if len(names) == 1:
        return names[0][0]
    return ";".join(f"{name}:{percent}" for name, percent in names)


def _public_name(record_id: str, records: Mapping[str, Record]) -> str:
    record = records.get(record_id)
    if record is None or not record.public:
        return WITHDRAWN if record is not None and record.withdrawn else HIDDEN
    return record_id
