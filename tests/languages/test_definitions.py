"""In each language: what is defined, under which name, on which lines."""

from __future__ import annotations

import pytest

from sutaza_hooks.facts.extraction import extract
from sutaza_hooks.languages import LANGUAGES

CASES = {
    "python: methods, and functions in them": (
        "python",
        "class A:\n  async def m(self):\n    def inner(): pass\n  class B: pass",
        "class A 1-4, method A.m 2-3, function A.m.inner 3-3, class A.B 4-4",
    ),
    "python: a decorator is not part": ("python", "@d\ndef f(): pass", "function f 2-2"),
    "python: an alias of a type": ("python", "type X = int", "type X 1-1"),
    "python: what is broken hides nothing else": (
        "python",
        "class = 1\n\ndef g(): pass",
        "function g 3-3",
    ),
    "javascript: declarations": (
        "javascript",
        ("function f() {}\nfunction* g() {}\nclass C { m() {} #p = () => 1; static s() {} }"),
        (
            "function f 1-1, function g 2-2, class C 3-3, method C.m 3-3, "
            "method C.#p 3-3, method C.s 3-3"
        ),
    ),
    "javascript: values that are functions": (
        "javascript",
        "export const f = async () => 1\nvar g = function () {}\nlet n = 1",
        "function f 1-1, function g 2-2",
    ),
    "javascript: members of objects": (
        "javascript",
        "const api = { a() {}, b: () => 1, 'c': function () {}, d: 1 }",
        "method api.a 1-1, method api.b 1-1, method api.c 1-1",
    ),
    "javascript: what is assigned to exports": (
        "javascript",
        ("exports.f = function () {}\nmodule.exports = { g() {} }\nX.prototype.h = () => 1"),
        "method exports.f 1-1, method module.exports.g 2-2, method X.prototype.h 3-3",
    ),
    "javascript: a default without a name": (
        "javascript",
        "export default function () {}",
        "function default 1-1",
    ),
    "typescript: types": (
        "typescript",
        (
            "interface I<T> { m(): void }\ntype T = string\nenum E { A }\n"
            "namespace N { function f() {} }"
        ),
        ("interface I 1-1, method I.m 1-1, type T 2-2, enum E 3-3, module N 4-4, function N.f 4-4"),
    ),
    "typescript: without a body": (
        "typescript",
        ("abstract class C { abstract a(): void; b = () => 1 }\ndeclare function d(): void"),
        "class C 1-1, method C.a 1-1, method C.b 1-1, function d 2-2",
    ),
    "tsx: a component": ("tsx", "const A = () => <p/>", "function A 1-1"),
    "go: receivers": (
        "go",
        "package p\nfunc F() {}\nfunc (t *T) M() {}\nfunc (T[K]) N() {}",
        "function F 2-2, method T.M 3-3, method T.N 4-4",
    ),
    "go: types": (
        "go",
        ("package p\ntype S struct{}\ntype I interface { Do() }\ntype A = B\ntype C int"),
        "struct S 2-2, interface I 3-3, method I.Do 3-3, type A 4-4, type C 5-5",
    ),
    "go: functions as values": (
        "go",
        "package p\nvar f = func() {}\nfunc g() {\n\th := func() {}\n}",
        "function f 2-2, function g 3-5, function g.h 4-4",
    ),
    "rust: what is in an impl belongs to the type": (
        "rust",
        (
            "struct A;\nimpl<T> A<T> { fn new() {} }\nimpl Tr for a::B { fn q() {} }\n"
            "impl Tr for &C { fn r() {} }"
        ),
        "struct A 1-1, method A.new 2-2, method a.B.q 3-3, method C.r 4-4",
    ),
    "rust: the other items": (
        "rust",
        (
            "mod m { fn f() {} }\nmod n;\ntrait T { fn s(&self); }\nenum E { A }\n"
            "type X = u8;\nmacro_rules! mm { () => {} }"
        ),
        (
            "module m 1-1, function m.f 1-1, trait T 3-3, method T.s 3-3, enum E 4-4, "
            "type X 5-5, macro mm 6-6"
        ),
    ),
    "java: nested types": (
        "java",
        (
            "class A<T> {\n A() {}\n void m() {}\n interface I { void x(); }\n"
            " enum E { B }\n record R(int a) {}\n}"
        ),
        (
            "class A 1-7, method A.A 2-2, method A.m 3-3, interface A.I 4-4, "
            "method A.I.x 4-4, enum A.E 5-5, class A.R 6-6"
        ),
    ),
    "c: functions behind pointers": (
        "c",
        "int f(void) {}\nchar *g() {}\nchar **h() {}\nint only_declared(void);",
        "function f 1-1, function g 2-2, function h 3-3",
    ),
    "c: types": (
        "c",
        (
            "struct S { int a; };\nstruct forward;\nenum E { A };\n"
            "typedef struct { int a; } T;\ntypedef int I;"
        ),
        "struct S 1-1, enum E 3-3, struct T 4-4, type I 5-5",
    ),
    "cpp: in a class and out of it": (
        "cpp",
        (
            "namespace n { class C { void m() {} }; }\nvoid A::B<T>::m() {}\n"
            "bool operator<(A a, B b) {}\nA::~A() {}"
        ),
        (
            "module n 1-1, class n.C 1-1, method n.C.m 1-1, method A.B.m 2-2, "
            "function operator< 3-3, method A.~A 4-4"
        ),
    ),
    "csharp: a namespace": (
        "csharp",
        (
            "namespace N { class A<T> { void M() { void local() {} } }\n"
            "interface I {}\nstruct S {}\nenum E {} }"
        ),
        (
            "module N 1-4, class N.A 1-1, method N.A.M 1-1, function N.A.M.local 1-1, "
            "interface N.I 2-2, struct N.S 3-3, enum N.E 4-4"
        ),
    ),
    "ruby: modules": (
        "ruby",
        (
            "module A::B\n  class C\n    def m?; end\n    def self.s; end\n"
            "    def ==(o); end\n  end\nend"
        ),
        (
            "module A.B 1-7, class A.B.C 2-6, method A.B.C.m? 3-3, method A.B.C.s 4-4, "
            "method A.B.C.== 5-5"
        ),
    ),
    "php: types": (
        "php",
        (
            "<?php\nclass C { function m() {} }\ninterface I {}\ntrait T {}\nenum E {}\n"
            "function f() {}"
        ),
        ("class C 2-2, method C.m 2-2, interface I 3-3, trait T 4-4, enum E 5-5, function f 6-6"),
    ),
    "shell: both forms": (
        "shell",
        "f() { :; }\nfunction g {\n:\n}",
        "function f 1-1, function g 2-4",
    ),
}


@pytest.mark.parametrize(("language", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_definitions(language: str, text: str, expected: str) -> None:
    found = extract(LANGUAGES[language], text).definitions
    said = (f"{each.kind} {each.name} {each.line}-{each.end_line}" for each in found)
    assert ", ".join(said) == expected


def test_names_do_not_grow_without_end() -> None:
    found = extract(LANGUAGES["javascript"], "function a() {" * 2000 + "}" * 2000).definitions
    assert 0 < len(found) < 100
