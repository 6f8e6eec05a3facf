#include <birthcase/codes.hpp>
#include <birthcase/numbers.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string>

using namespace birthcase;

namespace {

CodeTable load(const std::string& id) {
  std::ifstream file(std::string(BIRTHCASE_SOURCE_DIR) + "/profiles/codes/" + id + ".tsv", std::ios::binary);
  REQUIRE(file.good());
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  auto table = parse_code_table(id, text);
  REQUIRE_MESSAGE(table.has_value(), table.error().message);
  return *std::move(table);
}

NumberCheck at(NumberFault fault, int position = 0) { return {fault, static_cast<std::uint8_t>(position)}; }
NumberCheck doubt(NumberFault fault, int position = 0) { return {fault, static_cast<std::uint8_t>(position), true}; }

NumberCheck phone(std::string_view typed) { return check_phone(*clean_phone(typed)); }

constexpr auto valid_id = "11010519491231002X";

}  // namespace

TEST_CASE("every code table that comes with the library can be read") {
  for (const std::string id : {"gbt-2260", "gbt-3304", "gbt-2261-1", "gbt-2261-2", "gbt-4761", "country", "id-type",
                               "compound-surnames", "standard-characters", "placeholder-names"}) {
    CAPTURE(id);
    const auto table = load(id);
    CHECK(table.id() == id);
    CHECK_FALSE(table.standard().empty());
    CHECK(std::is_sorted(table.codes().begin(), table.codes().end()));
    CHECK(std::adjacent_find(table.codes().begin(), table.codes().end()) == table.codes().end());
  }
}

TEST_CASE("the tables have the codes of the standards") {
  CHECK(load("gbt-2261-1").codes() == std::vector<std::string>{"0", "1", "2", "9"});
  CHECK(load("gbt-2261-2").codes() == std::vector<std::string>{"10", "20", "21", "22", "23", "30", "40", "90"});
  const auto ethnicities = load("gbt-3304");
  CHECK(ethnicities.codes().size() == 58);
  CHECK(ethnicities.find("56")->zh == "基诺族");
  CHECK(ethnicities.find("57") == nullptr);
  CHECK(load("country").find("CHN")->also == "156");
  CHECK(load("gbt-4761").find("52")->zh == "母亲");
}

TEST_CASE("a division is known with the years in which it existed") {
  const auto divisions = load("gbt-2260");
  CHECK(divisions.find("330782")->zh == "义乌市");
  CHECK(divisions.find("330381")->zh == "瑞安市");
  CHECK(divisions.find("331081")->zh == "温岭市");
  CHECK(divisions.find("331021", 2016)->zh == "玉环县");
  CHECK(divisions.find("331021", 2018) == nullptr);
  CHECK(divisions.find("331021")->zh == "玉环县");
  CHECK(divisions.find("331083", 2016) == nullptr);
  CHECK(divisions.find("330383", 2018) == nullptr);
  CHECK(divisions.find("330383", 2019)->zh == "龙港市");
  CHECK(divisions.existed("331021", 1990, 2026));
  CHECK_FALSE(divisions.existed("331021", 2018, 2026));
  CHECK_FALSE(divisions.existed("999999", 1900, 2100));
  CHECK_FALSE(divisions.contains("830000"));
}

TEST_CASE("a code that changed its meaning has a history") {
  const auto table = parse_code_table("t", "# standard: T\ncode\tzh\tfrom\tuntil\nA1\t新\t1990\nA1\t旧\t\t1990\n");
  REQUIRE(table.has_value());
  REQUIRE(table->history("A1").size() == 2);
  CHECK(table->find("A1", 1989)->zh == "旧");
  CHECK(table->find("A1", 1990)->zh == "新");
  CHECK(table->codes() == std::vector<std::string>{"A1"});
}

TEST_CASE("a copied table outlives the one it was copied from") {
  auto first = std::make_unique<CodeTable>(load("gbt-2261-1"));
  const CodeTable copy = *first;
  first.reset();
  CHECK(copy.find("2")->zh == "女");
}

