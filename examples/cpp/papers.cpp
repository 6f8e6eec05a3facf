// The papers of a birth, in both languages, as HTML to print and as text: application form and notice at once; when the
// case is accepted also receipt, undertaking and a hand-over sheet for each department.
//
//   papers FOLDER APPLICATION.json …
#include <birthcase/case.hpp>
#include <birthcase/documents.hpp>
#include <birthcase/plan_json.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;
using birthcase::Case;
using birthcase::Language;

struct Desk {
  fs::path folder;
  std::string case_id;
  Language language;

  void print(std::string_view paper_name, const birthcase::Paper& paper) const {
    const std::string language_name = language == Language::zh ? "zh" : "en";
    const fs::path file = folder / (case_id + "." + std::string(paper_name) + "." + language_name);
    std::ofstream(file.string() + ".html") << birthcase::to_html(paper);
    std::ofstream(file.string() + ".txt") << birthcase::to_text(paper);
  }
};

// What somebody wants done with the case, at a moment. A refusal says why not, and changes nothing.
bool carry_out(Case& birth, birthcase::CommandBody command, const birthcase::DateTime& now) {
  const auto decision = birthcase::decide(birth, {"window-1", std::move(command)}, now);
  if (!decision) {
    std::cout << birth.id << ": " << decision.error().message.en << '\n';
    return false;
  }
  for (const auto& event : decision->events) birthcase::apply(birth, event).value();
  return true;
}

// Everything that is here as a scan may follow within a week.
birthcase::commands::Accept acceptance_of(const birthcase::Plan& plan, birthcase::Date today) {
  birthcase::commands::Accept accept;
  for (const auto place : plan.acceptable.deferrable_evidence) {
    const auto& item = plan.evidence[place];
    const bool held = item.holder != birthcase::no_index;
    accept.deferred.push_back({.type = item.type->id,
                               .holder = held ? plan.profile().rules().holders[item.holder].id : "",
                               .newborn = item.newborn,
                               .until = today + boost::gregorian::days(7)});
  }
  return accept;
}

void print_accepted(const Case& birth, const Desk& desk) {
  desk.print("receipt", birthcase::receipt(birth, desk.language).value());
  if (const auto paper = birthcase::deferral_undertaking(birth, desk.language)) desk.print("undertaking", *paper);
  std::set<std::string> organisations;
  for (const auto& step : birth.steps) organisations.insert(step.planned.organisation);
  for (const std::string& id : organisations) {
    desk.print("hand-over." + id, birthcase::hand_over_sheet(birth, id, desk.language).value());
  }
}

void print_all(const fs::path& folder, const fs::path& file) {
  std::ifstream stream(file);
  const std::string text(std::istreambuf_iterator<char>(stream), {});
  const auto profile = birthcase::Profile::built_in(birthcase::profile_named_in(text).value().value_or("base")).value();
  const auto application = birthcase::Application::parse(profile, text).value();
  const auto applied_at = application.get("applied_at").value().to_date_time();
  const auto now = applied_at.value_or(birthcase::parse_date_time("2019-06-10T09:30").value());

  Case birth(profile, file.stem().string());
  carry_out(birth, birthcase::commands::Open{text}, now);
  const auto plan = birthcase::plan(birth, now.date());
  const bool accepted = plan.acceptable.now && carry_out(birth, acceptance_of(plan, now.date()), now);
  for (const Language language : {Language::zh, Language::en}) {
    const Desk desk{folder, birth.id, language};
    desk.print("form", birthcase::application_form(plan, language, birth.id));
    desk.print("notice", birthcase::notice(plan, language, birth.id));
    if (accepted) print_accepted(birth, desk);
  }
  std::cout << birth.id << (accepted ? ": accepted\n" : ": not acceptable yet\n");
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "papers FOLDER APPLICATION.json …\n";
    return 2;
  }
  fs::create_directories(arguments[1]);
  for (int i = 2; i < count; ++i) print_all(arguments[1], arguments[i]);
}
