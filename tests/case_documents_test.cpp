// The papers of an accepted case: receipt, undertaking, hand-over sheets.
#include <birthcase/documents.hpp>
#include <birthcase/plan_json.hpp>

#include "applications.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

Decision carry_out(Case& state, CommandBody command, const DateTime& now) {
  auto decision = decide(state, {"window-1", std::move(command)}, now);
  REQUIRE_MESSAGE(decision.has_value(), decision.error().to_error().message);
  for (const Event& event : decision->events) REQUIRE(apply(state, event).has_value());
  return *decision;
}

const DateTime& accepted_at(const Case& state) { return *state.accepted_at; }

Case draft(const Example& example) {
  const std::string json = boost::json::serialize(example.document());
  Case state(built_in(*profile_named_in(json).value()), "case-1");
  const auto now = example.read(state.profile).get("applied_at").value().to_date_time();
  carry_out(state, commands::Open{json}, now.value());
  return state;
}

/// What is here as a scan only is deferred for two weeks.
Case accepted(const Example& example) {
  Case state = draft(example);
  const DateTime now = state.changed_at;
  const Plan before = plan(state, now.date());
  commands::Accept accept;
  for (const std::uint16_t place : before.acceptable.deferrable_evidence) {
    const EvidenceItem& item = before.evidence[place];
    const auto& holders = state.profile.rules().holders;
    accept.deferred.push_back({item.type->id, item.holder == no_index ? "" : holders[item.holder].id, item.newborn,
                               now.date() + boost::gregorian::days(14)});
  }
  carry_out(state, accept, now);
  return state;
}

/// The examples that can be accepted, one by one.
template <class Visit>
void each_accepted(const Visit& visit) {
  std::size_t count = 0;
  for (const std::string& name : Example::names()) {
    const Example example = Example::named(name);
    if (!example.plan().acceptable.now) continue;
    CAPTURE(name);
    visit(accepted(example));
    ++count;
  }
  CHECK(count >= 10);
}

Example with_scans(std::string_view name) {
  Example example = Example::named(name);
  const boost::json::array handed_in = example.document().at("evidence").as_array();
  example.hand_in_nothing();
  for (const auto& each : handed_in) {
    const auto* holder = each.as_object().if_contains("holder");
    example.hand_in(std::string(each.at("type").as_string()),
                    holder == nullptr ? std::string() : std::string(holder->as_string()), "scan");
  }
  return example;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string text_of(const Paper& paper) { return to_text(paper, 200); }

using Rows = std::vector<std::vector<std::string>>;

/// What stands over a step on a hand-over sheet.
std::string heading_of(const Case& state, const std::string& step) {
  const PlannedStep& planned = state.step(step)->planned;
  const auto& services = state.profile.rules().services;
  const auto service =
      std::find_if(services.begin(), services.end(), [&](const Service& each) { return each.id == planned.service; });
  const bool alone = state.application.newborn_count() < 2 || planned.newborn == FactRef::family;
  return service->label.zh + (alone ? "" : "（新生儿 " + std::to_string(planned.newborn + 1) + "）");
}

/// The tables with this title, row by row, under the headings that they stand below.
std::map<std::string, Rows> tables(const Paper& paper, std::string_view title) {
  std::map<std::string, Rows> found;
  std::string step;
  for (const paper::Block& block : paper.blocks) {
    if (const auto* heading = std::get_if<paper::Heading>(&block)) step = heading->text;
    const auto* table = std::get_if<paper::Table>(&block);
    if (table == nullptr || table->title != title) continue;
    for (const auto& row : table->rows) {
      auto& cells = found[step].emplace_back();
      for (const paper::Cell& cell : row) cells.push_back(cell.text);
    }
  }
  return found;
}

/// A line of the service's own form, or what whoever delivers its result by a rule has to know.
bool is_line_of(const Rules& rules, const Service& service, const std::string& line, const std::string& item) {
  const bool own = std::any_of(service.form.begin(), service.form.end(),
                               [&](const FormEntry& entry) { return entry.label == line; });
  return own || std::any_of(rules.deliveries.begin(), rules.deliveries.end(), [&](const DeliveryRule& delivery) {
           return delivery.label.zh == line &&
                  std::any_of(delivery.fields.begin(), delivery.fields.end(),
                              [&](FieldId field) { return rules.fields[field].label.zh == item; });
         });
}

std::set<std::string> organisations_of(const Case& state) {
  std::set<std::string> all;
  for (const CaseStep& step : state.steps) all.insert(step.planned.organisation);
  return all;
}

}  // namespace

