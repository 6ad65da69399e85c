"""The tests of the reporters."""
