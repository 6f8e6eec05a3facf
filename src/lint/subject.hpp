// A profile as it is looked through: the document that people wrote, and the tables that were made of it.
#pragma once

#include <birthcase/lint.hpp>
#include <birthcase/rules.hpp>

#include "profile/every_rule.hpp"
#include "profile/layers.hpp"

#include <boost/json/object.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::linting {

/// What is said about something, and what to do.
struct Words {
  Label message;
  Label suggestion;
};

class Subject {
 public:
  using Object = boost::json::object;

  Subject(const profile::Layers& layers, const Rules& rules);

  const Rules& rules() const noexcept { return rules_; }
  const Object& document() const noexcept { return layers_.merged(); }

  /// The rows of a table, in the order of the table that was made of it; none where it is absent. An object is one row.
  std::vector<const Object*> rows(std::string_view table) const { return rows(document(), table); }
  static std::vector<const Object*> rows(const Object& object, std::string_view table);

  /// The row of a rule.
  const Object& row(const Rule& rule) const { return *rule_rows_.at(rule.id); }

  /// Whether the outermost profile writes this row, so that its author can mend it.
  bool is_own(const Object& row) const;
  bool is_own(const Rule& rule) const noexcept { return rule.document == rules_.id; }

  /// Remarks on a row or on a member of it (a relative pointer such as `/when`), if the outermost profile writes that.
  void remark(std::string_view code, const Object& row, std::string_view member, Words words);
  void remark(std::string_view code, const Rule& rule, std::string_view member, Words words);

  /// Whether no more remarks are taken.
  bool is_full() const noexcept { return remarks_.size() >= most_lint_remarks; }

  std::vector<LintRemark> take() { return std::move(remarks_); }

 private:
  const profile::Layers& layers_;
  const Rules& rules_;
  std::map<std::string_view, const Object*> rule_rows_;
  std::vector<LintRemark> remarks_;
};

// The subjects, one file each or a few that belong together.
void look_for_unused(Subject& subject);
void look_for_missing_suppliers(Subject& subject);
void look_for_answers_to_nothing(Subject& subject);
void look_for_shadowed_rules(Subject& subject);
void look_for_periods(Subject& subject);
void look_for_texts(Subject& subject);
void look_for_sources(Subject& subject);
void look_for_look_ups(Subject& subject);
void look_for_members_without_effect(Subject& subject);
void look_for_dues_before_inputs(Subject& subject);

/// Rows that say what the profile below says anyway. `own` is the profile as it was written, `below` the merged one.
void look_for_idle_overrides(const boost::json::object& own, const boost::json::object& below, const std::string& id,
                             std::vector<LintRemark>& remarks);

Severity severity_of(std::string_view code) noexcept;

using profile::each_rule;

/// A member of a JSON object as text; empty where it is absent or something else.
std::string_view text_of(const boost::json::object& object, std::string_view key) noexcept;

/// Whether every day of `inner` is a day of `outer`.
bool covers(const Validity& outer, const Validity& inner) noexcept;

}  // namespace birthcase::linting
