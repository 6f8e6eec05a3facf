#include "application/findings.hpp"

#include "texts/findings.hpp"

namespace birthcase::application {
namespace {

Label name_of(Format format) {
  switch (format) {
    case Format::citizen_id:
      return texts::findings::citizen_id;
    case Format::phone:
      return texts::findings::phone;
    case Format::postcode:
      return texts::findings::postcode;
    case Format::uscc:
      return texts::findings::uscc;
    case Format::bank_card:
      return texts::findings::account;
    case Format::birth_certificate_number:
      return texts::findings::birth_certificate_number;
    default:
      return texts::findings::number;
  }
}

Label advice(const NumberCheck& check) {
  switch (check.fault) {
    case NumberFault::length:
      return texts::findings::wrong_length;
    case NumberFault::character:
      return texts::message(texts::findings::wrong_character, check.position);
    case NumberFault::prefix:
      return texts::findings::wrong_beginning;
    case NumberFault::date:
      return texts::findings::no_such_date;
    case NumberFault::division_unknown:
      return texts::findings::no_such_division;
    case NumberFault::superseded:
      return texts::findings::superseded_number;
    case NumberFault::area_code:
      return texts::findings::no_area_code;
    case NumberFault::country_code:
      return texts::findings::not_of_the_mainland;
    case NumberFault::extension:
      return texts::findings::extension_not_apart;
    default:
      return texts::findings::wrong_check_digit;
  }
}

Label bad_format(const Field& field, const Reading& reading) {
  switch (field.type) {
    case FieldType::date:
      return texts::findings::date_wanted;
    case FieldType::date_time:
      return texts::findings::moment_wanted;
    case FieldType::boolean:
      return texts::findings::truth_wanted;
    default:
      break;
  }
  const Label name = name_of(field.format);
  const Label what = advice(reading.number);
  return texts::message(texts::findings::about_number, name, what);
}

// A number that is unusual, and may be right.
Label unusual(const Field& field, const NumberCheck& check) {
  if (field.format == Format::bank_card) {
    if (check.fault == NumberFault::check_digit) {
      return texts::findings::account_check_digit;
    }
    return texts::findings::account_length;
  }
  const Label name = name_of(field.format);
  const Label what = advice(check);
  return texts::message(texts::findings::about_number, name, what);
}

Label unknown_code(const Field& field) {
  constexpr std::size_t few = 8;
  if (!field.inline_codes.empty() && field.inline_codes.size() <= few) {
    std::string codes;
    for (const InlineCode& one : field.inline_codes) codes += (codes.empty() ? "" : ", ") + one.code;
    return texts::message(texts::findings::codes_wanted, codes);
  }
  if (field.inline_codes.empty() && field.table != nullptr) {
    return texts::message(texts::findings::code_of_table_wanted, field.table->standard());
  }
  return texts::findings::code_wanted;
}

// What a number of the field is like, from its limits and in its unit: `50至15000之间的整数（克）`.
Label number_wanted(const Field& field, const Constraints& limits) {
  Label wanted = field.whole ? texts::findings::whole_number : texts::findings::any_number;
  const std::string min = limits.min ? limits.min->to_string() : std::string();
  const std::string max = limits.max ? limits.max->to_string() : std::string();
  if (limits.min && limits.max) {
    wanted = texts::message(texts::findings::number_between, min, max, wanted);
  } else if (limits.min) {
    wanted = texts::message(texts::findings::number_at_least, min, wanted);
  } else if (limits.max) {
    wanted = texts::message(texts::findings::number_at_most, max, wanted);
  }
  if (field.unit.zh.empty()) return wanted;
  return texts::message(texts::findings::in_unit, wanted, field.unit);
}

Label bad_number(const Field& field, const Constraints& limits) {
  const Label wanted = number_wanted(field, limits);
  return texts::message(texts::findings::number_wanted, wanted);
}

Finding error_finding(std::string_view code, std::string path, Label message) {
  return Finding{Severity::error, std::string(code), std::move(path), std::move(message)};
}

// About a value that is refused for another reason than the characters of a name.
Finding refusal(const Rules& rules, FieldId field, const Reading& reading, std::string path) {
  const Field& element = rules.fields[field];
  const Constraints& limits = constraints_of(rules, field);
  switch (reading.fault) {
    case Fault::empty:
      return error_finding("empty-text", std::move(path), texts::findings::empty_text);
    case Fault::control_character:
      return error_finding("control-character", std::move(path),
                           texts::message(texts::findings::control_character, reading.position));
    case Fault::unknown_code:
      return error_finding("unknown-code", std::move(path), unknown_code(element));
    case Fault::open_code:
      return error_finding("not-stated", std::move(path), texts::message(texts::findings::not_stated, element.label));
    case Fault::too_long: {
      const std::uint32_t most = limits.max_length.value_or(0);
      return error_finding("too-long", std::move(path), texts::message(texts::findings::too_long, most));
    }
    case Fault::out_of_range:
      return error_finding("out-of-range", std::move(path), bad_number(element, limits));
    case Fault::fraction:
      return error_finding("not-whole", std::move(path), bad_number(element, limits));
    default:
      return error_finding(
          "bad-format", std::move(path),
          element.type == FieldType::number ? bad_number(element, limits) : bad_format(element, reading));
  }
}

Finding private_use_finding(std::size_t position, std::string path) {
  return Finding{Severity::info, "private-use-character", std::move(path),
                 texts::message(texts::findings::private_use_character, position)};
}

}  // namespace

std::vector<Finding> findings_about(const Rules& rules, FieldId field, const Reading& reading,
                                    const std::string& path) {
  std::vector<Finding> findings;
  if (reading.fault != Fault::none && reading.fault != Fault::name) {
    findings.push_back(refusal(rules, field, reading, path));
  }
  for (const NameRemark& remark : reading.name)
    findings.push_back(finding_about_name(rules.fields[field], remark, path));
  if (reading.number.doubtful) {
    findings.push_back({Severity::warning, "unusual-number", path, unusual(rules.fields[field], reading.number)});
  }
  if (reading.private_use != 0) findings.push_back(private_use_finding(reading.private_use, path));
  return findings;
}

Finding unknown_to_profile_finding(std::string path) {
  return Finding{Severity::info, "fact-unknown-to-profile", std::move(path), texts::findings::unknown_to_profile};
}

}  // namespace birthcase::application
