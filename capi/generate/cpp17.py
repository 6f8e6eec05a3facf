"""The wrapper for C++17: a header over the headers of C."""
from typing import List, Tuple

from model import Function, Interface, Slot
from prose import list_of, sentence, wrapped

HEAD = """// The C interface for C++17: handles that free themselves, texts as std::string, and results in place of statuses and out
// parameters. Nothing but this header and the C library is needed, whatever compiler built the library. docs/cpp17.md
// shows a program. Written by ./dev interface from capi/interface: change it there.
//
// Every function of C that needs a session is a member of Session with its name less `birthcase_` and `session_`:
// `birthcase_plan_text(session, plan, …)` is `session.plan_text(plan, …)`. The headers of C say what each one does. A call
// never throws anything but std::bad_alloc, and that only where this header copies a text; it works with -fno-exceptions.
#ifndef BIRTHCASE_C_HPP
#define BIRTHCASE_C_HPP

#include "birthcase_case.h"
#if __has_include("birthcase_store.h")
#include "birthcase_store.h"
#define BIRTHCASE_C_HAS_STORE 1
#endif

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
#include <stdexcept>
#endif

namespace birthcase::c {

/// Why a call failed. No part of it quotes what a person typed.
struct Failure {
  birthcase_status status = BIRTHCASE_INTERNAL;
  std::string message;  ///< in one line, for a log; of what a case refuses, for people
  std::string json;     ///< the same with path, line and column, for programs
};

#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
/// What `or_throw` throws.
class Failed : public std::runtime_error {
 public:
  explicit Failed(Failure failure) : std::runtime_error(failure.message), failure_(std::move(failure)) {}
  const Failure& failure() const noexcept { return failure_; }

 private:
  Failure failure_;
};
#endif

/// What a call without an answer gives.
struct Nothing {};

/// The answer of a call, or why there is none.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Failure failure) : failure_(std::move(failure)) {}

  bool has_value() const noexcept { return value_.has_value(); }
  explicit operator bool() const noexcept { return has_value(); }

  /// The answer. A program that takes it from a call that failed ends here: it must ask `has_value` first.
  T& value() & { return has_value() ? *value_ : (std::abort(), *value_); }
  const T& value() const& { return has_value() ? *value_ : (std::abort(), *value_); }
  T&& value() && { return std::move(value()); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T value_or(T other) && { return has_value() ? std::move(*value_) : std::move(other); }

  /// Why there is no answer. BIRTHCASE_OK if there is one.
  birthcase_status status() const noexcept { return has_value() ? BIRTHCASE_OK : failure_.status; }
  const Failure& failure() const noexcept { return failure_; }

#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
  /// The answer; throws Failed if there is none.
  T or_throw() && {
    if (!has_value()) throw Failed(std::move(failure_));
    return std::move(*value_);
  }
#endif

 private:
  std::optional<T> value_;
  Failure failure_;
};
"""
OWNED = """
/// A handle that frees itself. Copying a handle is not copying its object: it can be moved only.
template <class Object>
class Handle {
 public:
  Handle() = default;
  explicit Handle(Object* object) noexcept : object_(object) {}  ///< takes over a handle of C
  Handle(Handle&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Handle& operator=(Handle&& other) noexcept {
    if (this != &other) {
      free_object(&object_);
      object_ = std::exchange(other.object_, nullptr);
    }
    return *this;
  }
  ~Handle() { free_object(&object_); }

  Object* get() const noexcept { return object_; }  ///< for functions of C
  explicit operator bool() const noexcept { return object_ != nullptr; }

 private:
  Object* object_ = nullptr;
};
"""
SESSION = """
/// An encoding, a language, the last text and the last error. Belongs to one thread at a time. Objects outlive it.
class Session {
 public:
  /// Opens a session; `encoding` is BIRTHCASE_UTF8 or a BIRTHCASE_GB18030…, `language` BIRTHCASE_CHINESE or
  /// BIRTHCASE_ENGLISH. Errors: BAD_ARGUMENT, OUT_OF_MEMORY.
  static Result<Session> open(std::int32_t encoding = BIRTHCASE_UTF8, std::int32_t language = BIRTHCASE_CHINESE) {
    birthcase_session* session = nullptr;
    const birthcase_status status = birthcase_session_new(encoding, language, &session);
    if (status != BIRTHCASE_OK) return Failure{status, birthcase_status_name(status), {}};
    return Session(session);
  }

  birthcase_session* get() const noexcept { return session_.get(); }  ///< for functions of C
"""
PRIVATE = """
 private:
  explicit Session(birthcase_session* session) noexcept : session_(session) {}

  static std::int64_t size(std::string_view text) noexcept { return static_cast<std::int64_t>(text.size()); }
  template <class Item>
  static std::int64_t size(const std::vector<Item>& items, std::size_t more = 0) noexcept {
    return items.size() < more ? 0 : static_cast<std::int64_t>(items.size() - more);
  }
  static std::string copied(const char* text, std::int64_t length) {
    return text == nullptr ? std::string() : std::string(text, static_cast<std::size_t>(length));
  }

  // What a call came to, of which the functions of C answer nothing, a text, a handle or a number.
  Result<Nothing> done(birthcase_status status) {
    if (status != BIRTHCASE_OK) return failure(status);
    return Nothing{};
  }
  template <class Call>
  Result<std::string> text_of(const Call& call) {
    const char* text = nullptr;
    std::int64_t length = 0;
    const birthcase_status status = call(&text, &length);
    if (status != BIRTHCASE_OK) return failure(status);
    return copied(text, length);
  }
  template <class Object, class Call>
  Result<Handle<Object>> made(const Call& call) {
    Object* object = nullptr;
    const birthcase_status status = call(&object);
    if (status != BIRTHCASE_OK) return failure(status);
    return Handle<Object>(object);
  }
  template <class Number, class Call>
  Result<Number> number_of(const Call& call) {
    Number number = 0;
    const birthcase_status status = call(&number);
    if (status != BIRTHCASE_OK) return failure(status);
    return number;
  }

  Failure failure(birthcase_status status) {
    Failure failed{status, birthcase_status_name(status), {}};
    const char* text = nullptr;
    std::int64_t length = 0;
    if (birthcase_session_error_message(get(), &text, &length) == BIRTHCASE_OK) failed.message = copied(text, length);
    if (birthcase_session_error_json(get(), &text, &length) == BIRTHCASE_OK) failed.json = copied(text, length);
    return failed;
  }

  Handle<birthcase_session> session_;
};

/// The version of the library, such as `0.3.0`.
inline std::string_view version() { return birthcase_version(); }

}  // namespace birthcase::c

#endif  // BIRTHCASE_C_HPP
"""
# What the header does itself, or has no use for.
LEFT_OUT = {"birthcase_version", "birthcase_abi_version", "birthcase_status_name", "birthcase_session_new",
            "birthcase_session_copy_text", "birthcase_session_error_message", "birthcase_session_error_json"}


