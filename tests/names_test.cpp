#include <birthcase/names.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

using namespace birthcase;

namespace {

using Remarks = std::vector<NameRemark>;

CodeTable load(const std::string& id) {
  std::ifstream file(std::string(BIRTHCASE_SOURCE_DIR) + "/profiles/codes/" + id + ".tsv", std::ios::binary);
  REQUIRE(file.good());
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return parse_code_table(id, text).value();
}

const CodeTable& compound() {
  static const CodeTable table = load("compound-surnames");
  return table;
}

Remarks remarks(std::string_view name) { return check_name(*clean_name(name)); }

Remarks error(NameFault fault, std::size_t position) { return {{fault, position, false}}; }
Remarks warning(NameFault fault, std::size_t position) { return {{fault, position, true}}; }

}  // namespace

TEST_CASE("what is written where a name is not known is told from a name") {
  const CodeTable table = load("placeholder-names");
  const NameRemark certain{NameFault::placeholder, 1, false};
  const NameRemark doubtful{NameFault::placeholder, 1, true};
  for (const std::string name : {"待定", "无", "某某", "王某", "欧阳某某", "王芳之女", "李某之子", "N/A", "Null"}) {
    CAPTURE(name);
    CHECK(check_placeholder(name, table) == certain);
  }
  for (const std::string name : {"王之女", "王宝宝", "测试二", "Baby Wang"}) {
    CAPTURE(name);
    CHECK(check_placeholder(name, table) == doubtful);
  }
  for (const std::string name : {"", "王定", "之女", "某", "王子涵", "王某人", "沈之微", "Nulla", "待定波"}) {
    CAPTURE(name);
    CHECK(check_placeholder(name, table) == std::nullopt);
  }
}

TEST_CASE("the dot of a name is one dot however it is written") {
  for (const std::string dot :
       {"\u00B7", "\u2022", "\u2027", "\u2219", "\u22C5", "\u30FB", "\uFF65", "\u16EB", "\u0387", "\u2E31", "\u2E33"}) {
    CAPTURE(dot);
    CHECK(*clean_name("阿依古丽" + dot + "买买提") == "阿依古丽·买买提");
    CHECK(*clean_name("Gal" + dot + "la") == "Gal·la");
  }
}

TEST_CASE("a full stop is a dot between two Chinese characters and nowhere else") {
  for (const std::string stop : {".", "\uFF0E", "\uFE52", "\u2024"}) {
    CAPTURE(stop);
    CHECK(*clean_name("阿依古丽" + stop + "买买提") == "阿依古丽·买买提");
  }
  CHECK(*clean_name("J. R. Smith") == "J. R. Smith");
  CHECK(*clean_name("沈.") == "沈.");
}

TEST_CASE("blanks beside a dot go, other blanks stay") {
  CHECK(*clean_name("阿依古丽 · 买买提") == "阿依古丽·买买提");
  CHECK(*clean_name("阿依古丽　•　买买提·阿不都") == "阿依古丽·买买提·阿不都");
  CHECK(*clean_name("Anna Maria") == "Anna Maria");
}

TEST_CASE("a name is composed, and rare characters stay as they are") {
  CHECK(*clean_name("Ame\u0301lie") == "Amélie");
  CHECK(*clean_name("\uF900") == "豈");  // a compatibility ideograph
  CHECK(*clean_name("王𠮷䶮㛃\uE863\U0003134A") == "王𠮷䶮㛃\uE863\U0003134A");
  CHECK(clean_name("王\xFF").error().kind == ErrorKind::encoding);
  CHECK(clean_name("").value().empty());
}

TEST_CASE("names as they are have no remark") {
  for (const std::string_view name :
       {"王子涵", "欧阳云依", "阿依古丽·买买提", "𠮷田䶮㛃", "〇", "Müller", "Anna-Maria O'Neill", "J. R. Smith Jr.",
        "SMITH, JOHN", "D’Angelo", "Nguyễn Thị Ánh", "Gal·la", "Kaʻiulani", ""}) {
    CAPTURE(std::string(name));
    CHECK(remarks(name).empty());
  }
}

TEST_CASE("the mark of a lost character is an error") {
  for (const std::string mark :
       {"?", "\uFF1F", "*", "\uFF0A", "\uFFFD", "\u25A1", "\u3013", "\u25CB", "\uFFFC", "\u00D7"}) {
    CAPTURE(mark);
    CHECK(remarks("沈" + mark + "微") == error(NameFault::lost, 2));
  }
}

TEST_CASE("symbols, emoji and signs that no name has are errors") {
  for (const std::string sign :
       {"😀", "★", "＋", "$", "①", "Ⅳ", "#", "_", "！", "，", "、", "。", "<", "&", "䷀", "⿰"}) {
    CAPTURE(sign);
    CHECK(remarks("沈" + sign) == error(NameFault::symbol, 2));
  }
}

