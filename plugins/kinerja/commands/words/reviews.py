"""What `invoke costs.review` says: what will be signed, what was written, and why it was not."""

from tabular.problems import Message

WORDS: dict[str, Message] = {
    "to-review": Message(
        "Yang direviu: {count} baris, {first} sampai {last}. Dibayar {paid}, kembali {returned}, "
        "biaya {net}.",
        "To be reviewed: {count} rows, {first} to {last}. Paid {paid}, returned {returned}, "
        "cost {net}.",
    ),
    "review-digest": Message("Sidik barisnya: {digest}", "Digest of the rows: {digest}"),
    "point-general": Message(
        "Biaya umum tanpa publikasi: {count} ({which})",
        "General costs of no publication: {count} ({which})",
    ),
    "point-ahead": Message(
        "Dibayar mendahului revisi anggaran: {count} ({which})",
        "Paid ahead of a revision of the budget: {count} ({which})",
    ),
    "point-ended": Message("Dibatalkan: {count} ({which})", "Cancelled: {count} ({which})"),
    "point-again": Message(
        "Menggantikan reviu: {count} ({which})", "Replaces reviews: {count} ({which})"
    ),
    "reviewed": Message(
        "Dicatat di {path}: {first} sampai {last}, {outcome}. Tampil pada invoke build berikutnya.",
        "Recorded in {path}: {first} to {last}, {outcome}. The next invoke build shows it.",
    ),
    "review-range": Message(
        "Sebut baris yang ada di buku biaya dengan --from dan --to ('{first}', '{last}'), atau "
        "--year 2026 dengan atau tanpa --until 2026-03-31.",
        "Name rows of the ledger with --from and --to ('{first}', '{last}'), or --year 2026 with "
        "or without --until 2026-03-31.",
    ),
    "all-reviewed": Message(
        "Semua baris {year} yang dicatat sampai {until} sudah direviu.",
        "All rows of {year} that were recorded until {until} are reviewed.",
    ),
    "review-not-counted": Message(
        "Reviu tidak dicatat, karena tidak akan dihitung; perbaiki yang di atas.",
        "The review is not recorded, because it would not count; mend what stands above.",
    ),
}