def method(function: Function) -> str:
    name = function.short
    return name[len("session_"):] if name.startswith("session_") else name


def taken(function: Function) -> List[str]:
    """The parameters of the member."""
    found = []
    for slot in function.slots[1:]:
        parameter = slot.of
        if parameter is None or slot.name != parameter.name or slot.role.endswith("_out"):
            continue
        if slot.role == "handle":
            const = "const " if slot.const else ""
            found.append(f"{const}{slot.kind.capitalize()}& {slot.name}")
        elif slot.role == "handles":
            found.append(f"const std::vector<const birthcase_{slot.kind}*>& {slot.name}")
        elif slot.role == "int32s":
            found.append(f"const std::vector<std::int32_t>& {slot.name}")
        elif slot.role == "chars":
            found.append(f"std::string_view {slot.name}")
        else:
            found.append(f"std::{slot.role}_t {slot.name}")
    return found


def given(slot: Slot) -> str:
    """The argument of the call of C."""
    parameter = slot.of
    if slot.name == "session" and parameter is None:
        return "get()"
    if slot.role == "handle":
        return f"{slot.name}.get()"
    if slot.role in ("chars", "handles", "int32s"):
        return f"{slot.name}.data()"
    if slot.role == "int64" and slot.name != parameter.name:
        more = f", {parameter.more}" if parameter.more else ""
        return f"size({parameter.name}{more})"
    return f"&{slot.name}" if slot.role.endswith("_out") else slot.name


def answers(function: Function) -> List[Tuple[str, str, str]]:
    """What the call gives: type, name, and how it is made of the variable that C fills."""
    found = []
    for slot in function.slots:
        if slot.role == "handle_out":
            kind = slot.kind.capitalize()
            found.append((kind, slot.name, f"{kind}({slot.name})"))
        elif slot.role == "text_out":
            found.append(("std::string", slot.name, "copied(text, length)"))
        elif slot.role in ("int32_out", "int64_out") and slot.of is not None:
            found.append((f"std::{slot.role[:5]}_t", slot.name, slot.name))
    return found


