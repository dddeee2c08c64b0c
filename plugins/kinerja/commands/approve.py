"""`invoke approve`: record one decision on the present edition, if it would count."""

from kinerja.model.governance import Act, Role

from .deciding import Wish
from .desk import carry_out, role_of
from .guard import guarded


@guarded
def run(
    content: str, record_id: str, role_name: str, person: str, key: str = "", reason: str = ""
) -> int:
    """Write `ajukan` for penulis, `setuju` for every other role; 0 recorded, 1 refused."""
    role = role_of(role_name)
    act = Act.SUBMIT if role is Role.AUTHOR else Act.APPROVE
    carry_out(content, key, Wish(record_id, act, role, person, reason=reason or None))
    return 0
