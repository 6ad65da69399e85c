"""What a name tells of a job, and where it stands in the head of a function."""

from __future__ import annotations

import pytest

from sutaza_hooks.description.naming import called, job, key_of, names
from sutaza_hooks.languages import LANGUAGES

SAME = {
    "another order": ("format_date", "date_format"),
    "another form": ("format_date", "formatDate"),
    "a word that says nothing": ("format_date", "dateFormatSafe"),
    "an adjective before": ("format_date", "enhanced_format_date"),
    "an adjective that ends like a verb": ("format_date", "improvedFormatDate"),
    "a version": ("format_date", "format_date_v2"),
    "a number behind": ("format_date", "format_date2"),
    "the type of what it takes": ("format_date", "formatDateString"),
    "a private one": ("format_date", "_format_date"),
    "do": ("format_date", "do_format_date"),
    "an ending": ("format_date", "formatting_date"),
    "a participle": ("load_page", "loaded_page"),
    "a word for another": ("delete_user", "removeUser"),
    "an abbreviation": ("calculate_price", "calcPrice"),
    "an abbreviation with an ending": ("validate_input", "validating_input"),
}

APART = {
    "another noun": ("parse_json", "parse_yaml"),
    "one or many": ("get_user", "get_users"),
    "what more it does": ("get_user", "get_user_posts"),
    "the other way round": ("date_to_string", "string_to_date"),
    "what is done to it": ("append_sample", "add_sample"),
    "what it is done to": ("load_object", "load_function"),
    "a condition": ("load_page", "is_loaded_page"),
    "asynchronous": ("load_page", "load_page_async"),
    "a number within": ("encode_base64_text", "encode_base32_text"),
}

SILENT = {
    "one word": "format",
    "one word beside empty ones": "do_format_safe_v2",
    "special": "__init_subclass__",
    "what answers an event": "onUserLoaded",
    "a handler": "handle_user_request",
    "a visitor": "visit_function_call",
    "a test": "test_format_date",
    "no name": "",
    "no letters": "_",
}

HEADS = {
    "Python": ("async def format_date(day, style='a = 1'):", "format_date"),
    "JavaScript": ("function formatDate(day)", "formatDate"),
    "a generator": ("function* allDates(day)", "allDates"),
    "an arrow function": ("formatDate = async (day = 1) => ", "formatDate"),
    "a typed one": ("formatDate: Format = (day) => ", "formatDate"),
    "a pair": ("formatDate: (day) => ", "formatDate"),
    "a method": ("async formatDate(day = 1) ", "formatDate"),
    "an assigned member": ("dates.format = function(day)", "format"),
    "Go": ("func FormatDate(day int) string ", "FormatDate"),
    "a method in Go": ("func (d *Dates) FormatDate(day int) ", "FormatDate"),
    "Rust": ("pub(crate) fn format_date<T>(day: T) -> String ", "format_date"),
    "Java": ("public static <T> String formatDate(T day) throws X ", "formatDate"),
    "an annotation": ("@Test(timeout = 5) public void formatDate() ", "formatDate"),
    "C++": ("int Dates::formatDate(int day) ", "formatDate"),
    "Kotlin": ("fun Date.formatDate(style: Int): String ", "formatDate"),
    "Ruby": ("def self.format_date(day)", "format_date"),
    "none": ("(day) => ", ""),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME.keys())
def test_names_of_one_job(one: str, other: str) -> None:
    assert job(one) == job(other) != ()


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART.keys())
def test_names_of_two_jobs(one: str, other: str) -> None:
    assert () not in (job(one), job(other))
    assert job(one) != job(other)


@pytest.mark.parametrize("name", SILENT.values(), ids=SILENT.keys())
def test_names_that_tell_no_job(name: str) -> None:
    assert job(name) == ()
    assert key_of(LANGUAGES["python"], name) == 0


@pytest.mark.parametrize(("head", "name"), HEADS.values(), ids=HEADS.keys())
def test_the_name_in_a_head(head: str, name: str) -> None:
    assert called(head) == name


def test_only_languages_that_can_be_copied_share_a_key() -> None:
    keys = {each: key_of(LANGUAGES[each], "format_date") for each in ("python", "go", "tsx")}
    assert len({*keys.values()}) == 3
    assert key_of(LANGUAGES["javascript"], "formatDate") == keys["tsx"]


def test_the_names_of_a_text() -> None:
    text = "def run():\n    pass\n\ndef format_date(day):\n    return day\n"
    (found,) = names(LANGUAGES["python"], text)
    assert found.hash == key_of(LANGUAGES["python"], "format_date")
    assert text[found.start : found.inside].strip() == "def format_date(day):"