TEST_CASE("a table that cannot be right is refused with the line") {
  struct Sample {
    const char* text;
    ErrorKind kind;
    std::size_t line;
  };
  const std::array samples{
      Sample{"code\tzh\n1\tx\n", ErrorKind::missing, 0},
      Sample{"", ErrorKind::missing, 0},
      Sample{"# standard: T\n", ErrorKind::missing, 0},
      Sample{"# standard: T\ncode\tname\n", ErrorKind::unknown_name, 2},
      Sample{"# standard: T\ncode\tcode\tzh\n", ErrorKind::contradiction, 2},
      Sample{"# standard: T\ncode\ten\n", ErrorKind::missing, 2},
      Sample{"# standard: T\ncode\tzh\n1\tx\ty\n", ErrorKind::syntax, 3},
      Sample{"# standard: T\ncode\tzh\n1 2\tx\n", ErrorKind::syntax, 3},
      Sample{"# standard: T\ncode\tzh\n1\n", ErrorKind::missing, 3},
      Sample{"# standard: T\ncode\tzh\tfrom\n1\tx\t19x0\n", ErrorKind::out_of_range, 3},
      Sample{"# standard: T\ncode\tzh\tfrom\n1\tx\t0\n", ErrorKind::out_of_range, 3},
      Sample{"# standard: T\ncode\tzh\tfrom\tuntil\n1\tx\t1990\t1980\n", ErrorKind::contradiction, 3},
      Sample{"# standard: T\ncode\tzh\n1\tx\n2\ty\n1\tz\n", ErrorKind::contradiction, 5},
      Sample{"# standard: T\ncode\tzh\n1\t\xFF\n", ErrorKind::encoding, 3},
  };
  for (const auto& [text, kind, line] : samples) {
    CAPTURE(text);
    const auto table = parse_code_table("t", text);
    REQUIRE_FALSE(table.has_value());
    CHECK(table.error().kind == kind);
    CHECK(table.error().line == line);
  }
}

TEST_CASE("tables are found by id and none is replaced") {
  CodeTables tables;
  REQUIRE(tables.add(load("gbt-2261-1")).has_value());
  REQUIRE(tables.add(load("country")).has_value());
  CHECK(tables.add(load("country")).error().kind == ErrorKind::contradiction);
  CHECK(tables.find("country")->contains("FRA"));
  CHECK(tables.find("nothing") == nullptr);
  CHECK(tables.ids() == std::vector<std::string>{"country", "gbt-2261-1"});
}

TEST_CASE("valid citizen ID numbers pass and give date, sex and division") {
  for (const auto* number : {valid_id, "440524188001010014"}) CHECK(check_citizen_id(number).ok());
  CHECK(to_string(*citizen_id_birth_date(valid_id)) == "1949-12-31");
  CHECK(*citizen_id_sex(valid_id) == "2");
  CHECK(*citizen_id_sex("440524188001010014") == "1");
  CHECK(*citizen_id_division(valid_id) == "110105");
}

TEST_CASE("what is wrong with a citizen ID number is told with its place") {
  CHECK(check_citizen_id("") == at(NumberFault::length));
  CHECK(check_citizen_id("1101051949123100") == at(NumberFault::length));
  CHECK(check_citizen_id("11010519491231002X1") == at(NumberFault::length));
  CHECK(check_citizen_id("11010519491231002x") == at(NumberFault::character, 18));
  CHECK(check_citizen_id("1101O519491231002X") == at(NumberFault::character, 5));
  CHECK(check_citizen_id("110105194912310021") == at(NumberFault::check_digit, 18));
  CHECK(check_citizen_id("110105194921310021") == at(NumberFault::date, 7));
  CHECK(check_citizen_id("110105190002290021") == at(NumberFault::date, 7));
  CHECK(check_citizen_id("910105194912310021") == at(NumberFault::prefix, 1));
  CHECK(check_citizen_id("110105491231002") == at(NumberFault::superseded));
  CHECK(check_citizen_id("110105491331002") == at(NumberFault::length));
}

TEST_CASE("swapping two neighbouring digits of a citizen ID number is always noticed") {
  std::string number = "440524188001010014";
  for (std::size_t i = 0; i + 1 < number.size(); ++i) {
    if (number[i] == number[i + 1]) continue;
    std::swap(number[i], number[i + 1]);
    CAPTURE(i);
    CHECK_FALSE(check_citizen_id(number).ok());
    std::swap(number[i], number[i + 1]);
  }
}

