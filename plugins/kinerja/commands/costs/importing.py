"""`invoke costs.import`: rows of a spreadsheet into the ledger, all of them or none."""

from cost_appendix.spreadsheets.importing import plan_import
from cost_appendix.words import count, rupiah
from kinerja.building.settings import parse_as_of
from kinerja.building.stage import exclusive
from kinerja.commands.guard import Refused, content_folder, guarded
from kinerja.commands.words import console, content_option, say
from kinerja.disk import write_atomic

from .tables import Asked, asked_table, read_books, said_of


@guarded
def run(content: str, asked: Asked, dry_run: bool) -> int:
    """Add the rows; 0 added or nothing new, 1 a row cannot be taken, 2 cannot be tried."""
    terminal, root = console(), content_folder(content)
    table, wishes = asked_table(asked)
    for line in said_of(table, wishes):
        terminal.print(line)
    with exclusive(root, lambda holder: terminal.print(say("waiting", holder=holder))):
        ledger = read_books(root).ledger
        plan = plan_import(root, ledger, table, wishes, parse_as_of("").date())
        for place, row in plan.known:
            terminal.print(say("known", place=place, row=row))
        if plan.problems:
            raise Refused("nothing-added", {"count": len(plan.problems)}, plan.problems)
        if plan.ids and not dry_run:
            write_atomic(root / plan.path, plan.data)
    words = {"count": count(len(plan.ids)), "amount": rupiah(plan.amount), "path": plan.path}
    if not plan.ids:
        terminal.print(say("nothing-new"))
    elif dry_run:
        terminal.print(say("would-add", **words))
    else:
        ends = {"first": plan.ids[0], "last": plan.ids[-1]}
        terminal.print(say("added", **words, **ends, content=content_option(content)))
    return 0
