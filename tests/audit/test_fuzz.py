"""The fuzzing of `tests/hostile` with many more examples: the profile `audit` of tests/conftest."""

from tests.hostile.test_fuzz import (
    desk,
    root,
    test_any_file_may_be_broken,
    test_any_request_is_answered,
    test_any_spreadsheet_may_be_broken,
)

__all__ = [
    "desk",
    "root",
    "test_any_file_may_be_broken",
    "test_any_request_is_answered",
    "test_any_spreadsheet_may_be_broken",
]
