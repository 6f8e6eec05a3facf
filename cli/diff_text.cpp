#include "diff_text.hpp"

#if BIRTHCASE_ANALYSIS

#include <birthcase/plan_json.hpp>

#include "pretty.hpp"
#include "words.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace birthcase::cli {
namespace {

std::string shown_value(const Value& value, const Words& words) {
  if (value.is_true()) return std::string(words(command_line::yes));
  if (value.is_false()) return std::string(words(command_line::no));
  if (value.is_null()) return std::string(words(command_line::none));
  return to_string(value);
}

std::string who_in_words(const analysis::Change& change, const Words& words) {
  if (change.exact) return change.who == "true" ? std::string(words(command_line::every_family)) : change.who;
  const auto about = words(command_line::some_families);
  if (change.who.empty()) return std::string(about);
  return words(command_line::not_all_families, change.who);
}

// JSON with blanks, at which lines can end.
std::string in_one_paragraph(const Application& application) {
  std::string text;
  bool at_start = false;
  for (const char c : indented(to_json(application))) {
    if (c == '\n' && !text.ends_with('{') && !text.ends_with('[')) text += ' ';
    if (c == '\n') at_start = true;
    if (at_start && (c == '\n' || c == ' ')) continue;
    if (at_start && (c == '}' || c == ']') && text.ends_with(' ')) text.pop_back();
    at_start = false;
    text += c;
  }
  return text;
}

Table changes_table(const std::vector<analysis::Change>& changes, const Words& words) {
  std::vector<layout::Column> columns;
  for (const texts::Text& heading : {command_line::outcome, command_line::rules_before, command_line::rules_after,
                                     command_line::for_whom, command_line::example}) {
    columns.push_back({.heading = std::string(words(heading)), .flexible = true});
  }
  Table table(std::move(columns));
  table.roomy = true;
  for (const analysis::Change& change : changes) {
    const std::vector<std::string> how{shown_value(change.before, words), shown_value(change.after, words),
                                       who_in_words(change, words)};
    const auto alike = [&](const layout::Row& row) {
      return change.exact && std::equal(how.begin(), how.end(), row.cells.begin() + 1,
                                        [](const std::string& a, const layout::Cell& b) { return a == b.text; });
    };
    const auto known = std::find_if(table.rows.begin(), table.rows.end(), alike);
    if (known != table.rows.end()) {
      known->cells.front().text += '\n' + change.outcome;
      continue;
    }
    const std::string example = change.witness ? in_one_paragraph(*change.witness) : "—";
    table.add({change.outcome, how[0], how[1], how[2], example});
  }
  return table;
}

std::string verdict(const analysis::Difference& difference, const Words& words) {
  if (difference.undecided) {
    return std::string(words(command_line::solver_gave_up));
  }
  if (difference.asks_for_more) {
    return std::string(words(command_line::asks_for_more));
  }
  return std::string(words(command_line::never_asks_for_more));
}

}  // namespace

Document difference_document(const analysis::Difference& difference, std::string_view before, std::string_view after,
                             Language language) {
  const Words words(language);
  Document document{.look = layout::Look::tables, .language = language, .title = fmt::format("{} → {}", before, after)};
  if (difference.changes.empty()) {
    document.paragraph(words(command_line::nothing_changes));
  } else {
    document.blocks.emplace_back(changes_table(difference.changes, words));
  }
  document.paragraph(verdict(difference, words));
  return document;
}

std::string difference_json(const analysis::Difference& difference) {
  boost::json::array changes;
  for (const analysis::Change& change : difference.changes) {
    boost::json::object json{{"outcome", change.outcome},
                             {"before", boost::json::parse(to_json_text(change.before))},
                             {"after", boost::json::parse(to_json_text(change.after))},
                             {"who", change.who},
                             {"exact", change.exact}};
    if (change.witness) json["witness"] = boost::json::parse(to_json(*change.witness));
    changes.push_back(std::move(json));
  }
  return boost::json::serialize(boost::json::object{{"changes", std::move(changes)},
                                                    {"asks_for_more", difference.asks_for_more},
                                                    {"undecided", difference.undecided}});
}

}  // namespace birthcase::cli

#endif
