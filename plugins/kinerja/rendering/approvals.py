"""How an approval is said on a page: which bytes, when, signed or not, reviewed in full or not."""

from kinerja.evidence.workdays import deadline
from kinerja.model.governance import JAKARTA
from kinerja.model.portal import Public
from kinerja.model.records import Record

from .formats import day
from .site import Site
from .views import ApprovalView


def approval_view(site: Site, item: Public[Record]) -> ApprovalView:
    """Return the approval of the public edition of a record."""
    is_signed = bool(item.decisions) and all(d.signature for d in item.decisions)
    signed = "dengan tanda tangan digital" if is_signed else "tanpa tanda tangan digital"
    return {
        "text": f"disetujui {signed}",
        "digest": item.digest,
        "date": day(item.approved.date()),
        "urgent": urgent_label(site, item),
        "exemptions": [
            {"code": each.code, "quotation": each.quotation, "reason": each.reason}
            for each in item.record.exemptions
        ],
    }


def urgent_label(site: Site, item: Public[Record]) -> str:
    """Say that only the urgent path approved an edition, and until when it is reviewed in full.

    So many working days from the day after its release (approval.md, Who); '' for all others.
    """
    if item.is_reviewed:
        return ""
    released = item.last_released.astimezone(JAKARTA).date()
    last = deadline(released, site.portal.urgent_days, site.portal.tables.holidays)
    late = site.portal.day > last
    return f"Belum direviu penuh{', lewat' if late else ';'} tenggat reviu {day(last)}"