TEST_CASE("a hand-over sheet holds what the messages of the organisation's steps hold, and nothing more") {
  each_accepted([](Case state) {
    // Steps that wait have no message yet; those that are ready tell what a message would hold.
    const Decision sent = carry_out(state, commands::Dispatch{}, accepted_at(state));
    REQUIRE_FALSE(sent.messages.empty());
    for (const Message& message : sent.messages) {
      const Paper sheet = hand_over_sheet(state, message.organisation).value();
      const auto data = tables(sheet, "数据");
      const std::string step = heading_of(state, message.step);
      REQUIRE(data.contains(step));
      const auto known =
          std::count_if(data.at(step).begin(), data.at(step).end(), [](const auto& row) { return row[2] != "—"; });
      CHECK_MESSAGE(static_cast<std::size_t>(known) == message.fields.size(), message.step);
      const auto documents = tables(sheet, "材料");
      const std::size_t listed = documents.contains(step) ? documents.at(step).size() : 0;
      CHECK_MESSAGE(listed == message.evidence.size(), message.step);
    }
  });
}

TEST_CASE("every line of a hand-over sheet is a line of that department's own form, or of its delivery") {
  each_accepted([](const Case& state) {
    for (const std::string& organisation : organisations_of(state)) {
      const Paper sheet = hand_over_sheet(state, organisation).value();
      for (const auto& [heading, rows] : tables(sheet, "数据")) {
        const auto step = std::find_if(state.steps.begin(), state.steps.end(), [&](const CaseStep& each) {
          return heading_of(state, each.planned.step) == heading;
        });
        REQUIRE(step != state.steps.end());
        const std::string service_id = step->planned.service;
        CHECK(step->planned.organisation == organisation);
        const auto& services = state.profile.rules().services;
        const auto service =
            std::find_if(services.begin(), services.end(), [&](const Service& each) { return each.id == service_id; });
        for (const auto& row : rows) {
          CHECK_MESSAGE(is_line_of(state.profile.rules(), *service, row[0], row[1]), step << ": " << row[0]);
        }
      }
    }
  });
}

TEST_CASE("no department sees the account, the phone or the health data that another one needs") {
  const Case state = accepted(Example::named("yiwu-twins"));
  const std::string police = text_of(hand_over_sheet(state, "public-security").value());
  const std::string hospital = text_of(hand_over_sheet(state, "midwifery-institution").value());
  const std::string bank = text_of(hand_over_sheet(state, "designated-bank").value());
  CHECK(has(police, "王子涵"));
  CHECK(has(police, "王子萱"));
  CHECK_FALSE(has(police, "6228480000000000018"));
  CHECK_FALSE(has(police, "HB2019041"));
  CHECK_FALSE(has(police, "2530"));
  CHECK(has(hospital, "2530"));
  CHECK_FALSE(has(hospital, "6228480000000000018"));
  CHECK(has(bank, "6228480000000000018"));
  CHECK_FALSE(has(bank, "ZY0000123"));
}

TEST_CASE("a hand-over sheet tells how each document gets there") {
  const std::string ruian =
      text_of(hand_over_sheet(accepted(Example::named("ruian-with-benefit")), "public-security").value());
  CHECK(has(ruian, "原件已收"));
  CHECK(has(ruian, "由“新生儿出生医学证明申领”产生"));
  const std::string yiwu = text_of(hand_over_sheet(accepted(with_scans("yiwu-twins")), "public-security").value());
  CHECK(has(yiwu, "原件 2019年6月24日 前补交"));
  CHECK(has(yiwu, "公安部门数据共享"));
}

