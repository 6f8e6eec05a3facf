// HL7 v2: messages become the tree and back, and the births of the two maps; what the sender gets back.
#include <birthcase/exchange/acknowledge.hpp>
#include <birthcase/exchange/export.hpp>
#include <birthcase/text.hpp>

#include "applications.hpp"
#include "exchange/records.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const std::string header = "MSH|^~\\&|HIS|产科|BC|窗口|20190608150000||ADT^A28^ADT_A05|M1|P|2.5.1||||||UNICODE UTF-8\r";
const std::string twin_1 =
    "PID|1||N1^^^H^MR||李^^^^^^L||201906081420|F|||||||||||||ZY001^^^H^MR|||Y|1\r"
    "NK1|1|李晓梅|MTH||13800000001|||||||||||19910312|||CHN|||||||||01|||||330782199103120022^^^^NNCHN\r"
    "NK1|2|王刚|FTH\r"
    "OBX|1|NM|8339-4^Birth weight^LN||2530|g|||||F\r"
    "OBX|2|NM|89269-5^Length^LN||47.5|cm|||||F\r"
    "OBX|3|ST|11884-4^Gestational age^LN||37+2|wk|||||F\r"
    "OBX|4|NM|9272-6^Apgar 1 min^LN||9||||||F\r";

std::string with(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

std::string second_twin() {
  const std::string message = with(header, "|M1|", "|M2|") + twin_1;
  return with(with(with(message, "N1^", "N2^"), "|F||", "|M||"), "|Y|1", "|Y|2");
}

exchange::Source read_messages(std::string_view text) {
  return exchange::read_source(exchange::Format::hl7v2, text).value();
}

std::string text_in(const exchange::Node& root, std::string_view path) {
  const exchange::Node* node = exchange::Path::parse(path).value().first(root);
  return node == nullptr ? "nothing" : node->kind == exchange::Node::Kind::null ? "null" : node->text;
}

exchange::ImportedBirth only_message(const std::string& text, std::string_view map = "hl7-adt") {
  auto imported = exchange::import_records(map_named(map), text).value();
  REQUIRE(imported.births.size() == 1);
  return std::move(imported.births.front());
}

std::string answers(const std::string& text, Language language = Language::en) {
  const auto map = map_named("hl7-adt");
  const DateTime now(Date(2019, 6, 8), boost::posix_time::hours(16));
  return exchange::acknowledge(map, text, exchange::import_records(map, text), {now, {}, language}).value();
}

std::size_t times_in(std::string_view text, std::string_view what) {
  std::size_t times = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++times;
  return times;
}

}  // namespace

TEST_CASE("a message is segments, fields, components and subcomponents") {
  const auto root =
      read_messages(
          "MSH|^~\\&|HIS|A&B^C|||20190608||ADT^A28\rPID|||1^^^H^MR~2^^^^ID||\\T\\李\\F\\\\S\\\\R\\\\E\\\\X41\\^x|\"\"\n"
          "ZBB|自\r\n\r\nMSH|^~\\&|2\rOBX|1\r")
          .root;
  CHECK(root.children.size() == 2);
  CHECK(text_in(root, "message/MSH/3") == "HIS");
  CHECK(text_in(root, "message/MSH/1") == "nothing");
  CHECK(text_in(root, "message/MSH/4/1/2") == "B");
  CHECK(text_in(root, "message/MSH/4/2") == "C");
  CHECK(text_in(root, "message/MSH/9/2/1") == "nothing");
  CHECK(text_in(root, "message/PID/3[5='ID']/1") == "2");
  CHECK(text_in(root, "message/PID/3[2]") == "2");
  CHECK(text_in(root, "message/PID/5/1") == "&李|^~\\A");
  CHECK(text_in(root, "message/PID/5/2") == "x");
  CHECK(text_in(root, "message/PID/6/1") == "null");
  CHECK(text_in(root, "message/ZBB/1") == "自");
  CHECK(text_in(root, "message[2]/MSH/3") == "2");
  CHECK(root.children[0].children[1].line == 2);
  CHECK(root.children[1].line == 5);
  CHECK(root.children[0].children[1].children[2].column == 25);
}

TEST_CASE("the signs are those that MSH declares, and an escape that nobody knows stays") {
  const auto root = read_messages("MSH#$%!*#HIS\rPID###1$2%3##a!F!b!Q1!c|d!\r").root;
  CHECK(text_in(root, "message/PID/3/2") == "2");
  CHECK(text_in(root, "message/PID/3[2]/1") == "3");
  CHECK(text_in(root, "message/PID/5") == "a#b!Q1!c|d!");
}

