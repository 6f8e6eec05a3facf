// What holds for every paper of every family in tests/data/families, as draft, accepted, returned, withdrawn, and after
// a death: nothing is in another language, stands twice, or contradicts what another paper says.
#include <birthcase/documents.hpp>
#include <birthcase/plan_json.hpp>

#include "case_story.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

constexpr PaperKind kinds[] = {PaperKind::application_form, PaperKind::notice,          PaperKind::deferral_undertaking,
                               PaperKind::receipt,          PaperKind::hand_over_sheet, PaperKind::supplement_notice};

/// A case of a family at some point of its life.
struct Stage {
  std::string family;
  std::string name;
  Example example;
  Case state;
  Date today;
};

std::vector<std::string> families() {
  std::vector<std::string> all;
  for (const auto& file :
       std::filesystem::directory_iterator(std::string(BIRTHCASE_SOURCE_DIR) + "/tests/data/families")) {
    all.push_back(file.path().stem().string());
  }
  std::sort(all.begin(), all.end());
  REQUIRE(all.size() >= 14);
  return all;
}

Example family(const std::string& name) { return Example(source_file("tests/data/families/" + name + ".json")); }

DateTime moment_of(const Example& example) {
  const auto* told = example.document().as_object().if_contains("applied_at");
  return parse_date_time(told == nullptr ? "2019-06-10T09:30" : std::string(told->as_string())).value();
}

Story opened(const Example& example) {
  const std::string json = boost::json::serialize(example.document());
  Story story(*profile_named_in(json).value());
  story.at(to_string(moment_of(example))).does(commands::Open{json});
  return story;
}

/// What is here as a scan only is deferred for a week.
bool accept(Story& story) {
  const Plan now = plan(story.state(), story.now().date());
  if (!now.acceptable.now) return false;
  commands::Accept accept;
  for (const std::uint16_t place : now.acceptable.deferrable_evidence) {
    const EvidenceItem& item = now.evidence[place];
    const auto& holders = now.profile().rules().holders;
    accept.deferred.push_back({item.type->id, item.holder == no_index ? "" : holders[item.holder].id, item.newborn,
                               story.now().date() + boost::gregorian::days(7)});
  }
  story.does(std::move(accept));
  return true;
}

void add_stages(const std::string& name, std::vector<Stage>& stages) {
  const Example example = family(name);
  const auto add = [&](const char* stage, const Story& story) {
    stages.push_back({name, stage, example, story.state(), story.now().date()});
  };
  Story draft = opened(example);
  add("draft", draft);
  if (!accept(draft)) return;
  add("accepted", draft);
  Story returned = draft;
  returned.does(commands::Dispatch{})
      .does(commands::Answer{
          .message = returned.state().messages.back().id,
          .result = commands::AnswerKind::returned,
          .wanted_facts = {"mother.phone"},
          .wanted_evidence = {{.type = "marriage-certificate"}, {.type = "hukou-booklet", .holder = "mother"}}});
  add("returned", returned);
  Story withdrawn = draft;
  withdrawn.does(commands::Withdraw{.reason = "x"});
  add("withdrawn", withdrawn);
  Story bereaved = draft;
  bereaved.does(commands::RecordDeath{.newborn = 0});
  add("death", bereaved);
}

template <class Visit>
void each_stage(const Visit& visit) {
  static const std::vector<Stage> stages = [] {
    std::vector<Stage> all;
    for (const std::string& name : families()) add_stages(name, all);
    return all;
  }();
  for (const Stage& stage : stages) {
    CAPTURE(stage.family);
    CAPTURE(stage.name);
    visit(stage);
  }
}

template <class Visit>
void each_paper(const Stage& stage, Language language, const Visit& visit) {
  std::set<std::string> organisations;
  for (const CaseStep& step : stage.state.steps) organisations.insert(step.planned.organisation);
  for (const PaperKind kind : kinds) {
    CAPTURE(static_cast<int>(kind));
    if (kind != PaperKind::hand_over_sheet) {
      if (const auto paper = paper_of(stage.state, kind, stage.today, language)) visit(kind, *paper);
      continue;
    }
    for (const std::string& organisation : organisations) {
      if (const auto paper = paper_of(stage.state, kind, stage.today, language, organisation)) visit(kind, *paper);
    }
  }
}

/// Every text of a paper.
class Texts {
 public:
  explicit Texts(const Paper& paper) {
    add(paper.title, paper.office, paper.foot);
    for (const auto& [label, value] : paper.head) add(label, value);
    for (const paper::Block& block : paper.blocks) std::visit(*this, block);
  }

