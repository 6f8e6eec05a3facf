#include "diff_text.hpp"

#if BIRTHCASE_ANALYSIS

#include <birthcase/plan_json.hpp>

#include "pretty.hpp"

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

std::string_view in(Language language, std::string_view zh, std::string_view en) {
  return language == Language::zh ? zh : en;
}

std::string shown_value(const Value& value, Language language) {
  if (value.is_true()) return std::string(in(language, "是", "yes"));
  if (value.is_false()) return std::string(in(language, "否", "no"));
  if (value.is_null()) return std::string(in(language, "无", "none"));
  return to_string(value);
}

std::string who_in_words(const analysis::Change& change, Language language) {
  if (change.exact) return change.who == "true" ? std::string(in(language, "所有家庭", "every family")) : change.who;
  const auto about = in(language, "部分家庭，见示例", "some families; see the example");
  if (change.who.empty()) return std::string(about);
  return fmt::format("{} {}", change.who, in(language, "（不完全，见示例）", "(not all of them; see the example)"));
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

std::string verdict(const analysis::Difference& difference, Language language) {
  if (difference.undecided) {
    return std::string(in(language, "求解器未能回答全部问题，可能还有其他差别。",
                          "The solver could not answer everything: there may be more."));
  }
  if (difference.asks_for_more) {
    return std::string(
        in(language, "新方案要求一些家庭提交以前不要求的材料。", "It asks some families for more than before."));
  }
  return std::string(in(language, "新方案从不要求比以前更多的材料。", "It never asks for more than before."));
}

}  // namespace

TableDocument difference_document(const analysis::Difference& difference, std::string_view before,
                                  std::string_view after, Language language) {
  TableDocument document(fmt::format("{} → {}", before, after), language);
  DocumentTable table;
  table.headings = {{std::string(in(language, "结果", "outcome"))},
                    {std::string(in(language, "原方案", "before"))},
                    {std::string(in(language, "新方案", "after"))},
                    {std::string(in(language, "对哪些家庭", "for whom"))},
                    {std::string(in(language, "示例", "example"))}};
  for (const analysis::Change& change : difference.changes) {
    const std::string who = who_in_words(change, language);
    const std::vector<std::string> how{shown_value(change.before, language), shown_value(change.after, language), who};
    const auto alike = [&](const auto& row) {
      return change.exact && std::equal(how.begin(), how.end(), row.begin() + 1);
    };
    const auto known = std::find_if(table.rows.begin(), table.rows.end(), alike);
    if (known != table.rows.end()) {
      known->front() += '\n' + change.outcome;
      continue;
    }
    const std::string example = change.witness ? in_one_paragraph(*change.witness) : "—";
    table.rows.push_back({change.outcome, how[0], how[1], how[2], example});
  }
  if (difference.changes.empty()) {
    document.paragraph(std::string(in(language, "对任何家庭都没有差别。", "Nothing changes for any family.")));
  } else {
    document.table(std::move(table));
  }
  document.paragraph(verdict(difference, language));
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
