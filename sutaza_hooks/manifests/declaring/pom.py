"""Maven's `pom.xml`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Declared, Fault, Scope, Statement, Told
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import Placed, folder
from sutaza_hooks.manifests.declaring.placed.xml_text import Element, read

_PROPERTY = re.compile(r"\$\{\s*([^{}\s]+)\s*\}")


def _declares(_: str, text: str) -> Iterator[Statement]:
    """`dependencyManagement` gives versions to what is declared elsewhere, and declares nothing."""
    root, faults = read(text)
    yield from faults
    properties = _properties(root)
    if artifact := properties["project.artifactId"]:
        yield Told("name", f"{properties['project.groupId']}:{artifact}")
    for parent in root.all("parent"):
        path = next((each.words.strip() for each in parent.all("relativePath")), "..")
        if given := _coordinates(parent, {}):
            yield Declared(given, given.line, "build", "parent", parent.text("version") or "")
        if path:
            name = path if path.endswith((".xml", ".pom")) else f"{path}/pom.xml"
            yield Told("include", folder(Placed(name, parent.line)))
    for module in (
        *root.all("modules", "module"),
        *root.all("profiles", "profile", "modules", "module"),
    ):
        yield Told("member", folder(Placed(module.words, module.line)))
    for each in root.all("dependencies", "dependency"):
        yield _dependency(each, "", properties)
    for profile in root.all("profiles", "profile"):
        for each in profile.all("dependencies", "dependency"):
            yield _dependency(each, profile.text("id") or "profile", properties)


def _properties(root: Element) -> dict[str, str]:
    """The properties of this file alone."""
    known: dict[str, str] = {
        each.tag: each.words.strip() for table in root.all("properties") for each in table.inner
    }
    for name in ("groupId", "artifactId", "version"):
        known[f"project.{name}"] = root.text(name) or root.text("parent", name) or ""
    known["project.parent.groupId"] = root.text("parent", "groupId") or ""
    return known


def _dependency(element: Element, group: str, properties: dict[str, str]) -> Statement:
    name = _coordinates(element, properties)
    if not name:
        return Fault(element.line, "the dependency has no group or no name")
    if "${" in name:  # a property of a parent
        return Told("unread", name)
    return Declared(name, name.line, _scope(element), group, element.text("version") or "")


def _coordinates(element: Element, properties: dict[str, str]) -> Placed | None:
    """The group and the name, on the line of the name; None where one of them is missing."""
    group, artifact = element.text("groupId"), element.text("artifactId")
    if group is None or artifact is None:
        return None
    return artifact.saying(f"{_filled(group, properties)}:{_filled(artifact, properties)}")


def _scope(element: Element) -> Scope:
    if element.text("scope") == "test":
        return "development"
    return "optional" if element.text("optional") == "true" else "runtime"


def _filled(text: str, properties: dict[str, str]) -> str:
    return _PROPERTY.sub(lambda found: properties.get(found[1], found[0]), text)


FORMAT = Format(names=("pom.xml",), declares=_declares, ecosystem="jvm", includes="pom.xml")
