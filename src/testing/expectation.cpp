#include "testing/expectation.hpp"

#include "nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::testing {
namespace {

Names read_names(const Element& list, const ReadName& read_name) {
  Names names;
  list.each_item([&](const Element& item) {
    const auto text = item.text();
    if (!text) return;
    if (auto name = item.take(read_name(*text))) names.push_back(std::move(*name));
  });
  return names;
}

Names read_some_names(const Element& list, const ReadName& read_name) {
  Names names = read_names(list, read_name);
  if (const auto* items = list.value().if_array(); items != nullptr && items->empty()) {
    list.fail(ErrorKind::missing, "an empty list expects nothing here; name something, or leave it out");
  }
  return names;
}

std::vector<std::string> texts_of(const Names& names) {
  std::vector<std::string> texts;
  for (const Name& name : names) texts.push_back(name.text);
  return texts;
}

std::vector<std::string> texts_of(const Plan& plan, const std::vector<Item>& items) {
  std::vector<std::string> texts;
  for (const Item& item : items) texts.push_back(name_of(plan, item));
  return texts;
}

Names not_got(const Plan& plan, const Names& names, const std::vector<Item>& got) {
  Names missing;
  for (const Name& name : names) {
    const bool there = std::any_of(got.begin(), got.end(), [&](const Item& item) { return means(plan, name, item); });
    if (!there) missing.push_back(name);
  }
  return missing;
}

// The items that a name means, or those that none does.
std::vector<Item> named(const Plan& plan, const std::vector<Item>& items, const Names& names, bool wanted) {
  std::vector<Item> chosen;
  for (const Item& item : items) {
    const bool meant =
        std::any_of(names.begin(), names.end(), [&](const Name& name) { return means(plan, name, item); });
    if (meant == wanted) chosen.push_back(item);
  }
  return chosen;
}

void report_set(const Plan& plan, std::string expectation, const Names& names, const std::vector<Item>& got,
                const Names& missing, const std::vector<Item>& unexpected, Mismatches& mismatches) {
  if (missing.empty() && unexpected.empty()) return;
  Reasons reasons;
  for (const Name& name : missing) explain(plan, name, reasons);
  for (const Item& item : unexpected) reasons.push_back(explain(plan, item));
  Mismatch different = mismatch(std::move(expectation), std::move(reasons));
  different.expected = texts_of(names);
  different.got = texts_of(plan, got);
  different.missing = texts_of(missing);
  different.unexpected = texts_of(plan, unexpected);
  mismatches.push_back(std::move(different));
}

}  // namespace

NameSet read_set(const Element& set, const ReadName& read_name) {
  if (set.value().is_array()) return {.exactly = read_names(set, read_name)};
  if (!set.has_only({"exactly", "include", "exclude"})) return {};
  return read_set_members(set, read_name);
}

NameSet read_set_members(const Element& object, const ReadName& read_name) {
  NameSet set;
  if (const auto exactly = object.member("exactly")) set.exactly = read_names(*exactly, read_name);
  if (const auto include = object.member("include")) set.include = read_some_names(*include, read_name);
  if (const auto exclude = object.member("exclude")) set.exclude = read_some_names(*exclude, read_name);
  return set;
}

void compare_set(const Plan& plan, std::string_view what, const NameSet& set, const std::vector<Item>& got,
                 Mismatches& mismatches) {
  const auto called = [what](std::string_view how) { return fmt::format("{} {}", what, how); };
  if (set.exactly) {
    report_set(plan, called("exactly"), *set.exactly, got, not_got(plan, *set.exactly, got),
               named(plan, got, *set.exactly, false), mismatches);
  }
  report_set(plan, called("include"), set.include, got, not_got(plan, set.include, got), {}, mismatches);
  const std::size_t before = mismatches.size();
  report_set(plan, called("exclude"), set.exclude, got, {}, named(plan, got, set.exclude, true), mismatches);
  if (mismatches.size() == before) return;
  for (std::string& name : mismatches.back().expected) name.insert(0, "not ");
}

void Differences::report(std::string expectation, Reasons reasons, Mismatches& mismatches) {
  Mismatch different = mismatch(std::move(expectation), std::move(reasons));
  different.expected = std::move(expected_);
  different.got = std::move(got_);
  mismatches.push_back(std::move(different));
}

Mismatch mismatch(std::string expectation, Reasons reasons) {
  Mismatch different;
  different.expectation = std::move(expectation);
  if (reasons.empty()) return different;
  static_cast<Reason&>(different) = std::move(reasons.front());
  reasons.erase(reasons.begin());
  different.others = std::move(reasons);
  return different;
}

ReadName CaseReader::evidence() const {
  return [&all = ids, count = newborns](std::string_view text) { return all.evidence(text, count); };
}
ReadName CaseReader::services() const {
  return [&all = ids, count = newborns](std::string_view text) { return all.service(text, count); };
}
ReadName CaseReader::fields() const {
  return [&all = ids, count = newborns](std::string_view text) { return all.field(text, count); };
}
ReadName CaseReader::facts() const {
  return [&all = ids, count = newborns](std::string_view text) { return all.fact(text, count); };
}
ReadName CaseReader::evidence_or_fields() const {
  return [&all = ids, count = newborns](std::string_view text) { return all.evidence_or_field(text, count); };
}

ReadName CaseReader::look_ups() const {
  return [&all = ids, count = newborns](std::string_view text) { return all.look_up(text, count); };
}

void fail_word(const Element& element, std::string_view what, std::string_view text,
               const std::vector<std::string_view>& candidates) {
  const std::string_view near = nearest(text, candidates);
  element.fail(ErrorKind::unknown_name,
               fmt::format("there is no {} '{}'; it is one of {}{}", what, shown(text), fmt::join(candidates, ", "),
                           near.empty() ? std::string() : fmt::format("; did you mean '{}'?", near)));
}

std::optional<const Rule*> rule_or_null(const Element& object, const CaseReader& reader) {
  const auto member = object.member("rule");
  if (!member) return std::nullopt;
  if (member->is_null()) return nullptr;
  const auto id = member->text();
  return id ? member->take(reader.ids.rule(*id)) : std::nullopt;
}

std::optional<std::optional<Due>> due_or_null(const Element& due) {
  if (due.is_null()) return std::optional<Due>();
  const auto text = due.text();
  if (!text) return std::nullopt;
  if (text->find('T') == std::string_view::npos) {
    const auto day = due.take(parse_date(*text));
    return day ? std::optional(std::optional(Due(*day))) : std::nullopt;
  }
  const auto moment = due.take(parse_date_time(*text));
  return moment ? std::optional(std::optional(Due(*moment))) : std::nullopt;
}

std::string text_of(const std::optional<Due>& due) { return due ? to_string(*due) : "none"; }

}  // namespace birthcase::testing
