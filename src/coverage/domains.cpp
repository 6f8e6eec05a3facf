#include "coverage/domains.hpp"

#include "application/checks.hpp"
#include "feel/program.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::coverage {
namespace {

constexpr std::size_t few_codes = 8;
constexpr int adult_years = 30;
constexpr int days_since_birth = 10;

template <class Item>
void add_once(std::vector<Item>& items, Item item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(std::move(item));
}

// With the check character of GB 11643.
std::string with_check_character(std::string number) {
  constexpr unsigned weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view check_characters = "10X98765432";
  unsigned sum = 0;
  for (std::size_t i = 0; i < number.size(); ++i) sum += static_cast<unsigned>(number[i] - '0') * weights[i];
  return number + check_characters[sum % 11];
}

// The card number of 16 digits with this beginning that Luhn's sum lets pass.
std::string card_number(std::string number) {
  number.resize(15, '0');
  unsigned sum = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const auto digit = static_cast<unsigned>(number[i] - '0');
    const unsigned doubled = i % 2 == 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return number + static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::vector<std::string> plausible_texts(Format format) {
  switch (format) {
    case Format::name:
      return {"赵一", "钱二", "孙三"};
    case Format::phone:
      return {"13800000000", "13900000000"};
    case Format::postcode:
      return {"100000", "200000"};
    case Format::bank_card:
      return {card_number("6222"), card_number("6228")};
    case Format::birth_certificate_number:
      return {"A000000001", "A000000002"};
    default:
      return {"甲", "乙"};
  }
}

Date clamped_minus(Date day, std::int64_t days) {
  return std::abs(days) > 200'000 ? day : day - boost::gregorian::days(static_cast<long>(days));
}

}  // namespace

void Constants::add(const Value& value) {
  switch (value.kind()) {
    case Kind::text:
      return add_once(texts, value.as_text());
    case Kind::number:
      return add_once(numbers, value.as_number());
    case Kind::date:
    case Kind::date_time:
      if (const auto day = value.to_date()) add_once(days, *day);
      return;
    case Kind::days_duration:
      return add_once(durations, value.as_days_duration());
    case Kind::months_duration:
      return add_once(months, value.as_months_duration());
    case Kind::list:
      for (const Value& item : value.as_list()) add(item);
      return;
    case Kind::range:
      if (value.as_range().start) add(*value.as_range().start);
      if (value.as_range().end) add(*value.as_range().end);
      return;
    default:
      return;
  }
}

void Constants::add(const Expression& expression) {
  for (const Value& constant : feel::program_of(expression).constants) add(constant);
}

Domains::Domains(const Rules& rules, Date as_of) : rules_(rules), as_of_(as_of), compared_with_(rules.fields.size()) {
  const auto read = [this](const Expression& expression) {
    for (const Slot slot : expression.mentions()) {
      const FieldId field = rules_.schema.at(slot).field;
      if (field != no_index) compared_with_[field].add(expression);
    }
  };
  for (const SharedCondition& shared : rules_.conditions) read(shared.condition.expression());
  for (const Derivation& derivation : rules_.derivations) {
    if (derivation.value) read(*derivation.value);
  }
}

std::vector<Value> Domains::of(FieldId field, const Constants& constants) const {
  std::vector<Value> values;
  switch (rules_.fields[field].type) {
    case FieldType::code:
      for (std::string& code : codes(field, constants)) values.push_back(Value::text(std::move(code)));
      break;
    case FieldType::text:
      for (std::string& text : texts(field, constants)) values.push_back(Value::text(std::move(text)));
      break;
    case FieldType::number:
      for (const Number& number : numbers(field, constants)) values.push_back(Value::number(number));
      break;
    case FieldType::boolean:
      values = {Value::boolean(true), Value::boolean(false)};
      break;
    case FieldType::date:
      for (const Date day : dates(field, constants)) values.push_back(Value::text(to_string(day)));
      break;
    case FieldType::date_time:
      for (const Date day : dates(field, constants)) values.push_back(Value::text(to_string(day) + "T10:00"));
      break;
    case FieldType::list:
      values = lists(constants);
      break;
  }
  return values;
}

Value Domains::plausible(FieldId field) const {
  const auto values = of(field, {});
  return values.empty() ? Value() : values.front();
}

// All codes of a short list; of a long one those that rules compare with, the place's own and another.
std::vector<std::string> Domains::codes(FieldId field, const Constants& constants) const {
  const Field& of = rules_.fields[field];
  const auto& limited = application::constraints_of(rules_, field).codes;
  auto all = !limited.empty() ? limited : of.table != nullptr ? of.table->codes() : of.constraints.codes;
  std::erase_if(all, [&of](const std::string& code) {
    return std::binary_search(of.open_codes.begin(), of.open_codes.end(), code);
  });
  if (all.size() <= few_codes) return all;
  std::vector<std::string> chosen;
  const auto choose = [&](const std::string& code) {
    const CodeEntry* entry = of.table != nullptr ? of.table->find(code) : nullptr;
    const bool usable = of.table == nullptr || (entry != nullptr && entry->last_year == 0);
    if (usable && std::binary_search(all.begin(), all.end(), code)) add_once(chosen, code);
  };
  choose(rules_.division);
  for (const std::string& text : constants.texts) choose(text);
  for (const std::string& text : compared_with_[field].texts) choose(text);
  const std::size_t wanted = chosen.size() + 2;
  for (std::size_t i = all.size() / 2; i < all.size() && chosen.size() < wanted; ++i) choose(all[i]);
  return chosen;
}

std::vector<std::string> Domains::texts(FieldId field, const Constants& constants) const {
  const Format format = rules_.fields[field].format;
  if (format == Format::citizen_id || format == Format::identifier) return citizen_ids(field);
  std::vector<std::string> chosen;
  if (rules_.schema.channel() == rules_.fields[field].slot) {
    for (const Channel& channel : rules_.channels) add_once(chosen, channel.id);
  }
  for (const std::string& text : constants.texts) add_once(chosen, text);
  for (std::string& text : plausible_texts(format)) add_once(chosen, std::move(text));
  return chosen;
}

// Of a woman, a man, a girl born lately and a boy, and two that are wrong: the check character, the length.
std::vector<std::string> Domains::citizen_ids(FieldId field) const {
  const Date adult = as_of_ - boost::gregorian::years(adult_years);
  const Date newborn = as_of_ - boost::gregorian::days(days_since_birth);
  const bool of_newborn = rules_.fields[field].per_newborn();
  std::vector<std::string> chosen{citizen_id(adult, 2), citizen_id(adult, 1), citizen_id(newborn, 2),
                                  citizen_id(newborn, 1)};
  if (of_newborn) std::rotate(chosen.begin(), chosen.begin() + 2, chosen.end());
  std::string wrong = chosen.front();
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  chosen.push_back(std::move(wrong));
  return chosen;
}

std::string Domains::citizen_id(Date born, unsigned sequence) const {
  std::string division = rules_.division;
  const CodeTable* divisions = rules_.codes->find("gbt-2260");
  if (division.empty() && divisions != nullptr && !divisions->codes().empty()) division = divisions->codes().back();
  division.resize(6, '0');
  const auto day = born.year_month_day();
  return with_check_character(fmt::format("{}{:04}{:02}{:02}{:03}", division, static_cast<int>(day.year),
                                          static_cast<int>(day.month), static_cast<int>(day.day), sequence));
}

std::vector<Number> Domains::numbers(FieldId field, const Constants& constants) const {
  const Constraints& limits = application::constraints_of(rules_, field);
  std::vector<Number> chosen;
  const auto choose = [&](const Number& number) {
    if (limits.min && number < *limits.min) return;
    if (limits.max && number > *limits.max) return;
    add_once(chosen, number);
  };
  const Number one(1);
  const auto beside = [&](const Number& number) {
    if (const auto less = subtract(number, one)) choose(*less);
    if (const auto more = add(number, one)) choose(*more);
  };
  std::vector<Number> bounds = compared_with_[field].numbers;
  std::sort(bounds.begin(), bounds.end());
  if (bounds.size() > 1) {  // what lies between the bounds is what is plausible
    if (const auto less = subtract(bounds[bounds.size() / 2], one)) choose(*less);
  }
  bounds.insert(bounds.begin(), constants.numbers.begin(), constants.numbers.end());
  for (const Number& number : bounds) {
    choose(number);
    beside(number);
  }
  if (chosen.empty()) choose(limits.min ? *limits.min : one);
  if (limits.max) choose(*limits.max);
  choose(one);
  return chosen;
}

std::vector<Date> Domains::dates(FieldId field, const Constants& constants) const {
  const boost::gregorian::days one(1);
  const Date adult = as_of_ - boost::gregorian::years(adult_years);
  const Date newborn = as_of_ - boost::gregorian::days(days_since_birth);
  const bool of_newborn = rules_.fields[field].per_newborn();
  std::vector<Date> chosen{of_newborn ? newborn : adult, of_newborn ? adult : newborn, as_of_};
  const auto beside = [&](Date day) {
    for (const Date each : {day, day - one, day + one}) add_once(chosen, each);
  };
  for (const std::vector<DaysDuration>* all : {&constants.durations, &compared_with_[field].durations}) {
    for (const DaysDuration& duration : *all) beside(clamped_minus(as_of_, duration.seconds / 86'400));
  }
  for (const MonthsDuration& months : constants.months) {
    if (std::abs(months.months) < 12'000) beside(as_of_ - boost::gregorian::months(static_cast<int>(months.months)));
  }
  for (const Date day : constants.days) beside(day);
  add_once(chosen, as_of_ + one);
  add_once(chosen, newborn + one);
  add_once(chosen, newborn - one);
  return chosen;
}

std::vector<Value> Domains::lists(const Constants& constants) const {
  List optional;
  for (const Service& service : rules_.services) {
    if (service.optional) optional.push_back(Value::text(service.id));
  }
  std::vector<Value> chosen{Value::list(optional)};
  for (const std::string& text : constants.texts) add_once(chosen, Value::list({Value::text(text)}));
  add_once(chosen, Value::list({}));
  return chosen;
}

std::vector<Date> Domains::days(const Constants& constants) const {
  const boost::gregorian::days one(1);
  std::vector<Date> days{as_of_};
  for (const Date day : constants.days) {
    for (const Date each : {day, day - one, day + one}) add_once(days, each);
  }
  return days;
}

}  // namespace birthcase::coverage
