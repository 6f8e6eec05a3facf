// tell_story STORY EVENTS: carries out the commands of a file and prints what each came to, a line each; then writes
// the events. The first line of the file has a profile and a case, every other a moment and a command.
#include <birthcase/birthcase.hpp>
#include <birthcase/case_json.hpp>

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

using namespace birthcase;

int main(int count, char** arguments) {
  if (count < 3) return 2;
  std::ifstream story(arguments[1]);
  std::string profile;
  std::string line;
  story >> profile >> line;
  Case birth(Profile::built_in(profile).value(), line);
  std::getline(story, line);
  std::vector<Event> events;
  while (std::getline(story, line)) {
    const auto blank = line.find(' ');
    const auto now = parse_date_time(line.substr(0, blank)).value();
    const auto decision = decide(birth, parse_command(line.substr(blank + 1)).value(), now);
    if (!decision) {
      std::cout << to_string(decision.error().kind) << '\n';
      continue;
    }
    for (const Event& event : decision->events) {
      apply(birth, event).value();
      events.push_back(event);
    }
    std::cout << to_json(*decision) << '\n';
  }
  std::ofstream(arguments[2], std::ios::binary) << to_json(events);
}
