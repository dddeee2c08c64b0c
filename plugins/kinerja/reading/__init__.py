"""Files to values; every mistake becomes a Problem with file and line, none an exception."""
