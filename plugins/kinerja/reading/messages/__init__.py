"""Every sentence that an editor can be shown, in Indonesian and in English, by code.

Families: T text, C CSV, Y YAML, F field, R reference, B body, L attachment, D dataset,
P approval, G governance and logs, K costs (in `cost_appendix`).
"""

from cost_appendix.messages import MESSAGES as COSTS
from tabular.messages import MESSAGES as CSV_FORM
from tabular.problems import Message

from . import approval, data, fields, form, text

OWN: dict[str, Message] = {
    **form.MESSAGES,
    **fields.MESSAGES,
    **data.MESSAGES,
    **text.MESSAGES,
    **approval.MESSAGES,
}
"""Messages of the portal itself."""

MESSAGES: dict[str, Message] = {**CSV_FORM, **COSTS, **OWN}
"""All messages by code."""