TEST_CASE("batch segments and the bytes of MLLP stand around messages") {
  const auto root =
      read_messages("FHS|^~\\&\rBHS|^~\\&\r\x0bMSH|^~\\&|1\rPID|||7\r\x1c\r\x0bMSH|^~\\&|2\rBTS|2\rFTS|1\r").root;
  CHECK(text_in(root, "message/PID/3") == "7");
  CHECK(text_in(root, "message[2]/MSH/3") == "2");
  CHECK(text_in(root, "message[3]/MSH/3") == "nothing");
  CHECK(text_in(root, "BTS/1") == "2");
}

TEST_CASE("each PID after the first begins a group of its own") {
  const auto root = read_messages("MSH|^~\\&|1\rPID|||M\rOBX|1\rPID|||N1\rOBX|2\rOBX|3\rPID|||N2\r").root;
  CHECK(text_in(root, "message/PID/3") == "M");
  CHECK(text_in(root, "message/OBX/1") == "1");
  CHECK(text_in(root, "message/PATIENT[2]/PID/3") == "N2");
  CHECK(text_in(root, "message/PATIENT/OBX[2]/1") == "3");
  CHECK(exchange::write_source(exchange::Format::hl7v2, root).value().find("OBX|3\rPID|||N2\r") != std::string::npos);
}

TEST_CASE("a message with a line that is no segment is set aside, the others are read") {
  const auto source =
      read_messages("MSH|^~\\&|1\rPID|||1\rMSH|^~\\&|2\rOBX|1|TX|a||zwei\nZeilen\rMSH|^~\\&|3\rPID|||3\r");
  CHECK(source.root.children.size() == 2);
  REQUIRE(source.unreadable.size() == 1);
  CHECK(source.unreadable.front().line == 5);
  CHECK(source.unreadable.front().record == 2);
  const auto imported =
      exchange::import_records(map_named("hl7-adt"), header + "PID|1\nalso\r" + second_twin()).value();
  REQUIRE(imported.births.size() == 2);
  CHECK(findings_of(imported.births[0]) == "source-segment-unreadable ");
  CHECK(imported.births[1].application);
}

TEST_CASE("what is no message is refused by its line") {
  const auto refused = [](std::string_view text) {
    const auto source = exchange::read_source(exchange::Format::hl7v2, text);
    return source ? std::string("read")
                  : std::string(to_string(source.error().kind)) + ' ' + std::to_string(source.error().line);
  };
  CHECK(refused("") == "missing 1");
  CHECK(refused("\r\rPID|1\r") == "syntax 3");
  CHECK(refused("MSH|^~\\&|1\rMSH|^~\\^|2\r") == "syntax 2");
  CHECK(refused("MSH|^~\\") == "syntax 1");
  CHECK(refused("MSHa^~\\&a") == "syntax 1");
  CHECK(refused("BTS|0\r") == "syntax 1");
  CHECK(refused("MSH|^~\\&|" + std::string(3'000'000, '~')) == "read");
  std::string many = "MSH|^~\\&|";
  while (many.size() < 6'000'000) many += "1~1^";
  CHECK(refused(many) == "out-of-range 1");
}

TEST_CASE("MSH-18 names the encoding, and a character may hold the byte of a separator") {
  // 乗 is 81 5C in GB18030, 亅 is 81 7C: the second bytes are \ and |.
  const std::string text =
      with(with(header, "产科", "乗亅"), "UNICODE UTF-8", "GB 18030-2000") + with(twin_1, "李晓梅", "亅乗𠮷");
  const auto gb = to_gb18030(text).value();
  CHECK(gb.find("\x81|") != std::string::npos);
  const auto birth = only_message(gb);
  CHECK(fact(birth, "mother.name") == "亅乗𠮷");
  const auto undeclared = to_gb18030(with(text, "GB 18030-2000", "")).value();
  CHECK(exchange::import_records(map_named("hl7-adt"), undeclared).error().kind == ErrorKind::encoding);
  exchange::ImportOptions options;
  options.encoding = exchange::Encoding::gb18030;
  CHECK(exchange::import_records(map_named("hl7-adt"), undeclared, options).has_value());
  CHECK(exchange::import_records(map_named("hl7-adt"), with(header, "UNICODE UTF-8", "8859/1") + twin_1).error().kind ==
        ErrorKind::encoding);
}

