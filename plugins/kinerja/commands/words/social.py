"""What commands say about posts for social platforms."""

from tabular.problems import Message

WORDS: dict[str, Message] = {
    "no-posts": Message(
        "{id} tidak dapat dibaca; perbaiki kesalahan di atas.",
        "{id} cannot be read; mend the mistakes above.",
    ),
    "post-measure": Message(
        "{count} dari {limit} ({counting}), tagar {tags} dari {most}",
        "{count} of {limit} (counted as {counting}), hashtags {tags} of {most}",
    ),
    "post-public": Message("terbit {time}", "public since {time}"),
    "post-next": Message("terbit pada build berikutnya", "public with the next build"),
    "post-withdrawn": Message("ditarik {time}", "withdrawn {time}"),
    "post-waits": Message("belum terbit", "not public yet"),
    "post-picture": Message(
        "  Gambar: {url}\n  Teks alternatif: {alt}", "  Picture: {url}\n  Alt: {alt}"
    ),
    "drafts-proposed": Message(
        "Usulan untuk platform yang belum ada kirimannya, untuk ditempel dan diperbaiki:",
        "Drafts for the platforms without a post, to be pasted and improved:",
    ),
    "takedown": Message(
        "Hapus dengan tangan di platformnya: {count}", "Delete by hand at the platform: {count}"
    ),
    "no-takedown": Message("Tidak ada kiriman yang perlu dihapus.", "No post has to be deleted."),
    "takedown-post": Message(
        "{platform}: {address} (ditarik {since}, terbit {released})",
        "{platform}: {address} (withdrawn {since}, published {released})",
    ),
}
