"""What the portal needs to run: each package has its reason, is used, and is locked by digest."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from kinerja.commands.environment import PROJECT

PAGE = (PROJECT / "docs" / "dependencies.md").read_text("utf-8")
LOCK = (PROJECT / "requirements.txt").read_text("utf-8")
DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
INHERITED = {
    **{"pydantic-core": "pydantic", "markupsafe": "jinja2", "lxml": "feedgen"},
}
"""What is imported and belongs to a package that is asked for."""

OURS = {"tests", "kinerja", "cost_appendix", "tabular", "pelicanconf", "tasks"}


def plain(name: str) -> str:
    """Return the name of a package as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    """Return the names of requirements."""
    return {plain(re.split(r"[<>=~ ;\[]", requirement)[0]) for requirement in requirements}


def rows(heading: str) -> dict[str, list[str]]:
    """Return the rows of the table below a heading, by their first cell."""
    part = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in part.splitlines()
        if line.startswith("| `")
    ]
    return {plain(first.strip("`")): rest for first, *rest in cells}


def locked() -> dict[str, set[str]]:
    """Return every locked package with those that want it."""
    found: dict[str, set[str]] = {}
    for block in re.split(r"\n(?=[a-z])", LOCK):
        if named := re.match(r"([a-z0-9._-]+)==", block):
            wanted = block.partition("# via")[2]
            found[plain(named[1])] = {plain(name) for name in re.findall(r"[a-z][\w.-]+", wanted)}
    return found


def imported() -> set[str]:
    """Return the packages that the program imports, other than Python's own and ours."""
    packages = packages_distributions()
    names: set[str] = set()
    for file in (*PROJECT.glob("*.py"), *(PROJECT / "plugins").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    others = names - OURS - set(sys.stdlib_module_names)
    return {plain(item) for name in others for item in packages.get(name, (name,))}


def test_every_package_has_its_reason() -> None:
    """The page names what pyproject.toml names, with a reason and what it would take without."""
    found = rows("What we ask for")
    assert declared(DECLARED["dependencies"]) == found.keys()
    assert [] == [name for name, cells in found.items() if not all(cells) or len(cells) != 2]


def test_every_package_is_used_and_none_besides() -> None:
    """What nobody imports is not asked for; what is imported is, or comes with what is."""
    extras = DECLARED["optional-dependencies"]
    optional = declared([*extras["word"], *extras["cluster"]])
    asked, found = declared(DECLARED["dependencies"]), imported()
    assert set() == asked - found
    assert INHERITED.keys() == found - asked - optional
    assert [] == [name for name, through in INHERITED.items() if through not in locked()[name]]


def test_every_package_that_comes_along_is_named() -> None:
    """The locked ones that nobody asked for, each with those that bring it."""
    direct = declared(DECLARED["dependencies"])
    expected = {
        name: wanted - {"portal-kinerja", "pyproject.toml"}
        for name, wanted in locked().items()
        if name not in direct
    }
    found = {
        name: {plain(item) for item in cells[0].split(", ")}
        for name, cells in rows("What comes along").items()
    }
    assert expected == found


def test_every_package_is_locked_by_digest() -> None:
    """No package enters by its name alone."""
    blocks = [
        block for block in re.split(r"\n(?=[a-z])", LOCK) if re.match(r"[a-z0-9._-]+==", block)
    ]
    assert len(blocks) > len(DECLARED["dependencies"])
    assert [] == [block for block in blocks if "--hash=sha256:" not in block]
