"""What a change adds, and what the repository already has that does the same."""
