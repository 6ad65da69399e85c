"""`duplicate-code` on parts of functions: what it allows first, and more of it."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

import pytest

from sutaza_hooks.check import check
from sutaza_hooks.diagnostic import Diagnostic, Severity
from sutaza_hooks.rules.duplicate_code import DuplicateCode
from tests.changes import change

RULE = DuplicateCode()

STEPS = """
rows = [row for row in csv.reader(source, dialect) if row and not row[0].startswith(MARK)]
header, *body = rows
columns = {name.strip().lower(): at for at, name in enumerate(header)}
for row in body:
    if len(row) != len(header):
        log.warning("row %s has %s fields", row[0], len(row))
        continue
    key = row[columns["id"]].strip()
    if key in seen:
        duplicates.append(key)
    """
SHORT = "\n".join(STEPS.splitlines()[:7])
MORE = """
for key in duplicates:
    audit.record("duplicate", key, source.name)
    seen.pop(key, None)
if not seen:
    raise EmptyImport(source.name)
for key, value in sorted(seen.items()):
    store.put(key, json.dumps(value, sort_keys=True), ttl=DAY)
"""
OLD = """
def load(source, dialect, log):
    started = clock.now()
    with lock(source.path, timeout=WAIT) as held:
        if not held.is_fresh() or held.owner != current_user():
            raise Locked(source.path, held.owner)
        previous = archive.newest(source.path)
        if previous and previous.digest == digest(source.read()):
            return previous.loaded
    seen, duplicates = {{}}, []
{}
    metrics.observe("load", clock.now() - started)
    archive.keep(source.path, digest(source.read()), at=started)
    return Loaded(seen, duplicates)
"""
NEW = """
def preview(source, dialect, limit):
    if limit < 1:
        raise ValueError(limit)
    window = Window(title=source.name, width=80 * CELL)
    window.on("close", lambda: source.close())
    menu = window.menu("View")
    for label, zoom in ZOOMS:
        menu.add(label, partial(window.zoom, zoom), checked=zoom == 1)
    seen, duplicates = {{}}, []
{}
    table = window.table(columns=list(seen)[:limit], striped=not compact)
    for key in islice(seen, limit):
        table.append(Line(key, **seen[key]))
    return window.show()
"""
BARE = NEW.format("    seen.update(first(source, dialect))")
ASSIGNED = "\n".join(f"self.name{at} = name{at}" for at in range(30))
CALLS = "\n".join(f'parser.add_argument("--name{at}", default={at})' for at in range(20))


def within(form: str, steps: str, by: int = 4) -> str:
    return form.format(textwrap.indent(steps.strip(), " " * by))


OTHER = textwrap.dedent("""
    total = Decimal(0)
    for line in order.lines.filter(cancelled=False):
        price = line.price * line.count
        if line.voucher and line.voucher.is_open(today):
            price -= min(price, line.voucher.spend(price))
        total += price.quantize(CENT)
    order.total = total + shipping.cost(order.address, weight(order))
    order.save(update_fields=["total"])
