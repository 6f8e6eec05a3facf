// A store's cases: opened, worked on, loaded, listed, taken out and in.
#include <birthcase/encryption.hpp>
#include <birthcase/store_json.hpp>

#include "store_handle.hpp"

#include <optional>
#include <string>
#include <utility>

using namespace birthcase;
using namespace birthcase::capi;

namespace {

constexpr std::size_t import_limit = std::size_t{64} << 20;
constexpr int most_loads = 100;
constexpr std::int32_t most_items = 1000;

bool is_read_only(std::int32_t mode) {
  if (mode == BIRTHCASE_READ_WRITE || mode == BIRTHCASE_READ_ONLY) return mode == BIRTHCASE_READ_ONLY;
  fail(BIRTHCASE_BAD_ARGUMENT, "mode: BIRTHCASE_READ_WRITE or BIRTHCASE_READ_ONLY");
}

std::string file_in(const birthcase_session& session, const Given& given) {
  std::string file(std::string_view(TextIn(session, given)));
  if (file.empty()) fail(BIRTHCASE_MISSING, "file: a store needs the name of a file");
  if (file.find('\0') != std::string::npos)
    fail(BIRTHCASE_BAD_ARGUMENT, "file: the name of a file must not contain NUL");
  return file;
}

// Bytes and no text: they are the same in every encoding.
store::Key key_in(const char* key, std::int64_t length) {
  if (key == nullptr || length < 0) fail(BIRTHCASE_BAD_ARGUMENT, "key: the bytes of a key, and how many there are");
  return need(store::Key::from({key, static_cast<std::size_t>(length)}));
}

std::optional<std::uint64_t> version_in(std::int64_t expected) {
  if (expected == BIRTHCASE_ANY_VERSION) return std::nullopt;
  if (expected >= 0) return static_cast<std::uint64_t>(expected);
  fail(BIRTHCASE_BAD_ARGUMENT, "expected_version: the number of a case's events, or BIRTHCASE_ANY_VERSION");
}

int limit_in(std::int32_t limit) {
  if (limit >= 1 && limit <= most_items) return limit;
  fail(BIRTHCASE_OUT_OF_RANGE, "limit: from 1 to " + std::to_string(most_items));
}

// A case with its events. They are read one after the other, so both are read again if somebody wrote in between.
std::pair<Case, std::vector<Event>> loaded_case(birthcase_store& from, std::string_view id) {
  for (int tries = 0; tries < most_loads; ++tries) {
    Case state = need(from.desk->load(id));
    store::Stored stored = need(from.kept->load(id));
    if (stored.events.size() == state.version) return {std::move(state), std::move(stored.events)};
  }
  fail(BIRTHCASE_CONFLICT, "other programs kept changing this case: try again");
}

// Runs what keeps something, and yields its answer. That is ready before anything is kept, so that a call for which
// memory does not suffice has kept nothing.
template <class Run>
void keep_and_yield(birthcase_session& session, const TextOut& out, Run&& run) {
  std::string answer;
  std::uint64_t prepared = 0;
  std::string unfinished;  // where it turns out after keeping that texts of an erased case still stand somewhere
  const store::BeforeKeeping prepare = [&](const store::Outcome& outcome) {
    answer = encoded(store::to_json(outcome, session.language), session.encoding);
    prepared = outcome.version;
    if (outcome.erasure != store::Erasure::finished) return;
    store::Outcome left = outcome;
    left.leave_unfinished();
    unfinished = encoded(store::to_json(left, session.language), session.encoding);
  };
  const store::Outcome outcome = need(run(prepare), session);
  if (outcome.decision.events.empty() || outcome.version != prepared) {
    prepare(outcome);  // nothing was kept, or what a case that cannot be read came to is known only now
  } else if (outcome.erasure == store::Erasure::unfinished) {
    answer = std::move(unfinished);
  }
  yield_bytes(session, std::move(answer), out);
}

}  // namespace

