#include "fields_text.hpp"

#include "application/checks.hpp"
#include "field_wording.hpp"
#include "plan_wording.hpp"
#include "profile/dictionary.hpp"

#include <string>
#include <utility>
#include <vector>

namespace birthcase::cli {
namespace {

class DictionaryText {
 public:
  DictionaryText(const Rules& rules, const Words& words)
      : rules_(rules), words_(words), dictionary_(profile::dictionary_of(rules)) {}

  Document document() const;

 private:
  std::string counts() const;
  Table legend() const;
  Table fields() const;
  std::string services(const profile::DictionaryEntry& entry) const;
  std::string readers(const profile::DictionaryEntry& entry) const;
  Table own_codes() const;
  void values(const profile::DictionaryTable& each, Document& document) const;
  std::string heading(const texts::Text& text) const { return std::string(words_(text)); }

  const Rules& rules_;
  const Words& words_;
  profile::Dictionary dictionary_;
};

Document DictionaryText::document() const {
  Document document{.language = words_.language()};
  document.title = words_(command_line::dictionary, words_.in(rules_.title));
  document.lead.push_back({counts()});
  document.blocks.emplace_back(layout::Rule{});
  document.blocks.emplace_back(legend());
  document.paragraph(words_(command_line::dictionary_marks), Ink::faint);
  document.blocks.emplace_back(fields());
  document.section(words_(command_line::codes_of_fields), own_codes());
  for (const auto& each : dictionary_.tables) values(each, document);
  return document;
}

std::string DictionaryText::counts() const {
  return words_(command_line::dictionary_counts, rules_.fields.size(), rules_.form.fields.size(),
                profile::read_by_rules_alone(rules_).size(), dictionary_.tables.size());
}

// Which service a number stands for.
Table DictionaryText::legend() const {
  Table numbers({{.align = Align::right}, {.flexible = true}, {.flexible = true}});
  for (const ServiceId service : rules_.services.ids()) {
    const Service& its = rules_.services[service];
    numbers.add({std::to_string(service.place() + 1), std::string(words_.in(its.label)), its.id});
  }
  return numbers;
}

Table DictionaryText::fields() const {
  Table table({{heading(command_line::name), Align::left, true},
               {heading(command_line::field), Align::left, true},
               {heading(command_line::other_label), Align::left, true},
               {heading(command_line::type), Align::left, true},
               {heading(command_line::owner), Align::left, false},
               {heading(command_line::services), Align::left, true},
               {heading(command_line::read_by), Align::left, true}});
  const Words other(words_.language() == Language::zh ? Language::en : Language::zh);
  for (const profile::DictionaryEntry& entry : dictionary_.fields) {
    const Field& field = rules_.fields[entry.field];
    table.add({field.id, words_.in(field.label), other.in(field.label),
               kind_of(words_, field, application::constraints_of(rules_, entry.field)),
               std::string(words_(word_for(field.owner))), services(entry), readers(entry)});
  }
  return table;
}

// `1● 3◐`
std::string DictionaryText::services(const profile::DictionaryEntry& entry) const {
  constexpr std::string_view marks[] = {"●", "◐", "○"};  // by need
  std::vector<std::string> all;
  for (const auto& [service, need] : entry.services) {
    all.push_back(std::to_string(service.place() + 1) + std::string(marks[static_cast<std::size_t>(need)]));
  }
  return joined(all, " ");
}

std::string DictionaryText::readers(const profile::DictionaryEntry& entry) const {
  return joined({entry.read_by.begin(), entry.read_by.end()}, words_(command_line::list_separator));
}

Table DictionaryText::own_codes() const {
  Table table({{heading(command_line::name), Align::left, true},
               {heading(command_line::code), Align::left, false},
               {heading(command_line::meaning), Align::left, true}});
  for (const Field& field : rules_.fields) {
    if (!field.inline_codes.empty()) table.gap();
    for (const InlineCode& each : field.inline_codes) table.add({field.id, each.code, words_.in(each.label)});
  }
  return table;
}

void DictionaryText::values(const profile::DictionaryTable& each, Document& document) const {
  const CodeTable& codes = *each.table;
  document.heading(words_(command_line::table_heading, codes.standard(), codes.id()));
  if (!each.listed) return document.paragraph(words_(command_line::table_unlisted, codes.codes().size(), codes.id()));
  Table table({{heading(command_line::code), Align::left, false}, {heading(command_line::meaning), Align::left, true}});
  for (const std::string& code : codes.codes()) {
    table.add({code, std::string(profile::meaning_of(*codes.find(code), words_.language()))});
  }
  document.blocks.emplace_back(std::move(table));
}

}  // namespace

Document dictionary_document(const Profile& profile, const Words& words) {
  return DictionaryText(profile.rules(), words).document();
}

}  // namespace birthcase::cli
