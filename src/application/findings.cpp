#include "application/findings.hpp"

#include <fmt/format.h>

namespace birthcase::application {
namespace {

Label name_of(Format format) {
  switch (format) {
    case Format::citizen_id:
      return {"公民身份号码", "citizen ID number"};
    case Format::phone:
      return {"电话号码", "phone number"};
    case Format::postcode:
      return {"邮政编码", "postcode"};
    case Format::uscc:
      return {"统一社会信用代码", "unified social credit code"};
    case Format::bank_card:
      return {"银行账号", "account number"};
    case Format::birth_certificate_number:
      return {"出生医学证明编号", "birth certificate number"};
    default:
      return {"号码", "number"};
  }
}

Label advice(const NumberCheck& check) {
  switch (check.fault) {
    case NumberFault::length:
      return {"位数不对，请核对有无漏填或多填", "it is too short or too long; check for missing or extra characters"};
    case NumberFault::character:
      return {fmt::format("第{}位字符不对，请核对后重填", check.position),
              fmt::format("the character at position {} cannot stand there; check it", check.position)};
    case NumberFault::prefix:
      return {"开头不对，像是另一种号码，请核对号码种类",
              "it begins like another kind of number; check which number it is"};
    case NumberFault::date:
      return {"其中的出生日期不存在，请核对", "the date of birth in it does not exist; check it"};
    case NumberFault::division_unknown:
      return {"其中的行政区划代码不存在，请核对", "the division in it does not exist; check it"};
    case NumberFault::superseded:
      return {"15位号码已停用，请填18位号码", "numbers of 15 digits are no longer valid; give the one of 18"};
    case NumberFault::area_code:
      return {"没有区号，请补填区号", "it has no area code; add it"};
    case NumberFault::country_code:
      return {"不像境内号码；境外号码请在前面加“+”和国家（地区）代码",
              "it is like no number of the mainland; put + and the country code before a foreign one"};
    case NumberFault::extension:
      return {"位数较多；如含分机号，请用“-”隔开，例如0579-85551234-802",
              "it is long; set an extension apart by a hyphen, as in 0579-85551234-802"};
    default:
      return {"校验位不符，请核对是否有一位写错或两位颠倒",
              "the check digit does not fit; check for a wrong digit or two swapped ones"};
  }
}

Label bad_format(const Field& field, const Reading& reading) {
  switch (field.type) {
    case FieldType::date:
      return {"请填写真实存在的日期，格式为YYYY-MM-DD，例如2019-05-06",
              "write a day that exists as YYYY-MM-DD, such as 2019-05-06"};
    case FieldType::date_time:
      return {"请填写北京时间，格式为YYYY-MM-DDThh:mm，例如2019-05-06T14:30",
              "write a moment of China's time as YYYY-MM-DDThh:mm, such as 2019-05-06T14:30"};
    default:
      break;
  }
  const Label name = name_of(field.format);
  const Label what = advice(reading.number);
  return {fmt::format("{}{}", name.zh, what.zh), fmt::format("{}: {}", name.en, what.en)};
}

// A number that is unusual, and may be right.
Label unusual(const Field& field, const NumberCheck& check) {
  if (field.format == Format::bank_card) {
    if (check.fault == NumberFault::check_digit) {
      return {"银行账号不符合银行卡号的校验规则；如为存折或单位账号可照填，如为银行卡请核对有无写错",
              "the number does not check as a bank card's; leave it if it is a passbook or company account, correct it "
              "if it is a card"};
    }
    return {"银行账号的位数不常见，请对照存折或银行卡核对",
            "the account number has an unusual length; check it against the card or passbook"};
  }
  const Label name = name_of(field.format);
  const Label what = advice(check);
  return {fmt::format("{}{}", name.zh, what.zh), fmt::format("{}: {}", name.en, what.en)};
}

Label unknown_code(const Field& field) {
  constexpr std::size_t few = 8;
  if (!field.inline_codes.empty() && field.inline_codes.size() <= few) {
    std::string codes;
    for (const InlineCode& one : field.inline_codes) codes += (codes.empty() ? "" : ", ") + one.code;
    return {fmt::format("没有这个代码，请从以下代码中选填：{}", codes),
            fmt::format("no such code; use one of: {}", codes)};
  }
  if (field.inline_codes.empty() && field.table != nullptr) {
    return {fmt::format("代码表{}中没有这个代码，或本表不收，请按代码表填写", field.table->standard()),
            fmt::format("not a code of {} that this form takes; use one of that table", field.table->standard())};
  }
  return {"没有这个代码，请按表内代码填写", "no such code; use one of the field's codes"};
}

// What a number of the field is like, from its limits and in its unit: `50至15000之间的整数（克）`.
Label number_wanted(const Field& field, const Constraints& limits) {
  Label wanted{field.whole ? "整数" : "数字", field.whole ? "a whole number" : "a number"};
  const std::string min = limits.min ? limits.min->to_string() : std::string();
  const std::string max = limits.max ? limits.max->to_string() : std::string();
  if (limits.min && limits.max) {
    wanted = {fmt::format("{}至{}之间的{}", min, max, wanted.zh), fmt::format("{} from {} to {}", wanted.en, min, max)};
  } else if (limits.min) {
    wanted = {fmt::format("不小于{}的{}", min, wanted.zh), fmt::format("{} of at least {}", wanted.en, min)};
  } else if (limits.max) {
    wanted = {fmt::format("不大于{}的{}", max, wanted.zh), fmt::format("{} of at most {}", wanted.en, max)};
  }
  if (field.unit.zh.empty()) return wanted;
  return {fmt::format("{}，单位是{}", wanted.zh, field.unit.zh), fmt::format("{}, in {}", wanted.en, field.unit.en)};
}

Label bad_number(const Field& field, const Constraints& limits) {
  const Label wanted = number_wanted(field, limits);
  return {fmt::format("应填{}，请核对数值和单位", wanted.zh),
          fmt::format("write {}; check the number and its unit", wanted.en)};
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
      return error_finding("empty-text", std::move(path),
                           {"内容为空：没有的请填null，还不知道的请不要填",
                            "there is nothing in it; write null if there is none, leave it out if it is not known"});
    case Fault::control_character:
      return error_finding(
          "control-character", std::move(path),
          {fmt::format("第{}个字符是看不见的控制字符，请删去后重填", reading.position),
           fmt::format("character {} is an invisible control character; remove it", reading.position)});
    case Fault::unknown_code:
      return error_finding("unknown-code", std::move(path), unknown_code(element));
    case Fault::open_code:
      return error_finding(
          "not-stated", std::move(path),
          {fmt::format("{}填的是“未说明”，等于没有回答，请向家庭问明后改填", element.label.zh),
           fmt::format("{}: “not stated” is no answer; ask the family and correct it", element.label.en)});
    case Fault::too_long: {
      const std::uint32_t most = limits.max_length.value_or(0);
      return error_finding(
          "too-long", std::move(path),
          {fmt::format("最多{}个字，请缩短", most), fmt::format("at most {} characters; shorten it", most)});
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
  return Finding{
      Severity::info,
      "private-use-character",
      std::move(path),
      {fmt::format("第{}个字是自造字（专用区编码），在别的系统里可能显示不出；如有国家标准编码请改用", position),
       fmt::format("character {} is a private-use character, which other systems may not show; use its "
                   "standard code if it has one",
                   position)}};
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
  return Finding{Severity::info,
                 "fact-unknown-to-profile",
                 std::move(path),
                 {"该地方案不用这一项，未带入", "this place does not use it; it was left out"}};
}

}  // namespace birthcase::application
