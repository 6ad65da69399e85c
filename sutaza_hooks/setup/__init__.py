"""What `init` finds in a repository, and the configuration that fits it."""
