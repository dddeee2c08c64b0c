"""What tasks.py calls: one module a command, each with `run(...)` that returns an exit code."""
