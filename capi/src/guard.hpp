// The one guard around every function of the C interface: nothing gets out of a call but a status.
//
// Inside a guarded body failures are thrown as `Failure`; the C++ library's own `Result` becomes one through `need`.
#pragma once

#include "handles.hpp"

#include <cstdint>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace birthcase::capi {

/// Why a call fails.
class Failure : public std::exception {
 public:
  explicit Failure(LastError error) noexcept : error_(std::move(error)) {}
  Failure(birthcase_status status, Error detail) noexcept : Failure(LastError{status, std::move(detail), {}, {}}) {}
  explicit Failure(Error detail) noexcept : Failure(static_cast<birthcase_status>(detail.kind), std::move(detail)) {}

  birthcase_status status() const noexcept { return error_.status; }
  Error& detail() noexcept { return error_.detail; }
  LastError& error() noexcept { return error_; }

 private:
  LastError error_;
};

[[noreturn]] void fail(birthcase_status status, std::string message);

/// The value, or the failure that explains why there is none.
template <class T>
T need(Result<T> result) {
  if (!result) throw Failure(result.error());
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// Whether a pointer of the caller's can be an object of ours at all.
template <class Handle>
bool is_alive(const Handle* handle) noexcept {
  const auto address = reinterpret_cast<std::uintptr_t>(handle);
  return handle != nullptr && address % alignof(Handle) == 0 && handle->is_alive();
}

/// The object of a handle. `what` names the argument.
template <class Handle>
Handle& object(Handle* handle, std::string_view what) {
  if (!is_alive(handle)) fail(BIRTHCASE_BAD_HANDLE, std::string(what) + ": NULL, of another kind, or freed already");
  return *handle;
}

/// Writes an out parameter, wherever it may point.
template <class T>
void give(T* out, std::type_identity_t<T> value) noexcept {
  if (out != nullptr) std::memcpy(out, &value, sizeof value);
}

/// The place in a list that an index of the caller's means.
inline std::size_t place(std::int32_t index, std::size_t size) {
  if (index >= 0 && static_cast<std::size_t>(index) < size) return static_cast<std::size_t>(index);
  fail(BIRTHCASE_OUT_OF_RANGE, "index: there are " + std::to_string(size) + ", counted from 0");
}

/// Turns the exception that is being handled into a status and notes it as the session's last error.
birthcase_status note_failure(birthcase_session* session) noexcept;

/// Runs the body of a call with its session.
template <class Body>
birthcase_status guarded(birthcase_session* session, Body&& body) noexcept {
  if (!is_alive(session)) return BIRTHCASE_BAD_HANDLE;
  try {
    body(*session);
    return BIRTHCASE_OK;
  } catch (...) {
    return note_failure(session);
  }
}

/// Runs the body of a call that makes an object, and hands what it returns over to the caller, whose handle is NULL
/// until then.
template <class Handle, class Body>
birthcase_status making(birthcase_session* session, Handle** out, Body&& body) noexcept {
  give(out, nullptr);
  return guarded(session, [&](birthcase_session& open) {
    if (out == nullptr) fail(BIRTHCASE_BAD_ARGUMENT, "the address of a handle is needed, not NULL");
    give(out, std::make_unique<Handle>(body(open)).release());
  });
}

/// Frees an object and takes the caller's handle away.
template <class Handle>
birthcase_status free_object(Handle** handle) noexcept {
  if (handle == nullptr) return BIRTHCASE_BAD_HANDLE;
  Handle* object = nullptr;
  std::memcpy(&object, handle, sizeof object);
  if (object == nullptr) return BIRTHCASE_OK;
  if (!is_alive(object)) return BIRTHCASE_BAD_HANDLE;
  delete object;
  give(handle, nullptr);
  return BIRTHCASE_OK;
}

}  // namespace birthcase::capi
