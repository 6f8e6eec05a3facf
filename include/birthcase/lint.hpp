/// What is odd about a profile that loads: rules that do nothing, texts that are missing, things that nobody supplies.
///
/// `docs/lint.md` says what each code means and what to do about it.
#pragma once

#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

/// More than anybody reads at once.
inline constexpr std::size_t most_lint_remarks = 500;

/// A remark about a profile as it is written.
struct LintRemark {
  Severity severity = Severity::warning;
  std::string code{};      ///< kebab-case and stable
  std::string rule{};      ///< id of the rule that it is about; empty where it is about something else
  std::string document{};  ///< id of the profile in which the place stands
  std::string path{};      ///< JSON pointer into that profile
  std::size_t line = 0;    ///< 1-based, of that place; 0 where there is none
  std::size_t column = 0;  ///< 1-based, in characters; 0 where there is none
  Label message{};         ///< what is wrong
  Label suggestion{};      ///< what to do about it

  friend bool operator==(const LintRemark&, const LintRemark&) = default;
};

/// Looks through a profile for rows that load but cannot be meant. Remarks come in the order of the text, and only
/// about the profile itself: to get remarks about a profile that it extends, lint that profile.
///
/// After `most_lint_remarks` it says no more. Everything here is decided by the structure of the tables; conditions are
/// compared as texts. Errors: those of `Profile::parse`, and a profile that does not load has no remarks.
Result<std::vector<LintRemark>> lint(std::string_view json);

/// As above, with `extends` looked up in `texts` first, and with this data.
Result<std::vector<LintRemark>> lint(std::string_view json, const ProfileTexts& texts, const ProfileData& data = {});

/// Gives remarks that know their document and path the line and column too, and puts all in the order of the text.
/// Remarks about profiles that the text does not extend keep what they have. The text must be one that loads.
void place(std::vector<LintRemark>& remarks, std::string_view json, const ProfileTexts& texts);

/// A code that `lint` gives, and how grave it is.
struct LintCode {
  std::string_view code;
  Severity severity;
};

/// Every code of `lint`, sorted.
std::span<const LintCode> lint_codes() noexcept;

}  // namespace birthcase
