"""What the manifests that govern a file declare, and whether that covers what the file imports."""
