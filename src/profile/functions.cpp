#include "profile/functions.hpp"

#include <birthcase/names.hpp>
#include <birthcase/numbers.hpp>

#include "packed.hpp"
#include "text/simplified.hpp"

#include <bitset>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace birthcase::profile {
namespace {

constexpr std::string_view compound_surnames = "compound-surnames";
constexpr std::string_view countries = "country";
constexpr std::string_view standard_characters = "standard-characters";

Value text_or_null(std::optional<std::string_view> text) {
  return text ? Value::text(std::string(*text)) : Value::null();
}

Value text_or_null(std::string text) { return text.empty() ? Value::null() : Value::text(std::move(text)); }

using NumberTest = NumberCheck (*)(std::string_view number) noexcept;

// Asks one check about a number.
DomainFunction is(std::string_view name, NumberTest check) {
  return {name, Kind::text, Kind::boolean,
          [check](const Value& number) { return Value::boolean(check(number.as_text()).ok()); }};
}

// The residence permits of residents of Hong Kong and Macao are what they have instead of a travel permit, and so is
// that of residents of Taiwan.
NumberCheck check_permit_of_hk_macao(std::string_view number) noexcept {
  return number.size() == 18 ? check_residence_permit(number) : check_hk_macao_permit(number);
}

NumberCheck check_permit_of_taiwan(std::string_view number) noexcept {
  return number.size() == 18 ? check_residence_permit(number) : check_taiwan_permit(number);
}

void add_functions_of_numbers(std::vector<DomainFunction>& functions) {
  functions.push_back(is("is citizen id", check_citizen_id));
  functions.push_back(is("is passport number", check_passport));
  functions.push_back(is("is officer card number", check_officer_card));
  functions.push_back(is("is hk macao permit number", check_permit_of_hk_macao));
  functions.push_back(is("is taiwan permit number", check_permit_of_taiwan));
  functions.push_back(is("is residence permit number", check_residence_permit));
  functions.push_back(is("is permanent residence card number", check_permanent_residence_card));
  functions.push_back({"citizen id birth date", Kind::text, Kind::date, [](const Value& number) {
                         const auto date = citizen_id_birth_date(number.as_text());
                         return date ? Value::date(*date) : Value::null();
                       }});
  functions.push_back({"citizen id sex", Kind::text, Kind::text,
                       [](const Value& number) { return text_or_null(citizen_id_sex(number.as_text())); }});
  functions.push_back({"citizen id division", Kind::text, Kind::text,
                       [](const Value& number) { return text_or_null(citizen_id_division(number.as_text())); }});
}

// The nationality in the number of a foreign permanent residence card: the country's numeric code in the new form, its
// letters in the old. What is no country of the table is none.
DomainFunction nationality_function(const CodeTable* table) {
  return {"permanent residence card nationality", Kind::text, Kind::text, [table](const Value& number) {
            const auto code = permanent_residence_card_country(number.as_text());
            if (!code || table == nullptr) return Value::null();
            for (const CodeEntry& country : table->entries()) {
              if (country.code == *code || country.also == *code) return Value::text(std::string(country.code));
            }
            return Value::null();
          }};
}

/// The compound surnames, of which most names spare the search: they begin with the first character of none.
class CompoundSurnames {
 public:
  explicit CompoundSurnames(const CodeTable* table) : table_(table) {
    if (table == nullptr) return;
    for (const CodeEntry& entry : table->entries()) {
      for (const std::string_view written : {entry.zh, entry.also}) beginnings_.set(beginning_of(written));
    }
  }

  /// The table, if this name may begin with one of its surnames, or nullptr.
  const CodeTable* for_name(std::string_view name) const noexcept {
    return beginnings_.test(beginning_of(name)) ? table_ : nullptr;
  }

 private:
  static constexpr std::size_t places = 1024;

  static std::size_t beginning_of(std::string_view text) noexcept {
    constexpr std::size_t bytes_of_character = 3;
    return static_cast<std::size_t>(mixed(packed(text.substr(0, bytes_of_character))) % places);
  }

  const CodeTable* table_;
  std::bitset<places> beginnings_;
};

// A surname is the same in traditional and in simplified characters. One of standard characters is left as it is, such
// as 於, which the table would make 于, another surname.
DomainFunction surname_function(std::shared_ptr<const CompoundSurnames> compound,
                                std::shared_ptr<const CharacterSet> standard) {
  return {"surname", Kind::text, Kind::text,
          [compound = std::move(compound), standard = std::move(standard)](const Value& name) {
            std::string surname = surname_of(name.as_text(), compound->for_name(name.as_text()));
            if (!standard->has_all_of(surname)) surname = text::simplified(surname);
            return text_or_null(std::move(surname));
          }};
}

void add_functions_of_names(std::vector<DomainFunction>& functions, const CodeTables& codes) {
  const auto compound = std::make_shared<const CompoundSurnames>(codes.find(compound_surnames));
  const CodeTable* const table = codes.find(standard_characters);
  const auto standard = std::make_shared<const CharacterSet>(table == nullptr ? CharacterSet() : CharacterSet(*table));
  functions.push_back(surname_function(compound, standard));
  functions.push_back({"given name", Kind::text, Kind::text, [compound](const Value& name) {
                         return text_or_null(given_name_of(name.as_text(), compound->for_name(name.as_text())));
                       }});
  functions.push_back({"uses standard characters", Kind::text, Kind::boolean, [standard](const Value& text) {
                         return standard->empty() ? Value::null()
                                                  : Value::boolean(standard->has_all_of(text.as_text()));
                       }});
}

// What is no institution of the list is `unlisted`; where there is no list, nothing is said.
DomainFunction institution_function(const Institutions& institutions) {
  DomainFunction function{"institution", Kind::text, Kind::text, [&institutions](const Value& text) {
                            if (institutions.empty()) return Value::null();
                            const Institution* const found = institutions.find(text.as_text());
                            return Value::text(found == nullptr ? std::string(Institutions::unlisted) : found->id);
                          }};
  for (auto& [spelling, id] : institutions.spellings()) {
    function.listed.emplace_back(Value::text(std::move(spelling)), Value::text(std::move(id)));
  }
  if (!institutions.empty()) function.otherwise = Value::text(std::string(Institutions::unlisted));
  return function;
}

}  // namespace

std::vector<DomainFunction> functions_of(const Rules& rules) {
  std::vector<DomainFunction> functions;
  add_functions_of_numbers(functions);
  functions.push_back(nationality_function(rules.codes->find(countries)));
  add_functions_of_names(functions, *rules.codes);
  functions.push_back(institution_function(rules.institutions));
  return functions;
}

}  // namespace birthcase::profile
