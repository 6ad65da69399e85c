"""Rule: no second function for the same job."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic, NotEvaluated, Related, Severity, printable
from sutaza_hooks.reuse.coverage import cover
from sutaza_hooks.reuse.namesakes import Namesake, Namesakes
from sutaza_hooks.rule import Paths, Rule


@dataclass(frozen=True, eq=False)
class SimilarDefinition(Rule):
    """An added function whose name tells the job of one that the repository has.

    Names are compared by their words, whatever their order and form, and without those that a
    second one gets: `format_date`, `dateFormatSafe` and `format_date_v2` are one job. Where several
    functions have the name, or take more or less, both must take nearly the same parameters, or be
    said to do the same, or have something of the same body. Each is a warning that names up to
    three that are there. Allowed are functions that are moved or renamed, names of a single word,
    names that many functions have, methods of one name in several classes, a function and the one
    that it wraps, what is only for tests, and what is generated or vendored. What `duplicate-code`
    finds is not said again.

    ## Why is this bad?
    Whoever looks for the function finds two, and cannot tell which to use. They begin alike and
    then differ by accident.

    ## Example
    ```python title="lib/dates.py" before
    def format_date(day, style="short"):
        return STYLES[style].render(day.year, day.month, day.day)
    ```
    ```python title="shop/text.py"
    def date_format_safe(day, style="iso"):
        try:
            return day.strftime(FORMATS[style])
        except (AttributeError, ValueError):
            return ""
    ```

    ## Use instead
    ```python title="lib/dates.py" before
    def format_date(day, style="short"):
        return STYLES[style].render(day.year, day.month, day.day)
    ```
    ```python title="lib/dates.py"
    def format_date(day, style="short"):
        return STYLES[style].render(day.year, day.month, day.day) if day else ""
    ```
    """

    charter = 4

    severity: Severity = Severity.WARNING
    paths: Paths = field(default_factory=dict, metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Diagnostic | NotEvaluated]:
        if not change.has_base or not any(patch.added for patch in change.patches):
            return
        unread = len(cover(change.before).blobs)
        if unread:
            yield self.not_evaluated(f"{unread} files are not read; run `sutaza index build`")
        for each in Namesakes(change, self.paths).found():
            yield self._diagnostic(change, each)

    def _diagnostic(self, change: Change, found: Namesake) -> Diagnostic:
        new, old = found.new, found.old[:3]
        places = [f"`{printable(each.name)}` of {printable(each.path)}:{each.line}" for each in old]
        return self.diagnostic(
            new.location,
            f"`{printable(new.name)}` has the name of a job that is done by {' and '.join(places)}",
            help=f"call `{printable(old[0].name)}`, or say in the name what is different",
            source=change.source(new.location),
            related=[Related(each.location, f"`{printable(each.name)}` is here") for each in old],
        )
