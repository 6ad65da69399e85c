"""Makes the data files again, out of published files that are on disk.

    pip download --no-deps pigar pipreqs guarddog stdlibs
    python -m sutaza_hooks.modules.refresh --pigar pigar-*.whl --pipreqs pipreqs-*.whl \\
        --guarddog guarddog-*.whl --stdlibs stdlibs-*.whl \\
        --pants default_module_mapping.py --parselmouth mapping_as_grayskull.json

The last two are files of the public repositories pantsbuild/pants (below
`src/python/pants/backend/python/dependency_inference/`) and prefix-dev/parselmouth (`files/`).
The same files give the same bytes. `NOTICE` says what is taken from which, and under what licence;
bring it up to date with the versions. What is wrong in all of them stands in `corrections.toml`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from sutaza_hooks.modules import is_stub, shelf, sources
from sutaza_hooks.modules.gathering import Gathering, renamed, shippers
from sutaza_hooks.modules.sieving import sieved
from sutaza_hooks.modules.tables import DATA

_SOURCES = ("pigar", "pipreqs", "guarddog", "stdlibs", "pants", "parselmouth")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for source in _SOURCES:
        parser.add_argument(f"--{source}", type=Path, required=True, metavar="FILE")
    parser.add_argument("--into", type=Path, default=DATA, metavar="FOLDER")
    options = parser.parse_args(arguments)
    files = {source: getattr(options, source) for source in _SOURCES}
    for name, data in made(files).items():
        (options.into / name).write_bytes(data)


def made(files: dict[str, Path]) -> dict[str, bytes]:
    """The data files by name."""
    packages = sources.packaged(files["parselmouth"])
    gathering = _gathered(files, packages)
    rows = gathering.rows()
    lines = sorted(sources.standard(files["stdlibs"]).items())
    stubs = {name for name in gathering.best if is_stub(name) or gathering.is_stub(name)}
    return {
        "shipped.bin": shelf.written(rows),
        "shippers.bin": shelf.written(shippers(gathering.best, rows, stubs)),
        "conda.bin": shelf.written(renamed(packages)),
        # 11 and 12 bits together are wrong less than once in 1,000; an import is asked of every
        # declared distribution, so the pairs must be wrong far less often.
        "distributions.bin": sieved(gathering.names(), 11),
        "modules.bin": sieved(gathering.tops(), 12),
        "pairs.bin": sieved(gathering.pairs(rows), 16),
        "stdlib.txt": "".join(f"{name} {first} {last}\n" for name, (first, last) in lines).encode(),
    }


def _gathered(files: dict[str, Path], packages: dict[str, str]) -> Gathering:
    """pipreqs speaks only of what pigar does not know; pants is always heard."""
    survey = sources.surveyed(files["pigar"])
    mapped = sources.mapped(files["pipreqs"])
    lacking = {name: found for name, found in mapped.items() if not survey.shipped.get(name)}
    curated = lacking | sources.curated(files["pants"])
    known = (sources.ranked(files["guarddog"]), sorted(packages.values()), sorted(curated))
    best = dict.fromkeys(name for names in known for name in names)
    return Gathering(survey, curated, sources.corrections(), best)


if __name__ == "__main__":
    main()
