// What stands behind a handle of birthcase_case.h, and what the functions about cases and stores share.
#pragma once

#include <birthcase/case.hpp>
#include <birthcase/case_json.hpp>

#include "guard.hpp"
#include "texts.hpp"

#include <utility>
#include <vector>

struct birthcase_case : birthcase::capi::Tagged<0x6361'7365'0000'0005> {
  birthcase_case(birthcase::Case its_state, std::vector<birthcase::Event> its_events) noexcept
      : state(std::move(its_state)), events(std::move(its_events)) {}
  explicit birthcase_case(std::pair<birthcase::Case, std::vector<birthcase::Event>> both) noexcept
      : birthcase_case(std::move(both.first), std::move(both.second)) {}

  birthcase::Case state;
  std::vector<birthcase::Event> events;  ///< that have made the state what it is
};

namespace birthcase::capi {

/// The failure that a refusal is to a caller: in the language of the session, with its code and findings.
LastError refused(const Refusal& refusal, Language language);

/// The value, or the failure that explains the refusal.
template <class T>
T need(boost::system::result<T, Refusal> result, const birthcase_session& session) {
  if (!result) throw Failure(refused(result.error(), session.language));
  return std::move(*result);
}

/// The command of an argument. Errors have path, line and column.
Command command_in(const birthcase_session& session, const char* command, std::int64_t length);

/// The argument `now`.
inline DateTime now_in(const birthcase_session& session, const char* now, std::int64_t length) {
  return moment_in(session, {"now", now, length});
}

}  // namespace birthcase::capi
