"""Every sentence that an editor can be shown, in Indonesian and in English, by code.

Families: T text, C CSV, Y YAML, F field, R reference, B body, L attachment, D dataset, P approval,
G governance and logs, K costs (in `cost_appendix`), M posts; N numbers in prose and S advice, both
of which an editor may overrule with a public reason (`pengecualian`).
"""

from cost_appendix.messages import MESSAGES as COSTS
from tabular.messages import MESSAGES as CSV_FORM
from tabular.problems import Message

from . import advice, approval, data, fields, form, numbers, posts, text

OWN: dict[str, Message] = {
    **form.MESSAGES,
    **fields.MESSAGES,
    **data.MESSAGES,
    **text.MESSAGES,
    **approval.MESSAGES,
    **posts.MESSAGES,
    **numbers.MESSAGES,
    **advice.MESSAGES,
}
"""Messages of the portal itself."""

MESSAGES: dict[str, Message] = {**CSV_FORM, **COSTS, **OWN}
"""All messages by code."""
