"""The types of records, and the words of front matter that every type shares."""

from enum import StrEnum


class Kind(StrEnum):
    """Types of what is approved; the value is the word that editors see."""

    PUBLICATION = "publikasi"
    ISSUE = "isu"
    EDUCATION = "edukasi"
    SERVICE = "layanan"
    INDICATOR = "indikator"
    PAGE = "halaman"
    DATASET = "capaian"
    TABLE = "tabel"


class Status(StrEnum):
    """Whether the author is still writing."""

    DRAFT = "draf"
    READY = "siap"


class Cost(StrEnum):
    """What the unit declares about the price of a record."""

    PRESENT = "ada"
    NONE = "nol"
    PENDING = "belum"
    NOT_APPLICABLE = "tidak-berlaku"


class Severity(StrEnum):
    """How much a correction changes."""

    MINOR = "kecil"
    IMPORTANT = "penting"


class FoundBy(StrEnum):
    """Who found what was corrected."""

    PUBLIC = "publik"
    UNIT = "unit"
    TEAM = "tim"
    INSPECTORATE = "itjen"