TEST_CASE("nothing is read from a number that is not valid") {
  for (const std::string_view number : {"", "110105194912310021", "110105491231002", "11010519491231002x"}) {
    CHECK_FALSE(citizen_id_birth_date(number));
    CHECK_FALSE(citizen_id_sex(number));
    CHECK_FALSE(citizen_id_division(number));
  }
  CHECK_FALSE(check_citizen_id(std::string_view("\xE7\x8E\x8B\0\xFF", 5)).ok());
}

TEST_CASE("a retired division is fine for those who can have had their number from it") {
  const auto divisions = load("gbt-2260");
  const Date today(2019, 4, 29);
  CHECK(check_citizen_id(valid_id, divisions, today).ok());
  CHECK(check_citizen_id("331021199003070013", divisions, today).fault == NumberFault::none);
  CHECK(check_citizen_id("331021201803070011", divisions, today).fault == NumberFault::division_unknown);
  CHECK(check_citizen_id("330383199003070018", divisions, Date(2018, 12, 31)).fault == NumberFault::division_unknown);
  CHECK(check_citizen_id("330383199003070018", divisions, Date(2020, 1, 1)).ok());
  CHECK(check_citizen_id("999999199003070010", divisions, today).fault == NumberFault::prefix);
  CHECK(check_citizen_id(valid_id, divisions, Date(1949, 12, 30)) == at(NumberFault::date, 7));
}

TEST_CASE("residence permits of Hong Kong, Macao and Taiwan residents have prefixes of their own") {
  const auto divisions = load("gbt-2260");
  for (const auto* number : {"810000199408230021", "830000199201300022"}) {
    CAPTURE(number);
    CHECK(check_residence_permit(number).ok());
    CHECK(check_citizen_id(number, divisions, Date(2019, 4, 29)).ok());
  }
  CHECK(check_residence_permit(valid_id) == at(NumberFault::prefix, 1));
  CHECK(check_residence_permit("8100001994") == at(NumberFault::length));
}

TEST_CASE("both forms of the foreign permanent residence card pass") {
  CHECK(check_permanent_residence_card("CAN110081092901").ok());
  CHECK(check_permanent_residence_card("911124198108030024").ok());
  CHECK(permanent_residence_card_country("CAN110081092901") == "CAN");
  CHECK(permanent_residence_card_country("911124198108030024") == "124");
  CHECK(permanent_residence_card_country("911124198108030025") == std::nullopt);
  CHECK(permanent_residence_card_country(valid_id) == std::nullopt);
  CHECK(to_string(*citizen_id_birth_date("911124198108030024")) == "1981-08-03");
  CHECK_FALSE(citizen_id_division("911124198108030024"));
  CHECK(check_permanent_residence_card("911124198108030025") == at(NumberFault::check_digit, 18));
  CHECK(check_permanent_residence_card(valid_id) == at(NumberFault::prefix, 1));
  CHECK(check_permanent_residence_card("CA1110081092901") == at(NumberFault::character, 3));
  CHECK(check_permanent_residence_card("CAN11008109290A") == at(NumberFault::character, 15));
  CHECK(check_permanent_residence_card("CAN1100810929") == at(NumberFault::length));
}

TEST_CASE("a unified social credit code is checked with its alphabet and check character") {
  CHECK(check_credit_code("91350100M000100Y43").ok());
  CHECK(check_credit_code("91350100M000100Y44") == at(NumberFault::check_digit, 18));
  CHECK(check_credit_code("91350100I000100Y43") == at(NumberFault::character, 9));
  CHECK(check_credit_code("9135A100M000100Y43") == at(NumberFault::character, 5));
  CHECK(check_credit_code("91350100M000100Y4") == at(NumberFault::length));
}

