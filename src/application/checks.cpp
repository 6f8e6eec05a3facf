#include "application/checks.hpp"

#include <birthcase/date.hpp>
#include <birthcase/text.hpp>

#include <algorithm>
#include <string>

namespace birthcase::application {
namespace {

constexpr std::string_view ideographic_space = "\xE3\x80\x80";

// The number of characters, if all of them are printable ASCII or U+4000–U+9FFF: almost every text, at no cost.
std::optional<std::size_t> count_if_plain(std::string_view text) noexcept {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++characters) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x7f) {
      ++i;
    } else if (byte >= 0xe4 && byte <= 0xe9) {
      i += 3;
    } else {
      return std::nullopt;
    }
  }
  return characters;
}

CharacterReport inspect(std::string_view text) {
  CharacterReport report;
  if (const auto characters = count_if_plain(text)) {
    report.characters = *characters;
  } else if (const auto inspected = inspect_characters(text)) {
    report = *inspected;
  }
  return report;
}

bool is_number_of_a_document(Format format) noexcept { return format != Format::none && format != Format::name; }

std::string plain_number(Format format, std::string_view text) {
  const auto is_plain = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  auto cleaned = format == Format::phone ? clean_phone(text) : clean_identifier(text);
  return cleaned ? std::move(*cleaned) : std::string(text);
}

std::string plain_text(const Field& field, std::string_view text) {
  if (is_number_of_a_document(field.format)) return plain_number(field.format, text);
  if (field.format != Format::name) return std::string(text);
  auto cleaned = clean_name(text);
  return cleaned ? std::move(*cleaned) : std::string(text);
}

bool is_code_of(const Field& field, const Constraints& limits, std::string_view code) {
  const auto& own = field.inline_codes;
  const auto is_it = [code](const InlineCode& candidate) { return candidate.code == code; };
  if (!own.empty() && std::none_of(own.begin(), own.end(), is_it)) return false;
  if (own.empty() && field.table != nullptr && !field.table->contains(code)) return false;
  return limits.codes.empty() || std::binary_search(limits.codes.begin(), limits.codes.end(), code, std::less<>());
}

// Checks what the text says, as far as its characters can be trusted.
void check_content(const Field& field, const Constraints& limits, std::size_t characters, Reading& reading) {
  const std::string& text = reading.value.as_text();
  if (is_number_of_a_document(field.format)) {
    reading.number = check_number(field.format, text);
    if (!reading.number.ok() && !reading.number.doubtful) reading.fault = Fault::format;
  }
  if (reading.fault != Fault::none) return;
  if (field.type != FieldType::text && !is_code_of(field, limits, text)) {
    reading.fault = Fault::unknown_code;
  } else if (std::binary_search(field.open_codes.begin(), field.open_codes.end(), text)) {
    reading.fault = Fault::open_code;
  } else if (limits.max_length && characters > *limits.max_length) {
    reading.fault = Fault::too_long;
  }
}

// Of a name every kind of fault is told; one that is certain makes it unusable.
void check_characters_of_name(const Rules& rules, Reading& reading) {
  const std::string& name = reading.value.as_text();
  const CodeTable* const table = placeholders_of(rules);
  const auto placeholder = table == nullptr ? std::nullopt : check_placeholder(name, *table);
  if (placeholder) {
    reading.name = {*placeholder};
  } else {
    reading.name = check_name(name);
  }
  const auto certain = [](const NameRemark& remark) { return !remark.doubtful; };
  if (std::any_of(reading.name.begin(), reading.name.end(), certain)) reading.fault = Fault::name;
}

Reading read_words(const Rules& rules, const Field& field, const Constraints& limits, std::string_view text) {
  Reading reading;
  reading.value = Value::text(plain_text(field, text));
  const CharacterReport report = inspect(reading.value.as_text());
  const bool name = field.format == Format::name;
  if (!name) reading.private_use = report.first_private_use;
  if (report.characters == 0) {
    reading.fault = Fault::empty;
  } else if (!name && report.first_control != 0) {
    reading.fault = Fault::control_character;
    reading.position = report.first_control;
  } else {
    if (name) check_characters_of_name(rules, reading);
    check_content(field, limits, report.characters, reading);
  }
  return reading;
}

