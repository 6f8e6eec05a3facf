// Rows of a layer that say what the layer below says anyway.
#include "json/document.hpp"
#include "lint/subject.hpp"
#include "texts/lint.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <unordered_map>

namespace birthcase::linting {
namespace {

namespace js = boost::json;

bool says_nothing_new(const js::value& above, const js::value& below);

// The rows of a table by what names them.
class Rows {
 public:
  explicit Rows(const js::array& table) {
    for (const js::value& row : table) rows_.emplace(profile::identity(row), &row);
  }

  const js::value* same(const js::value& row) const {
    const auto at = rows_.find(profile::identity(row));
    return at == rows_.end() ? nullptr : at->second;
  }

 private:
  std::unordered_map<std::string_view, const js::value*> rows_;
};

bool members_say_nothing_new(const js::object& above, const js::object& below) {
  return std::all_of(above.begin(), above.end(), [&below](const auto& member) {
    if (member.key() == json::comment_key) return true;
    const js::value* known = below.if_contains(member.key());
    return known != nullptr && says_nothing_new(member.value(), *known);
  });
}

// As merging sees it: members and rows are laid over those below, anything else replaces it.
bool says_nothing_new(const js::value& above, const js::value& below) {
  if (above.is_object() && below.is_object()) return members_say_nothing_new(above.get_object(), below.get_object());
  if (!above.is_array() || !below.is_array()) return above == below;
  const js::array& rows = above.get_array();
  const js::array& others = below.get_array();
  if (profile::is_table(above) && profile::is_table(below)) {
    const Rows known_rows(others);
    return std::all_of(rows.begin(), rows.end(), [&known_rows](const js::value& row) {
      const js::value* known = known_rows.same(row);
      return known != nullptr && says_nothing_new(row, *known);
    });
  }
  return std::equal(rows.begin(), rows.end(), others.begin(), others.end(), says_nothing_new);
}

class Overrides {
 public:
  Overrides(const std::string& id, std::vector<LintRemark>& remarks) : id_(id), remarks_(remarks) {}

  void look(const js::value& above, const js::value& below, const std::string& path) {
    if (!profile::is_table(above) || !profile::is_table(below)) return;
    const js::array& rows = above.get_array();
    const Rows known_rows(below.get_array());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const js::value* known = known_rows.same(rows[i]);
      if (known == nullptr) continue;
      const std::string place = json::append(path, i);
      if (says_nothing_new(rows[i], *known)) {
        report(place);
      } else {
        look_inside(rows[i].get_object(), known->get_object(), place);
      }
    }
  }

  void look_inside(const js::object& above, const js::object& below, const std::string& path) {
    for (const auto& member : above) {
      const js::value* known = below.if_contains(member.key());
      if (known != nullptr) look(member.value(), *known, json::append(path, std::string_view(member.key())));
    }
  }

 private:
  void report(const std::string& path) {
    if (remarks_.size() >= most_lint_remarks) return;
    constexpr std::string_view code = "override-changes-nothing";
    remarks_.push_back({.severity = severity_of(code),
                        .code = std::string(code),
                        .document = id_,
                        .path = path,
                        .message = texts::lint::row_changes_nothing,
                        .suggestion = texts::lint::drop_row});
  }

  const std::string& id_;
  std::vector<LintRemark>& remarks_;
};

}  // namespace

void look_for_idle_overrides(const js::object& own, const js::object& below, const std::string& id,
                             std::vector<LintRemark>& remarks) {
  Overrides(id, remarks).look_inside(own, below, {});
}

}  // namespace birthcase::linting
