"""Search: what can be found, by which words, and the index that the browser reads."""
