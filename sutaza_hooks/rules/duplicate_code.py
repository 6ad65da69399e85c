"""Rule: no function that the repository already has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic, Location, NotEvaluated, Related, Severity
from sutaza_hooks.reuse.added import added, runs
from sutaza_hooks.reuse.audit import audited
from sutaza_hooks.reuse.judgement import Judge, Judgement, Repeat
from sutaza_hooks.reuse.search import Search, search
from sutaza_hooks.rule import Paths, Rule


@dataclass(frozen=True, eq=False)
class DuplicateCode(Rule):
    """An added function that repeats one which the repository has.

    The whole repository is searched for each function that a change adds: for exact copies, for
    copies with other names and literals, for edited copies, and for the same job done in other
    words. Of a function that grows, and of a new one that is like no other, each part is looked for
    that another has line by line. A copy in production code is an error; what is less alike is a
    warning that names the nearest find. A function that is moved, renamed, split or edited in place
    is not new. Allowed are short functions, methods that override or implement the same interface,
    the twins of synchronous and asynchronous code, data tables, tests that look like other tests,
    migrations, and code that is generated or vendored.

    ## Why is this bad?
    Whoever mends one copy leaves the others broken. Whoever looks for the function finds several,
    and has to learn in what they differ.

    ## Example
    ```python title="lib/text.py" before
    def slug(title, separator="-"):
        words = re.findall(r"[a-z0-9]+", title.lower())
        kept = [word for word in words if word not in STOP_WORDS]
        return separator.join(kept)[:LONGEST].strip(separator)
    ```
    ```python title="shop/names.py"
    def make_handle(name, glue="-"):
        parts = re.findall(r"[a-z0-9]+", name.lower())
        good = [part for part in parts if part not in STOP_WORDS]
        return glue.join(good)[:LONGEST].strip(glue)
    ```

    ## Use instead
    ```python title="shop/names.py"
    def product_path(product):
        return f"/products/{slug(product.name)}"
    ```
    """

    charter = 4
    reads_corpus = True

    paths: Paths = field(default_factory=dict, metadata={"shared": True})
    least: int = 20
    """Tokens of a body; a shorter function is never a find."""

    def check(self, change: Change) -> Iterator[Diagnostic | NotEvaluated]:
        searched = self._searched(change) if change.has_base else Search(audited(change), 0)
        if searched.unread:
            yield self.not_evaluated(
                f"{searched.unread} files are not read; run `sutaza index build`"
            )
        judge = Judge(change, self.paths, self.least)
        for judged in judge.judgements(searched.near):
            yield self._of_part(judged) if isinstance(judged, Repeat) else self._of_whole(judged)

    def _searched(self, change: Change) -> Search:
        new = [each for each in added(change) if each.fragment.size >= self.least]
        edited = list(runs(change, new))
        return search(change, new, edited) if new or edited else Search((), 0)

    def _of_whole(self, judged: Judgement) -> Diagnostic:
        find, name = judged.find, judged.find.old.own_name or "the code"
        where = f"{find.old.path}:{find.old.line}"
        said = self.diagnostic(
            find.new.location,
            f"`{find.new.own_name}` {judged.how} `{name}` of {where}{judged.but}",
            help=f"call `{name}`, or move what both share into one function",
            source=judged.source,
            related=[Related(find.old.location, f"`{name}` is here")],
        )
        return said if judged.blocks else replace(said, severity=Severity.WARNING)

    def _of_part(self, repeat: Repeat) -> Diagnostic:
        new, old, run, name = repeat.new, repeat.old, repeat.run, repeat.old.own_name
        where = f"{old.path}:{run.old_first}"
        said = self.diagnostic(
            Location(new.path, run.first, 1, run.last),
            f"{run.lines} lines repeat a part of `{name or 'the code'}`, see {where}",
            help="move what both share into one function, and call it from both",
            source=repeat.source,
            related=[Related(Location(old.path, run.old_first, 1, run.old_last), "it is here")],
        )
        return said if repeat.blocks else replace(said, severity=Severity.WARNING)