  void operator()(const paper::Heading& heading) { add(heading.text, heading.remark); }
  void operator()(const paper::Paragraph& paragraph) { add(paragraph.text); }
  void operator()(const paper::Points& points) {
    for (const std::string& item : points.items) add(item);
  }
  void operator()(const paper::Boxes& boxes) {
    add(boxes.title);
    for (const paper::Box& box : boxes.boxes) {
      add(box.label, box.value, box.remark, box.pattern);
      for (const paper::Choice& choice : box.choices) add(choice.label);
    }
  }
  void operator()(const paper::Table& table) {
    add(table.title);
    for (const paper::Column& column : table.columns) add(column.heading);
    for (const auto& row : table.rows) {
      for (const paper::Cell& cell : row) add(cell.text, cell.remark);
    }
  }
  void operator()(const paper::Signatures& signatures) {
    for (const std::string& person : signatures.people) add(person);
  }

  const std::vector<std::string>& all() const { return texts_; }

 private:
  template <class... Text>
  void add(const Text&... texts) {
    (texts_.emplace_back(texts), ...);
  }

  std::vector<std::string> texts_;
};

void add_strings(const boost::json::value& value, std::string& all) {
  if (value.is_string()) all.append(value.as_string()).append("\n");
  if (value.is_array()) {
    for (const auto& each : value.as_array()) add_strings(each, all);
  }
  if (value.is_object()) {
    for (const auto& [key, each] : value.as_object()) add_strings(each, all);
  }
}

/// Whatever the family told, and the names of the divisions in it.
std::string told(const Stage& stage) {
  std::string all;
  add_strings(stage.example.document(), all);
  const Paper form = application_form(plan(stage.state, stage.today));
  for (const paper::Block& block : form.blocks) {
    if (const auto* group = std::get_if<paper::Boxes>(&block)) {
      for (const paper::Box& box : group->boxes) all += box.fact.ends_with("division") ? box.value + "\n" : "";
    }
  }
  return all;
}

/// The longest runs of characters that a test accepts.
template <class Test>
std::vector<std::string> runs(std::string_view text, const Test& test) {
  std::vector<std::string> found(1);
  for (const char c : text) {
    if (test(static_cast<unsigned char>(c))) {
      found.back() += c;
    } else if (!found.back().empty()) {
      found.emplace_back();
    }
  }
  if (found.back().empty()) found.pop_back();
  return found;
}

bool is_latin(unsigned char c) { return std::isalpha(c) != 0 && c < 0x80; }

/// Bytes of Han characters, U+3000 to U+9FFF among others; not of dashes, quotation marks or spaces.
bool has_han(std::string_view text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead >= 0xe4 && lead <= 0xe9) return true;
  }
  return false;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string text_of(const Paper& paper) { return to_text(paper, 200); }

/// The rows of the table below a heading of this text: what stands in the columns named.
std::vector<std::string> rows_under(const Paper& paper, std::string_view heading, std::vector<std::size_t> columns) {
  std::vector<std::string> rows;
  bool below = false;
  for (const paper::Block& block : paper.blocks) {
    if (const auto* title = std::get_if<paper::Heading>(&block)) below = title->text == heading;
    const auto* table = std::get_if<paper::Table>(&block);
    if (table == nullptr || !below) continue;
    for (const auto& row : table->rows) {
      std::string text;
      for (const std::size_t column : columns) text += row[column].text + " | ";
      rows.push_back(std::move(text));
    }
  }
  return rows;
}

bool each_once(std::vector<std::string> rows) {
  std::sort(rows.begin(), rows.end());
  return std::adjacent_find(rows.begin(), rows.end()) == rows.end();
}

}  // namespace

TEST_CASE("no Chinese paper has an id of a program or an English word, save what the family told") {
  each_stage([](const Stage& stage) {
    const std::string known = told(stage);
    each_paper(stage, Language::zh, [&](PaperKind, const Paper& paper) {
      const Texts texts(paper);
      for (std::string text : texts.all()) {
        if (const auto number = text.find("case-1"); number != std::string::npos) text.erase(number, 6);
        for (const std::string& word : runs(text, is_latin)) {
          const bool name = std::isupper(static_cast<unsigned char>(word.front())) != 0 && has(known, word);
          CHECK_MESSAGE((name || word == "EMS" || has(text, word + "型")), text);
        }
        for (const char* mark : {"#", "_", "//", "null"}) CHECK_MESSAGE(!has(text, mark), text);
      }
    });
  });
}

TEST_CASE(
    "no English paper has a Chinese word, save what the family told and the lines of the departments' own forms") {
  each_stage([](const Stage& stage) {
    const std::string known = told(stage);
    each_paper(stage, Language::en, [&](PaperKind kind, Paper paper) {
      if (kind == PaperKind::hand_over_sheet) {
        std::erase_if(paper.blocks, [](const paper::Block& block) {
          const auto* table = std::get_if<paper::Table>(&block);
          return table != nullptr && table->title == "Data";
        });
      }
      const Texts texts(paper);
      for (const std::string& text : texts.all()) {
        for (const std::string& word : runs(text, [](unsigned char c) { return c >= 0x80; })) {
          if (has_han(word)) CHECK_MESSAGE(has(known, word), text);
        }
      }
    });
  });
}

