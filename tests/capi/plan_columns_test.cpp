// Many applications in one call, and their plans as columns.
#include "caller.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>

using namespace caller;

namespace {

/// A block of columns, read as birthcase.h tells.
class Block {
 public:
  explicit Block(std::string bytes) : bytes_(std::move(bytes)) {}

  std::size_t items(std::size_t column) const { return static_cast<std::size_t>(entry(column, 0)); }
  bool has_rows(std::size_t column) const { return entry(column, 1) != 0; }
  std::size_t row(std::size_t column, std::size_t row) const {
    return static_cast<std::size_t>(read<std::int32_t>(entry(column, 1), row));
  }
  std::string text(std::size_t column, std::size_t item) const {
    const auto from = read<std::int32_t>(entry(column, 2), item);
    const auto to = read<std::int32_t>(entry(column, 2), item + 1);
    return bytes_.substr(static_cast<std::size_t>(entry(column, 3) + from), static_cast<std::size_t>(to - from));
  }
  bool is_number(std::size_t column) const { return entry(column, 2) == 0; }
  std::int64_t number(std::size_t column, std::size_t item) const {
    REQUIRE(is_number(column));
    return read<std::int64_t>(entry(column, 3), item);
  }

 private:
  std::int64_t entry(std::size_t column, std::size_t member) const {
    return read<std::int64_t>(0, 4 * column + member);
  }
  template <class Number>
  Number read(std::int64_t place, std::size_t index) const {
    Number number = 0;
    REQUIRE(place % 8 == 0);
    const std::size_t at = static_cast<std::size_t>(place) + index * sizeof number;
    REQUIRE(at + sizeof number <= bytes_.size());
    std::memcpy(&number, bytes_.data() + at, sizeof number);
    return number;
  }

  std::string bytes_;
};

/// Texts one behind the other, with something before them that belongs to none.
struct Texts {
  explicit Texts(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      json += text;
      offsets.push_back(static_cast<std::int32_t>(json.size()));
    }
  }
  std::string json = "before";
  std::vector<std::int32_t> offsets{6};
};

Block columns(birthcase_session* session, const birthcase_profile* profile, const std::vector<std::string>& texts,
              const std::vector<std::int32_t>& attributes, std::string_view day = "2019-06-10") {
  const Texts in(texts);
  const Answer answer = text_of([&](auto... out) {
    return birthcase_plan_columns(session, profile, in.json.data(), in.offsets.data(), size_of(in.offsets) - 1,
                                  day.data(), size(day), attributes.data(), size_of(attributes), out...);
  });
  REQUIRE(answer.status == BIRTHCASE_OK);
  return Block(answer.text);
}

}  // namespace

TEST_CASE("columns have, row by row and item by item, what the plans have one by one") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  std::vector<std::string> texts;
  for (const std::string& name : examples()) {
    if (name.starts_with("yiwu")) texts.push_back(example(name));
  }
  const Block block = columns(session, yiwu, texts,
                              {BIRTHCASE_PLAN_AS_JSON, BIRTHCASE_PLAN_ACCEPTABLE, BIRTHCASE_EVIDENCE_LABEL,
                               BIRTHCASE_EVIDENCE_ORIGINAL, BIRTHCASE_STEP_DUE, BIRTHCASE_ROW_STATUS});
  REQUIRE(block.items(0) == texts.size());
  CHECK_FALSE(block.has_rows(0));
  for (std::size_t row = 0; row < texts.size(); ++row) {
    CAPTURE(row);
    Application application;
    REQUIRE(birthcase_application_parse(session, yiwu, texts[row].data(), size(texts[row]), application.out()) ==
            BIRTHCASE_OK);
    const Plan plan = make_plan(session, yiwu, application, "2019-06-10");
    CHECK(block.text(0, row) == json_of(session, plan));
    CHECK(block.text(0, row) == text_of(session, plan, BIRTHCASE_PLAN_AS_JSON));
    CHECK(block.number(1, row) == number_of(session, plan, BIRTHCASE_PLAN_ACCEPTABLE));
    CHECK(block.number(5, row) == BIRTHCASE_OK);
    const auto documents = static_cast<std::size_t>(count_of(session, plan, BIRTHCASE_EVIDENCE));
    REQUIRE(block.row(2, row + 1) - block.row(2, row) == documents);
    for (std::size_t i = 0; i < documents; ++i) {
      const auto index = static_cast<std::int32_t>(i);
      CHECK(block.text(2, block.row(2, row) + i) == text_of(session, plan, BIRTHCASE_EVIDENCE_LABEL, index));
      CHECK(block.number(3, block.row(3, row) + i) == number_of(session, plan, BIRTHCASE_EVIDENCE_ORIGINAL, index));
    }
    REQUIRE(block.row(4, row + 1) - block.row(4, row) ==
            static_cast<std::size_t>(count_of(session, plan, BIRTHCASE_STEPS)));
  }
}