TEST_CASE("a tree is written and read back, in both encodings") {
  const std::string text = header + with(twin_1, "王刚", "王\\F\\\\S\\\\T\\\\R\\\\E\\𠮷\\X0A\\&刚^\"\"^x~y");
  const auto root = read_messages(text).root;
  for (const auto encoding : {exchange::Encoding::utf_8, exchange::Encoding::gb18030}) {
    auto changed = root;
    auto& fields = changed.children[0].children[0].children;
    std::erase_if(fields, [](const exchange::Node& field) { return field.name == "18"; });
    const auto written = exchange::write_source(exchange::Format::hl7v2, changed, {encoding, ','}).value();
    const auto again = exchange::read_source(exchange::Format::hl7v2, written).value().root;
    for (const std::string_view path :
         {"message/NK1[2]/2/1/1", "message/NK1[2]/2/1/2", "message/NK1[2]/2/2", "message/NK1[2]/2/3",
          "message/NK1[2]/2[2]/1", "message/OBX[4]/3/2", "message/MSH/4", "message/PID/25"}) {
      CAPTURE(path);
      CHECK(text_in(again, path) == text_in(root, path));
      CHECK(text_in(again, path) != "nothing");
    }
    CHECK(text_in(again, "message/MSH/18").starts_with(encoding == exchange::Encoding::utf_8 ? "UNICODE" : "GB 18030"));
  }
}

TEST_CASE("what is no place of a message cannot be written") {
  for (const std::string_view path :
       {"message/pid/5", "message/PID/x", "message/PID/0", "message/PID/1000/1", "message/PID/5/1/1/1"}) {
    exchange::Node root;
    exchange::Path::parse(path).value().make(root).text = "1";
    const auto written = exchange::write_source(exchange::Format::hl7v2, root);
    CAPTURE(path);
    REQUIRE(written.has_error());
    CHECK(written.error().kind == ErrorKind::out_of_range);
    CHECK(written.error().path.starts_with("/message"));
  }
}

TEST_CASE("a message about a newborn becomes an application") {
  const auto birth = only_message(header + twin_1);
  CHECK(findings_of(birth) == "none");
  CHECK(birth.message == "M1");
  CHECK(to_string(*birth.sent_at) == "2019-06-08T15:00");
  CHECK(fact(birth, "mother.name") == "李晓梅");
  CHECK(fact(birth, "mother.id_number") == "330782199103120022");
  CHECK(fact(birth, "mother.id_type") == "01");
  CHECK(fact(birth, "mother.birth_date") == "1991-03-12");
  CHECK(fact(birth, "mother.inpatient_number") == "ZY001");
  CHECK(fact(birth, "father.name") == "王刚");
  CHECK(fact(birth, "newborn.born_at", 0) == "2019-06-08T14:20:00");
  CHECK(fact(birth, "newborn.sex", 0) == "2");
  CHECK(fact(birth, "newborn.weight_g", 0) == "2530");
  CHECK(fact(birth, "newborn.length_cm", 0) == "47.5");
  CHECK(fact(birth, "newborn.gestational_weeks", 0) == "37");
  CHECK(fact(birth, "newborn.gestational_days", 0) == "2");
  const auto kilograms = only_message(header + with(twin_1, "2530|g", "2.53|kg"));
  CHECK(fact(kilograms, "newborn.weight_g", 0) == "2530");
}

TEST_CASE("nothing of an ordinary message is left unread in silence") {
  const auto imported = exchange::import_records(map_named("hl7-adt"), header + twin_1 + "ZBB|1\r").value();
  std::vector<std::string> places;
  for (const auto& place : imported.unread) places.push_back(place.path);
  CHECK(joined(std::move(places)) == "ZBB/1/1");
}

TEST_CASE("two messages of one mother are twins, in one text or in two") {
  const auto map = map_named("hl7-adt");
  const std::string first = header + twin_1;
  const std::string second = second_twin();
  const auto together = exchange::import_records(map, first + second).value();
  const std::string_view texts[] = {first, second};
  const auto apart = exchange::import_records(map, texts).value();
  for (const auto* imported : {&together, &apart}) {
    REQUIRE(imported->births.size() == 1);
    const auto& birth = imported->births.front();
    CHECK(birth.application->newborn_count() == 2);
    CHECK(birth.records == std::vector<std::size_t>{1, 2});
    CHECK(fact(birth, "newborn.sex", 1) == "1");
    CHECK(fact(birth, "newborn.order", 1) == "2");
    CHECK(findings_of(birth) == "none");
  }
  CHECK(apart.births.front().sources.back().text == 2);
}

TEST_CASE("a newborn's later message corrects the earlier one, in whatever order they come") {
  const std::string first = header + twin_1;
  const std::string later = with(with(with(first, "A28", "A08"), "20190608150000", "20190608163000"), "|M1|", "|M9|");
  const std::string corrected = with(with(later, "2530", "2350"), "李晓梅", "李晓玫");
  for (const std::string& text : {first + corrected, corrected + first, first + corrected + first}) {
    const auto birth = only_message(text);
    CHECK(birth.application->newborn_count() == 1);
    CHECK(fact(birth, "newborn.weight_g", 0) == "2350");
    CHECK(fact(birth, "mother.name") == "李晓玫");
    CHECK(birth.message == "M9");
    CHECK(birth.findings.front().finding.code == "older-record-differs");
    CHECK(birth.findings.front().finding.severity == Severity::info);
  }
  const auto resent = only_message(first + first);
  CHECK(resent.application->newborn_count() == 1);
  CHECK(findings_of(resent) == "none");
}

