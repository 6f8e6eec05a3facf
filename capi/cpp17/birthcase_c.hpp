// The C interface for C++17: handles that free themselves, texts as std::string, and results in place of statuses and out
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

inline void free_object(birthcase_session** object) noexcept { birthcase_session_free(object); }
inline void free_object(birthcase_profile** object) noexcept { birthcase_profile_free(object); }
inline void free_object(birthcase_application** object) noexcept { birthcase_application_free(object); }
inline void free_object(birthcase_plan** object) noexcept { birthcase_plan_free(object); }
inline void free_object(birthcase_case** object) noexcept { birthcase_case_free(object); }
#ifdef BIRTHCASE_C_HAS_STORE
inline void free_object(birthcase_store** object) noexcept { birthcase_store_free(object); }
#endif

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

using Profile = Handle<birthcase_profile>;
using Application = Handle<birthcase_application>;
using Plan = Handle<birthcase_plan>;
using Case = Handle<birthcase_case>;
#ifdef BIRTHCASE_C_HAS_STORE
using Store = Handle<birthcase_store>;
#endif

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

  /// Converts a text between two encodings, whatever the encoding of the session. Nothing is ever replaced: what cannot
  /// be converted is ENCODING, with the byte offset in the message and the character's position as `column`.
  Result<std::string> convert(std::int32_t from, std::int32_t to, std::string_view bytes) {
    return text_of([&](auto... out) { return birthcase_convert(get(), from, to, bytes.data(), size(bytes), out...); });
  }

  /// How many profiles are built into the library.
  Result<std::int32_t> built_in_count() {
    return number_of<std::int32_t>([&](auto out) { return birthcase_built_in_count(get(), out); });
  }

  /// The id of a built-in profile.
  Result<std::string> built_in_id(std::int32_t index) {
    return text_of([&](auto... out) { return birthcase_built_in_id(get(), index, out...); });
  }

  /// A built-in profile. Loading takes milliseconds: a program should keep it.
  Result<Profile> profile_built_in(std::string_view id) {
    return made<birthcase_profile>([&](auto out) {
      return birthcase_profile_built_in(get(), id.data(), size(id), out);
    });
  }

  /// The JSON text of a built-in profile, for reading and for profiles that extend it.
  Result<std::string> built_in_json(std::string_view id) {
    return text_of([&](auto... out) { return birthcase_built_in_json(get(), id.data(), size(id), out...); });
  }

  /// Makes a profile's JSON text known to this session, so that a profile that is parsed later can extend it by its id.
  /// This call reads only the id; `birthcase_profile_parse` checks the rest. Of two texts with one id the later one
  /// counts.
  Result<Nothing> add_profile(std::string_view json) {
    return done(birthcase_session_add_profile(get(), json.data(), size(json)));
  }

  /// Adds the holiday notices of one year to this session. Profiles that it loads later, built-in ones too, and stores
  /// that it opens later count working days with them. A notice replaces the one of the same year that has its number
  /// or its day of announcement. A failed call adds nothing.
  Result<Nothing> add_calendar(std::string_view json) {
    return done(birthcase_session_add_calendar(get(), json.data(), size(json)));
  }

  /// Adds a code table to this session: in place of the table of that id or, where the text says `# extends: ID`, as
  /// rows added to it. Profiles that the session loads later and stores that it opens later use it. A failed call adds
  /// nothing.
  Result<Nothing> add_codes(std::string_view id, std::string_view tsv) {
    return done(birthcase_session_add_codes(get(), id.data(), size(id), tsv.data(), size(tsv)));
  }

  /// A profile from its JSON text. It may extend a profile that this session knows from
  /// `birthcase_session_add_profile`, or a built-in one.
  Result<Profile> profile_parse(std::string_view json) {
    return made<birthcase_profile>([&](auto out) {
      return birthcase_profile_parse(get(), json.data(), size(json), out);
    });
  }

  /// Another handle of the same rules, freed on its own; for example one for each thread.
  Result<Profile> profile_share(const Profile& profile) {
    return made<birthcase_profile>([&](auto out) { return birthcase_profile_share(get(), profile.get(), out); });
  }

  /// The id of a profile.
  Result<std::string> profile_id(const Profile& profile) {
    return text_of([&](auto... out) { return birthcase_profile_id(get(), profile.get(), out...); });
  }

  /// The title of a profile in the language of the session.
  Result<std::string> profile_title(const Profile& profile) {
    return text_of([&](auto... out) { return birthcase_profile_title(get(), profile.get(), out...); });
  }

  /// The version of a profile: the SHA-256 of its text and of those that it extends, as BIRTHCASE_PLAN_RULES_VERSION of
  /// its plans. A program should log it when it starts, so that it is known which rules it goes by.
  Result<std::string> profile_version(const Profile& profile) {
    return text_of([&](auto... out) { return birthcase_profile_version(get(), profile.get(), out...); });
  }

  /// The one form of a profile, or the part of one service.
  Result<std::string> profile_form(const Profile& profile, std::string_view service) {
    return text_of([&](auto... out) {
      return birthcase_profile_form(get(), profile.get(), service.data(), size(service), out...);
    });
  }

  /// The data dictionary of a profile as JSON: every field with its type, its codes, who fills it in, which services
  /// ask it and which rules read it; then the code tables. In the language of the session.
  Result<std::string> profile_fields(const Profile& profile) {
    return text_of([&](auto... out) { return birthcase_profile_fields(get(), profile.get(), out...); });
  }

  /// The JSON Schema (2020-12) of an application under a profile.
  Result<std::string> profile_application_schema(const Profile& profile) {
    return text_of([&](auto... out) { return birthcase_profile_application_schema(get(), profile.get(), out...); });
  }

  /// What a family brings to each service under several profiles, side by side.
  Result<std::string> compare(const std::vector<const birthcase_profile*>& profiles, std::string_view as_of) {
    return text_of([&](auto... out) {
      return birthcase_compare(get(), profiles.data(), size(profiles), as_of.data(), size(as_of), out...);
    });
  }

  /// An application of which nothing is known yet.
  Result<Application> application_new(const Profile& profile) {
    return made<birthcase_application>([&](auto out) { return birthcase_application_new(get(), profile.get(), out); });
  }

  /// Reads a whole application. An unknown key is an error that names the nearest known one.
  Result<Application> application_parse(const Profile& profile, std::string_view json) {
    return made<birthcase_application>([&](auto out) {
      return birthcase_application_parse(get(), profile.get(), json.data(), size(json), out);
    });
  }

  /// The id under `profile` in an application's JSON, by which a program chooses the profile; an empty text if there is
  /// none.
  Result<std::string> application_profile_named_in(std::string_view json) {
    return text_of([&](auto... out) {
      return birthcase_application_profile_named_in(get(), json.data(), size(json), out...);
    });
  }

  /// An independent copy.
  Result<Application> application_copy(const Application& application) {
    return made<birthcase_application>([&](auto out) {
      return birthcase_application_copy(get(), application.get(), out);
    });
  }

  /// The same facts under another profile. Facts that this profile does not know are left out; a finding says so.
  Result<Application> application_under(const Application& application, const Profile& profile) {
    return made<birthcase_application>([&](auto out) {
      return birthcase_application_under(get(), application.get(), profile.get(), out);
    });
  }

  /// Puts a fact. A value that the field's format or code table refuses is kept, is reported as a finding, and is
  /// unknown to the rules.
  Result<Nothing> application_put(Application& application, std::string_view name, std::int32_t newborn,
                                  std::string_view value) {
    return done(birthcase_application_put(get(), application.get(), name.data(), size(name), newborn, value.data(),
                                          size(value)));
  }

  /// Tells that there is none: of a fact (`father.phone`), or of a group with everything in it (`father`).
  Result<Nothing> application_put_none(Application& application, std::string_view name, std::int32_t newborn) {
    return done(birthcase_application_put_none(get(), application.get(), name.data(), size(name), newborn));
  }

  /// Makes a fact, or all facts of a group, unknown again.
  Result<Nothing> application_clear(Application& application, std::string_view name, std::int32_t newborn) {
    return done(birthcase_application_clear(get(), application.get(), name.data(), size(name), newborn));
  }

  /// What `application_get` answers.
  struct ApplicationGetAnswer {
    std::int32_t state = 0;
    std::string text;
  };
  /// What is known of a fact. The text is the value as `birthcase_application_put` takes it; empty where there is none.
  Result<ApplicationGetAnswer> application_get(const Application& application, std::string_view name,
                                               std::int32_t newborn) {
    std::int32_t state = 0;
    const char* text = nullptr;
    std::int64_t length = 0;
    const birthcase_status status = birthcase_application_get(get(), application.get(), name.data(), size(name),
                                                              newborn, &state, &text, &length);
    if (status != BIRTHCASE_OK) return failure(status);
    return ApplicationGetAnswer{state, copied(text, length)};
  }

  /// How many newborns the application has.
  Result<std::int32_t> application_newborn_count(const Application& application) {
    return number_of<std::int32_t>([&](auto out) {
      return birthcase_application_newborn_count(get(), application.get(), out);
    });
  }

  /// Notes that a document was handed in. To note it twice is to note it once.
  Result<Nothing> application_hand_in(Application& application, std::string_view type, std::string_view holder,
                                      std::int32_t as, std::int32_t newborn) {
    return done(birthcase_application_hand_in(get(), application.get(), type.data(), size(type), holder.data(),
                                              size(holder), as, newborn));
  }

  /// What `application_validate` answers.
  struct ApplicationValidateAnswer {
    std::int32_t count = 0;
    std::string text;
  };
  /// Validates what was put: formats, check digits and code tables. Checks between facts need a plan and are findings
  /// of the plan.
  Result<ApplicationValidateAnswer> application_validate(const Application& application) {
    std::int32_t count = 0;
    const char* text = nullptr;
    std::int64_t length = 0;
    const birthcase_status status = birthcase_application_validate(get(), application.get(), &count, &text, &length);
    if (status != BIRTHCASE_OK) return failure(status);
    return ApplicationValidateAnswer{count, copied(text, length)};
  }

  /// One finding of `birthcase_application_validate`.
  Result<std::string> application_finding(const Application& application, std::int32_t attribute, std::int32_t index) {
    return text_of([&](auto... out) {
      return birthcase_application_finding(get(), application.get(), attribute, index, out...);
    });
  }

  /// The application as JSON. `birthcase_application_parse` reads it back to the same facts.
  Result<std::string> application_json(const Application& application) {
    return text_of([&](auto... out) { return birthcase_application_json(get(), application.get(), out...); });
  }

  /// Plans one birth as known on one day. The application may have been made for another place's profile. What is wrong
  /// with the application is in the findings of the plan.
  Result<Plan> plan_new(const Profile& profile, const Application& application, std::string_view as_of) {
    return made<birthcase_plan>([&](auto out) {
      return birthcase_plan_new(get(), profile.get(), application.get(), as_of.data(), size(as_of), out);
    });
  }

  /// The plan as the JSON that docs/plan.md describes. The same plan gives the same bytes.
  Result<std::string> plan_json(const Plan& plan) {
    return text_of([&](auto... out) { return birthcase_plan_json(get(), plan.get(), out...); });
  }

  /// Some parts of the plan's JSON, which takes less time.
  Result<std::string> plan_json_parts(const Plan& plan, std::string_view parts, std::int32_t without) {
    return text_of([&](auto... out) {
      return birthcase_plan_json_parts(get(), plan.get(), parts.data(), size(parts), without, out...);
    });
  }

  /// The JSON of an application in, the JSON of its plan out, in one call.
  Result<std::string> plan_document(const Profile& profile, std::string_view json, std::string_view as_of) {
    return text_of([&](auto... out) {
      return birthcase_plan_document(get(), profile.get(), json.data(), size(json), as_of.data(), size(as_of), out...);
    });
  }

  /// `birthcase_plan_document` with some parts of the plan only.
  Result<std::string> plan_document_parts(const Profile& profile, std::string_view json, std::string_view as_of,
                                          std::string_view parts, std::int32_t without) {
    return text_of([&](auto... out) {
      return birthcase_plan_document_parts(get(), profile.get(), json.data(), size(json), as_of.data(), size(as_of),
                                           parts.data(), size(parts), without, out...);
    });
  }

  /// Plans many births in one call and gives attributes of their plans as columns in the layout of Apache Arrow. Each
  /// application is planned as by `birthcase_plan_document`. One that fails stops no other: BIRTHCASE_ROW_STATUS and
  /// the attributes after it tell why, its lists and texts are empty, and its numbers are 0.
  Result<std::string> plan_columns(const Profile& profile, std::string_view json,
                                   const std::vector<std::int32_t>& offsets, std::string_view as_of,
                                   const std::vector<std::int32_t>& attributes) {
    return text_of([&](auto... out) {
      return birthcase_plan_columns(get(), profile.get(), json.data(), offsets.data(), size(offsets, 1), as_of.data(),
                                    size(as_of), attributes.data(), size(attributes), out...);
    });
  }

  /// How many items a list of the plan has.
  Result<std::int32_t> plan_count(const Plan& plan, std::int32_t list) {
    return number_of<std::int32_t>([&](auto out) { return birthcase_plan_count(get(), plan.get(), list, out); });
  }

  /// A text attribute of the plan or of an item; empty where there is none.
  Result<std::string> plan_text(const Plan& plan, std::int32_t attribute, std::int32_t index) {
    return text_of([&](auto... out) { return birthcase_plan_text(get(), plan.get(), attribute, index, out...); });
  }

  /// A number attribute of the plan or of an item.
  Result<std::int64_t> plan_number(const Plan& plan, std::int32_t attribute, std::int32_t index) {
    return number_of<std::int64_t>([&](auto out) {
      return birthcase_plan_number(get(), plan.get(), attribute, index, out);
    });
  }

  /// A profile that a document of rule tests names, so that a program can load it before the run: a built-in id, or a
  /// file (with `/` in it or ending in `.json`) as the document names it. Each name is told once: the one at the top,
  /// then those of the cases in their order; an empty text behind the last. The rest of the document is not checked.
  Result<std::string> rule_tests_profile_named_in(std::string_view json, std::int32_t index) {
    return text_of([&](auto... out) {
      return birthcase_rule_tests_profile_named_in(get(), json.data(), size(json), index, out...);
    });
  }

  /// What `rule_tests_run` answers.
  struct RuleTestsRunAnswer {
    std::int32_t passed = 0;
    std::int32_t failed = 0;
    std::string text;
  };
  /// Runs a document of rule tests (`*.birthcase.json`). A case that fails is no failure of the call. Unlike every
  /// other text of this library, the report shows values, which in tests are invented.
  Result<RuleTestsRunAnswer> rule_tests_run(const std::vector<const birthcase_profile*>& profiles,
                                            std::string_view json, std::string_view document, std::int32_t format) {
    std::int32_t passed = 0;
    std::int32_t failed = 0;
    const char* text = nullptr;
    std::int64_t length = 0;
    const birthcase_status status = birthcase_rule_tests_run(get(), profiles.data(), size(profiles), json.data(),
                                                             size(json), document.data(), size(document), format,
                                                             &passed, &failed, &text, &length);
    if (status != BIRTHCASE_OK) return failure(status);
    return RuleTestsRunAnswer{passed, failed, copied(text, length)};
  }

  /// A case to which nothing has happened yet; the command `open` begins it.
  Result<Case> case_new(const Profile& profile, std::string_view case_id) {
    return made<birthcase_case>([&](auto out) {
      return birthcase_case_new(get(), profile.get(), case_id.data(), size(case_id), out);
    });
  }

  /// The case that results from events.
  Result<Case> case_replay(const Profile& profile, std::string_view events) {
    return made<birthcase_case>([&](auto out) {
      return birthcase_case_replay(get(), profile.get(), events.data(), size(events), out);
    });
  }

  /// The id of a case.
  Result<std::string> case_id(const Case& handle) {
    return text_of([&](auto... out) { return birthcase_case_id(get(), handle.get(), out...); });
  }

  /// The number of the events of a case; 0 before the first.
  Result<std::int64_t> case_version(const Case& handle) {
    return number_of<std::int64_t>([&](auto out) { return birthcase_case_version(get(), handle.get(), out); });
  }

  /// The profile that a case goes by: the one it was made with or, of a case that was loaded from a store, the rules
  /// that it was accepted under. The handle is freed on its own.
  Result<Profile> case_profile(const Case& handle) {
    return made<birthcase_profile>([&](auto out) { return birthcase_case_profile(get(), handle.get(), out); });
  }

  /// Carries out a command: decides it at a moment and adds the events that follow to the case. Where nothing changes,
  /// such as after an answer that came twice, there are no events.
  Result<std::string> case_do(Case& handle, std::string_view command, std::string_view now) {
    return text_of([&](auto... out) {
      return birthcase_case_do(get(), handle.get(), command.data(), size(command), now.data(), size(now), out...);
    });
  }

  /// The state of a case, with what is due and how it stands at a moment. The same state gives the same bytes.
  Result<std::string> case_json(const Case& handle, std::string_view now) {
    return text_of([&](auto... out) {
      return birthcase_case_json(get(), handle.get(), now.data(), size(now), out...);
    });
  }

  /// The events of a case, from some event on. The same events give the same bytes.
  Result<std::string> case_events(const Case& handle, std::int64_t after) {
    return text_of([&](auto... out) { return birthcase_case_events(get(), handle.get(), after, out...); });
  }

  /// The plan that a case goes by: after acceptance that of the acceptance, with what has become known since; of a
  /// draft that of a day. It does not change with the case.
  Result<Plan> case_plan(const Case& handle, std::string_view today) {
    return made<birthcase_plan>([&](auto out) {
      return birthcase_case_plan(get(), handle.get(), today.data(), size(today), out);
    });
  }

  /// What is due in a case, and how it stands at a moment: the steps in the order of the route, the deferred documents,
  /// then the case as a whole. It is `due_soon` one working day before a day and 15 minutes before a moment.
  Result<std::string> case_due(const Case& handle, std::string_view now) {
    return text_of([&](auto... out) { return birthcase_case_due(get(), handle.get(), now.data(), size(now), out...); });
  }

  /// A form or notice of a case, in the session's language. A page in GB18030 says so in its head.
  Result<std::string> case_paper(const Case& handle, std::string_view paper, std::string_view organisation,
                                 std::string_view today, std::string_view format) {
    return text_of([&](auto... out) {
      return birthcase_case_paper(get(), handle.get(), paper.data(), size(paper), organisation.data(),
                                  size(organisation), today.data(), size(today), format.data(), size(format), out...);
    });
  }

