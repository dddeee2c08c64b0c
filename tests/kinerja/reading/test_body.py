"""Bodies: what Markdown may say, what is reported, and what never survives."""

import html
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.documents import Figure
from kinerja.reading.body import ATTRIBUTES, TAGS, compile_body
from kinerja.reading.markdown_portal import LINK
from tabular.text import decode_text

SCHEMES = ("http", "https", "mailto", "rekor", "lampiran", "sumber", "angka")
HOSTILE = (
    "<script>alert(1)</script>",
    "<SCRIPT src=//jahat.example/a.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)' onclick='b()'>x</a>",
    "<iframe srcdoc='<script>a()</script>'></iframe>",
    "<!-- <script>alert(1)</script> -->",
    "<style>*{display:none}</style>",
    "<base href='https://jahat.example/'>",
    "<form action='https://jahat.example/'><input name=a></form>",
    "<meta http-equiv=refresh content='0;url=https://jahat.example/'>",
    "<div\nonclick=alert(1)>x</div>",
    "<![CDATA[<script>a()</script>]]>",
    "<?php echo 1 ?>",
    "`</code><script>alert(1)</script>`",
    "    </code></pre><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](java\\script:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x]( javascript:alert(1))",
    "[x](\tjavascript:alert(1))",
    "[x](vbscript:a)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//jahat.example/a)",
    "[x](/etc/passwd)",
    "[x](../../index.html)",
    "[x](index.html)",
    "[x](?a=b)",
    "[x](#)",
    "[x](#isi)",
    "[x](file:///etc/passwd)",
    "[x](ftp://jahat.example/)",
    "[x](angka:0)",
    "[x](angka:99)",
    "[x](rekor:../a)",
    "[x](rekor:A)",
    "[x](lampiran:../a.png)",
    "[x](lampiran:a/b.png)",
    "[x](sumber:0)",
    "[x](sumber:a)",
    "[x][a]\n\n[a]: javascript:alert(1)",
    '[x](https://a.example "judul" onclick="b()")',
    '[x](https://a.example/"onclick="b())',
    "[x](https://a.example/&#34;&#32;onclick=&#34;b)",
    "<javascript:alert(1)>",
    "<https://a.example/\"onclick='b'>",
    "![x](javascript:alert(1))",
    "![x](https://jahat.example/pelacak.png)",
    "![x](data:image/svg+xml,<svg onload=a()>)",
    '![x" onerror="alert(1)](lampiran:a.png)',
    "![x](rekor:nikah)",
    "# Judul {: onclick=alert(1) }",
    "x\n{: #id .kelas style=color:red onclick=alert(1) }",
    "| a |\n| --- |\n| <b onmouseover=a()>c</b> |",
    "[^1]\n\n[^1]: <script>alert(1)</script> [y](javascript:a)",
    '[^a" onclick="b]\n\n[^a" onclick="b]: c',
    "istilah\n:   <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "{{<script>alert(1)</script> 2025}}",
    '{{a" onclick="b 2025}}',
    "\\<script>alert(1)</script>",
    "wzxhzdk:0 klzzwxh:0",
)
WRITTEN = st.lists(
    st.sampled_from([*HOSTILE, "\n\n", "\n", " ", "- ", "> ", "    ", "| ", "*", "{{a 2025}}"])
    | st.text(max_size=12),
    max_size=12,
).map("".join)


def faults(markup: str) -> list[str]:
    """Return what a browser could run, load or follow in HTML, by rules of the test's own."""
    found: list[str] = []
    for element in BeautifulSoup(markup, "html.parser").find_all(True):
        back = "footnote-backref" in element.get_attribute_list("class")
        allowed = ATTRIBUTES.get(element.name, set()) | {"class"} | ({"title"} if back else set())
        found += [f"<{element.name}>"] if element.name not in TAGS else []
        found += [f"{element.name} {name}" for name in element.attrs if name not in allowed]
        for name in ("href", "src"):
            address = str(element.get(name, "#fn:"))
            scheme = address.partition(":")[0]
            if scheme not in SCHEMES and not address.startswith("#fn"):
                found.append(f"{name}={address}")
        if element.name == "img" and not str(element.get("src", "lampiran:")).startswith(
            "lampiran:"
        ):
            found.append(str(element))
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_survives(text: str) -> None:
    """No element that runs, no attribute that acts, no address outside the known schemes."""
    found = compile_body(text)[0].html
    assert [] == faults(found)
    assert "<script" not in found.lower()


