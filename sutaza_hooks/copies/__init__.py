"""Files that a change adds although the repository has them, by content or under a telling name."""
