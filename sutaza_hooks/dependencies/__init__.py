"""What the manifests that govern a file declare, and whether that covers what the file imports."""

from sutaza_hooks.dependencies.ecosystems import JUDGES, Judge, judge_of
from sutaza_hooks.dependencies.project import Governed, Project, Projects
from sutaza_hooks.dependencies.verdict import Verdict

__all__ = ["JUDGES", "Governed", "Judge", "Project", "Projects", "Verdict", "judge_of"]