@given(WRITTEN)
def test_no_text_makes_a_body_that_acts(text: str) -> None:
    """Free text, and pieces of hostile text put together in any way."""
    text, _ = decode_text(text.encode("utf-8", "ignore"), "")
    body, problems = compile_body(text, "a.md", 3)
    assert [] == faults(body.html)
    assert all(item.line > 3 for item in problems)
    assert body == compile_body(text, "a.md", 3)[0]


@given(WRITTEN)
def test_every_link_that_stays_is_one_of_ours(text: str) -> None:
    """What a page resolves is well formed, and every token has its figure."""
    text, _ = decode_text(text.encode("utf-8", "ignore"), "")
    body, problems = compile_body(text)
    links = re.findall(r'<a href="([^"]*)">', body.html)
    numbers = {int(link[6:]) for link in links if link.startswith("angka:")}
    if not problems:
        assert numbers <= set(range(len(body.figures)))
    own = [link for link in links if link.startswith(("rekor:", "sumber:", "lampiran:"))]
    assert [] == [link for link in own if not LINK.fullmatch(html.unescape(link))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n<b>c</b>", [("B01", 3), ("B01", 3)]),
        ("a <!-- b --> c", [("B01", 1)]),
        ("a\n\n<div>\nb\n</div>", [("B01", 3), ("B01", 5)]),
        ("a\n[x](javascript:b)", [("B02", 2)]),
        ("[x](angka:0)", [("B02", 1)]),
        ("![](lampiran:a.png)", [("B03", 1)]),
        ("![ ](lampiran:a.png)", [("B03", 1)]),
        ("a\n\n{{ikjhi}}", [("B04", 3)]),
        ("![a](https://b.example/c.png)", [("B05", 1)]),
        ("![a](rekor:b)", [("B05", 1)]),
        ("3 < 4 dan 5 > 4, a<b", []),
        ("`<b>` dan `{{bukan token}}`", []),
    ],
)
def test_what_is_reported(text: str, expected: list[tuple[str, int]]) -> None:
    """Code and line; code spans and signs of comparison are plain text."""
    assert expected == [(item.code, item.line) for item in compile_body(text)[1]]


def test_lines_count_from_the_beginning_of_the_file() -> None:
    """The front matter before the body is counted."""
    assert [("a.md", 12)] == [(p.path, p.line) for p in compile_body("\n<b>", "a.md", 10)[1]]


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("a 2025", ("nilai", "a", "", ("2025",))),
        (" a-b  2025 ", ("nilai", "a-b", "", ("2025",))),
        ("a[b/c] 2025", ("nilai", "a", "b/c", ("2025",))),
        ("a 2025 target", ("target", "a", "", ("2025",))),
        ("a 2025 capaian", ("capaian", "a", "", ("2025",))),
        ("a 2019..2024", ("nilai", "a", "", ("2019..2024",))),
        ("a 2024..2025 selisih", ("selisih", "a", "", ("2024", "2025"))),
        ("grafik a 2015..2025", ("grafik", "a", "", ("2015", "2025"))),
        ("tabel a[b] TA2015..2016", ("tabel", "a", "b", ("TA2015", "2016"))),
        ("a sd-2022-10", ("nilai", "a", "", ("sd-2022-10",))),
    ],
)
def test_tokens(token: str, expected: tuple[str, str, str, tuple[str, ...]]) -> None:
    """After grafik, tabel and before selisih `a..b` are two periods, elsewhere one."""
    body, problems = compile_body(f"{{{{{token}}}}}")
    assert ((Figure(token, *expected, 1),), []) == (body.figures, problems)


@pytest.mark.parametrize(
    "token",
    [
        *("", " ", "a", "2025", "a 2025 lain", "grafik a 2025", "a 2025 selisih", "A 2025"),
        *("grafik a 2015..2020..2025", "grafik a 2015..2025 target", "a 2025-13", "a[] 2025"),
    ],
)
def test_other_tokens_are_mistakes(token: str) -> None:
    """The message repeats the token as it stands."""
    body, problems = compile_body(f"x {{{{{token}}}}} y")
    assert () == body.figures
    assert [("B04", (("token", f"{{{{{token}}}}}"),))] == [(p.code, p.details) for p in problems]


