// Messages of a store's outbox that could not be carried, and those that wait.
#include <birthcase/store_json.hpp>

#include "store_handle.hpp"

using namespace birthcase;
using namespace birthcase::capi;

extern "C" {

birthcase_status BIRTHCASE_CALL birthcase_store_failed(birthcase_session* session, birthcase_store* store,
                                                       const char* message, int64_t message_length,
                                                       const char* connector, int64_t connector_length, const char* now,
                                                       int64_t now_length, const char* reason, int64_t reason_length,
                                                       int32_t first_pause, int32_t longest_pause,
                                                       int32_t most_failures, const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const TextIn which(open, {"message", message, message_length});
    const TextIn who(open, {"connector", connector, connector_length});
    const DateTime moment = now_in(open, now, now_length);
    const TextIn why(open, {"reason", reason, reason_length});
    store::Failure failure{.message_id = which, .connector = who, .now = moment, .reason = why};
    if (first_pause != 0) failure.patience.first_pause = first_pause;
    if (longest_pause != 0) failure.patience.longest_pause = longest_pause;
    if (most_failures != 0) failure.patience.most_failures = most_failures;
    yield(open, store::to_json(need(cases.kept->failed(failure))), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_retry(birthcase_session* session, birthcase_store* store,
                                                      const char* message, int64_t message_length) {
  return guarded(session, [&](birthcase_session& open) {
    need(object(store, "store").kept->retry(TextIn(open, {"message", message, message_length})));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_waiting(birthcase_session* session, birthcase_store* store,
                                                        const char* after, int64_t after_length, int32_t limit,
                                                        int32_t dead_only, const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const TextIn last(open, {"after", after, after_length});
    yield(open, store::to_json(need(cases.kept->waiting(last, limit, dead_only != 0))), {text, length});
  });
}

}  // extern "C"
