// A store of its own for a test, worked on through the real program; and the Wenling example as far as it shall be.
#pragma once

#include "program.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::cli_tests {

class CaseStore {
 public:
  /// No file yet: `open` and `import` make it.
  CaseStore();

  const std::string& file() const noexcept { return file_; }

  /// `birthcase case …` by window-1 at a moment.
  Outcome change(std::string_view now, const std::vector<std::string>& arguments, std::string_view input = {}) const;

  /// As above, where it must succeed.
  Outcome must(std::string_view now, const std::vector<std::string>& arguments) const;

  /// `birthcase case …` at a moment, by nobody.
  Outcome look(std::string_view now, const std::vector<std::string>& arguments) const;

  /// `birthcase case …` that needs neither.
  Outcome ask(const std::vector<std::string>& arguments, std::string_view input = {}) const;

  /// `show --json`, parsed.
  boost::json::value shown(std::string_view case_id, std::string_view now) const;

 private:
  std::string file_;
};

/// What the family of the example has with it.
enum class Papers {
  all,
  father_as_scan,  ///< the original of the father's ID card comes by 2019-05-02
};

/// Opens the Wenling example at 09:10 and accepts it at 09:15 on 2019-04-29.
void accept_example(const CaseStore& store, const std::string& case_id, Papers papers = Papers::all);

/// Then everything is dispatched and completed by 11:30.
void complete_example(const CaseStore& store, const std::string& case_id);

/// Then it is delivered on 2019-04-30 at 08:30 and closed at 08:40.
void close_example(const CaseStore& store, const std::string& case_id);

/// Every message of the outbox is carried.
void carry_all(const CaseStore& store, std::string_view now);

/// The state of a step in a `show --json`.
std::string state_of(const boost::json::value& shown, std::string_view step);

bool contains(std::string_view text, std::string_view part);

}  // namespace birthcase::cli_tests