extern "C" {

birthcase_status BIRTHCASE_CALL birthcase_store_open(birthcase_session* session, const char* file, int64_t file_length,
                                                     int32_t mode, birthcase_store** store) {
  return making(session, store, [&](birthcase_session& open) {
    const bool read_only = is_read_only(mode);
    const auto how = read_only ? store::Mode::read_only : store::Mode::read_write;
    return OpenedFile{need(store::open(file_in(open, {"file", file, file_length}), how)), read_only, open.data};
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_open_with_key(birthcase_session* session, const char* file,
                                                              int64_t file_length, int32_t mode, const char* key,
                                                              int64_t key_length, birthcase_store** store) {
  return making(session, store, [&](birthcase_session& open) {
    const bool read_only = is_read_only(mode);
    const auto how = read_only ? store::Mode::read_only : store::Mode::read_write;
    const std::string location = file_in(open, {"file", file, file_length});
    return OpenedFile{need(store::open_encrypted(location, key_in(key, key_length), how)), read_only, open.data};
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_free(birthcase_store** store) { return free_object(store); }

birthcase_status BIRTHCASE_CALL birthcase_store_add_profile(birthcase_session* session, birthcase_store* store,
                                                            const birthcase_profile* profile) {
  return guarded(session, [&](birthcase_session&) { object(store, "store").add(object(profile, "profile").profile); });
}

birthcase_status BIRTHCASE_CALL birthcase_store_open_case(birthcase_session* session, birthcase_store* store,
                                                          const birthcase_profile* profile, const char* case_id,
                                                          int64_t case_id_length, const char* command,
                                                          int64_t command_length, const char* now, int64_t now_length,
                                                          const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const Profile& rules = object(profile, "profile").profile;
    const TextIn id(open, {"case_id", case_id, case_id_length});
    const Command wanted = command_in(open, command, command_length);
    const DateTime moment = now_in(open, now, now_length);
    cases.add(rules);
    keep_and_yield(open, {text, length},
                   [&](const auto& prepare) { return cases.desk->open(id, rules, wanted, moment, prepare); });
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_do(birthcase_session* session, birthcase_store* store,
                                                   const char* case_id, int64_t case_id_length, const char* command,
                                                   int64_t command_length, const char* now, int64_t now_length,
                                                   int64_t expected_version, const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const TextIn id(open, {"case_id", case_id, case_id_length});
    const Command wanted = command_in(open, command, command_length);
    const DateTime moment = now_in(open, now, now_length);
    const auto version = version_in(expected_version);
    keep_and_yield(open, {text, length},
                   [&](const auto& prepare) { return cases.desk->execute(id, wanted, moment, version, prepare); });
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_load(birthcase_session* session, birthcase_store* store,
                                                     const char* case_id, int64_t case_id_length,
                                                     birthcase_case** loaded) {
  return making(session, loaded, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");  // first, as everywhere: of two things that are wrong
    return loaded_case(cases, TextIn(open, {"case_id", case_id, case_id_length}));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_cases(birthcase_session* session, birthcase_store* store,
                                                      const char* after, int64_t after_length, int32_t limit,
                                                      const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const TextIn id(open, {"after", after, after_length});
    yield(open, store::to_json(need(cases.kept->cases(id, limit_in(limit)))), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_verify(birthcase_session* session, birthcase_store* store,
                                                       const char* case_id, int64_t case_id_length, const char** text,
                                                       int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const TextIn id(open, {"case_id", case_id, case_id_length});
    yield(open, to_json(need(cases.desk->verify(id))), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_repair(birthcase_session* session, birthcase_store* store,
                                                       const char* case_id, int64_t case_id_length, const char* now,
                                                       int64_t now_length, const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const TextIn id(open, {"case_id", case_id, case_id_length});
    yield(open, to_json(need(cases.desk->repair(id, now_in(open, now, now_length)))), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_damaged(birthcase_session* session, birthcase_store* store,
                                                        const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    yield(open, store::to_json(object(store, "store").kept->take_damaged()), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_export(birthcase_session* session, birthcase_store* store,
                                                       const char* case_id, int64_t case_id_length, const char** text,
                                                       int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const TextIn id(open, {"case_id", case_id, case_id_length});
    yield(open, need(cases.kept->export_case(id)), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_import(birthcase_session* session, birthcase_store* store,
                                                       const char* json, int64_t json_length, const char** text,
                                                       int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const TextIn document(open, {"json", json, json_length, import_limit, true});
    yield_bytes(open, need(cases.desk->import_case(document)), {text, length});  // an id is ASCII in every encoding
  });
}

}  // extern "C"
