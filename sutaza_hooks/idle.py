"""Bodies of functions that do no work: they hold nothing, or give a constant."""

from __future__ import annotations

from sutaza_hooks.pattern import Pattern

NOTHING = Pattern(
    r"(?:pass|\.\.\.|;|return(?: None| null| nil| undefined)?;?|:|undefined|Ok\(\(\)\))?$"
)
_CONSTANT = (
    r"(?:-?\d[\d_.]*f?|True|False|true|false|None|null|nil|\"[^\"]*\"|'[^']*'|`[^`${]*`|\[\]|\{\}"
    r"|\(\)"
    r"|vec!\[\]|\{(?:\s*[\"']?\w+[\"']?\s*:\s*(?:\"[^\"]*\"|'[^']*'|-?[\d.]+|[Tt]rue|[Ff]alse"
    r"|None|null|\[\]|\{\}),?)+\s*\})"
)
GIVES = Pattern(rf"(?:return |=> )?(?P<value>{_CONSTANT}|Ok\({_CONSTANT}\)|Some\({_CONSTANT}\));?$")