def variables(function: Function) -> List[str]:
    lines = []
    for slot in function.slots:
        if slot.role == "handle_out":
            lines.append(f"birthcase_{slot.kind}* {slot.name} = nullptr;")
        elif slot.role == "text_out":
            lines.append(f"const char* {slot.name} = nullptr;")
        elif slot.role in ("int32_out", "int64_out"):
            lines.append(f"std::{slot.role[:5]}_t {slot.name} = 0;")
    return lines


def result_name(function: Function) -> str:
    return "".join(word.capitalize() for word in method(function).split("_")) + "Answer"


def result_lines(function: Function) -> List[str]:
    """A type for the answers, where there are several."""
    found = answers(function)
    if len(found) < 2:
        return []
    return [f"  /// What `{method(function)}` answers.", f"  struct {result_name(function)} {{",
            *(f"    {kind} {name}{' = 0' if kind.startswith('std::int') else ''};" for kind, name, _ in found), "  };"]


def call_of(function: Function, first: str, last: str, out: str) -> List[str]:
    """The call of C between what stands before and after it; `out` stands for what the helper gives."""
    arguments = [given(slot) for slot in function.slots if not (out and is_out(slot))] + ([out] if out else [])
    one = f"{first}{function.name}({', '.join(arguments)}){last}"
    if len(one) <= 120:
        return [one]
    if "[&]" not in first:
        head = f"{first}{function.name}("
        return list_of(arguments, head, " " * len(head), end=")" + last)
    head = f"      return {function.name}("
    return [first.rsplit(" return", 1)[0], *list_of(arguments, head, " " * len(head), end=");"), "    });"]


def is_out(slot: Slot) -> bool:
    return slot.role.endswith("_out")


def body(function: Function) -> Tuple[str, List[str]]:
    """The type of the answer and the lines that make it."""
    found = answers(function)
    roles = [slot.role for slot in function.slots if is_out(slot)]
    if not found:
        return "Nothing", call_of(function, "    return done(", ");", "")
    if roles == ["text_out", "int64_out"]:
        return found[0][0], call_of(function, "    return text_of([&](auto... out) { return ", "; });", "out...")
    if len(found) == 1:
        helper = f"made<birthcase_{found[0][0].lower()}>" if roles == ["handle_out"] else f"number_of<{found[0][0]}>"
        return found[0][0], call_of(function, f"    return {helper}([&](auto out) {{ return ", "; });", "out")
    kind = result_name(function)
    return kind, [*(f"    {line}" for line in variables(function)),
                  *call_of(function, "    const birthcase_status status = ", ";", ""),
                  "    if (status != BIRTHCASE_OK) return failure(status);",
                  f"    return {kind}{{{', '.join(each for _, _, each in found)}}};"]


def member(function: Function) -> List[str]:
    kind, lines = body(function)
    head = f"  Result<{kind}> {method(function)}("
    taking = list_of(taken(function), head, " " * len(head), end=") {") if taken(function) else [head + ") {"]
    return [*taking, *lines, "  }"]


def members(interface: Interface) -> List[str]:
    lines, in_store = [], False
    for function in interface.functions:
        if function.name in LEFT_OUT or any(slot.role == "handle_freed" for slot in function.slots):
            continue
        if function.optional and not in_store:
            lines += ["", "#ifdef BIRTHCASE_C_HAS_STORE"]
            in_store = True
        about = sentence(function.about.split("\n")[0])
        lines += ["", *result_lines(function), *wrapped(about, "  /// ", "  /// "), *member(function)]
    return [*lines, *(["#endif  // BIRTHCASE_C_HAS_STORE"] if in_store else [])]


def header(interface: Interface) -> str:
    optional = {subject.handles[0].name for subject in interface.subjects if subject.optional}
    lines = [HEAD.rstrip("\n"), ""]
    kinds = [handle.name for handle in interface.handles]
    frees = [f"inline void free_object(birthcase_{kind}** object) noexcept {{ birthcase_{kind}_free(object); }}"
             for kind in kinds]
    handles = [f"using {kind.capitalize()} = Handle<birthcase_{kind}>;" for kind in kinds if kind != "session"]
    lines += guarded(kinds, frees, optional)
    lines += [OWNED.rstrip("\n"), ""]
    lines += guarded([kind for kind in kinds if kind != "session"], handles, optional)
    lines += [SESSION.rstrip("\n"), *members(interface), PRIVATE.rstrip("\n"), ""]
    return "\n".join(lines)


def guarded(kinds: List[str], lines: List[str], optional: set) -> List[str]:
    """Lines for each kind of handle; those of the store only where there is one."""
    always = [line for kind, line in zip(kinds, lines) if kind not in optional]
    return [*always, "#ifdef BIRTHCASE_C_HAS_STORE",
            *(line for kind, line in zip(kinds, lines) if kind in optional), "#endif"]
