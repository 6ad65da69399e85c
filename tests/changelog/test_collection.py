"""Entries and fragments, added where they belong."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.changelog import (
    Fields,
    Style,
    add,
    collect,
    fragment_name,
    parse,
    render,
    style_of,
)
from sutaza_hooks.errors import SutazaError
from tests.changelog.texts import FIELDS, STYLES


def entry(day: str, said: str = "x", version: str = "1.2.0") -> str:
    return f"- [2024-01-{day}] - [{version}] - [api] - [Fixed] - [{said}]"


def heading(day: str) -> str:
    return entry(day).replace("- ", "## ", 1)


NEW = entry("20", "new")

ADDED = {
    "a new file gets a title": ("", f"# Changelog\n\n{NEW}\n"),
    "so does a blank one": (" \n\n", f"# Changelog\n\n{NEW}\n"),
    "below the title, no final newline before or after": ("# Log", f"# Log\n\n{NEW}"),
    "CRLF": ("# Log\r\n", f"# Log\r\n\r\n{NEW}\r\n"),
    "a byte order mark stays first": ("\ufeff# Log\n", f"\ufeff# Log\n\n{NEW}\n"),
    "and stays first before an entry": (f"\ufeff{entry('10')}\n", f"\ufeff{NEW}\n{entry('10')}\n"),
    "above the only entry": (f"# Log\n\n{entry('10')}\n", f"# Log\n\n{NEW}\n{entry('10')}\n"),
    "newest first": (
        f"# Log\n\n{entry('10')}\n{entry('09')}\n",
        f"# Log\n\n{NEW}\n{entry('10')}\n{entry('09')}\n",
    ),
    "newest last": (
        f"# Log\n\n{entry('09')}\n{entry('10')}\n",
        f"# Log\n\n{entry('09')}\n{entry('10')}\n{NEW}\n",
    ),
    "newest last, no final newline": (
        f"{entry('09')}\n{entry('10')}",
        f"{entry('09')}\n{entry('10')}\n{NEW}",
    ),
    "newest last, CRLF, no final newline": (
        f"{entry('09')}\r\n{entry('10')}",
        f"{entry('09')}\r\n{entry('10')}\r\n{NEW}",
    ),
    "newest last, after the details, before what follows": (
        f"{entry('09')}\n{entry('10')}\n  Why: y\n\nThe end.\n",
        f"{entry('09')}\n{entry('10')}\n  Why: y\n{NEW}\n\nThe end.\n",
    ),
    "blank lines between entries": (
        f"{entry('10')}\n\n{entry('09')}\n",
        f"{NEW}\n\n{entry('10')}\n\n{entry('09')}\n",
    ),
    "blank lines between entries, newest last": (
        f"{entry('09')}\n\n{entry('10')}\n",
        f"{entry('09')}\n\n{entry('10')}\n\n{NEW}\n",
    ),
    "among others, by its date": (
        f"{entry('25')}\n{entry('10')}\n",
        f"{entry('25')}\n{NEW}\n{entry('10')}\n",
    ),
    "above items of another form": (
        "# Log\n\n- an old item\n",
        f"# Log\n\n{NEW}\n\n- an old item\n",
    ),
    "into the empty unreleased section": (
        "# Log\n\n## [Unreleased]\n\n## [1.1.0] - 2024-01-10\n\n" + entry("10") + "\n",
        f"# Log\n\n## [Unreleased]\n\n{NEW}\n\n## [1.1.0] - 2024-01-10\n\n" + entry("10") + "\n",
    ),
    "rather unreleased than into the released section of its version": (
        f"## Unreleased\n\n{entry('10')}\n\n## 1.2.0\n\n{entry('09')}\n",
        f"## Unreleased\n\n{NEW}\n{entry('10')}\n\n## 1.2.0\n\n{entry('09')}\n",
    ),
    "into the section of its version": (
        f"## v1.2\n\n{entry('10')}\n\n## 1.1.0\n\n{entry('09')}\n",
        f"## v1.2\n\n{NEW}\n{entry('10')}\n\n## 1.1.0\n\n{entry('09')}\n",
    ),
    "a section is opened rather than a released one changed": (
        f"# Log\n\n## [1.1.0]\n\n{entry('10')}\n",
        f"# Log\n\n## [1.2.0]\n\n{NEW}\n\n## [1.1.0]\n\n{entry('10')}\n",
    ),
    "above the sections, where entries stand already": (
        f"{entry('10')}\n\n## [1.1.0]\n\n{entry('09')}\n",
        f"{NEW}\n{entry('10')}\n\n## [1.1.0]\n\n{entry('09')}\n",
    ),
    "a fence that never closes": (f"```\n{entry('10')}\n", f"```\n{NEW}\n{entry('10')}\n"),
}


@pytest.mark.parametrize(("before", "after"), ADDED.values(), ids=ADDED)
def test_where_an_entry_is_put(before: str, after: str) -> None:
    assert add(before, NEW) == after


def test_headings_are_parted_by_blank_lines() -> None:
    new = heading("20") + "\n\nWhy: y"
    assert add(f"# Log\n\n{heading('10')}\n", new) == f"# Log\n\n{new}\n\n{heading('10')}\n"


def test_a_time_of_day_orders_what_is_of_one_day() -> None:
    noon, night = entry("10T12:00"), entry("10T23:00")
    assert add(f"{night}\n{entry('09')}\n", noon) == f"{night}\n{noon}\n{entry('09')}\n"
    assert add(f"{noon}\n{entry('09')}\n", night) == f"{night}\n{noon}\n{entry('09')}\n"


@pytest.mark.parametrize("text", ["- fixed it", "", NEW + "\n" + NEW, "prose\n" + NEW])
def test_only_one_entry_can_be_added(text: str) -> None:
    with pytest.raises(SutazaError):
        add("# Log\n", text)


STYLES_SHOWN = {
    "no entry shows any": ("# Log\n", Style()),
    "of two the newest": (f"{heading('10')}\n\n{entry('09')}\n", Style("## ")),
    "of two the newest, which stands last": (f"{entry('09')}\n\n{heading('10')}\n", Style("## ")),
    "of most": ("\n\n".join([entry("20"), *[heading("10")] * 4]), Style("## ")),
    "not of the old ones": ("\n\n".join([*[heading("20")] * 5, *[entry("10")] * 9]), Style("## ")),
}


@pytest.mark.parametrize(("text", "style"), STYLES_SHOWN.values(), ids=STYLES_SHOWN)
def test_the_style_of_a_file(text: str, style: Style) -> None:
    assert style_of(parse(text)) == style


FILES = st.lists(
    st.one_of(
        st.builds(render, FIELDS, STYLES),
        st.sampled_from(["", "# Log", "## [Unreleased]", "## [1.0.0] - 2024-01-01", "### Added",
                         "prose", "- item", "```", "<!-- x -->", "[1.0.0]: https://e.org", "---"]),
    )
)  # fmt: skip


@given(
    FILES, st.sampled_from(["\n", "\r\n"]), st.booleans(), FIELDS, st.sampled_from(["- ", "* ", ""])
)
def test_an_addition_changes_no_other_line(
    lines: list[str], end: str, final: bool, fields: Fields, prefix: str
) -> None:
    before = end.join(lines) + (end if final else "")
    new = render(fields, Style(prefix))
    after = add(before, new)
    assert len(parse(after).entries) == len(parse(before).entries) + 1
    if before.strip():
        assert after.endswith("\n") == before.endswith("\n")
        old, now = (text.replace("\r\n", "\n").split("\n") for text in (before, after))
        left = iter(now)
        assert all(line in left for line in old)
        more = Counter(now) - Counter(old) - Counter([new])
        assert set(more) <= {"", f"## [{fields.version}]", "## [Unreleased]"}


FRAGMENTS = {
    "none": ({}, []),
    "of one day by the name of the file": (
        {"b.md": entry("11", "b"), "a.md": entry("11", "a")},
        ["a", "b"],
    ),
    "by date": ({"a.md": entry("11", "a"), "b.md": entry("12", "b")}, ["b", "a"]),
    "two in one file": ({"a.md": entry("12", "a") + "\n" + entry("11", "b")}, ["a", "b"]),
    "the same twice, once": ({"a.md": entry("12", "a"), "b.md": entry("12", "a")}, ["a"]),
    "one that is there already": ({"a.md": entry("10", "x")}, []),
    "in another style": ({"a.md": entry("12", "a").replace("- ", "", 1)}, ["a"]),
    "CRLF": ({"a.md": entry("12", "a").replace("\n", "\r\n") + "\r\n"}, ["a"]),
}


@pytest.mark.parametrize(("fragments", "said"), FRAGMENTS.values(), ids=FRAGMENTS)
def test_fragments_are_collected(fragments: dict[str, str], said: list[str]) -> None:
    text = f"# Log\n\n{entry('10')}\n"
    collected, _ = collect(text, fragments)
    assert [each.fields.description for each in parse(collected).entries] == [*said, "x"]
    assert {each.style for each in parse(collected).entries} == {Style()}
    assert collect(collected, fragments).text == collected


def test_details_of_a_fragment_travel_with_it() -> None:
    collected, _ = collect(f"{entry('09')}\n", {"a.md": heading("10") + "\n\nWhy: y\n"})
    assert collected == f"{entry('10')}\n\n  Why: y\n{entry('09')}\n"


A, B = "  Why: the contract\n", "  Why: the law\n"
DETAILS = {
    "the details of both are kept": ([A, B], [A + B], []),
    "the same details are kept once": ([A, A], [A], ["2.md"]),
    "what has no details says nothing new": ([A, ""], [A], ["2.md"]),
    "details after none": (["", A], [A], []),
    "some that are there already": ([A + B, B], [A + B], ["2.md"]),
    "some that are, and some that are not": ([A, A + B], [A + B], []),
}


@pytest.mark.parametrize(("details", "kept", "repeated"), DETAILS.values(), ids=DETAILS)
def test_no_detail_is_lost_where_entries_are_equal(
    details: list[str], kept: list[str], repeated: list[str]
) -> None:
    fragments = {f"{n}.md": f"{entry('10')}\n{each}" for n, each in enumerate(details, 1)}
    collected = collect("", fragments)
    assert collected.text == "# Changelog\n\n" + "".join(f"{entry('10')}\n{e}" for e in kept)
    assert [path for path, _ in collected.repeated] == repeated
    assert collect(collected.text, fragments).text == collected.text


def test_an_entry_of_the_changelog_stays_as_it_is_and_no_detail_is_lost() -> None:
    old = f"{entry('10')}\n{A}"
    assert collect(old, {"a.md": f"{entry('10')}\n{B}"}).text == f"{entry('10')}\n{B}{old}"


NAMES = {
    "the day and the first words": (
        entry("10", "Fees are rounded up, not down, and said so"),
        "2024-01-10-fees-are-rounded-up-not-down-XXXXXXXX.md",
    ),
    "a long word is cut": (entry("10", "x" * 99), "2024-01-10-xxxxxxxxxxxx-XXXXXXXX.md"),
    "no word in ASCII": (entry("10", "修复登录"), "2024-01-10-XXXXXXXX.md"),
    "a time of day": (entry("10T12:00", "x"), "2024-01-10-x-XXXXXXXX.md"),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES)
def test_the_name_of_a_fragment(text: str, name: str) -> None:
    assert re.sub("[0-9a-f]{8}[.]", "XXXXXXXX.", fragment_name(text)) == name


def test_what_differs_has_another_name() -> None:
    first = entry("10", "A fee on every payment by card, in euros")
    texts = [
        *(
            first,
            first + "\n  Why: y",
            first.replace("euros", "dollars"),
            first.replace("1.2", "1.3"),
        ),
        *(entry("10", said) for said in ("修复登录", "修复登出", "é", "è")),
    ]
    assert len({fragment_name(text) for text in texts}) == len(texts)


LOST = {
    "empty": ("", "a.md: holds no changelog entry; write one, or delete the file"),
    "prose": (
        "prose\n",
        "a.md:1: not a changelog entry; write it as one, or indent it as a detail",
    ),
    "a title above an entry": (
        f"# Fees\n\n{entry('10')}\n",
        "a.md:1: not a changelog entry; write it as one, or indent it as a detail",
    ),
    "conflict markers": (
        f"{entry('10')}\n=======\n{entry('11')}\n",
        "a.md:2: not a changelog entry; write it as one, or indent it as a detail",
    ),
    "an attempt beside an entry": (
        entry("10") + "\n\n- y\n",
        "a.md:3: not a changelog entry; run `sutaza changelog fix`",
    ),
}


@pytest.mark.parametrize(("fragment", "message"), LOST.values(), ids=LOST)
def test_nothing_of_a_fragment_is_lost_in_silence(fragment: str, message: str) -> None:
    with pytest.raises(SutazaError) as raised:
        collect("", {"a.md": fragment})
    assert str(raised.value) == message
