"""Rule: no file that the repository already has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sutaza_hooks.change import Change
from sutaza_hooks.copies.search import Copy, Search, heaps
from sutaza_hooks.diagnostic import Diagnostic, Location, Related, Severity, printable
from sutaza_hooks.globs import matches
from sutaza_hooks.rule import Paths, Rule


@dataclass(frozen=True, eq=False)
class DuplicateFile(Rule):
    """An added file that is a copy of one which the repository has.

    A file whose name says what it was made from, such as `pay_v2.py`, `pay copy.py`, `pay.py.bak`
    or `old/pay.py` beside `pay.py`, is an error when it has most of the original's lines, or most
    of what it was before the change. So is production code that is an exact copy of another file.
    Warnings are exact copies of documents, tests and other files under another name; code that has
    nine in ten lines of a file of the same name elsewhere; and code like `pay_fixed.py` that has
    other lines than the `pay.py` beside it. A folder of several such files is told once. Files that
    are moved or renamed are not new. Allowed are short files, variants for platforms, environments,
    languages and versions, documents and configuration that each package has under the same name,
    migrations, snapshots, fixtures, images, folders that mirror each other already, examples,
    templates, and what is generated or vendored.

    ## Why is this bad?
    Nobody can tell which of the two is used. A change to one is missing in the other. Git keeps
    what a file was, so that no copy needs to.

    ## Example
    ```python title="shop/pay.py" before
    def fee(price, country):
        rate = RATES.get(country, STANDARD)
        if price < FREE:
            return 0
        return round(price * rate, 2)


    def total(basket):
        price = sum(item.price for item in basket.items)
        due = price + fee(price, basket.country)
        if basket.voucher:
            due -= min(due, basket.voucher.value)
        return due
    ```
    ```python title="shop/pay_enhanced.py"
    def fee(price, country):
        rate = RATES.get(country, STANDARD)
        if price < FREE:
            return 0
        return round(price * rate, 2)


    def total(basket):
        price = sum(item.price for item in basket.items)
        due = price + fee(price, basket.country)
        if basket.voucher:
            due -= min(due, basket.voucher.value)
        log.info("due: %s", due)
        return due
    ```

    ## Use instead
    ```python title="shop/pay.py"
    def fee(price, country):
        rate = RATES.get(country, STANDARD)
        if price < FREE:
            return 0
        return round(price * rate, 2)


    def total(basket):
        price = sum(item.price for item in basket.items)
        due = price + fee(price, basket.country)
        if basket.voucher:
            due -= min(due, basket.voucher.value)
        log.info("due: %s", due)
        return due
    ```
    """

    charter = 4

    paths: Paths = field(default_factory=dict, metadata={"shared": True})
    least: int = 10
    """Lines that say something, without imports; a file with fewer is never a find."""
    share: int = 60
    """Percent of the lines of the shorter file, where a name tells what it was made from."""
    twins: tuple[str, ...] = ()
    """Paths of files that may be copies, as .gitignore writes them."""

    def check(self, change: Change) -> Iterator[Diagnostic]:
        search = Search(change, self.paths, self.least, self.share / 100)
        for each in heaps(search.copies(lambda path: matches(path, self.twins))):
            yield self._diagnostic(change, *each)

    def _diagnostic(self, change: Change, copy: Copy, more: int) -> Diagnostic:
        text, original = copy.file.text, printable(copy.original)
        location = Location(copy.file.path, 2 if text.startswith(("#!", "<?")) else 1)
        past = "; Git keeps what was" if copy.earlier else ""
        said = self.diagnostic(
            location,
            _message(copy, f"`{original}`") + (_rest(copy, more) if more else ""),
            help=f"change `{original}` instead, and delete this file{past}",
            source=change.source(location),
            related=[Related(Location(copy.original), "the original")],
        )
        return said if copy.sure else replace(said, severity=Severity.WARNING)


def _message(copy: Copy, original: str) -> str:
    whose = f"what {original} was" if copy.earlier else original
    like = copy.likeness
    if copy.only_named:
        return f"file stands beside {original}, which its name says it replaces"
    if like is None:
        return f"file is a copy of {whose}"
    if like.new <= like.old:
        return (
            f"file is like {whose}: {_percent(like.shared, like.new)} of its lines are from there"
        )
    return f"file is like {whose}: it has {_percent(like.shared, like.old)} of the lines of that"


def _rest(copy: Copy, more: int) -> str:
    here, there = (f"`{printable(each)}/`" for each in copy.folders)
    return f", and {more} more files of {here} are like those of {there}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part // whole} %"
