"""`invoke approve`: record one decision on the present edition, if it would count."""

from kinerja.model.governance import Act, Role

from .deciding import Wish
from .desk import carry_out
from .guard import guarded


@guarded
def run(
    content: str, record_id: str, role_name: str, person: str, key: str = "", reason: str = ""
) -> int:
    """Write `ajukan` for penulis, `setuju` for every other role; 0 recorded, 1 refused."""
    act = Act.SUBMIT if role_name == Role.AUTHOR else Act.APPROVE
    return carry_out(
        content,
        key,
        role_name,
        lambda role: Wish(record_id, act, role, person, reason=reason or None),
    )
