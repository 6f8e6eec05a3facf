// What of a store's cases must happen next: messages to carry, and what is due.
#include <birthcase/store_json.hpp>

#include "store_handle.hpp"

#include <exception>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace birthcase;
using namespace birthcase::capi;

namespace {

constexpr std::int32_t most_due = 1000;

// A day or a moment.
Due due_in(const birthcase_session& session, const Given& given) {
  const bool is_moment = std::string_view(TextIn(session, given)).find('T') != std::string_view::npos;
  return is_moment ? Due(moment_in(session, given)) : Due(day_in(session, given));
}

// How each due item stands at a moment: the store only knows that of each case's last event. Where a case cannot be
// loaded, because others have its profile, that stays.
void bring_up_to_date(birthcase_store& cases, std::vector<Deadline>& due, const DateTime& now) {
  std::map<std::string, std::vector<Deadline>> by_case;
  for (Deadline& each : due) {
    if (!by_case.contains(each.case_id)) {
      const auto state = cases.desk->load(each.case_id);
      const bool damaged = !state && state.error().path.starts_with("/events");  // named by `birthcase_store_damaged`
      if (!state && !damaged && state.error().kind == ErrorKind::storage) throw Failure(state.error());
      by_case.emplace(each.case_id, state ? deadlines(*state, now) : std::vector<Deadline>());
    }
    for (const Deadline& current : by_case[each.case_id]) {
      if (current.what == each.what && current.id == each.id) each.standing = current.standing;
    }
  }
}

// Gives messages back that the caller was not told of, because memory did not suffice. Where even that fails, the lease
// ends by itself.
class GiveBack {
 public:
  GiveBack(store::Store& from, const std::vector<store::Leased>& leased, std::string_view connector, DateTime now)
      : store_(from), leased_(leased), connector_(connector), now_(now), exceptions_(std::uncaught_exceptions()) {}
  GiveBack(const GiveBack&) = delete;
  GiveBack& operator=(const GiveBack&) = delete;
  ~GiveBack() {
    if (std::uncaught_exceptions() == exceptions_) return;
    try {
      for (const store::Leased& each : leased_) (void)store_.renew(each.message_id, connector_, now_, 0);
    } catch (...) {
      return;
    }
  }

 private:
  store::Store& store_;
  const std::vector<store::Leased>& leased_;
  std::string_view connector_;
  DateTime now_;
  int exceptions_;
};

}  // namespace

extern "C" {

birthcase_status BIRTHCASE_CALL birthcase_store_lease(birthcase_session* session, birthcase_store* store,
                                                      const char* connector, int64_t connector_length,
                                                      const char* organisation, int64_t organisation_length,
                                                      const char* now, int64_t now_length, int32_t seconds,
                                                      int32_t limit, const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const TextIn who(open, {"connector", connector, connector_length});
    const TextIn to(open, {"organisation", organisation, organisation_length});
    const DateTime moment = now_in(open, now, now_length);
    const auto leased = need(
        cases.kept->lease({.connector = who, .organisation = to, .now = moment, .seconds = seconds, .limit = limit}));
    const GiveBack unless_told(*cases.kept, leased, who, moment);
    yield(open, store::to_json(leased), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_renew(birthcase_session* session, birthcase_store* store,
                                                      const char* message, int64_t message_length,
                                                      const char* connector, int64_t connector_length, const char* now,
                                                      int64_t now_length, int32_t seconds) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const TextIn which(open, {"message", message, message_length});
    const TextIn who(open, {"connector", connector, connector_length});
    need(cases.kept->renew(which, who, now_in(open, now, now_length), seconds));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_ack(birthcase_session* session, birthcase_store* store,
                                                    const char* message, int64_t message_length, const char* connector,
                                                    int64_t connector_length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const TextIn which(open, {"message", message, message_length});
    need(cases.kept->ack(which, TextIn(open, {"connector", connector, connector_length})));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_due(birthcase_session* session, birthcase_store* store,
                                                    const char* until, int64_t until_length, const char* now,
                                                    int64_t now_length, int32_t limit, const char** text,
                                                    int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const Due last = due_in(open, {"until", until, until_length});
    const DateTime moment = now_in(open, now, now_length);
    if (limit < 1 || limit > most_due) {
      fail(BIRTHCASE_OUT_OF_RANGE, "limit: from 1 to " + std::to_string(most_due));
    }
    if (!cases.read_only) need(cases.desk->refill_look_ups(moment));
    std::vector<Deadline> due = need(cases.kept->due(last, limit));
    bring_up_to_date(cases, due, moment);
    yield(open, to_json(due), {text, length});
  });
}

}  // extern "C"
