"""What `doctor` looks at, and its breaches in a scratch repository."""
