"""What definitions say of themselves, in several languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.description.definition import Described, describe
from sutaza_hooks.facts.extraction import extract
from sutaza_hooks.languages import LANGUAGES


def described(language: str, text: str) -> list[Described]:
    known = LANGUAGES[language]
    return list(describe(known, text, extract(known, text)))


PYTHON = '''
class Basket:
    """What somebody is about to buy."""

    @cached
    def total_due(
        self, rates=None
    ) -> Money:
        """Add up the prices.

        Taxes are added by country.
        """
        return sum(item.priceWithTax(rates) for item in self.items)
'''


def test_a_class_and_its_method() -> None:
    basket, total = described("python", PYTHON)
    assert basket[:6] == (
        "Basket", "class", 2, 13, "class Basket", "What somebody is about to buy."
    )  # fmt: skip
    assert total.signature == "def total_due( self, rates=None ) -> Money"
    assert total.summary == "Add up the prices."
    assert (total.called, total.around) == ("total due", "basket")
    assert {"taxes", "country", "rates", "money"} <= set(total.said.split())
    assert {"sum", "price", "tax", "items"} <= set(total.done.split())
    assert "return" not in total.done.split()
    assert not basket.done


SUMMARIES = {
    "Python: a docstring in one line": ("python", 'def f():\n    "Save it."\n', "Save it."),
    "Python: a raw docstring": ("python", 'def f():\n    r"""Save it."""\n', "Save it."),
    "Python: a comment above": ("python", "# Save it.\ndef f():\n    go()\n", "Save it."),
    "Python: a comment above a decorator": (
        "python",
        "# Save it.\n@once\ndef f():\n    go()\n",
        "Save it.",
    ),
    "Python: a comment that a blank line parts": ("python", "# Old.\n\ndef f():\n    go()\n", ""),
    "Python: the docstring of another": (
        "python",
        'def f():\n    go()\n\n\ndef g():\n    """G."""\n',
        "",
    ),
    "Python: the docstring of the function within": (
        "python",
        'def f():\n    def g():\n        """G."""\n    return g\n',
        "",
    ),
    "JavaScript: JSDoc": (
        "javascript",
        "/**\n * Save it\n * for later.\n * @param {x} x what\n */\nfunction f(x) { go(x); }\n",
        "Save it for later.",
    ),
    "Go: lines above": ("go", "// f saves it.\n// Twice.\nfunc f() { g() }\n", "f saves it."),
    "Rust: lines of documentation, and an attribute": (
        "rust",
        "/// Saves it.\n#[inline]\nfn f() { g(); }\n",
        "Saves it.",
    ),
    "Java: a block, and an annotation": (
        "java",
        "class A {\n  /** Saves it. */\n  @Override\n  void f() { g(); }\n}\n",
        "",
    ),
}


@pytest.mark.parametrize(("language", "text", "summary"), SUMMARIES.values(), ids=SUMMARIES)
def test_the_summary_is_the_first_sentence(language: str, text: str, summary: str) -> None:
    assert described(language, text)[0].summary == summary


def test_a_method_of_java() -> None:
    _, method = described("java", SUMMARIES["Java: a block, and an annotation"][1])
    assert (method.name, method.summary) == ("A.f", "Saves it.")


@given(st.text(alphabet="def (f):\n \"'#abc"))
def test_any_text_is_described(text: str) -> None:
    for each in described("python", text):
        assert "\n" not in each.signature + each.summary
