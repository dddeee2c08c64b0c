"""What publication costs, for any Pelican site: CSV in; pages, data and a label per record out.

files -> `reading` -> Ledger -> `rules` (what adds up) -> `totals`, `label`, `pages`, `open_data`
-> `plugin`, the only module that knows Pelican.
The package imports the standard library and `tabular`, nothing else; see README.md.
"""


def register() -> None:
    """Connect the plugin to Pelican, which is imported only here: reading needs no Pelican."""
    from . import plugin

    plugin.register()
