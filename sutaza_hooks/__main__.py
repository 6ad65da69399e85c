"""`python -m sutaza_hooks` is `sutaza`."""

from __future__ import annotations

from sutaza_hooks.cli import main

if __name__ == "__main__":
    main()
