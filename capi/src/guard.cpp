#include "guard.hpp"

namespace birthcase::capi {
namespace {

birthcase_status note(birthcase_session* session, birthcase_status status, Error detail) noexcept {
  if (session != nullptr) session->error = LastError{status, std::move(detail)};
  return status;
}

}  // namespace

void fail(birthcase_status status, std::string message) {
  Error detail;
  detail.message = std::move(message);
  throw Failure(status, std::move(detail));
}

birthcase_status note_failure(birthcase_session* session) noexcept {
  try {
    throw;
  } catch (Failure& failure) {
    return note(session, failure.status(), std::move(failure.detail()));
  } catch (const std::bad_alloc&) {
    return note(session, BIRTHCASE_OUT_OF_MEMORY, {});
  } catch (...) {
    return note(session, BIRTHCASE_INTERNAL, {});
  }
}

}  // namespace birthcase::capi
