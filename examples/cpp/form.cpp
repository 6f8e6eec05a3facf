// The application form of one birth, filled in as far as anything is known, as a page to print.
#include <birthcase/birthcase.hpp>

#include <iostream>

int main() {
  const auto yiwu = birthcase::Profile::built_in("yiwu").value();
  const auto known = birthcase::Application::parse(yiwu, R"({
    "channel": "hospital", "applicant": {"role": "mother"}, "settlement": {"with": "father"},
    "mother": {"name": "李䶮", "ethnicity": "01"}, "newborns": [{"name": "王𠮷"}]})")
                         .value();
  const auto plan = birthcase::plan(yiwu, known, birthcase::Date(2019, 6, 10));
  std::cout << birthcase::to_html(birthcase::application_form(plan));
}
