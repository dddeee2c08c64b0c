"""How an approval is said on a page: which bytes, when, and with what kind of signature."""

from kinerja.model.portal import Public
from kinerja.model.records import Record

from .formats import day
from .views import ApprovalView


def approval_view(item: Public[Record]) -> ApprovalView:
    """Return the approval of the public edition of a record."""
    return {
        "text": "disetujui tanpa tanda tangan digital",
        "digest": item.digest,
        "date": day(item.approved.date()),
    }
