"""Functions of languages without a grammar."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.languages import LANGUAGES
from sutaza_hooks.languages.heads import headed

TEXTS = {
    "Kotlin: in a class": (
        "kotlin",
        """
        class Shop(val name: String) {
            @Inject
            override suspend fun total(basket: Basket): Int {
                return basket.sum()
            }

            fun short() = 1
        }
        """,
        {"Shop.total": "\n        return basket.sum()\n    }", "Shop.short": " 1"},
    ),
    "Kotlin: parameters on several lines": (
        "kotlin",
        """
        fun <T> List<T>.total(
            by: (T) -> Int,
        ): Int {
            return sumOf(by)
        }
        """,
        {"total": "\n    return sumOf(by)\n}"},
    ),
    "Swift: a method of an extension": (
        "swift",
        """
        extension Shop: Sendable {
            public static func total(_ all: [Item]) -> Int {
                all.count
            }
        }
        """,
        {"Shop.total": "\n        all.count\n    }"},
    ),
    "Scala: an expression": (
        "scala",
        """
        object Shop {
          def total(all: Seq[Item]): Int =
            all.map(_.price).sum
        }
        """,
        {"Shop.total": "\n    all.map(_.price).sum"},
    ),
    "Lua": (
        "lua",
        """
        local function total(all)
          return #all
        end
        function Shop:total(all)
          return total(all)
        end
        """,
        {"total": "  return #all\nend", "Shop:total": "  return total(all)\nend"},
    ),
    "Dart": (
        "dart",
        """
        class Shop {
          Future<int> total(List<Item> all) async {
            if (all.isEmpty) {
              print('none');
            }
            return all.length;
          }
        }
        """,
        {
            "Shop.total": "\n    if (all.isEmpty) {\n      print('none');\n    }\n"
            "    return all.length;\n  }"
        },
    ),
    "Groovy": (
        "groovy",
        """
        def total(all) {
            all.sum { it.price }
        }
        """,
        {"total": "\n    all.sum { it.price }\n}"},
    ),
    "PowerShell: the brace on its own line": (
        "powershell",
        """
        function Get-Total
        {
            param($All)
            $All.Count
        }
        """,
        {"Get-Total": "{\n    param($All)\n    $All.Count\n}"},
    ),
    "Elixir": (
        "elixir",
        """
        defmodule Shop.Basket do
          def total(all) do
            Enum.count(all)
          end
        end
        """,
        {"Shop.Basket.total": "    Enum.count(all)\n  end"},
    ),
    "R": (
        "r",
        """
        total <- function(all) {
          sum(all)
        }
        """,
        {"total": "\n  sum(all)\n}"},
    ),
}


@pytest.mark.parametrize(("language", "text", "bodies"), TEXTS.values(), ids=TEXTS)
def test_functions_with_their_bodies(language: str, text: str, bodies: dict[str, str]) -> None:
    plain = textwrap.dedent(text)
    found = headed(LANGUAGES[language], plain)
    assert {each.name: plain[each.inside : each.end] for each in found} == bodies


NONE = {
    "Kotlin: a type of functions": ("kotlin", "val f: (Int) -> Int = { it }\n"),
    "Kotlin: a comment": ("kotlin", "// fun f() { }\n"),
    "Dart: a call": ("dart", "print(total(all));\n"),
    "Dart: a condition": ("dart", "if (a) {\n  b();\n}\n"),
    "Dart: a call that goes on": ("dart", "  return total(\n    all);\n"),
    "Groovy: a call with a closure": ("groovy", "dependencies {\n  implementation(x)\n}\n"),
    "Lua: a word": ("lua", "-- function f() is not\n"),
    "Elixir: a macro": ("elixir", "definition(x)\n"),
    "R: a call": ("r", "total(function(x) x)\n"),
}


@pytest.mark.parametrize(("language", "text"), NONE.values(), ids=NONE)
def test_no_function(language: str, text: str) -> None:
    assert list(headed(LANGUAGES[language], text)) == []


HEADED = [name for name, language in LANGUAGES.items() if language.heads]


@given(st.sampled_from(HEADED), st.text(alphabet="fundeftial cos(){}=\n\t:<>,end"))
def test_any_text(language: str, text: str) -> None:
    for start, inside, end, _ in headed(LANGUAGES[language], text):
        assert 0 <= start <= inside <= end <= len(text)


@pytest.mark.parametrize("language", HEADED)
def test_what_goes_deeper_with_every_line_takes_bounded_time(language: str) -> None:
    text = "\n".join(" " * at + "fun f(" for at in range(1000))
    list(headed(LANGUAGES[language], text))
