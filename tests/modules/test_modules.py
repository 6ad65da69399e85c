"""What is known of distributions and their modules, by the data that is shipped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.modules import (
    STDLIB,
    distribution_of_conda,
    distributions_of,
    is_stub,
    known_distribution,
    known_module,
    lifetimes,
    modules_of,
    ships,
)
from sutaza_hooks.modules.tables import DATA

SHIPPED = {
    "the name says it": ("requests", {"requests"}),
    "hyphens are underscores": ("charset-normalizer", {"charset_normalizer"}),
    "renamed, and a private module": ("PyYAML", {"yaml", "_yaml"}),
    "renamed": ("beautifulsoup4", {"bs4"}),
    "renamed in capitals": ("Pillow", {"PIL"}),
    "renamed, a dot in its name that is no namespace": ("pdfminer.six", {"pdfminer"}),
    "renamed, and the dot is a language": ("discord.py", {"discord"}),
    "several modules": ("attrs", {"attr", "attrs"}),
    "modules that no table has": (
        "setuptools",
        {"setuptools", "pkg_resources", "_distutils_hack", "easy_install"},
    ),
    "a package that the data has as files": ("python-consul", {"consul"}),
    "a fork is known by what it shares with the known": (
        "pydantic-to-typescript2",
        {"pydantic2ts"},
    ),
    "namespace by pattern": ("azure-identity", {"azure.identity"}),
    "namespace with a clash": ("google-auth", {"google.auth", "google.oauth2"}),
    "namespace whose top is wrong in the data": ("protobuf", {"google.protobuf", "google._upb"}),
    "namespace of one": ("llama-index-core", {"llama_index.core"}),
    "namespace by the dots of its name": ("Products.CMFCore", {"Products.CMFCore"}),
    "any spelling of a name": ("Zope_Interface", {"zope.interface"}),
    "in the family's place by name, but not in its namespace": (
        "google-search-results",
        {"serpapi"},
    ),
    "a whole namespace": ("aws-cdk-lib", {"aws_cdk"}),
    "stubs, as the data has them": ("types-PyYAML", {"yaml"}),
    "stubs, by their name": ("types-nothing-such", {"nothing_such", "types_nothing_such"}),
    "stubs at the end": ("nothing-such-stubs", {"nothing_such", "nothing_such_stubs"}),
    "unknown": ("our-own_thing", {"our_own_thing"}),
}


@pytest.mark.parametrize(("distribution", "modules"), SHIPPED.values(), ids=SHIPPED.keys())
def test_modules_of(distribution: str, modules: set[str]) -> None:
    assert set(modules_of(distribution)) == modules


SPELLED = {
    "dots": ("azure-mgmt-storage", "azure.mgmt.storage"),
    "dots, and the last words run together": (
        "azure-storage-file-datalake",
        "azure.storage.filedatalake",
    ),
    "one dot among underscores": (
        "llama-index-vector-stores-chroma",
        "llama_index.vector_stores.chroma",
    ),
    "underscores": (
        "opentelemetry-instrumentation-aiohttp-client",
        "opentelemetry.instrumentation.aiohttp_client",
    ),
    "run together": ("google-cloud-secret-manager", "google.cloud.secretmanager"),
    "generated client": ("google-cloud-vision", "google.cloud.vision_v1"),
    "deeper family": ("apache-airflow-providers-ftp", "airflow.providers.ftp"),
}


@pytest.mark.parametrize(("distribution", "module"), SPELLED.values(), ids=SPELLED.keys())
def test_members_of_families_are_spelled_in_each_likely_way(distribution: str, module: str) -> None:
    assert module in modules_of(distribution)


COVERED = {
    "itself": ("requests", "requests"),
    "a part": ("requests", "requests.adapters.HTTPAdapter"),
    "a parent that is shared": ("google-cloud-storage", "google.cloud"),
    "a member of a namespace": ("google-cloud-storage", "google.cloud.storage.Client"),
    "a client of a version that no pattern has": (
        "google-cloud-vision",
        "google.cloud.vision_v1p4beta1.types",
    ),
    "another case": ("pyqt5", "PyQt5.QtCore"),
    "not among the best known, but surveyed": ("veeper-speech", "veespeech"),
    "stubs": ("types-requests", "requests.models"),
    "stubs that are a module of their own": ("types-boto3-translate", "types_boto3_translate"),
}


@pytest.mark.parametrize(("distribution", "module"), COVERED.values(), ids=COVERED.keys())
def test_ships(distribution: str, module: str) -> None:
    assert ships(distribution, module)


BARE = {
    "another module": ("requests", "urllib3"),
    "a longer name": ("requests", "requests_toolbelt"),
    "another member of the namespace": ("google-cloud-aiplatform", "google.cloud.firestore"),
    "a sibling that replaced it": ("google-genai", "google.generativeai"),
    "what it needs in the same namespace": ("azure-identity", "azure.core.credentials"),
    "a shared top does not stand for the whole": ("google", "google.cloud.storage"),
    "tests that it ships by mistake": ("SpeechRecognition", "tests"),
    "only its runtime ships it": ("azure-functions", "azure.durable_functions"),
    "unknown": ("our-own-thing", "their_thing"),
}


@pytest.mark.parametrize(("distribution", "module"), BARE.values(), ids=BARE.keys())
def test_ships_not(distribution: str, module: str) -> None:
    assert not ships(distribution, module)


KNOWN = ["requests", "Flask", "zope.interface", "scikit_learn", "odoo-addon-mail-tracking", "fpdf2"]
UNKNOWN = [
    "flask-autoconfig-helper",
    "fastapi-rate-limiter-pro",
    "webrtc_streamer",
    "transformers-extras",
    "",
]


@pytest.mark.parametrize("name", KNOWN)
def test_known_distribution(name: str) -> None:
    assert known_distribution(name)


@pytest.mark.parametrize("name", UNKNOWN)
def test_unknown_distribution(name: str) -> None:
    assert not known_distribution(name)


EXISTING = {
    "named as its distribution": "requests",
    "named otherwise": "yaml",
    "in capitals": "PIL",
    "a part": "google.cloud.storage",
    "of no distribution that is well known": "veespeech",
    "of the standard library": "tomllib.loads",
    "of an old standard library": "distutils",
}


@pytest.mark.parametrize("module", EXISTING.values(), ids=EXISTING.keys())
def test_known_module(module: str) -> None:
    assert known_module(module)


@pytest.mark.parametrize("module", [*UNKNOWN, "django_json_schema_guard.rules"])
def test_unknown_module(module: str) -> None:
    assert not known_module(module)


def test_names_that_are_made_up_are_rarely_known() -> None:
    made_up = [f"qz{number}x_wv" for number in range(20_000)]
    assert sum(map(known_module, made_up)) <= 30  # 1 in 1,000 would be 20, give or take 4.5


SHIPPERS = {
    "renamed": ("yaml", "pyyaml"),
    "a part of one that is renamed": ("dateutil.relativedelta.relativedelta", "python-dateutil"),
    "the successor before the one that is given up": ("Crypto.Cipher", "pycryptodome"),
    "the plain one before its variants": ("cv2", "opencv-python"),
    "named as it": ("flask_login", "flask-login"),
    "not the stubs": ("pandas", "pandas"),
    "a member of a namespace": ("google.cloud.storage.Client", "google-cloud-storage"),
    "a generated client": ("google.cloud.kms_v1", "google-cloud-kms"),
    "a member that is named otherwise": (
        "google.cloud.sql.connector.Connector",
        "cloud-sql-python-connector",
    ),
}


@pytest.mark.parametrize(("module", "distribution"), SHIPPERS.values(), ids=SHIPPERS.keys())
def test_distributions_of(module: str, distribution: str) -> None:
    assert distributions_of(module)[0] == distribution
    assert len(distributions_of(module)) <= 5


NOBODY = {
    "made up": "webrtc_streamer",
    "everybody's mistake": "tests.helpers",
    "unknown in a namespace": "google.cloud.no_such_service",
    "nothing": "",
}


@pytest.mark.parametrize("module", NOBODY.values(), ids=NOBODY.keys())
def test_nobody_ships(module: str) -> None:
    assert distributions_of(module) == ()


@pytest.mark.parametrize("module", [m for m, _ in SHIPPERS.values()])
def test_what_is_offered_ships_the_module(module: str) -> None:
    assert all(ships(each, module) for each in distributions_of(module))


def test_is_stub() -> None:
    assert [is_stub(name) for name in ("types-requests", "boto3_stubs", "requests", "types-")] == [
        True,
        True,
        False,
        False,
    ]


def test_conda_packages_are_told_by_their_distribution() -> None:
    found = [distribution_of_conda(name) for name in ("airflow", "Alpha_Vantage", "numpy")]
    assert found == ["apache-airflow", "alpha-vantage", "numpy"]


STANDARD = {
    "of all versions": "json",
    "gone in 3.9": "dummy_threading",
    "gone in 3.12": "distutils",
    "gone in 3.12, asynchronous": "asynchat",
    "gone in 3.12, imports": "imp",
    "gone in 3.13": "cgi",
    "new in 3.9": "zoneinfo",
    "new in 3.11": "tomllib",
    "new in 3.14": "annotationlib",
    "new in 3.14, packages": "compression",
    "new in 3.14, a part is": "concurrent",
    "of Windows": "winreg",
    "private": "_thread",
}


@pytest.mark.parametrize("module", STANDARD.values(), ids=STANDARD.keys())
def test_the_standard_library_of_all_versions(module: str) -> None:
    assert module in STDLIB


def test_lifetimes() -> None:
    assert lifetimes()["distutils"] == ((3, 8), (3, 11))
    assert lifetimes()["tomllib"][0] == (3, 11)
    assert lifetimes()["json"] == ((3, 8), (3, 15))
    assert not STDLIB & {"attr", "requests", "yaml", ""}


def test_the_data_is_small() -> None:
    assert sum(file.stat().st_size for file in DATA.iterdir()) <= 2_500_000


@given(st.text(st.characters()), st.text(st.characters()))
def test_any_text_is_answered(distribution: str, module: str) -> None:
    assert modules_of(distribution)
    assert isinstance(ships(distribution, module), bool)
    assert isinstance(distributions_of(module), tuple)
    assert isinstance(known_module(module) or known_distribution(module), bool)
    assert isinstance(is_stub(distribution), bool)
    assert distribution_of_conda(distribution) is not None


@given(st.from_regex(r"[a-z]{1,8}([-._][a-z0-9]{1,6}){0,5}", fullmatch=True))
def test_a_distribution_ships_what_is_said_of_it(distribution: str) -> None:
    assert all(ships(distribution, module) for module in modules_of(distribution))
