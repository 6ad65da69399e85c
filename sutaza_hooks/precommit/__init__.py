"""The runners of Git hooks, pre-commit and prek: their configuration and what they install."""

FILE = ".pre-commit-config.yaml"
