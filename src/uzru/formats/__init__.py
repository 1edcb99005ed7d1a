"""Wire formats, one small module each."""
