#include "documents/values.hpp"

#include <birthcase/text.hpp>

#include "application/handed_in.hpp"
#include "documents/wording.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace birthcase::documents {
namespace {

// What a blank box has room for, in two lines.
constexpr std::size_t widest_choices = 130;

std::string entry_label(const CodeEntry& entry, Language language) {
  return std::string(language == Language::en && !entry.en.empty() ? entry.en : entry.zh);
}

const CodeEntry* entry_of(const CodeTable& table, std::string_view code, int year) noexcept {
  const CodeEntry* then = table.find(code, year);
  return then != nullptr ? then : table.find(code);
}

// 浙江省金华市义乌市: a division's code begins with that of the division that it is part of, and zeros fill it up.
std::string division_words(const CodeTable& table, const std::string& code, int year, Language language) {
  std::string words;
  std::string wider;
  for (std::size_t digits = 2; digits <= code.size(); digits += 2) {
    const std::string level = code.substr(0, digits) + std::string(code.size() - digits, '0');
    const CodeEntry* entry = level == wider ? nullptr : entry_of(table, level, year);
    if (entry != nullptr) words += entry_label(*entry, language);
    wider = level;
  }
  return words;
}

std::string code_words(const Wording& wording, const Field& field, const std::string& code) {
  for (const InlineCode& each : field.inline_codes) {
    if (each.code == code) return std::string(wording.in(each.label));
  }
  const int year = wording.plan().as_of().year();
  const CodeEntry* entry = field.table != nullptr ? entry_of(*field.table, code, year) : nullptr;
  if (entry == nullptr) return code;
  const bool division = field.table->standard() == "GB/T 2260" && code.size() == 6;
  return division ? division_words(*field.table, code, year, wording.language())
                  : entry_label(*entry, wording.language());
}

template <class Row>
std::string label_of(const Wording& wording, const Table<Row>& table, const std::string& id) {
  const auto at = std::find_if(table.begin(), table.end(), [&id](const Row& row) { return row.id == id; });
  return at == table.end() ? id : std::string(wording.in(at->label));
}

std::string text_words(const Wording& wording, FactRef fact, const std::string& text) {
  const Rules& rules = wording.rules();
  const Slot slot = fact.slot();
  if (slot == rules.schema.channel()) return label_of(wording, rules.channels, text);
  const FieldId field = rules.schema.at(slot).field;
  return field == no_index ? text : code_words(wording, rules.fields[field], text);
}

std::string list_words(const Wording& wording, FactRef fact, const List& list) {
  const FieldId field = wording.rules().schema.at(fact).field;
  const bool services = field != no_index && application::is_services(wording.rules().fields[field]);
  std::vector<std::string> parts;
  for (const Value& item : list) {
    parts.push_back(services && item.is(Kind::text) ? label_of(wording, wording.rules().services, item.as_text())
                                                    : value_words(wording, fact, item));
  }
  return parts.empty() ? std::string(wording.words(papers::none)) : wording.joined(parts);
}

bool is_name_of_newborn(const Rules& rules, FactRef fact) {
  return fact.newborn != FactRef::family && rules.schema.at(Slot{fact.index, true}).name == "newborn.name";
}

bool accepted(const Constraints& constraints, std::string_view code) {
  return constraints.codes.empty() ||
         std::binary_search(constraints.codes.begin(), constraints.codes.end(), code, std::less<>());
}

bool leaves_open(const Field& field, std::string_view code) {
  return std::binary_search(field.open_codes.begin(), field.open_codes.end(), code, std::less<>());
}

// The codes in force that all departments accept and that are an answer; not all of a table that is much too long.
std::vector<paper::Choice> codes_to_tick(const Wording& wording, const Field& field) {
  const auto place = wording.rules().id_of(field);
  const UnifiedField* unified = wording.rules().form.find(place);
  const Constraints& constraints = unified != nullptr ? unified->constraints : field.constraints;
  std::vector<paper::Choice> choices;
  for (const InlineCode& each : field.inline_codes) {
    if (accepted(constraints, each.code)) choices.push_back({std::string(wording.in(each.label))});
  }
  if (field.table == nullptr) return choices;
  for (const CodeEntry& entry : field.table->entries()) {
    const bool offered = accepted(constraints, entry.code) && !leaves_open(field, entry.code) &&
                         entry.in_force(wording.plan().as_of().year());
    if (offered) choices.push_back({entry_label(entry, wording.language())});
    if (choices.size() > widest_choices) break;
  }
  return choices;
}

}  // namespace

std::string value_words(const Wording& wording, FactRef fact, const Value& value) {
  const Words words = wording.words();
  switch (value.kind()) {
    case Kind::unknown:
      return {};
    case Kind::null:
      return std::string(is_name_of_newborn(wording.rules(), fact) ? words(papers::unnamed) : words(papers::none));
    case Kind::boolean:
      return std::string(value.is_true() ? words(papers::yes) : words(papers::no));
    case Kind::text:
      return text_words(wording, fact, value.as_text());
    case Kind::date:
      return wording.date(value.as_date().year, value.as_date().month, value.as_date().day);
    case Kind::date_time: {
      const CivilDateTime& moment = value.as_date_time();
      return words(papers::moment, wording.date(moment.date.year, moment.date.month, moment.date.day), moment.time.hour,
                   moment.time.minute);
    }
    case Kind::list:
      return list_words(wording, fact, value.as_list());
    default:
      return to_string(value);
  }
}

std::vector<paper::Choice> choices_of(const Wording& wording, const Field& field) {
  const Words words = wording.words();
  std::vector<paper::Choice> choices;
  if (field.type == FieldType::boolean) {
    choices = {{std::string(words(papers::yes))}, {std::string(words(papers::no))}};
  } else if (field.type == FieldType::code) {
    choices = codes_to_tick(wording, field);
  } else if (field.slot == wording.rules().schema.channel()) {
    for (const Channel& channel : wording.rules().channels) choices.push_back({std::string(wording.in(channel.label))});
  } else if (application::is_services(field)) {
    for (const Service& service : wording.rules().services) {
      if (service.optional) choices.push_back({std::string(wording.in(service.label))});
    }
  }
  const auto width_so_far = [](std::size_t sum, const paper::Choice& choice) {
    return sum + display_width(choice.label) + 4;
  };
  const auto width = std::accumulate(choices.begin(), choices.end(), std::size_t{0}, width_so_far);
  return width > widest_choices ? std::vector<paper::Choice>() : choices;
}

std::string pattern_of(const Wording& wording, const Field& field) {
  if (field.type == FieldType::date) return std::string(wording.words(papers::blank_date));
  if (field.type == FieldType::date_time) return std::string(wording.words(papers::blank_moment));
  return {};
}

}  // namespace birthcase::documents
