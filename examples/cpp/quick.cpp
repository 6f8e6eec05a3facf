// An application's JSON in, its plan's JSON out.
#include <birthcase/birthcase.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string application(std::istreambuf_iterator<char>(file), {});

  const auto yiwu = birthcase::Profile::built_in("yiwu").value();
  const auto plan = birthcase::plan_json(yiwu, application);
  std::cout << (plan ? *plan : describe(plan.error())) << '\n';

  return plan ? 0 : 1;
}
