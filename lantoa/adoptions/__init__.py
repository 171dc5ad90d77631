"""Taking a practice over elsewhere: what was kept or changed, whether it lives on, how far it went; the library."""
