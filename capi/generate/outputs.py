"""Which files are written, and by which writer."""
import pathlib
from typing import Dict

import c_headers
import cpp17
import csharp
import java
import linking
import pascal
import powerbuilder
import python_table
import reference
import visual_basic
import walks
from model import Interface


def files(interface: Interface, root: pathlib.Path) -> Dict[pathlib.Path, str]:
    """The text of each file."""
    texts = {**of_c(interface, root), **of_languages(interface), **of_tests(interface)}
    return {root / name: text for name, text in texts.items()}


def of_c(interface: Interface, root: pathlib.Path) -> Dict[str, str]:
    """For C and C++: headers, what linkers read, the reference; and what the library itself takes from it."""
    record = "capi/birthcase.constants"
    return {
        **{f"capi/{subject.header}": c_headers.header(subject) for subject in [interface.umbrella, *interface.subjects]},
        "capi/cpp17/birthcase_c.hpp": cpp17.header(interface),
        "capi/birthcase.map": linking.version_script(interface),
        "capi/birthcase.def": linking.module_definition(interface),
        record: linking.constants(interface, root / record),
        "capi/src/plan_attributes.cpp": walks.attribute_kinds(interface),
        "docs/reference-c.md": reference.page(interface)}


def of_languages(interface: Interface) -> Dict[str, str]:
    """The declarations of the other languages."""
    java_package = "bindings/java/src/main/java/org/birthcase"
    return {
        "bindings/python/src/birthcase/_interface.py": python_table.module(interface),
        f"{java_package}/Natives.java": java.natives(interface),
        f"{java_package}/StoreNatives.java": java.store_natives(interface),
        f"{java_package}/Constants.java": java.constants(interface),
        "examples/csharp/BirthcaseNative.cs": csharp.native(interface),
        "examples/csharp/BirthcaseCasesNative.cs": csharp.native_cases(interface),
        "examples/pascal/birthcase_interface.inc": pascal.include(interface),
        "examples/pascal/birthcase_store.pas": pascal.store_unit(interface),
        "examples/powerbuilder/n_birthcase.sru": powerbuilder.user_object(interface),
        "examples/visual-basic/Birthcase.bas": visual_basic.module(interface)}


def of_tests(interface: Interface) -> Dict[str, str]:
    """What the tests and the fuzz targets walk."""
    return {
        "tests/interface/functions.cpp": walks.table(interface, of_store=False),
        "tests/interface/store_functions.cpp": walks.table(interface, of_store=True),
        "fuzz/documented.hpp": walks.documented(interface),
        "fuzz/plan_lists.hpp": walks.plan_lists(interface)}
