"""What both plugins share: a mistake with its place, text read strictly, CSV with line numbers.

Imports nothing of the other packages, so that `cost_appendix` stays usable on its own.
"""
