"""The subcommands: one file each, found by walking this package."""
