"""Keys of `totals` to the names and addresses that the public reads; used by `views`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .batches import Finding
from .model import Ledger, Record
from .places import ROOT_URL, account_url, unit_url, year_url
from .totals import Dimension, Group, Key, hidden_as
from .words import OUTCOME_WORDS, UNREVIEWED, month_title, shorten

LONGEST_NAME = 160
"""Characters of a name at most; how long a host's names are is not known here."""

GROUP_NAMES: dict[Group, str] = {
    Group.UNREVIEWED: UNREVIEWED,
    Group.UNALLOCATED: "Biaya umum (tidak dibagi)",
    Group.UNPUBLISHED: "belum terbit",
    Group.WITHDRAWN: "konten ditarik",
}


@dataclass(frozen=True, slots=True)
class Names:
    """What the host knows by name: its records and units, and its word for a section."""

    ledger: Ledger
    records: Mapping[str, Record]
    units: Mapping[str, str] = field(default_factory=dict)
    section_word: str = "bagian"
    root_url: str = ROOT_URL

    def sections(self) -> dict[str, str]:
        """Return section id -> title, as the public records give them."""
        return {
            record.section: record.section_title
            for record in self.records.values()
            if record.public
        }

    def unit(self, unit_id: str) -> str:
        """Return the name of a unit, its id where it has none."""
        return self.units.get(unit_id, unit_id)

    def account(self, code: str) -> str:
        """Return code and purpose of an account, the latest purpose where it changed."""
        known = self.ledger.accounts.get(code, ())
        return f"{code} {known[-1].purpose}" if known else code

    def record(self, record_id: str) -> tuple[str, str]:
        """Return title and address of a record; one that is not public has neither."""
        record = self.records.get(record_id)
        if record is not None and record.public:
            return record.title, record.url
        return GROUP_NAMES[hidden_as(record)], ""


def name_keys(
    names: Names, dimension: Dimension, keys: list[Key], limit: int = LONGEST_NAME
) -> dict[Key, tuple[str, str]]:
    """Return key -> (name of at most `limit` characters, address or '') of one dimension."""
    sections = names.sections() if dimension is Dimension.SECTION else {}

    def name(key: Key) -> tuple[str, str]:
        if isinstance(key, Group):
            return GROUP_NAMES[key], ""
        match dimension:
            case Dimension.YEAR:
                return key, year_url(int(key), names.root_url)
            case Dimension.MONTH:
                return month_title(key), ""
            case Dimension.UNIT:
                return names.unit(key), unit_url(key, names.root_url)
            case Dimension.ACCOUNT:
                return names.account(key), account_url(key, names.root_url)
            case Dimension.REVIEW:
                return OUTCOME_WORDS[Finding(key)], ""
            case Dimension.SECTION:
                return sections.get(key) or key or "tanpa keterangan", ""
            case Dimension.FORMAT:
                return key or "tanpa keterangan", ""
            case Dimension.RECORD:
                return names.record(key)

    named = {key: name(key) for key in keys}
    return {key: (shorten(words, limit), url) for key, (words, url) in named.items()}