TEST_CASE("every paper has a place to sign, and a title") {
  each_stage([](const Stage& stage) {
    for (const Language language : {Language::zh, Language::en}) {
      each_paper(stage, language, [](PaperKind, const Paper& paper) {
        CHECK_FALSE(paper.title.empty());
        CHECK(std::any_of(paper.blocks.begin(), paper.blocks.end(), [](const paper::Block& block) {
          const auto* signatures = std::get_if<paper::Signatures>(&block);
          return signatures != nullptr && !signatures->people.empty();
        }));
      });
    }
  });
}

TEST_CASE("no notice lists a document twice, or both to be brought and not to be brought") {
  each_stage([](const Stage& stage) {
    const Paper paper = paper_of(stage.state, PaperKind::notice, stage.today).value();
    std::vector<std::string> documents = rows_under(paper, "需提交的材料", {1, 2});
    for (const auto& [heading, columns] : {std::pair{"视情况提交的材料", std::vector<std::size_t>{0, 1}},
                                           std::pair{"免提交的材料", std::vector<std::size_t>{0, 1}}}) {
      for (std::string& row : rows_under(paper, heading, columns)) documents.push_back(std::move(row));
    }
    CHECK_MESSAGE(each_once(documents), text_of(paper));
  });
}

TEST_CASE("no notice asks the same thing among the questions and among the boxes that are blank") {
  each_stage([](const Stage& stage) {
    const Paper paper = paper_of(stage.state, PaperKind::notice, stage.today).value();
    std::string blank;
    for (std::size_t i = 0; i + 1 < paper.blocks.size(); ++i) {
      const auto* heading = std::get_if<paper::Heading>(&paper.blocks[i]);
      if (heading != nullptr && heading->text == "申请表中尚未填写的必填项") {
        blank = "、" + std::get<paper::Paragraph>(paper.blocks[i + 1]).text + "、";
      }
    }
    for (const std::string& row : rows_under(paper, "尚需说明的情况", {0})) {
      const std::string fact = row.substr(0, row.find(" | "));
      CHECK_MESSAGE(!has(blank, "、" + fact + "、"), fact);
      CHECK_MESSAGE(!has(blank, "、新生儿" + fact + "、"), fact);
    }
  });
}

TEST_CASE("no form asks or tells for all newborns what it asks or tells for each of them") {
  each_stage([](const Stage& stage) {
    const Paper paper = paper_of(stage.state, PaperKind::application_form, stage.today).value();
    std::map<std::string, std::string> boxes;
    for (const paper::Block& block : paper.blocks) {
      if (const auto* group = std::get_if<paper::Boxes>(&block)) {
        for (const paper::Box& box : group->boxes) boxes.emplace(box.fact, box.value);
      }
    }
    for (const auto& [fact, value] : boxes) {
      const auto of_first = boxes.find("newborns[0]." + fact);
      const auto of_second = boxes.find("newborns[1]." + fact);
      const bool differs = of_second != boxes.end() && of_second->second != value;
      CHECK_MESSAGE((of_first == boxes.end() || of_first->second != value || differs), fact);
    }
  });
}

TEST_CASE("a day is named only to those who can be taken in, and no accepted case is told what acceptance would need") {
  each_stage([](const Stage& stage) {
    const std::string notice = text_of(paper_of(stage.state, PaperKind::notice, stage.today).value());
    const bool draft = stage.state.status == CaseStatus::draft;
    const bool acceptable = plan(stage.state, stage.today).acceptable.now;
    CHECK(has(notice, "最迟于") <= (draft && acceptable));
    if (!draft) CHECK_FALSE(has(notice, "如现在受理"));
    if (!draft) CHECK_FALSE(has(notice, "方可受理"));
    CHECK(has(notice, "本件已撤回") == (stage.state.status == CaseStatus::withdrawn));
    CHECK(has(notice, "见补正告知书") == paper_of(stage.state, PaperKind::supplement_notice, stage.today).has_value());
  });
}

TEST_CASE("a receipt promises nothing of a step that will not be done") {
  each_stage([](const Stage& stage) {
    const auto paper = paper_of(stage.state, PaperKind::receipt, stage.today);
    if (!paper) return;
    const auto rows = rows_under(*paper, "办理事项", {3, 4});
    REQUIRE(rows.size() == stage.state.steps.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (stage.state.steps[i].given_up()) CHECK(rows[i] == "不再办理 | — | ");
    }
  });
}

TEST_CASE("a supplement notice names each thing once, with all services that wait for it") {
  each_stage([](const Stage& stage) {
    const auto paper = paper_of(stage.state, PaperKind::supplement_notice, stage.today);
    if (!paper) return;
    std::vector<std::string> things;
    for (const paper::Block& block : paper->blocks) {
      const auto* table = std::get_if<paper::Table>(&block);
      if (table == nullptr) continue;
      for (const auto& row : table->rows) things.push_back(row[1].text + row[4].text);
    }
    CHECK_FALSE(things.empty());
    CHECK(each_once(things));
  });
}