TEST_CASE("digits and full-width letters are errors") {
  for (const std::string digit : {"1", "１", "٣", "𝟙"}) {
    CAPTURE(digit);
    CHECK(remarks("沈" + digit) == error(NameFault::digit, 2));
  }
  CHECK(remarks("Ｓmith") == error(NameFault::full_width, 1));
  CHECK(remarks("ｓｍｉｔｈ") == error(NameFault::full_width, 1));
}

TEST_CASE("what only looks like a Chinese character is an error") {
  for (const std::string sign : {"⼾", "⻝", "⺀", "⿕", "㇀", "〡", "〸"}) {
    CAPTURE(sign);
    CHECK(remarks("沈" + sign) == error(NameFault::look_alike, 2));
  }
}

TEST_CASE("what cannot be seen is an error") {
  for (const std::string sign : {"\uFE00", "\U000E0100", "\u200B", "\u200D", "\u202E", "\u2066", "\uFEFF", "\u00AD",
                                 "\u034F", "\u3164", "\u2800", "\u0007", "\u0085", "\uFFFF"}) {
    CAPTURE(sign);
    CHECK(remarks("沈" + sign + "微") == error(NameFault::control, 2));
  }
}

TEST_CASE("a combining mark is odd on a letter and wrong elsewhere") {
  CHECK(remarks("沈\u0301微") == error(NameFault::mark, 2));
  CHECK(remarks("沈\u20DD") == error(NameFault::mark, 2));
  CHECK(remarks("\u0301沈") == error(NameFault::mark, 1));
  CHECK(remarks("Onq\u0301") == warning(NameFault::mark, 4));
}

TEST_CASE("what may be right is a warning") {
  CHECK(remarks("沈\uE000微") == warning(NameFault::private_use, 2));
  CHECK(remarks("赵C") == warning(NameFault::script, 2));
  CHECK(remarks("李 Anna") == Remarks{{NameFault::spacing, 2, true}, {NameFault::script, 3, true}});
  CHECK(remarks("Иванов") == warning(NameFault::script, 1));
  CHECK(remarks("Аnna") == Remarks{{NameFault::script, 1, true}});  // a Cyrillic А
  CHECK(remarks("山田さくら") == warning(NameFault::script, 3));
  CHECK(remarks("张　三") == warning(NameFault::spacing, 2));
  CHECK(remarks("Anna  Maria") == warning(NameFault::spacing, 6));
  CHECK(remarks("张-三") == warning(NameFault::punctuation, 2));
  CHECK(remarks("张（三）") == warning(NameFault::punctuation, 2));
  CHECK(remarks("·买买提") == warning(NameFault::punctuation, 1));
  CHECK(remarks("阿依··买买提") == warning(NameFault::punctuation, 4));
}

TEST_CASE("each kind of fault is told once, at its first place") {
  CHECK(remarks("沈?😀?★") == Remarks{{NameFault::lost, 2, false}, {NameFault::symbol, 3, false}});
  CHECK(remarks("--") == Remarks{{NameFault::punctuation, 1, true}, {NameFault::no_letter, 1, false}});
}

TEST_CASE("a compound surname is one surname, in both ways of writing it") {
  CHECK(surname_of("欧阳云依", &compound()) == "欧阳");
  CHECK(surname_of("歐陽云依", &compound()) == "欧阳");
  CHECK(surname_of("司徒明", &compound()) == "司徒");
  CHECK(surname_of("叶赫那拉明", &compound()) == "叶赫那拉");
  CHECK(surname_of("欧云依", &compound()) == "欧");
  CHECK(surname_of("欧阳", &compound()) == "欧");
  CHECK(surname_of("𠮷明", &compound()) == "𠮷");
  CHECK(surname_of("欧阳云依", nullptr) == "欧");
  for (const std::string_view none : {"", "Müller", "阿依古丽·买买提", "赵C", "?王"}) {
    CAPTURE(std::string(none));
    CHECK(surname_of(none, &compound()).empty());
  }
}

TEST_CASE("the given name is what follows the surname") {
  CHECK(given_name_of("欧阳云依", &compound()) == "云依");
  CHECK(given_name_of("歐陽云依", &compound()) == "云依");
  CHECK(given_name_of("王子涵", &compound()) == "子涵");
  CHECK(given_name_of("阿依古丽·买买提", &compound()) == "阿依古丽·买买提");
  CHECK(given_name_of("王", &compound()).empty());
  CHECK(given_name_of("Anna", &compound()).empty());
}

TEST_CASE("the table of standard characters has 8 105, in three levels") {
  const CodeTable table = load("standard-characters");
  const CharacterSet characters(table);
  CHECK(characters.size() == 8105);
  CHECK(table.codes() == std::vector<std::string>{"1", "2", "3"});
  CHECK(CharacterSet(*parse_code_table("t", "# standard: T\ncode\tzh\n1\t一乙\n")).size() == 2);
  CHECK(characters.has_all_of("子涵䶮㛃·Anna"));
  CHECK_FALSE(characters.has_all_of("子𠮷"));
  CHECK_FALSE(characters.has_all_of("𪚥"));
}