TEST_CASE("a bank card is checked by Luhn") {
  CHECK(check_bank_card("6222020000000000008").fault == NumberFault::check_digit);
  CHECK(check_bank_card("4111111111111111").ok());
  CHECK(check_bank_card("4111111111111112") == at(NumberFault::check_digit, 16));
  CHECK(check_bank_card("411111111111111A") == at(NumberFault::character, 16));
  CHECK(check_bank_card("411111111111") == at(NumberFault::length));
  CHECK_FALSE(check_bank_card("0000000000000000").ok());
}

TEST_CASE("telephone numbers are told apart by their first digits") {
  for (const auto* number : {"13800000000", "+8613800000000", "8613800000000", "008613800000000", "01082345678"}) {
    CAPTURE(number);
    CHECK(check_phone(number).ok());
  }
  CHECK(check_phone("057912345678") == at(NumberFault::character, 5));
  CHECK(check_phone("05792345678").ok());
  CHECK(check_phone("057982345678").ok());
  CHECK(check_phone("02082345678").ok());
  CHECK(check_mobile("12800000000") == at(NumberFault::prefix, 1));
  CHECK(check_mobile("1380000000") == at(NumberFault::length));
  CHECK(check_mobile("1380000000A") == at(NumberFault::character, 11));
  CHECK(check_landline("0001234567") == at(NumberFault::prefix, 1));
  CHECK(check_landline("0579123456789") == at(NumberFault::length));
}

TEST_CASE("an account need not be a card") {
  CHECK(check_bank_account("4111111111111111").ok());
  CHECK(check_bank_account("19000150800112233445").ok());  // a passbook of 20 digits
  CHECK(check_bank_account("1900015080011223344556").ok());
  CHECK(check_bank_account("4111111111111112") == doubt(NumberFault::check_digit, 16));
  CHECK(check_bank_account("190001508001122") == doubt(NumberFault::check_digit, 15));
  CHECK(check_bank_account("190001508") == doubt(NumberFault::length));
  CHECK(check_bank_account("19000150800112233445566") == doubt(NumberFault::length));
  CHECK(check_bank_account("12345678") == at(NumberFault::length));
  CHECK(check_bank_account(std::string(33, '1')) == at(NumberFault::length));
  CHECK(check_bank_account("41111111111111X1") == at(NumberFault::character, 15));
  CHECK(check_bank_account("00000000000000000000") == at(NumberFault::character, 1));
}

TEST_CASE("a telephone number is made plain, and its extension kept apart") {
  CHECK(*clean_phone("138 0000-0000") == "13800000000");
  CHECK(*clean_phone("+852 9123 4567") == "+85291234567");
  CHECK(*clean_phone("＋８６（０５７９）８５５５１２３４") == "+86057985551234");
  CHECK(*clean_phone("+1 (415) 555-0100") == "+14155550100");
  CHECK(*clean_phone("0579-85551234") == "057985551234");
  CHECK(*clean_phone("0579-8555-1234") == "057985551234");
  CHECK(*clean_phone("400-123-4567") == "4001234567");
  CHECK(*clean_phone("400-123-4567-8") == "4001234567-8");
  CHECK(*clean_phone("010-8234-5678-12") == "01082345678-12");
  CHECK(*clean_phone("138-0000-0000-12") == "13800000000-12");
  CHECK(*clean_phone("0571-8765432-1") == "05718765432-1");
  for (const std::string_view typed :
       {"0579-85551234-802", "(0579) 85551234-802", "057985551234-802", "0579-85551234转802", "0579 85551234 转 802",
        "0579-85551234 ext. 802", "0579-85551234分机802", "0579-85551234#802", "0579－85551234—802"}) {
    CAPTURE(std::string(typed));
    CHECK(*clean_phone(typed) == "057985551234-802");
    CHECK(*clean_phone(*clean_phone(typed)) == "057985551234-802");
  }
  CHECK(clean_phone("1\xFF").error().kind == ErrorKind::encoding);
}

