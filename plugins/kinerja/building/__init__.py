"""The build itself: settings, stage, writer, cards, seal, swap; Pelican runs inside it."""
