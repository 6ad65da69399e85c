"""What can go wrong with making a check, as opposed to what a check says."""

from __future__ import annotations


class SutazaError(Exception):
    """The check could not be made, and the user can mend that.

    The text is one line that says what is wrong and, after a semicolon or in brackets, what to do.
    """