#ifdef BIRTHCASE_C_HAS_STORE

  /// Opens a store. A store of an older library is brought to the present form.
  Result<Store> store_open(std::string_view file, std::int32_t mode) {
    return made<birthcase_store>([&](auto out) {
      return birthcase_store_open(get(), file.data(), size(file), mode, out);
    });
  }

  /// `birthcase_store_open` for a file that is encrypted with a key; a new file is made so. The library copies the key
  /// and overwrites the copy before the call returns; the caller must overwrite its own. This works if the library was
  /// built with SQLCipher (the CMake option BIRTHCASE_SQLCIPHER). Nothing is ever written in clear, and a refused file
  /// is not changed.
  Result<Store> store_open_with_key(std::string_view file, std::int32_t mode, std::string_view key) {
    return made<birthcase_store>([&](auto out) {
      return birthcase_store_open_with_key(get(), file.data(), size(file), mode, key.data(), size(key), out);
    });
  }

  /// Makes a profile known to this handle of the store, for drafts under it; of two with one id the later one counts.
  /// Built-in profiles are known, and accepted cases carry their rules with them.
  Result<Nothing> store_add_profile(Store& store, const Profile& profile) {
    return done(birthcase_store_add_profile(get(), store.get(), profile.get()));
  }

  /// Opens a case: carries out a command `open` and keeps what follows. First makes the profile known, as
  /// `birthcase_store_add_profile` does.
  Result<std::string> store_open_case(Store& store, const Profile& profile, std::string_view case_id,
                                      std::string_view command, std::string_view now) {
    return text_of([&](auto... out) {
      return birthcase_store_open_case(get(), store.get(), profile.get(), case_id.data(), size(case_id), command.data(),
                                       size(command), now.data(), size(now), out...);
    });
  }

  /// Carries out a command on a case and keeps what follows. The command `erase` erases a case; its answer has one more
  /// member, `erasure`: `finished`, or `unfinished` where the texts are forgotten but somebody still reads old pages
  /// that hold them, so that it must be done again.
  Result<std::string> store_do(Store& store, std::string_view case_id, std::string_view command, std::string_view now,
                               std::int64_t expected_version) {
    return text_of([&](auto... out) {
      return birthcase_store_do(get(), store.get(), case_id.data(), size(case_id), command.data(), size(command),
                                now.data(), size(now), expected_version, out...);
    });
  }

  /// The case as it is kept now, for reading: the store does not keep what `birthcase_case_do` does to it.
  Result<Case> store_load(Store& store, std::string_view case_id) {
    return made<birthcase_case>([&](auto out) {
      return birthcase_store_load(get(), store.get(), case_id.data(), size(case_id), out);
    });
  }

  /// Lists cases, in the order of their ids.
  Result<std::string> store_cases(Store& store, std::string_view after, std::int32_t limit) {
    return text_of([&](auto... out) {
      return birthcase_store_cases(get(), store.get(), after.data(), size(after), limit, out...);
    });
  }

  /// Hands out the oldest messages that nobody carries to a connector. Those of one step go in their order, the next
  /// when the last has been acknowledged.
  Result<std::string> store_lease(Store& store, std::string_view connector, std::string_view organisation,
                                  std::string_view now, std::int32_t seconds, std::int32_t limit) {
    return text_of([&](auto... out) {
      return birthcase_store_lease(get(), store.get(), connector.data(), size(connector), organisation.data(),
                                   size(organisation), now.data(), size(now), seconds, limit, out...);
    });
  }

  /// Prolongs a lease.
  Result<Nothing> store_renew(Store& store, std::string_view message, std::string_view connector, std::string_view now,
                              std::int32_t seconds) {
    return done(birthcase_store_renew(get(), store.get(), message.data(), size(message), connector.data(),
                                      size(connector), now.data(), size(now), seconds));
  }

  /// Notes that a message has arrived. To acknowledge twice is to acknowledge once. The answer of the department is
  /// another thing: a command.
  Result<Nothing> store_ack(Store& store, std::string_view message, std::string_view connector) {
    return done(birthcase_store_ack(get(), store.get(), message.data(), size(message), connector.data(),
                                    size(connector)));
  }

  /// Notes that the connector could not carry a message that it has. The message is handed to nobody for a pause, which
  /// doubles after each further failure. After too many failures it is a dead letter, until `birthcase_store_retry`.
  /// Later messages of its step wait, all others pass. To tell it twice is to tell it once.
  Result<std::string> store_failed(Store& store, std::string_view message, std::string_view connector,
                                   std::string_view now, std::string_view reason, std::int32_t first_pause,
                                   std::int32_t longest_pause, std::int32_t most_failures) {
    return text_of([&](auto... out) {
      return birthcase_store_failed(get(), store.get(), message.data(), size(message), connector.data(),
                                    size(connector), now.data(), size(now), reason.data(), size(reason), first_pause,
                                    longest_pause, most_failures, out...);
    });
  }

  /// Forgets that carrying a message has failed: dead or not, it is handed out again at once, and its failures are
  /// counted again.
  Result<Nothing> store_retry(Store& store, std::string_view message) {
    return done(birthcase_store_retry(get(), store.get(), message.data(), size(message)));
  }

  /// The messages that wait, the oldest first.
  Result<std::string> store_waiting(Store& store, std::string_view after, std::int32_t limit, std::int32_t dead_only) {
    return text_of([&](auto... out) {
      return birthcase_store_waiting(get(), store.get(), after.data(), size(after), limit, dead_only, out...);
    });
  }

  /// What is not settled and due, over all cases, the earliest first. What is due in cases that were imported, or that
  /// an older library kept, is worked out first, unless the file is read-only.
  Result<std::string> store_due(Store& store, std::string_view until, std::string_view now, std::int32_t limit) {
    return text_of([&](auto... out) {
      return birthcase_store_due(get(), store.get(), until.data(), size(until), now.data(), size(now), limit, out...);
    });
  }

  /// Checks the chains of hashes that the events form, of one case or of all, then also the file as such; replays each
  /// case and compares every row about it with the result. A break is no failure of the call. `where` is a table with
  /// its column. `not_replayed` counts drafts whose profile is not known; see `birthcase_store_add_profile`. The digest
  /// of all chains should be noted elsewhere, so that a missing tail shows.
  Result<std::string> store_verify(Store& store, std::string_view case_id) {
    return text_of([&](auto... out) {
      return birthcase_store_verify(get(), store.get(), case_id.data(), size(case_id), out...);
    });
  }

  /// A note of the heads of all chains, to be kept elsewhere: compared with the store later, it proves that no tail was
  /// cut and no old file put back. A line for each case (some 150 bytes); it tells about nobody. A signature sets up
  /// OpenSSL in this process, which does not bear memory running out at its first use.
  Result<std::string> store_anchor(Store& store, std::string_view now, std::string_view private_key) {
    return text_of([&](auto... out) {
      return birthcase_store_anchor(get(), store.get(), now.data(), size(now), private_key.data(), size(private_key),
                                    out...);
    });
  }

  /// Compares such a note with the store: lists the cases that are gone, have fewer events than noted or another hash.
  /// `sequence` is the noted number of events. A break is no failure of the call. `signature` is `none`, `unchecked`
  /// or, where a key is given, `valid`. `birthcase_store_verify` says whether the chains hold up to their heads.
  Result<std::string> store_verify_against(Store& store, std::string_view note, std::string_view public_key) {
    return text_of([&](auto... out) {
      return birthcase_store_verify_against(get(), store.get(), note.data(), size(note), public_key.data(),
                                            size(public_key), out...);
    });
  }

  /// Rebuilds what follows from the events of one case or of all: status and heads, births and deadlines as they stand
  /// at a moment, rows of the outbox. It touches no event, and nothing of a case whose events do not hold. What is left
  /// is no failure of the call.
  Result<std::string> store_repair(Store& store, std::string_view case_id, std::string_view now) {
    return text_of([&](auto... out) {
      return birthcase_store_repair(get(), store.get(), case_id.data(), size(case_id), now.data(), size(now), out...);
    });
  }

  /// The rows that calls on this handle have left out since the last such question, because they cannot be read or do
  /// not agree with their event, each once. One damaged row stops nothing: `birthcase_store_cases`, `_lease`, `_due`,
  /// `_open_case` and `_do` go on without it.
  Result<std::string> store_damaged(Store& store) {
    return text_of([&](auto... out) { return birthcase_store_damaged(get(), store.get(), out...); });
  }

  /// A case as one JSON text, with its chain and its messages that wait to be carried.
  Result<std::string> store_export(Store& store, std::string_view case_id) {
    return text_of([&](auto... out) {
      return birthcase_store_export(get(), store.get(), case_id.data(), size(case_id), out...);
    });
  }

  /// Takes in what `birthcase_store_export` wrote. Messages that were being carried are carried again. The case is
  /// replayed first: one that says otherwise than its events does not come in.
  Result<std::string> store_import(Store& store, std::string_view json) {
    return text_of([&](auto... out) {
      return birthcase_store_import(get(), store.get(), json.data(), size(json), out...);
    });
  }
#endif  // BIRTHCASE_C_HAS_STORE

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
