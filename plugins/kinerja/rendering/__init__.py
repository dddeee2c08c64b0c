"""Views per page type, charts, cards and feeds: public portal to plain data and bytes."""
