// Cases: a command in, events and messages out.
#include "birthcase_case.h"
#include "cases.hpp"
#include "documents/kinds.hpp"
#include "json/document.hpp"

#include <iterator>
#include <span>
#include <string>
#include <type_traits>
#include <utility>

using namespace birthcase;
using namespace birthcase::capi;

namespace {

std::vector<Event> events_in(const birthcase_session& session, const char* events, std::int64_t length) {
  const TextIn text(session, {"events", events, length, case_limit, true});
  auto parsed = parse_events(text);
  if (parsed) return std::move(*parsed);
  if (parsed.error().line != 0) throw Failure(parsed.error());
  throw Failure(json::located(parsed.error(), text));
}

// What a case is after a decision. An event that cannot follow on the state it was decided for is a defect.
Case after(const Case& state, const Decision& decision) {
  Case changed = state;
  for (const Event& event : decision.events) apply(changed, event).value();
  return changed;
}

// Takes over what was decided. Cannot fail once there is room.
void take_over(birthcase_case& kept, Case changed, std::vector<Event> decided) noexcept {
  static_assert(std::is_nothrow_move_assignable_v<Case> && std::is_nothrow_move_constructible_v<Event>);
  kept.state = std::move(changed);
  kept.events.insert(kept.events.end(), std::move_iterator(decided.begin()), std::move_iterator(decided.end()));
}

std::span<const Event> events_after(const birthcase_case& known, std::int64_t number) {
  const std::span<const Event> all(known.events);
  if (number >= 0 && static_cast<std::uint64_t>(number) <= all.size()) {
    return all.subspan(static_cast<std::size_t>(number));
  }
  fail(BIRTHCASE_OUT_OF_RANGE, "after: from 0 to " + std::to_string(all.size()) + ", the number of the last event");
}

PaperKind paper_in(std::string_view name) {
  if (const auto kind = documents::paper_named(name)) return *kind;
  std::string known;
  for (const PaperKind kind : documents::all_papers)
    known += (known.empty() ? "" : ", ") + std::string(to_string(kind));
  fail(BIRTHCASE_UNKNOWN_NAME, "paper: one of " + known);
}

// A page names its encoding, which is that of the session.
std::string page_in(const Paper& paper, Encoding encoding) {
  constexpr std::string_view declared = "utf-8";
  std::string page = to_html(paper);
  const auto at = page.find(declared);
  if (encoding != Encoding::utf8 && at != std::string::npos) page.replace(at, declared.size(), "GB18030");
  return page;
}

std::string printed(const Paper& paper, std::string_view format, Encoding encoding) {
  if (format == "html") return page_in(paper, encoding);
  if (format == "text") return to_text(paper);
  fail(BIRTHCASE_UNKNOWN_NAME, "format: 'html' or 'text'");
}

}  // namespace

extern "C" {

birthcase_status BIRTHCASE_CALL birthcase_case_new(birthcase_session* session, const birthcase_profile* profile,
                                                   const char* case_id, int64_t case_id_length, birthcase_case** made) {
  return making(session, made, [&](birthcase_session& open) {
    const Profile& rules = object(profile, "profile").profile;
    const TextIn id(open, {"case_id", case_id, case_id_length});
    return std::pair(Case(rules, std::string(std::string_view(id))), std::vector<Event>());
  });
}

birthcase_status BIRTHCASE_CALL birthcase_case_replay(birthcase_session* session, const birthcase_profile* profile,
                                                      const char* events, int64_t events_length,
                                                      birthcase_case** made) {
  return making(session, made, [&](birthcase_session& open) {
    const Profile& rules = object(profile, "profile").profile;
    std::vector<Event> all = events_in(open, events, events_length);
    Case state = need(replay(rules, all));
    return std::pair(std::move(state), std::move(all));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_case_free(birthcase_case** handle) { return free_object(handle); }

birthcase_status BIRTHCASE_CALL birthcase_case_id(birthcase_session* session, const birthcase_case* handle,
                                                  const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    yield(open, object(handle, "case").state.id, {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_case_version(birthcase_session* session, const birthcase_case* handle,
                                                       int64_t* version) {
  return guarded(session, [&](birthcase_session&) {
    give(version, static_cast<std::int64_t>(object(handle, "case").state.version));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_case_profile(birthcase_session* session, const birthcase_case* handle,
                                                       birthcase_profile** profile) {
  return making(session, profile, [&](birthcase_session&) { return object(handle, "case").state.profile; });
}

birthcase_status BIRTHCASE_CALL birthcase_case_do(birthcase_session* session, birthcase_case* handle,
                                                  const char* command, int64_t command_length, const char* now,
                                                  int64_t now_length, const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_case& known = object(handle, "case");
    const Command wanted = command_in(open, command, command_length);
    Decision decision = need(decide(known.state, wanted, now_in(open, now, now_length)), open);
    Case changed = after(known.state, decision);
    known.events.reserve(known.events.size() + decision.events.size());
    yield(open, to_json(decision, open.language), {text, length});
    take_over(known, std::move(changed), std::move(decision.events));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_case_json(birthcase_session* session, const birthcase_case* handle,
                                                    const char* now, int64_t now_length, const char** text,
                                                    int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const Case& state = object(handle, "case").state;
    yield(open, to_json(state, now_in(open, now, now_length), open.language), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_case_events(birthcase_session* session, const birthcase_case* handle,
                                                      int64_t after, const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    yield(open, to_json(events_after(object(handle, "case"), after)), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_case_plan(birthcase_session* session, const birthcase_case* handle,
                                                    const char* today, int64_t today_length, birthcase_plan** plan) {
  return making(session, plan, [&](birthcase_session& open) {
    const Case& state = object(handle, "case").state;
    return birthcase::plan(state, day_in(open, {"today", today, today_length}));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_case_due(birthcase_session* session, const birthcase_case* handle,
                                                   const char* now, int64_t now_length, const char** text,
                                                   int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const auto due = deadlines(object(handle, "case").state, now_in(open, now, now_length));
    yield(open, to_json(due), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_case_paper(birthcase_session* session, const birthcase_case* handle,
                                                     const char* paper, int64_t paper_length, const char* organisation,
                                                     int64_t organisation_length, const char* today,
                                                     int64_t today_length, const char* format, int64_t format_length,
                                                     const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const Case& state = object(handle, "case").state;
    const TextIn name(open, {"paper", paper, paper_length});
    const TextIn whose(open, {"organisation", organisation, organisation_length});
    const TextIn wanted(open, {"format", format, format_length});
    const Date day = day_in(open, {"today", today, today_length});
    const Paper made = need(paper_of(state, paper_in(name), day, open.language, whose));
    yield(open, printed(made, wanted, open.encoding), {text, length});
  });
}

}  // extern "C"
