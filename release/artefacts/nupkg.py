"""The package for .NET, as NuGet lays it out: the assembly, the library of each platform, licences.

    nupkg.py FOLDER ARTEFACTS [TARGET…]      FOLDER is the one of release/build

A platform that was not built is named, and the package does without. Mono's mcs compiles the assembly, for .NET Framework
4.5 and later, Mono and .NET.
"""
import pathlib
import shutil
import subprocess
import sys
from xml.sax.saxutils import escape

from common import ROOT, TARGETS, licences, version, write_zip

SOURCES = ("Birthcase.cs", "BirthcaseNative.cs", "BirthcaseCases.cs", "BirthcaseCasesNative.cs")
NUSPEC = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>Birthcase</id>
    <version>{version}</version>
    <authors>The birthcase maintainers</authors>
    <license type="expression">Apache-2.0</license>
    <description>{description}</description>
    <dependencies>
      <group targetFramework=".NETFramework4.5" />
      <group targetFramework=".NETStandard2.0" />
    </dependencies>
  </metadata>
</package>
"""
DESCRIPTION = "China's joint birth service (出生“一件事”): one form, the documents to bring, the route."
CONTENT_TYPES = """<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />
  <Default Extension="nuspec" ContentType="application/octet" />
  <Default Extension="dll" ContentType="application/octet" />
  <Default Extension="so" ContentType="application/octet" />
  <Default Extension="xml" ContentType="application/octet" />
  <Default Extension="targets" ContentType="application/octet" />
  {overrides}
</Types>
"""
RELATIONS = """<?xml version="1.0" encoding="utf-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/Birthcase.nuspec" Id="R1" />
</Relationships>
"""
# .NET takes runtimes/ by itself; a project of .NET Framework gets the library of its processor beside the program.
TARGETS_FILE = """<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
  <PropertyGroup>
    <BirthcasePlatform Condition="'$(PlatformTarget)' == 'x64'">win-x64</BirthcasePlatform>
    <BirthcasePlatform Condition="'$(PlatformTarget)' == 'x86'">win-x86</BirthcasePlatform>
  </PropertyGroup>
  <ItemGroup Condition="'$(BirthcasePlatform)' != ''">
    <None Include="$(MSBuildThisFileDirectory)../../runtimes/$(BirthcasePlatform)/native/birthcase.dll">
      <Link>birthcase.dll</Link>
      <CopyToOutputDirectory>PreserveNewest</CopyToOutputDirectory>
    </None>
  </ItemGroup>
  <Target Name="BirthcaseNeedsPlatform" BeforeTargets="Build" Condition="'$(BirthcasePlatform)' == ''">
    <Warning Text="birthcase.dll is not copied: set PlatformTarget to x86 or x64, as the library is of one processor." />
  </Target>
</Project>
"""


def compile_assembly(build: pathlib.Path) -> None:
    shutil.rmtree(build, ignore_errors=True)
    build.mkdir(parents=True)
    info = build / "AssemblyInfo.cs"
    info.write_text('[assembly: System.Reflection.AssemblyTitle("Birthcase")]\n'
                    f'[assembly: System.Reflection.AssemblyVersion("{version()}.0")]\n'
                    f'[assembly: System.Reflection.AssemblyFileVersion("{version()}.0")]\n', encoding="utf-8")
    sources = [ROOT / "examples/csharp" / name for name in SOURCES]
    subprocess.run(["mcs", "-nologo", "-langversion:7", "-warn:4", "-warnaserror", "-nowarn:1591", "-target:library", "-optimize+",
                    "-deterministic", f"-doc:{build}/Birthcase.xml",
                    f"-out:{build}/Birthcase.dll", *sources, info], check=True)


def libraries(folder: pathlib.Path, targets: list[str]) -> dict[str, bytes]:
    found = {}
    for target, (library, _, _, platform) in TARGETS.items():
        built = folder / "stage" / target / library
        if target not in targets or not built.is_file():
            print(f"Birthcase.{version()}.nupkg is without {platform}: {target} was not built")
            continue
        name = "birthcase.dll" if library.endswith(".dll") else "libbirthcase.so"
        found[f"runtimes/{platform}/native/{name}"] = built.read_bytes()
    if not found:
        sys.exit(f"nupkg.py: {folder}/stage has no library of {', '.join(targets)}: run release/build")
    return found


def main() -> None:
    folder, artefacts = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    targets = sys.argv[3:] or list(TARGETS)
    compile_assembly(folder / "dotnet")
    own = licences(*(target for target in TARGETS if target in targets))
    overrides = "\n  ".join(f'<Override PartName="/{name}" ContentType="application/octet" />' for name in own)
    files = {"[Content_Types].xml": CONTENT_TYPES.format(overrides=overrides).encode(), "_rels/.rels": RELATIONS.encode(),
             "Birthcase.nuspec": NUSPEC.format(version=version(), description=escape(DESCRIPTION)).encode()}
    for framework in ("net45", "netstandard2.0"):
        for name in ("Birthcase.dll", "Birthcase.xml"):
            files[f"lib/{framework}/{name}"] = (folder / "dotnet" / name).read_bytes()
    files["build/net45/Birthcase.targets"] = TARGETS_FILE.encode()
    files |= libraries(folder, targets) | own
    package = artefacts / f"Birthcase.{version()}.nupkg"
    write_zip(package, files)
    print(package)


if __name__ == "__main__":
    main()
