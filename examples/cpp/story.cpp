// The first case of Wenling's joint birth service, from its acceptance on 2019-04-29 to its end: accepted, dispatched,
// answered by each department, delivered, closed. Prints what each command came to. story.c, story.py and Story.java
// tell the same story and write the same events.
//
//     story APPLICATION.json [EVENTS.json]
#include <birthcase/birthcase.hpp>
#include <birthcase/case_json.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

using namespace birthcase;

namespace {

class Story {
 public:
  Story() : birth_(Profile::built_in("wenling").value(), "wl-2019-0001") {}

  /// Carries out a command and prints how many events it brought, or why it was not done.
  void tell(std::string_view now, std::string by, CommandBody body) {
    const std::string_view what = kind_of(body);
    const auto decision = decide(birth_, {std::move(by), std::move(body)}, parse_date_time(now).value());
    std::cout << now << ' ' << what << ": ";
    if (!decision) {
      std::cout << to_string(decision.error().kind) << '\n';
      return;
    }
    for (const Event& event : decision->events) {
      apply(birth_, event).value();
      events_.push_back(event);
    }
    std::cout << decision->events.size() << '\n';
  }

  /// The department's answer to the first message about a step.
  void answer(std::string_view now, std::string by, std::string_view step, std::vector<NamedFact> outputs = {}) {
    const std::string message = birth_.id + ":" + std::string(step) + "#1:1";
    tell(
        now, std::move(by),
        commands::Answer{.message = message, .result = commands::AnswerKind::completed, .outputs = std::move(outputs)});
  }

  std::string events() const { return to_json(events_); }

 private:
  Case birth_;
  std::vector<Event> events_;
};

NamedFact fact(std::string name, std::string value) { return {std::move(name), Value::text(std::move(value))}; }

std::string contents_of(const char* name) {
  std::ifstream file(name, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void tell_all(Story& story, std::string application) {
  story.tell("2019-04-29T09:10", "window-1", commands::Open{std::move(application)});
  story.tell("2019-04-29T09:15", "window-1", commands::Accept{});
  story.tell("2019-04-29T09:16", "window-1", commands::Dispatch{});
  story.answer("2019-04-29T09:40", "hospital", "birth-certificate",
               {fact("newborns[0].birth_certificate.number", "T330000001"),
                fact("newborns[0].birth_certificate.issued_on", "2019-04-29"),
                fact("newborns[0].birth_certificate.institution", "温岭市妇女儿童医院（示例）")});
  story.tell("2019-04-29T09:41", "window-1", commands::Dispatch{});
  story.answer("2019-04-29T10:05", "health-centre", "vaccination-certificate");
  story.tell("2019-04-29T11:00", "window-1", commands::Close{});  // too early: it is refused
  story.answer("2019-04-29T11:20", "police", "hukou-registration",
               {fact("newborns[0].id_number", "331081201904270027"), fact("settlement.hukou_nature", "resident")});
  story.tell("2019-04-29T11:21", "window-1", commands::Dispatch{});
  story.answer("2019-04-29T14:00", "medical-security", "medical-insurance-enrolment",
               {fact("newborns[0].insurance.enrolled_on", "2019-04-29")});
  story.answer("2019-04-30T09:30", "card-company", "social-security-card");
  story.tell("2019-04-30T15:00", "window-1", commands::Deliver{.reference = "SF0000000001"});
  story.tell("2019-04-30T15:05", "window-1", commands::Close{});
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  Story story;
  tell_all(story, contents_of(arguments[1]));
  if (count > 2) std::ofstream(arguments[2], std::ios::binary) << story.events();
}
