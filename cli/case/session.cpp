#include "case/session.hpp"

#include "case/key_file.hpp"
#include "input.hpp"
#include "profile_choice.hpp"

#include <filesystem>
#include <utility>

namespace birthcase::cli::cases {
namespace {

constexpr int china_is_ahead_by_hours = 8;

Result<DateTime> moment_of(const std::string& text) {
  if (text.empty()) {
    return DateTime(boost::posix_time::second_clock::universal_time()) + Duration(china_is_ahead_by_hours, 0, 0);
  }
  auto moment = parse_date_time(text);
  if (!moment) {
    Error error = moment.error();
    error.document = "--now";
    return error;
  }
  return *moment;
}

// Drafts go by the profile as it is today; accepted cases carry their rules with them.
store::ProfileById profiles_with(std::optional<Profile> chosen, ProfileData data) {
  return [chosen = std::move(chosen), data = std::move(data)](std::string_view id) -> Result<Profile> {
    if (chosen && chosen->id() == id) return *chosen;
    if (is_built_in(id)) return Profile::built_in(id, data);
    return Error{.kind = ErrorKind::unknown_name,
                 .message = "the profile of the case is not built in: name its file with --profile",
                 .document = std::string(id)};
  };
}

// Whether a store is named by a file that is not there. It may be named as SQLite's URI, such as
// `file:/mnt/backup/births.db?immutable=1`.
bool is_missing(std::string_view store) {
  if (store::is_on_server(store)) return false;
  constexpr std::string_view scheme = "file:";
  if (store.starts_with(scheme)) store = store.substr(scheme.size(), store.find('?') - scheme.size());
  std::error_code ignored;
  return !std::filesystem::exists(store, ignored);
}

Result<std::unique_ptr<store::Store>> opened(const CaseOptions& options, store::Mode mode) {
  if (options.key_file.empty()) return store::open(options.store, mode);
  const auto key = read_key(options.key_file);
  if (!key) return key.error();
  return store::open_encrypted(options.store, *key, mode);
}

}  // namespace

Result<Session> Session::open(const CaseOptions& options, Access access) {
  Session session;
  const auto now = moment_of(options.now);
  if (!now) return now.error();
  session.now_ = *now;
  auto data = options.data.read();
  if (!data) return data.error();
  session.data_ = std::move(*data);
  if (!options.profile.empty()) {
    auto profile = load_profile(options.profile, session.data_);
    if (!profile) return profile.error();
    session.profile_ = std::move(*profile);
  }
  if (access != Access::makes && is_missing(options.store)) {
    return Error{.kind = ErrorKind::missing,
                 .message = "there is no such file: name the store with --store; `case open` begins a new one",
                 .document = options.store};
  }
  auto store = opened(options, access == Access::reads ? store::Mode::read_only : store::Mode::read_write);
  if (!store) return store.error();
  session.store_ = std::move(*store);
  session.desk_ =
      std::make_unique<store::Desk>(*session.store_, profiles_with(session.profile_, session.data_), session.data_);
  return session;
}

Result<Profile> Session::profile_of(std::string_view application) const {
  if (profile_) return *profile_;
  return ProfileChoice(data_).of(application);
}

Status Session::end(Status status) {
  for (const store::Damaged& row : store_->take_damaged()) {
    complain("birthcase: damaged, and left out: table " + row.table +
             (row.case_id.empty() ? std::string() : ", case " + row.case_id) + "; `birthcase case verify` says more");
    status = graver(status, left_over);
  }
  return status;
}

}  // namespace birthcase::cli::cases
