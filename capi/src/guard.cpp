#include "guard.hpp"

namespace birthcase::capi {
namespace {

birthcase_status note(birthcase_session* session, LastError error) noexcept {
  const birthcase_status status = error.status;
  if (session != nullptr) session->error = std::move(error);
  return status;
}

LastError without_words(birthcase_status status) noexcept { return {status, {}, {}, {}}; }

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
    return note(session, std::move(failure.error()));
  } catch (const std::bad_alloc&) {
    return note(session, without_words(BIRTHCASE_OUT_OF_MEMORY));
  } catch (...) {
    return note(session, without_words(BIRTHCASE_INTERNAL));
  }
}

}  // namespace birthcase::capi