def test_a_token_that_names_nothing_is_its_text() -> None:
    """The figures beside it keep their places: drafts with mistakes are shown while typing."""
    body, _ = compile_body("{{rusak}} {{kepuasan 2024}} {{x}} {{kepuasan 2023}} {{y z}}")
    links = '<a href="angka:0">kepuasan 2024</a> x <a href="angka:1">kepuasan 2023</a>'
    assert f"<p>rusak {links} y z</p>" == body.html
    assert ["kepuasan 2024", "kepuasan 2023"] == [figure.token for figure in body.figures]


def test_what_a_body_mentions() -> None:
    """Records, attachments and sources, each once, with the line of its first mention."""
    text = (
        "[a](rekor:nikah) [b](rekor:nikah)\n\n![c](lampiran:d.png)\n[e](lampiran:f.pdf)\n\n"
        "[g](sumber:2) dan [h](https://i.example) [j](mailto:k@l.example)\n"
    )
    body, problems = compile_body(text, "", 5)
    assert [] == problems
    assert (("nikah", 6),) == body.records
    assert (("d.png", 8), ("f.pdf", 9)) == body.attachments
    assert ((2, 11),) == body.notes
    assert 7 == body.words


def test_the_html_of_a_body() -> None:
    """Headings below the title, tables that scroll, numbers to the right, no title, no style."""
    text = "# A\n\n| b | c |\n| --- | ---: |\n| d | Rp1.500 |\n\n[e](https://f.example 'g')\n"
    expected = (
        '<h2>A</h2>\n<div aria-label="Tabel 1 dalam tulisan" class="tabel-gulir" role="region" '
        'tabindex="0"><table>\n<thead>\n<tr>\n<th scope="col">b</th>\n'
        '<th class="angka" scope="col">c</th>\n</tr>\n</thead>'
        '\n<tbody>\n<tr>\n<td>d</td>\n<td class="angka">Rp1.500</td>\n</tr>\n</tbody>\n</table>'
        '</div>\n<p><a href="https://f.example">e</a></p>'
    )
    assert expected == compile_body(text)[0].html


def test_footnotes_lead_there_and_back() -> None:
    """The two anchors point at one another; nothing of an earlier document is kept."""
    soup = BeautifulSoup(compile_body("a[^1]\n\n[^1]: b")[0].html, "html.parser")
    links = {str(a["href"])[1:] for a in soup.find_all("a")}
    assert links == {str(e["id"]) for e in soup.find_all(id=True)}
    assert 2 == len(links)
    assert "footnote" not in compile_body("a")[0].html


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 1501, "B08"),
        ("`" * 1501, "B08"),
        ("*" * 5001, "B08"),
        ("\n" * 5001, "B08"),
        ("a " * 100_001, "B08"),
        ("a" * 20_001, "B08"),
        ("".join(f"{' ' * 4 * depth}- a\n" for depth in range(300)), "B07"),
    ],
    ids=["brackets", "backticks", "stars", "lines", "characters", "a-line", "lists"],
)
def test_what_is_too_much_is_not_compiled(text: str, code: str) -> None:
    """A body that would take long, or more depth than there is; the next one is as ever."""
    body, problems = compile_body(text, "", 4)
    assert ("", {code}, {5}) == (
        body.html,
        {item.code for item in problems},
        {item.line for item in problems},
    )
    assert "<p>a</p>" == compile_body("a")[0].html


@pytest.mark.parametrize("piece", [">", "- ", "[", "![", "*", "{{", "<", "(", "[a](", "[^1]"])
def test_deep_nesting_ends(piece: str) -> None:
    """A thousand openings that are never closed raise nothing."""
    assert [] == faults(compile_body(piece * 1000)[0].html)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n{{grafik x 2020..2021}}\n\nb", []),
        ("{{tabel x 2020..2021}}", []),
        ("lihat {{grafik x 2020..2021}}", [("B10", 5)]),
        ("| a |\n| - |\n| {{tabel x 2020..2021}} |", [("B10", 7)]),
        ("{{grafik x 2020..2021}} {{x 2020}}", [("B10", 5)]),
    ],
)
def test_charts_stand_alone(text: str, expected: list[tuple[str, int]]) -> None:
    """A chart or table in a sentence would leave a hole there."""
    assert expected == [(item.code, item.line) for item in compile_body(text, "", 4)[1]]
