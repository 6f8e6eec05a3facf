"""The list of parts of a release, CycloneDX 1.5: what is inside its libraries and programs, with versions and licences.

    sbom.py FOLDER      of artefacts; writes FOLDER/birthcase-VERSION.cdx.json
"""
import hashlib
import json
import pathlib
import re
import sys
import time
import uuid

from common import ROOT, moment, version


def part(name: str, its_version: str, licence: str, purl: str, inside: str) -> dict:
    return {"type": "library", "bom-ref": purl, "name": name, "version": its_version, "purl": purl,
            "licenses": [{"expression": licence}], "properties": [{"name": "birthcase:inside", "value": inside}]}


def bundled() -> list[dict]:
    """The sources of release/versions."""
    licences = {"icu": "Unicode-DFS-2016", "sqlite3": "blessing", "libsodium": "ISC"}
    parts = []
    for line in (ROOT / "release/versions").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        name, its_version, digest = line.split()
        each = part(name, its_version, licences[name], f"pkg:deb/debian/{name}@{its_version}?arch=source&distro=bookworm", "all")
        each["hashes"] = [{"alg": "SHA-256", "content": digest}]
        parts.append(each)
    return parts


def header_version(header: str, name: str) -> str:
    text = pathlib.Path("/usr/include", header).read_text(errors="replace")
    return re.search(rf'#\s*define {name}\s+"?([0-9._]+)', text).group(1).replace("_", ".")


def headers() -> list[dict]:
    """The header libraries of the machine that built the release."""
    boost = header_version("boost/version.hpp", "BOOST_LIB_VERSION")
    number = int(header_version("fmt/core.h", "FMT_VERSION"))
    fmt = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    cli11 = header_version("CLI/Version.hpp", "CLI11_VERSION")
    return [part("boost", boost, "BSL-1.0", f"pkg:generic/boost@{boost}", "all"),
            part("fmt", fmt, "MIT", f"pkg:generic/fmt@{fmt}", "all"),
            part("CLI11", cli11, "BSD-3-Clause", f"pkg:generic/cli11@{cli11}", "command line")]


def runtimes() -> list[dict]:
    """What the compilers put in."""
    zig = (ROOT / "release/zig-version").read_text().strip()
    llvm = "Apache-2.0 WITH LLVM-exception"
    parts = [part(name, f"of zig {zig}", llvm, f"pkg:generic/{name}?zig={zig}", "Linux") for name in ("libcxx", "libcxxabi", "libunwind")]
    return [*parts,
            part("compiler_rt", f"of zig {zig}", "MIT", f"pkg:generic/compiler_rt?zig={zig}", "Linux"),
            part("musl", f"of zig {zig}", "MIT", f"pkg:generic/musl?zig={zig}", "static program"),
            part("libstdc++", "12.2", "GPL-3.0-or-later WITH GCC-exception-3.1", "pkg:generic/libstdcxx@12.2", "Windows"),
            part("mingw-w64", "10.0", "ZPL-2.1", "pkg:generic/mingw-w64@10.0", "Windows")]


def artefact(path: pathlib.Path) -> dict:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {"type": "file", "bom-ref": path.name, "name": path.name, "hashes": [{"alg": "SHA-256", "content": digest}]}


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    target = folder / f"birthcase-{version()}.cdx.json"
    artefacts = [artefact(path) for path in sorted(folder.iterdir()) if path.suffix in (".gz", ".zip", ".whl", ".jar", ".nupkg", ".deb")]
    digests = "".join(each["hashes"][0]["content"] for each in artefacts)
    bom = {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digests)}",
        "metadata": {"timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment())),
                     "component": {"type": "library", "bom-ref": "birthcase", "name": "birthcase", "version": version()}},
        "components": [*bundled(), *headers(), *runtimes(), *artefacts],
        "dependencies": [{"ref": "birthcase", "dependsOn": [each["bom-ref"] for each in bundled() + headers() + runtimes()]}],
    }
    target.write_text(json.dumps(bom, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(target)


if __name__ == "__main__":
    main()
