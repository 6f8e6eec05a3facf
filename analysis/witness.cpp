#include "analysis/witness.hpp"

#include <birthcase/numbers.hpp>

#include <boost/date_time/posix_time/posix_time_types.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace birthcase::analysis {
namespace {

/// Reads facts from a model.
class Witness {
 public:
  Witness(const Birth& birth, Formulas& formulas, const Valuation& model, const Profile& profile)
      : birth_(birth), formulas_(formulas), model_(model), profile_(profile), application_(profile) {}

  Result<Application> make();

 private:
  bool holds(const z3::expr& formula) const { return model_(formula).is_true(); }
  bool is_told(const Birth::Fact& fact) const {
    return !holds(fact.term.unknown) && profile_.rules().schema.find(fact.name);
  }
  std::int64_t whole(const z3::expr& number) const { return model_(number).get_numeral_int64(); }

  Result<void> make_newborns();
  Result<void> put(const Birth::Fact& fact);
  Result<void> open(const Birth::Fact& group);
  Value value_of(const Birth::Fact& fact) const;
  Value text_of(const Birth::Fact& fact) const;

  const Birth& birth_;
  Formulas& formulas_;
  const Valuation& model_;
  const Profile& profile_;
  Application application_;
};

// A number that passes as a citizen's: any digits, and the check digit that belongs to them.
std::string citizen_id(std::int64_t number) {
  constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view check_digits = "10X98765432";
  const std::string digits = fmt::format("11010119900101{:03}", number % 1000);
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * weights[i];
  return digits + check_digits[static_cast<std::size_t>(sum % 11)];
}

// A number that passes as a bank card's: the check digit of ISO/IEC 7812.
std::string bank_card(std::int64_t number) {
  const std::string digits = fmt::format("622848{:09}", number % 1'000'000'000);
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    const int weighed = i % 2 == 0 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string made_up(Format format, std::int64_t number) {
  constexpr std::array names{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
  switch (format) {
    case Format::name: {
      std::string name = names[static_cast<std::size_t>(number % 10)];
      for (number /= 10; number > 0; number /= 10) name += names[static_cast<std::size_t>(number % 10)];
      return name;
    }
    case Format::phone:
      return fmt::format("138{:08}", number % 100'000'000);
    case Format::citizen_id:
      return citizen_id(number);
    case Format::bank_card:
      return bank_card(number);
    case Format::birth_certificate_number:
      return fmt::format("A{:09}", number % 1'000'000'000);
    case Format::postcode:
      return fmt::format("31{:04}", number % 10'000);
    default:
      return fmt::format("X{}", number);
  }
}

Result<Application> Witness::make() {
  if (auto made = make_newborns(); !made) return made.error();
  for (const Birth::Fact& fact : birth_.facts()) {
    if (fact.field == nullptr || !is_told(fact)) continue;
    if (auto done = put(fact); !done) return done.error();
  }
  for (const Birth::Fact& fact : birth_.facts()) {
    if (fact.field != nullptr || !is_told(fact)) continue;
    if (auto done = open(fact); !done) return done.error();
  }
  for (const Birth::Document& document : birth_.documents()) {
    if (!holds(document.there)) continue;
    auto done = application_.hand_in(document.evidence, {}, HandedInAs::original, document.newborn);
    if (!done) return done.error();
  }
  return std::move(application_);
}

// One newborn need not be told of; of several each has to be there, if only as a place.
Result<void> Witness::make_newborns() {
  const Schema& schema = profile_.rules().schema;
  if (birth_.newborns() < 2 || schema.newborn_slots() == 0) return {};
  const auto& children = schema.node(Schema::newborn_root).children;
  for (const auto& [key, place] : children) {
    if (schema.node(place).field == no_index) continue;
    for (std::uint16_t newborn = 0; newborn < birth_.newborns(); ++newborn) {
      if (auto done = application_.put(schema.node(place).name, Value::null(), newborn); !done) return done;
      if (auto done = application_.clear(schema.node(place).name, newborn); !done) return done;
    }
    return {};
  }
  return {};
}

Result<void> Witness::put(const Birth::Fact& fact) {
  return application_.put(fact.name, holds(fact.term.null) ? Value::null() : value_of(fact), fact.newborn);
}

// A group is null by itself; it is there as soon as something in it is told, if only that there is none.
Result<void> Witness::open(const Birth::Fact& group) {
  if (holds(group.term.null)) return application_.put(group.name, Value::null(), group.newborn);
  const auto known = application_.get(group.name, group.newborn);
  if (known && !known->is_unknown()) return {};
  const Schema& schema = profile_.rules().schema;
  const auto binding = schema.find(group.name);
  for (const auto& [key, place] : schema.at(binding->slot).children) {
    const Schema::Node& child = schema.node(place);
    if (child.field != no_index) return application_.put(child.name, Value::null(), group.newborn);
  }
  return {};
}

Value Witness::value_of(const Birth::Fact& fact) const {
  const z3::expr& value = fact.term.value;
  switch (fact.term.kind) {
    case Kind::boolean:
      return Value::boolean(holds(value));
    case Kind::number:
      return Value::number(Number::parse(model_(value).get_decimal_string(12)).value_or(Number()));
    case Kind::date:
      return Value::date(date_of_days(whole(value)));
    case Kind::date_time: {
      const std::int64_t seconds = whole(value);
      const std::int64_t days = (seconds - (seconds % 86'400 + 86'400) % 86'400) / 86'400;
      return Value::date_time(DateTime(date_of_days(days), boost::posix_time::seconds(seconds - days * 86'400)));
    }
    case Kind::list: {
      List items;
      for (const auto& [item, there] : fact.items) {
        if (holds(there)) items.push_back(Value::text(item));
      }
      return Value::list(std::move(items));
    }
    default:
      return text_of(fact);
  }
}

Value Witness::text_of(const Birth::Fact& fact) const {
  const std::int64_t number = whole(fact.term.value);
  if (number < Texts::others) {
    if (const std::string* text = formulas_.texts().find(static_cast<int>(number))) return Value::text(*text);
  }
  return Value::text(made_up(fact.field->format, number >= Texts::others ? number - Texts::others : number));
}

}  // namespace

Result<Application> application_of(const Birth& birth, Formulas& formulas, const Valuation& model,
                                   const Profile& profile) {
  return Witness(birth, formulas, model, profile).make();
}

// Many at once at first, then fewer: most facts do not matter (the algorithm ddmin).
Application with_few_facts(const Birth& birth, Application application,
                           const std::function<bool(const Application&)>& shows) {
  std::vector<const Birth::Fact*> told;
  for (const Birth::Fact& fact : birth.facts()) {
    const auto value = application.get(fact.name, fact.newborn);
    if (value && !value->is_unknown()) told.push_back(&fact);
  }
  for (std::size_t size = told.size(); size > 0; size /= 2) {
    for (std::size_t first = 0; first < told.size();) {
      const std::size_t end = std::min(first + size, told.size());
      Application smaller = application;
      for (std::size_t i = first; i < end; ++i) (void)smaller.clear(told[i]->name, told[i]->newborn);
      if (!shows(smaller)) {
        first = end;
        continue;
      }
      application = std::move(smaller);
      told.erase(told.begin() + static_cast<std::ptrdiff_t>(first), told.begin() + static_cast<std::ptrdiff_t>(end));
    }
  }
  return application;
}

}  // namespace birthcase::analysis
