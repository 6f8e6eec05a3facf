// A city's own profile from its file: what does this family bring there?
#include <birthcase/birthcase.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int count, char** arguments) {
  std::ifstream file(count > 1 ? arguments[1] : "anji.json");
  if (!file) {
    std::cerr << "the profile cannot be read\n";
    return 1;
  }
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const auto profile = birthcase::Profile::parse(text);
  if (!profile) {
    std::cerr << profile.error() << '\n';
    return 1;
  }
  const auto family = birthcase::Application::parse(*profile, R"({
    "channel": "hospital", "applicant": {"role": "mother"}, "settlement": {"with": "mother"},
    "mother": {"id_type": "01", "hukou": {"division": "330523"}}, "father": {"id_type": "01"}})")
                          .value();
  const auto plan = birthcase::plan(*profile, family, birthcase::Date(2019, 7, 10));
  for (const auto& item : plan.evidence) {
    if (item.status == birthcase::EvidenceStatus::bring) std::cout << item.type->label.en << '\n';
  }
}