Reading accept(Value value) {
  Reading reading;
  reading.value = std::move(value);
  return reading;
}

Reading refuse(std::string_view text, Fault fault) {
  Reading reading = accept(Value::text(std::string(text)));
  reading.fault = fault;
  return reading;
}

}  // namespace

std::string_view trim(std::string_view text) noexcept {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (true) {
    if (text.empty()) return text;
    if (is_blank(text.front())) {
      text.remove_prefix(1);
    } else if (is_blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.starts_with(ideographic_space)) {
      text.remove_prefix(ideographic_space.size());
    } else if (text.ends_with(ideographic_space)) {
      text.remove_suffix(ideographic_space.size());
    } else {
      return text;
    }
  }
}

NumberCheck check_number(Format format, std::string_view number) noexcept {
  switch (format) {
    case Format::citizen_id:
      return check_citizen_id(number);
    case Format::phone:
      return check_phone(number);
    case Format::postcode:
      return check_postcode(number);
    case Format::uscc:
      return check_credit_code(number);
    case Format::bank_card:
      return check_bank_account(number);
    case Format::birth_certificate_number:
      return check_birth_certificate_number(number);
    default:
      return {};
  }
}

const CodeTable* placeholders_of(const Rules& rules) noexcept {
  return rules.codes == nullptr ? nullptr : rules.codes->find("placeholder-names");
}

const Constraints& constraints_of(const Rules& rules, FieldId field) noexcept {
  const UnifiedField* unified = rules.form.find(field);
  return unified != nullptr ? unified->constraints : rules.fields[field].constraints;
}

Reading read_number(const Rules& rules, FieldId field, const Number& number) {
  const Constraints& limits = constraints_of(rules, field);
  const bool fits = (!limits.min || !(number < *limits.min)) && (!limits.max || !(*limits.max < number));
  Reading reading = accept(Value::number(number));
  if (!fits) reading.fault = Fault::out_of_range;
  if (rules.fields[field].whole && !number.is_whole()) reading.fault = Fault::fraction;
  return reading;
}

Reading read_text(const Rules& rules, FieldId field, std::string_view text) {
  text = trim(text);
  const Field& element = rules.fields[field];
  if (element.type == FieldType::text || element.type == FieldType::code) {
    return read_words(rules, element, constraints_of(rules, field), text);
  }
  if (text.empty()) return refuse(text, Fault::empty);
  if (element.type == FieldType::boolean) {
    const bool is_true = text == "true";
    return is_true || text == "false" ? accept(Value::boolean(is_true)) : refuse(text, Fault::format);
  }
  if (element.type == FieldType::date) {
    const auto date = parse_date(text);
    return date ? accept(Value::date(*date)) : refuse(text, Fault::format);
  }
  if (element.type == FieldType::date_time) {
    const auto moment = parse_date_time(text);
    return moment ? accept(Value::date_time(*moment)) : refuse(text, Fault::format);
  }
  const auto number = Number::parse(text);
  return number ? read_number(rules, field, *number) : refuse(text, Fault::format);
}

Reading read_list(const Rules& rules, FieldId field, List items) {
  const Constraints& limits = constraints_of(rules, field);
  Reading result;
  for (Value& item : items) {
    Reading reading = read_words(rules, rules.fields[field], limits, trim(item.as_text()));
    item = std::move(reading.value);
    if (result.private_use == 0) result.private_use = reading.private_use;
    if (result.fault == Fault::none) {
      result.fault = reading.fault;
      result.position = reading.position;
      result.number = reading.number;
      result.name = std::move(reading.name);
    }
  }
  result.value = Value::list(std::move(items));
  return result;
}

}  // namespace birthcase::application
