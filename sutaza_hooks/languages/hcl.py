"""HCL, as in Terraform."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, DOUBLE, Syntax

LANGUAGE = Language(
    name="hcl",
    suffixes=(".tf", ".tfvars", ".hcl", ".nomad", ".tofu"),
    syntax=Syntax(
        line=("#", "//"),
        block=(C_BLOCK,),
        quotes=(DOUBLE,),
        heredoc=r"<<-?(?P<tag>[A-Za-z_][\w-]{0,99})(?=[ \t]*\r?$)",
    ),
)
