"""Names: who and where, found, told apart by kind, and joined."""
