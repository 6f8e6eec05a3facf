/// One call's way to a store: the file, the desk, and what time it is.
#pragma once

#include <birthcase/desk.hpp>

#include "case/options.hpp"

#include <memory>
#include <optional>
#include <string>

namespace birthcase::cli::cases {

class Session {
 public:
  enum class Access {
    reads,   ///< only; a file that is not there is an error
    writes,  ///< too; a file that is not there is an error
    makes,   ///< the file, if it is not there
  };

  /// Errors: those of the options, of the profile's file and of the store; `missing` if there is no such file.
  static Result<Session> open(const CaseOptions& options, Access access);

  store::Store& store() noexcept { return *store_; }
  store::Desk& desk() noexcept { return *desk_; }
  const DateTime& now() const noexcept { return now_; }

  /// Says on the standard error which rows were left out since they cannot be read; then the status says so too.
  Status end(Status status);

  /// The profile that a new case goes by: the chosen one, or the one that the application names.
  Result<Profile> profile_of(std::string_view application) const;

 private:
  Session() = default;

  DateTime now_;
  ProfileData data_;                ///< of `--calendar` and `--codes`
  std::optional<Profile> profile_;  ///< of `--profile`
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::Desk> desk_;
};

}  // namespace birthcase::cli::cases