TEST_CASE("telephone numbers of every kind are accepted") {
  for (const std::string_view typed : {"+852 9123 4567",
                                       "+853 6612 3456",
                                       "+886 912 345 678",
                                       "+886 2 2345 6789",
                                       "+1 415 555 0100",
                                       "00852 91234567",
                                       "+44 20 7946 0000",
                                       "+49 30 123456",
                                       "0579-85551234-802",
                                       "010-82345678-123456",
                                       "4001234567",
                                       "400-123-4567-8",
                                       "800 810 1234",
                                       "95588",
                                       "10086",
                                       "12345",
                                       "11185",
                                       "96196",
                                       "961961",
                                       "118114",
                                       "95105105",
                                       "+86 138 0000 0000",
                                       "+86 579 8555 1234",
                                       "+86-579-85551234-802",
                                       "+86 (0)579 85551234",
                                       "86 13800000000",
                                       "13800000000-802"}) {
    CAPTURE(std::string(typed));
    CHECK(phone(typed).ok());
  }
}

TEST_CASE("a telephone number that may be right is doubtful") {
  CHECK(phone("85551234") == doubt(NumberFault::area_code));
  CHECK(phone("8555123-12") == doubt(NumberFault::area_code));
  CHECK(phone("4155550100") == doubt(NumberFault::country_code));
  CHECK(phone("85291234567") == doubt(NumberFault::country_code));
  CHECK(phone("057985551234802") == doubt(NumberFault::extension));
  CHECK(phone("+886 0912 345 678") == doubt(NumberFault::length));
}

TEST_CASE("a telephone number that is surely wrong is refused") {
  CHECK(phone("54321") == at(NumberFault::length));
  CHECK(phone("110") == at(NumberFault::length));
  CHECK(phone("1380000000") == at(NumberFault::length));
  CHECK(phone("138000000000") == at(NumberFault::length));
  CHECK(phone("12800000000") == at(NumberFault::prefix, 1));
  CHECK(phone("1380000000O") == at(NumberFault::character, 11));
  CHECK(phone("13800000000/13900000000") == at(NumberFault::character, 12));
  CHECK(phone("+852 9123 456") == at(NumberFault::length));
  CHECK(phone("+1 415 555 010") == at(NumberFault::length));
  CHECK(phone("+86 128 0000 0000") == at(NumberFault::prefix, 4));
  CHECK(phone("+12 34") == at(NumberFault::length));
  CHECK(phone("+0123456789") == at(NumberFault::character, 2));
  CHECK(phone("+1234567890123456") == at(NumberFault::length));
  CHECK(phone("0579-15551234") == at(NumberFault::character, 5));
  CHECK(phone("0579-85551234转abc") == at(NumberFault::character, 14));
  CHECK(phone("0579-85551234转1234567890123") == at(NumberFault::length));
  CHECK(phone("-") == at(NumberFault::length));
}

TEST_CASE("the numbers of documents whose forms are not official are doubtful at most") {
  CHECK(check_officer_card("军字第2001988号").ok());
  CHECK(check_officer_card("南字第0012345").ok());
  CHECK(check_officer_card("20019888").ok());
  CHECK(check_officer_card("军字第20019X8号") == doubt(NumberFault::character, 6));
  CHECK(check_officer_card("123") == doubt(NumberFault::length));
}

TEST_CASE("document numbers are checked for their form") {
  CHECK(check_birth_certificate_number("T330000001").ok());
  CHECK(check_birth_certificate_number("3330000001") == at(NumberFault::character, 1));
  CHECK(check_birth_certificate_number("T33000000") == at(NumberFault::length));
  CHECK(check_passport("E00000000").ok());
  CHECK(check_passport("ABCDEF") == at(NumberFault::character, 1));
  CHECK(check_passport("E0") == at(NumberFault::length));
  CHECK(check_hk_macao_permit("H00000000").ok());
  CHECK(check_hk_macao_permit("M0000000000").ok());
  CHECK(check_hk_macao_permit("A00000000") == at(NumberFault::prefix, 1));
  CHECK(check_taiwan_permit("00000000").ok());
  CHECK(check_taiwan_permit("0000000000A").ok());
  CHECK(check_taiwan_permit("000000000001") == at(NumberFault::length));
  CHECK(check_postcode("322000").ok());
  CHECK(check_postcode("32200") == at(NumberFault::length));
  CHECK(to_string(NumberFault::division_unknown) == "division-unknown");
  CHECK(to_string(NumberFault::extension) == "extension");
}