""")

Files = Mapping[str, str]

GIVEN: Files = {"lib/load.py": within(OLD, STEPS)}
LONG: Files = {"lib/load.py": within(OLD, STEPS + MORE)}
BEFORE: Files = {**GIVEN, "lib/preview.py": BARE}

ALLOWED: Mapping[str, tuple[Files, Files]] = {
    "nothing of it is elsewhere": (GIVEN, {"lib/preview.py": within(NEW, OTHER)}),
    "a few lines": (
        GIVEN,
        {"lib/preview.py": within(NEW, "\n".join(STEPS.splitlines()[:5]))},
    ),
    "what was there is moved within a function": (
        {"lib/load.py": within(OLD, STEPS + OTHER)},
        {"lib/load.py": within(OLD, OTHER + STEPS)},
    ),
    "what is taken out of a function": (
        GIVEN,
        {
            "lib/load.py": within(OLD, "seen, duplicates = _read(source, dialect, log)"),
            "lib/read.py": within(NEW, STEPS),
        },
    ),
    "in a test": (GIVEN, {"tests/test_preview.py": within(NEW, STEPS)}),
    "of a test": (
        {"tests/test_load.py": within(OLD, STEPS)},
        {"lib/preview.py": within(NEW, STEPS)},
    ),
    "in a migration": (GIVEN, {"lib/migrations/0002_rows.py": within(NEW, STEPS)}),
    "in vendored code": (GIVEN, {"vendor/preview.py": within(NEW, STEPS)}),
    "in an example": (GIVEN, {"examples/preview.py": within(NEW, STEPS)}),
    "assignments": (
        {"lib/a.py": within(OLD, ASSIGNED)},
        {"lib/b.py": within(NEW, ASSIGNED)},
    ),
    "one call again and again": (
        {"lib/a.py": within(OLD, CALLS)},
        {"lib/b.py": within(NEW, CALLS)},
    ),
    "the asynchronous twin": (
        GIVEN,
        {"lib/later.py": within(OLD, STEPS + OTHER).replace("def load", "async def aload")},
    ),
    "the same method of another class": (
        {"lib/a.py": "class A(Base):" + textwrap.indent(within(OLD, STEPS), "    ")},
        {
            "lib/b.py": "class B(Base):"
            + textwrap.indent(within(NEW, STEPS).replace("preview", "load"), "    ")
        },
    ),
    "an old part of an edited function": (
        {**GIVEN, "lib/preview.py": within(NEW, STEPS)},
        {"lib/preview.py": within(NEW, STEPS).replace("limit < 1", "limit < 2")},
    ),
}

FLAGGED: Mapping[str, tuple[Files, Files, str, Severity]] = {
    "in a new function": (
        GIVEN,
        {"lib/preview.py": within(NEW, STEPS)},
        "lib/preview.py:10-20: 11 lines repeat a part of `load`, see lib/load.py:10",
        Severity.ERROR,
    ),
    "in a function that was there": (
        BEFORE,
        {"lib/preview.py": within(NEW, STEPS)},
        "lib/preview.py:11-20: 10 lines repeat a part of `load`, see lib/load.py:11",
        Severity.ERROR,
    ),
    "a long one": (
        LONG,
        {"lib/preview.py": within(NEW, STEPS + MORE)},
        "lib/preview.py:10-28: 19 lines repeat a part of `load`, see lib/load.py:10",
        Severity.ERROR,
    ),
    "deeper": (
        GIVEN,
        {"lib/preview.py": within(NEW, "if limit:\n" + textwrap.indent(STEPS.strip(), "    "))},
        "lib/preview.py:12-21: 10 lines repeat a part of `load`, see lib/load.py:11",
        Severity.ERROR,
    ),
    "with some other names": (
        GIVEN,
        {"lib/preview.py": within(NEW, STEPS.replace("key", "number"))},
        "lib/preview.py:10-20: 11 lines repeat a part of `load`, see lib/load.py:10",
        Severity.ERROR,
    ),
    "a short one": (
        {"lib/load.py": within(OLD, SHORT)},
        {"lib/preview.py": within(NEW, SHORT)},
        "lib/preview.py:10-16: 7 lines repeat a part of `load`, see lib/load.py:10",
        Severity.WARNING,
    ),
    "the same steps on other things": (
        GIVEN,
        {
            "lib/preview.py": within(NEW, STEPS)
            .replace("columns", "fields")
            .replace("rows", "lines")
            .replace("row", "entry")
            .replace("header", "first")
            .replace("seen", "found")
            .replace("key", "number")
            .replace("name", "title")
            .replace("duplicates", "twice")
        },
        "lib/preview.py:10-20: 11 lines repeat a part of `load`, see lib/load.py:10",
        Severity.WARNING,
    ),
}


def judged(given: Files, edits: Files) -> list[Diagnostic]:
    return list(check(change(given, {**given, **edits}), [RULE]).diagnostics)


@pytest.mark.parametrize(("given", "edits"), ALLOWED.values(), ids=ALLOWED)
def test_allowed(given: Files, edits: Files) -> None:
    assert judged(given, edits) == []


@pytest.mark.parametrize(("given", "edits", "line", "severity"), FLAGGED.values(), ids=FLAGGED)
def test_flagged(given: Files, edits: Files, line: str, severity: Severity) -> None:
    (found,) = judged(given, edits)
    place = found.location
    assert f"{place.path}:{place.line}-{place.end_line}: {found.message}" == line
    assert found.severity is severity
    assert found.related[0].location.path == "lib/load.py"