TEST_CASE("a hand-over sheet needs an organisation of the profile that decides a step of the case") {
  const Case state = accepted(Example::named("yiwu-local"));
  const auto misspelt = hand_over_sheet(state, "public-securty");
  REQUIRE_FALSE(misspelt.has_value());
  CHECK(misspelt.error().kind == ErrorKind::unknown_name);
  CHECK(has(misspelt.error().message, "did you mean 'public-security'?"));
  const auto idle = hand_over_sheet(state, "civil-affairs");
  REQUIRE_FALSE(idle.has_value());
  CHECK(idle.error().kind == ErrorKind::missing);
}

TEST_CASE("a draft has neither receipt nor undertaking nor hand-over sheet") {
  const Case state = draft(Example::named("yiwu-local"));
  CHECK(receipt(state).error().kind == ErrorKind::missing);
  CHECK(deferral_undertaking(state).error().kind == ErrorKind::missing);
  CHECK(hand_over_sheet(state, "public-security").error().kind == ErrorKind::missing);
}

TEST_CASE("the receipt has each step with who does it, for whom, by when, and how the result comes") {
  const std::string ruian = text_of(receipt(accepted(Example::named("ruian-with-benefit"))).value());
  CHECK(has(ruian, "case-1"));
  CHECK(has(ruian, "人保瑞安支公司"));
  CHECK(has(ruian, "代公安部门"));
  CHECK(has(ruian, "2019年6月11日 08:35"));
  CHECK(has(ruian, "15分钟内；等候补正的时间不计入"));
  CHECK(has(ruian, "（当场办理；等候补正的时间不计入）"));
  CHECK(has(ruian, "转账支付"));
  CHECK(has(ruian, "最迟于2019年7月1日办结"));
  const std::string wenling = text_of(receipt(accepted(Example::named("wenling-hospital")), Language::en).value());
  CHECK(has(wenling, "2019-05-06"));
  CHECK(has(wenling, "within 3 working days"));
}

TEST_CASE("every step of an accepted case stands on its receipt, in both languages") {
  each_accepted([](const Case& state) {
    for (const Language language : {Language::zh, Language::en}) {
      const Paper paper = receipt(state, language).value();
      const auto table = std::find_if(paper.blocks.begin(), paper.blocks.end(),
                                      [](const auto& block) { return std::holds_alternative<paper::Table>(block); });
      REQUIRE(table != paper.blocks.end());
      CHECK(std::get<paper::Table>(*table).rows.size() == state.steps.size());
    }
  });
}

TEST_CASE("the undertaking names what is deferred and until when, as long as it is not there") {
  Case state = accepted(with_scans("yiwu-twins"));
  const std::string text = text_of(deferral_undertaking(state).value());
  CHECK(has(text, "居民身份证"));
  CHECK(has(text, "母亲"));
  CHECK(has(text, "2019年6月24日"));
  CHECK(has(text_of(receipt(state).value()), "须补交的材料"));
  carry_out(state, commands::HandIn{{{"id-card", "mother"}}}, accepted_at(state));
  const Paper one_left = deferral_undertaking(state).value();
  for (const auto& block : one_left.blocks) {
    if (const auto* table = std::get_if<paper::Table>(&block)) CHECK(table->rows.size() == 1);
  }
  carry_out(state, commands::HandIn{{{"id-card", "father"}}}, accepted_at(state));
  CHECK(deferral_undertaking(state).error().kind == ErrorKind::missing);
  CHECK_FALSE(has(text_of(receipt(state).value()), "须补交的材料"));
}

TEST_CASE("a step that will not be done stays on the receipt and leaves the hand-over sheet") {
  Case state = accepted(Example::named("yiwu-local"));
  carry_out(state, commands::Withdraw{"social-security-card#1", "x"}, accepted_at(state));
  CHECK(has(text_of(receipt(state).value()), "不再办理"));
  CHECK(hand_over_sheet(state, "designated-bank").error().kind == ErrorKind::missing);
}
