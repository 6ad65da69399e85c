"""What the manifests of Go, Rust and Java declare."""

from __future__ import annotations

import pytest

from tests.manifests.said import said

POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
{}
</project>"""

CASES = {
    "go.mod": (
        "go.mod",
        """\
        module example.org/orchard // here

        go 1.22

        require example.org/apple v1.0.0
        require (
        \texample.org/pear/v2 v2.1.0
        \t"example.org/plum" v0.1.0 // indirect; by pear
        \t// example.org/no v1.0.0
        )
        exclude example.org/fig v1.0.0
        replace example.org/apple v1.0.0 => ../apple
        replace (
        \texample.org/pear/v2 => example.org/lime v1.0.0
        )
        tool example.org/kiwi/cmd/kiwi
        """,
        [
            "5 runtime - example.org/apple v1.0.0",
            "7 runtime - example.org/pear/v2 v2.1.0",
            "8 runtime indirect example.org/plum v0.1.0",
            "16 development tool example.org/kiwi/cmd/kiwi",
            "name example.org/orchard",
            "alias example.org/apple ../apple",
            "alias example.org/pear/v2 example.org/lime",
        ],
    ),
    "go.mod without a version": (
        "go.mod",
        "require (\n\texample.org/apple\n",
        [
            "2 runtime - example.org/apple",
            "fault 2: requires `example.org/apple` without a version",
        ],
    ),
    "go.mod with brackets close by": (
        "go.mod",
        "require(\r\n\texample.org/apple v1.0.0\r\n)\r\n",
        ["2 runtime - example.org/apple v1.0.0"],
    ),
    "go.work": ("go.work", "go 1.22\nuse (\n\t./one\n\t.\n)\n", ["member one", "member ."]),
    "a crate": (
        "Cargo.toml",
        """\
        [package]
        name = "orchard-rs"
        [lib]
        name = "orchard"
        [dependencies]
        apple = "1"
        pear_tree = { package = "pear-tree-ng", version = "0.2", optional = true }
        plum = { workspace = true }
        quince = { git = "https://example.org/q", rev = "abc" }
        fig.path = "../fig"
        [dependencies.lime]
        version = "2"
        [dev-dependencies]
        kiwi = "1"
        [build-dependencies]
        date = "1"
        [target.'cfg(windows)'.dependencies]
        win = "0.5"
        """,
        [
            "6 runtime - apple 1",
            "7 optional - pear_tree 0.2",
            "8 runtime - plum @ workspace",
            "9 runtime - quince @ https://example.org/q@abc",
            "10 runtime - fig @ ../fig",
            "11 runtime - lime 2",
            "18 runtime cfg(windows) win 0.5",
            "14 development dev-dependencies kiwi 1",
            "16 build build-dependencies date 1",
            "name orchard-rs",
            "module orchard",
        ],
    ),
    "a workspace": (
        "Cargo.toml",
        '[workspace]\nmembers = ["crates/*"]\n[workspace.dependencies]\napple = "1"\n',
        ["4 runtime workspace apple 1", "member crates/*"],
    ),
    "a broken crate": (
        "Cargo.toml",
        '[dependencies]\napple = \npear = "1"\nplum "2"\n[dev-dependencies]\nfig = "3"\n',
        [
            "3 runtime - pear 1",
            "6 development dev-dependencies fig 3",
            "fault 2: is not TOML: invalid value",
        ],
    ),
    "Maven": (
        "pom.xml",
        POM.format(
            """\
  <parent><groupId>org.x</groupId><artifactId>up</artifactId><relativePath>../up</relativePath></parent>
  <artifactId>orchard</artifactId>
  <properties><scala.version>2.13</scala.version></properties>
  <modules><module>core</module></modules>
  <dependencyManagement><dependencies><dependency>
    <groupId>no</groupId><artifactId>no</artifactId>
  </dependency></dependencies></dependencyManagement>
  <dependencies>
    <dependency>
      <groupId>org.apple</groupId>
      <artifactId>apple_${scala.version}</artifactId>
      <version>${apple.version}</version>
    </dependency>
    <dependency><groupId>${project.groupId}</groupId><artifactId>pear</artifactId>
      <scope>test</scope></dependency>
    <dependency><groupId>a</groupId><artifactId>plum</artifactId><version>1</version>
      <optional>true</optional></dependency>
    <dependency><groupId>a</groupId><artifactId>fig-${os}</artifactId></dependency>
  </dependencies>
  <profiles><profile><id>ci</id><dependencies>
    <dependency><groupId>a</groupId><artifactId>lime</artifactId></dependency>
  </dependencies></profile></profiles>"""
        ),
        [
            "2 build parent org.x:up",
            "12 runtime - org.apple:apple_2.13 ${apple.version}",
            "15 development - org.x:pear",
            "17 optional - a:plum 1",
            "22 runtime ci a:lime",
            "name org.x:orchard",
            "include ../up/pom.xml",
            "member core",
            "unread a:fig-${os}",
        ],
    ),
    "Maven, without a name": (
        "pom.xml",
        POM.format("<dependencies><dependency><groupId>a</groupId></dependency></dependencies>"),
        ["fault 2: the dependency has no group or no name"],
    ),
    "Maven, with a parent from afar": (
        "pom.xml",
        POM.format(
            "<parent><groupId>a</groupId><relativePath/></parent><artifactId>b</artifactId>"
        ),
        ["name a:b"],
    ),
    "Maven, above its fault": (
        "pom.xml",
        "<project><dependencies>\n<dependency><groupId>a</groupId><artifactId>b</artifactId>"
        "</dependency>\n</project>",
        ["2 runtime - a:b", "fault 3: is not XML"],
    ),
    "Maven, with a document type": (
        "pom.xml",
        '<!DOCTYPE a [<!ENTITY b "c">]><project/>',
        ["fault 1: has a document type"],
    ),
    "Gradle": (
        "build.gradle",
        """\
        // implementation 'no:no:1'
        dependencies {
            implementation 'org.apple:apple-core:1.0'
            api("org.pear:pear:$pearVersion")
            testImplementation(group: 'org.plum', name: 'plum', version: '2')
            annotationProcessor "org.quince:quince"
            implementation platform('org.bom:bom:1')
            implementation project(':own')
            /* api 'no:no:2' */ runtimeOnly 'org.fig:fig:3@aar'
            implementation libs.lime
        }
        """,
        [
            "3 runtime implementation org.apple:apple-core 1.0",
            "4 runtime api org.pear:pear $pearVersion",
            "6 build annotationProcessor org.quince:quince",
            "9 runtime runtimeOnly org.fig:fig 3@aar",
            "5 development testImplementation org.plum:plum 2",
        ],
    ),
    "Gradle in Kotlin": (
        "app/build.gradle.kts",
        'dependencies {\n    "implementation"("a.b:c:1")\n    androidTestImplementation("a:d:2")\n'
        '    testImplementation(group = "a", name = "e")\n}\n',
        [
            "2 runtime implementation a.b:c 1",
            "3 development androidTestImplementation a:d 2",
            "4 development testImplementation a:e",
        ],
    ),
    "Gradle's settings": (
        "settings.gradle.kts",
        'rootProject.name = "orchard"\ninclude(":core", ":libs:tree")\ninclude \'web\',\n  "app"\n',
        ["name orchard", "member core", "member libs/tree", "member web", "member app"],
    ),
}


@pytest.mark.parametrize(("path", "text", "expected"), CASES.values(), ids=CASES)
def test_what_is_declared(path: str, text: str, expected: list[str]) -> None:
    assert said(path, text) == expected
