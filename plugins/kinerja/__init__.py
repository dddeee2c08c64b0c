"""Portal Kinerja: approved unit content becomes a static public portal (docs/architecture.md)."""
