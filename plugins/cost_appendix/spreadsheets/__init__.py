"""Spreadsheets as finance staff keep them: rows into the ledger, or held against it.

file -> `opening` (sheets of cells) -> `tables` (header, rows) -> `entries` (cells of the ledger)
-> `importing` (the ledger with the new rows) or `reconciling` (what differs).
Nothing is written here: the host writes what `plan_import` returns.
"""
