"""XML and the formats made of it."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Block, Quote, Syntax

LANGUAGE = Language(
    name="xml",
    suffixes=(
        *(".xml", ".svg", ".xsd", ".xsl", ".xslt", ".rss", ".plist", ".xaml", ".resx"),
        *(".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".nuspec", ".pom"),
    ),
    syntax=Syntax(
        block=(Block("<!--", "-->"),),
        quotes=(Quote(r"<!\[CDATA\[", "]]>", escape="", multiline=True),),
    ),
)
