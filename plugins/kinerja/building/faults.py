"""Everything that can stop a build, with the exit code of each: 1 the content, 2 the environment.

BadSetting        a setting or option that cannot be used
GateNotConnected  the plugin or its Writer is missing
NotOurs           the output folder holds something else
Busy              another build does not end
UnplannedPage     a page that did not come through the gate
SealBroken        the content changed during the build
ClusterLost       a cluster that does not answer, or has no process any more
ClusterDiffers    a process of a cluster that sees another build
ContentStops      mistakes in ledger, governance, decisions or release log
"""

from kinerja.reading.messages import MESSAGES
from tabular.problems import Problem, render_problem


class BadSetting(Exception):
    """A setting or option that cannot be used; the text says which and what to write."""

    exitcode = 2


class GateNotConnected(Exception):
    """The plugin or its Writer is missing or failed: nothing is built without the gate."""

    exitcode = 2


class NotOurs(Exception):
    """The output folder holds something that no build of ours made."""

    exitcode = 2


class Busy(Exception):
    """Another build did not end in time."""

    exitcode = 2


class UnplannedPage(Exception):
    """A page without declared view, or two for one path: nothing is written past the gate."""

    exitcode = 2


class ClusterLost(Exception):
    """No scheduler answers, or no process is left to work; the text says where."""

    exitcode = 2


class ClusterDiffers(Exception):
    """A process of the cluster has other content, code, libraries or another key; on which host."""

    exitcode = 2


class SealBroken(Exception):
    """The second decision differs from the first: the content changed during the build."""

    exitcode = 1


class ContentStops(Exception):
    """Mistakes in ledger, governance, decisions or release log: nothing may be published.

    `problems` holds every mistake of the content, those of single records too.
    """

    exitcode = 1

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(render_problem(p, MESSAGES, "id") for p in problems))
        self.problems = problems
