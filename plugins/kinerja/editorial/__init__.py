"""What is told about figures and how: checks that read a record as its public will."""