TEST_CASE("every attribute of a plan can be a column, of numbers where the plan answers a number") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  const Application application = new_application(session, yiwu);
  const Plan plan = make_plan(session, yiwu, application, "2019-06-10");
  std::ifstream constants(BIRTHCASE_EXAMPLES "/../../capi/birthcase.constants");
  std::size_t checked = 0;
  for (std::string name, value; constants >> name >> value;) {
    constexpr std::string_view groups[] = {"PLAN_",         "SERVICE_", "FIELD_",   "EVIDENCE_",   "STEP_",
                                           "UNDETERMINED_", "FINDING_", "MISSING_", "DEFERRABLE_", "LOOK_UP_"};
    const std::string_view rest = std::string_view(name).substr(std::string_view("BIRTHCASE_").size());
    if (std::ranges::none_of(groups, [rest](std::string_view group) { return rest.starts_with(group); })) continue;
    CAPTURE(name);
    const std::int32_t attribute = std::stoi(value);
    std::int64_t ignored = 0;
    const bool is_number =
        birthcase_plan_number(session, plan, attribute, 1'000'000, &ignored) == BIRTHCASE_OUT_OF_RANGE;
    CHECK(columns(session, yiwu, {example("yiwu-local")}, {attribute}).is_number(0) == is_number);
    ++checked;
  }
  CHECK(checked > 100);
}

TEST_CASE("what is wrong with one application stands in its row and stops no other") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  const std::vector<std::string> texts{"{}",
                                       "",
                                       "{\n\"mother\": {\"nmae\": 1}}",
                                       std::string((1u << 20) + 1, ' '),
                                       "\"\xff\"",
                                       R"({"applied_at": "2019-06-10T09:30", "mother": {"id_type": "01"}})"};
  const Block block = columns(session, yiwu, texts,
                              {BIRTHCASE_ROW_STATUS, BIRTHCASE_ROW_MESSAGE, BIRTHCASE_ROW_PATH, BIRTHCASE_ROW_LINE,
                               BIRTHCASE_ROW_COLUMN, BIRTHCASE_PLAN_AS_OF, BIRTHCASE_PLAN_SHEETS, BIRTHCASE_SERVICE_ID},
                              "");
  const std::vector<birthcase_status> expected{BIRTHCASE_MISSING,      BIRTHCASE_SYNTAX,   BIRTHCASE_UNKNOWN_NAME,
                                               BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_OK};
  for (std::size_t row = 0; row < texts.size(); ++row) {
    CAPTURE(row);
    const bool planned = expected[row] == BIRTHCASE_OK;
    CHECK(block.number(0, row) == expected[row]);
    CHECK(block.text(1, row).empty() == planned);
    CHECK(block.text(5, row) == (planned ? "2019-06-10" : ""));
    CHECK((block.row(7, row) == block.row(7, row + 1)) != planned);
    CHECK((block.number(6, row) > 0) == planned);
  }
  CHECK(block.text(2, 2) == "/mother/nmae");
  CHECK(block.number(3, 2) == 2);
  CHECK(block.number(4, 2) == 12);
}

TEST_CASE("columns are in the encoding of the session") {
  const Session session = open_session(BIRTHCASE_GB18030);
  const Profile yiwu = built_in(session, "yiwu");
  const std::string json = converted(session, BIRTHCASE_UTF8, BIRTHCASE_GB18030, R"({"mother":{"name":"𠮷"}})");
  const Block block = columns(session, yiwu, {json, "{\"mother\":{\"name\":\"\xff\"}}"},
                              {BIRTHCASE_PLAN_AS_JSON, BIRTHCASE_ROW_STATUS, BIRTHCASE_ROW_PATH});
  CHECK(block.text(0, 0).find(converted(session, BIRTHCASE_UTF8, BIRTHCASE_GB18030, "𠮷")) != std::string::npos);
  CHECK(block.number(1, 1) == BIRTHCASE_ENCODING);
  CHECK(block.text(2, 1) == "/mother/name");
}

TEST_CASE("trips and papers are what the two documents count: six trips before, one after") {
  const Session session = open_session();
  const std::string family = example("ruian-with-benefit");
  const std::vector<std::int32_t> figures{BIRTHCASE_PLAN_TRIPS, BIRTHCASE_PLAN_PAPERS, BIRTHCASE_PLAN_SHEETS};
  const auto of = [&](std::string_view profile) {
    const Block block = columns(session, built_in(session, profile), {family}, figures);
    return std::vector<std::int64_t>{block.number(0, 0), block.number(1, 0), block.number(2, 0)};
  };
  // Annex 1, column by column: 4, 2, 5, 3, 2 and 6 documents; 7, 3, 9, 6, 3 and 6 sheets.
  CHECK(of("base") == std::vector<std::int64_t>{6, 22, 34});
  // The four papers, where the ID cards are two; the vaccination certificate is another trip.
  CHECK(of("ruian") == std::vector<std::int64_t>{2, 5, 5});
}

TEST_CASE("nobody makes a trip for what is not to be had, nor for what they did not ask for") {
  const Session session = open_session();
  const auto trips = [&](std::string_view profile, const std::string& more) {
    const std::string family =
        R"({"channel":"hospital","mother":{"hukou":{"division":"330782"}},"newborns":[{"name":"王安"}],)";
    return columns(session, built_in(session, profile), {family + more + '}'}, {BIRTHCASE_PLAN_TRIPS}).number(0, 0);
  };
  CHECK(trips("base", R"("benefit":{"claimed_by":"mother"})") == 6);
  CHECK(trips("base", R"("benefit":{"claimed_by":"none"})") == 5);
  CHECK(trips("yiwu", R"("benefit":{"claimed_by":"mother"},"settlement":{"with":"mother"})") == 2);
  CHECK(trips("yiwu", R"("benefit":{"claimed_by":"none"},"settlement":{"with":"mother"})") == 1);
  CHECK(trips("wenling", R"("services":[])") == 1);
}
