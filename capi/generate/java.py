"""The native methods and the constants of the Java package."""
from typing import List

from model import Function, Interface, Slot
from prose import camel, list_of

NOTE = " * <p>Written by ./dev interface from capi/interface: change it there."
NATIVES = """package org.birthcase;

/**
 * The functions of the C interface that every library has, by JNA's direct mapping. The names are those of C, because
 * that is how JNA finds them.
 *
 * <p>Only {@code byte[]}, {@code int}, {@code long} and arrays of them cross the boundary: a handle and every other
 * pointer is a {@code long}, an out parameter an array of one element. Strings never do, because how JNA converts
 * them depends on the JVM's properties.
 *
 * <p>Nothing here may be called before {@link Library#load()}.
 *
""" + NOTE + """
 */
final class Natives {
  private Natives() {}
"""
STORE_NATIVES = """package org.birthcase;

/**
 * The functions of birthcase_store.h, as {@link Natives} has the others. A library that was built without a store does
 * not have them, so they are bound apart.
 *
 * <p>Nothing here may be called before {@link Library#loadStore()}.
 *
""" + NOTE + """
 */
final class StoreNatives {
  private StoreNatives() {}
"""
CONSTANTS = """package org.birthcase;

/**
 * The constants of the headers without their prefix.
 *
""" + NOTE + """
 */
final class Constants {
  private Constants() {}
"""
TYPES = {"handle": "long", "handle_out": "long[]", "handle_freed": "long[]", "handles": "long[]", "chars": "byte[]",
         "buffer": "byte[]", "int32": "int", "int64": "long", "int32_out": "int[]", "int64_out": "long[]",
         "int32s": "int[]", "text_out": "long[]"}
RESULTS = {"status": "int", "static text": "long", "int32": "int"}


def argument(slot: Slot) -> str:
    return f"{TYPES[slot.role]} {camel(slot.name)}"


def declared(function: Function) -> List[str]:
    head = f"  static native {RESULTS[function.returns]} {function.name}("
    return list_of(map(argument, function.slots), head, "      ", end=");") if function.slots else [head + ");"]


def methods(head: str, functions: List[Function]) -> str:
    lines = [head.rstrip("\n")]
    for function in functions:
        lines += ["", *declared(function)]
    return "\n".join([*lines, "}", ""])


def natives(interface: Interface) -> str:
    return methods(NATIVES, [each for each in interface.functions if not each.optional])


def store_natives(interface: Interface) -> str:
    return methods(STORE_NATIVES, [each for each in interface.functions if each.optional])


def constants(interface: Interface) -> str:
    lines = [CONSTANTS.rstrip("\n"), ""]
    lines += [f"  static final int {value.short} = {value.value};" for value in interface.constants]
    for enumeration in interface.enumerations:
        for group in enumeration.groups:
            lines += ["", *(f"  static final int {value.short} = {value.value};" for value in group.values)]
    return "\n".join([*lines, "}", ""])