TEST_CASE("a message of another kind is refused") {
  for (const std::string_view event : {"ADT^A03", "ADT^A11", "ORU^R01"}) {
    const auto birth = only_message(with(header, "ADT^A28", event) + twin_1);
    CAPTURE(event);
    CHECK_FALSE(birth.application);
    CHECK(findings_of(birth).starts_with("record-not-meant MSH/9/"));
  }
}

TEST_CASE("a mother's message has her newborns in groups") {
  const std::string text = with(header, "A28^ADT_A05", "A01^ADT_A01") +
                           "PID|1||ZY001^^^H^MR~330782199103120022^^^^NNCHN||李晓梅||19910312|F\rNK1|1|王刚|SPO\rOBX|1|"
                           "CWE|72149-8^^LN||11466000^^SCT\r"
                           "PID|2||N1||李一||201906081420|F|||||||||||||||||1\rOBX|1|NM|8339-4||2530|g\r"
                           "PID|3||N2||李二||201906081426|M|||||||||||||||||2\rOBX|1|NM|8339-4||2410|g\r";
  const auto birth = only_message(text, "hl7-adt-mother");
  CHECK(findings_of(birth) == "none");
  CHECK(fact(birth, "mother.name") == "李晓梅");
  CHECK(fact(birth, "mother.id_type") == "01");
  CHECK(fact(birth, "father.name") == "王刚");
  CHECK(fact(birth, "birth.mode") == "caesarean");
  REQUIRE(birth.application->newborn_count() == 2);
  CHECK(fact(birth, "newborn.name", 1) == "李二");
  CHECK(fact(birth, "newborn.weight_g", 0) == "2530");
  CHECK(fact(birth, "newborn.weight_g", 1) == "2410");
}

TEST_CASE("a message that is taken over is acknowledged with AA, and names what could not be read") {
  const std::string good = answers(header + twin_1);
  CHECK(good == "MSH|^~\\&|BC|窗口|HIS|产科|20190608160000||ACK^A28^ACK|M1|P|2.5.1||||||UNICODE UTF-8\rMSA|AA|M1\r");
  const std::string odd = answers(header + with(twin_1, "2530", "schwer"));
  CHECK(odd.find("MSA|AA|M1\rERR||OBX^1^5|102^Data type error^HL70357|W||||") != std::string::npos);
  CHECK(odd.find("schwer") == std::string::npos);
  const std::string old = answers(with(header, "|2.5.1|", "|2.4|") + with(twin_1, "|F||", "|Q||"));
  CHECK(old.find("|2.4|") != std::string::npos);
  CHECK(old.find("\rERR|PID^1^8^103&Table value not found&HL70357\r") != std::string::npos);
}

TEST_CASE("a message that lacks something or is not meant is answered with AE or AR, each with the place") {
  const std::string lacking = answers(header + with(twin_1, "201906081420", ""));
  CHECK(lacking.find("MSA|AE|M1\rERR||PID^1^7|101^Required field missing^HL70357|E||||") != std::string::npos);
  const std::string other = answers(with(header, "A28", "A03") + twin_1);
  CHECK(other.find("MSA|AR|M1\rERR||MSH^1^9^1^2|200^Unsupported message type^HL70357|E||||") != std::string::npos);
  const std::string cut = answers(header + "PID|1\nhalf a line\r");
  CHECK(cut.find("MSA|AR|M1\rERR|||100^Segment sequence error^HL70357|E||||") != std::string::npos);
  CHECK(answers("PID|1\r").find("MSA|AR|\rERR|||100^") != std::string::npos);
  const auto nothing = exchange::import_records(map_named("hl7-adt"), "");
  CHECK(exchange::acknowledge(map_named("d301-xml"), "", nothing, {}).has_error());
}

TEST_CASE("each message of a batch has its own answer") {
  const std::string all =
      answers(header + twin_1 + second_twin() + with(with(header, "|M1|", "|M3|"), "A28", "A11") + twin_1);
  CHECK(times_in(all, "\rMSA|") == 3);
  CHECK(all.find("MSA|AA|M1\r") != std::string::npos);
  CHECK(all.find("MSA|AA|M2\r") != std::string::npos);
  CHECK(all.find("MSA|AR|M3\r") != std::string::npos);
  const std::string gb = to_gb18030(with(header, "UNICODE UTF-8", "GB18030") + twin_1).value();
  CHECK(from_gb18030(answers(gb)).value().find("|窗口|HIS|产科|") != std::string::npos);
}
