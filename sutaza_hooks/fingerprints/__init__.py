"""What code looks like once names, layout and comments are left out: pure, text to fingerprints."""
