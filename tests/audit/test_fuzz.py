"""The fuzzing of `tests/hostile` with many more examples: the profile `audit` of tests/conftest."""

from tests.hostile.test_fuzz import (
    desk,
    root,
    test_a_decision_is_written_whole_or_not_at_all,
    test_any_document_may_be_broken,
    test_any_file_may_be_broken,
    test_any_record_may_be_begun,
    test_any_request_is_answered,
    test_any_spreadsheet_may_be_broken,
    test_any_text_may_be_typed,
)

__all__ = [
    "desk",
    "root",
    "test_a_decision_is_written_whole_or_not_at_all",
    "test_any_document_may_be_broken",
    "test_any_file_may_be_broken",
    "test_any_record_may_be_begun",
    "test_any_request_is_answered",
    "test_any_spreadsheet_may_be_broken",
    "test_any_text_may_be_typed",
]
