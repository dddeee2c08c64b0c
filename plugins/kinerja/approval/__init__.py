"""What is public, and why: decisions counted, editions chosen, the archive, the manifest."""
