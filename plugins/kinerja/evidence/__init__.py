"""Figures that can be trusted: resolved against datasets, achievement computed exactly."""
