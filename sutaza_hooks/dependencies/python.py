"""Whether an import of Python is covered."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from sutaza_hooks.change import Tree
from sutaza_hooks.dependencies.first_party import FirstParty
from sutaza_hooks.dependencies.project import Project
from sutaza_hooks.dependencies.verdict import COVERED, Verdict
from sutaza_hooks.facts import Import
from sutaza_hooks.manifests.declaring import Declared
from sutaza_hooks.modules import (
    STDLIB,
    distribution_of_conda,
    distributions_of,
    is_stub,
    known_module,
    modules_of,
    ships,
)
from sutaza_hooks.modules.namespaces import is_namespace

_HOST = frozenset({"__main__", "__pypy__", "_typeshed", "test"})
_OLD = frozenset(
    """__builtin__ ConfigParser Cookie HTMLParser Queue SocketServer StringIO UserDict cPickle
    cStringIO commands cookielib dummy_thread exceptions httplib md5 sets sha thread urllib2
    urlparse xmlrpclib""".split()
)
"""Modules of Python 2, which guarded imports still ask for first."""
_BUILDS = frozenset({"setuptools", "pkg_resources", "wheel"})
"""What pip gives to `setup.py` where no build requirements are declared."""
_TYPES = re.compile(r"[-_](?:types|stubs|typing)$")
_AFFIX = re.compile(r"^(?:python|py|lib)_?|_?(?:python|py\d?|sdk|client|api|lib)$")


class PythonImports:
    """Judges the imports of Python files by one project."""

    def __init__(self, tree: Tree, project: Project, roots: Sequence[str] = ()) -> None:
        self._project = project
        self._ours = FirstParty(tree, project, roots)
        self._dependencies = tuple(_published(project.dependencies))
        self._extras = {each for m in project.manifests for each in m.says.extras}
        self._by_name = {_squeezed(each.name): each for each in self._dependencies}
        self._known: dict[str, tuple[Declared, ...]] = {}

    def judge(self, path: str, what: Import) -> Verdict:
        """The finding about an import, which in `from a import b` may be the module `a.b`."""
        top = what.module.partition(".")[0]
        if not top:
            return COVERED if self._ours.leads(path, what.module) else _unresolved(what)
        if top in STDLIB or top in _HOST or (what.guard and top in _OLD):
            return COVERED
        if posixpath.basename(path) == "setup.py" and top in _BUILDS:
            return COVERED
        asked = _asked(what)
        likely = [_fitting(self._likely(each), what) for each in asked]
        if all(likely):
            return Verdict("declared", likely[0][0].name, likely[0])
        if self._ours.has(path, top, asked):
            is_there = what.names or self._ours.has_member(path, what.module)
            return COVERED if is_there else _unresolved(what)
        return self._foreign(path, what, asked)

    def _foreign(self, path: str, what: Import, asked: Sequence[str]) -> Verdict:
        """The finding about what is not in the tree: all declarations are asked."""
        found = {each: _fitting(self._declared(each), what) for each in asked}
        lacking = next((each for each, declared in found.items() if not declared), None)
        if lacking is None:
            return Verdict("declared", found[asked[0]][0].name, found[asked[0]])
        if any(ships(each, lacking) for each in self._extras):
            return COVERED
        top = lacking.partition(".")[0]
        is_known = known_module(lacking) or known_module(top)
        made_by_test = what.column > 1 and not is_known and self._ours.has_beside_test(path, "")
        if made_by_test or self._ours.has_beside_test(path, top):
            return COVERED
        if self._ours.has_on_path(path, top):
            return COVERED
        if not is_known:
            return Verdict("unknown", top, near=self._near(top))
        return Verdict("undeclared", _shipper(lacking))

    def _likely(self, module: str) -> tuple[Declared, ...]:
        """The declarations that cover a module, among those of its likely names."""
        if module not in self._known:
            names = (module.partition(".")[0], *distributions_of(module))
            named = {each.name for name in names if (each := self._by_name.get(_squeezed(name)))}
            some = [each for each in self._dependencies if each.name in named]
            self._known[module] = tuple(each for each in some if ships(each.name, module))
        return self._known[module]

    def _declared(self, module: str) -> tuple[Declared, ...]:
        """The declarations that cover a module, among all."""
        if likely := self._likely(module):
            return likely
        every = self._dependencies
        found = tuple(each for each in every if ships(each.name, module))
        top = module.partition(".")[0]
        return found or tuple(each for each in every if _alike(each.name, top))

    def _near(self, top: str) -> tuple[str, ...]:
        """Declared distributions whose name or modules are like the one that is not known."""
        by_module = {
            module: each.name
            for each in self._dependencies
            for module in (_squeezed(each.name), *modules_of(each.name))
        }
        close = get_close_matches(top, by_module, n=2, cutoff=0.6)
        words = {word for word in top.split("_") if len(word) > 3}
        parts = [module for module in by_module if words & set(module.split("_"))]
        return tuple(dict.fromkeys(by_module[each] for each in (*close, *parts)))[:2]


def _published(dependencies: Iterable[Declared]) -> Iterator[Declared]:
    """Dependencies, and those from conda once more by the distribution that they are made of."""
    for each in dependencies:
        yield each
        if each.group == "conda" and (name := distribution_of_conda(each.name)) != each.name:
            yield each._replace(name=name)


def _asked(what: Import) -> Sequence[str]:
    """The modules that an import may mean, one for each name."""
    names = [name for name in what.names if name != "*"]
    return [f"{what.module}.{name}" for name in names] or [what.module]


def _fitting(declared: tuple[Declared, ...], what: Import) -> tuple[Declared, ...]:
    """Distributions of types alone cover only an import that is made for types."""
    if what.guard == "types":
        return declared
    return tuple(e for e in declared if not (is_stub(e.name) or _TYPES.search(e.name)))


def _unresolved(what: Import) -> Verdict:
    return Verdict("unresolved", what.module)


def _alike(name: str, top: str) -> bool:
    """Whether a distribution is named for a module as many are: `tellcore-py`, `python-snap7`."""
    return _AFFIX.sub("", _squeezed(name)) == _AFFIX.sub("", _squeezed(top))


def _shipper(module: str) -> str:
    """The distribution to declare: the best known that ships it."""
    top = module.partition(".")[0]
    known = distributions_of(top)
    if not known or (is_namespace(top) and "." in module):
        known = distributions_of(module) or known
    return next(iter(known), top)


def _squeezed(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")
