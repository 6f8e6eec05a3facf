// Looks through a profile, and runs a test of a rule.
#include <birthcase/lint.hpp>
#include <birthcase/testing.hpp>

#include <iostream>

int main() {
  const auto yiwu = birthcase::Profile::built_in_text("yiwu").value();
  const auto tests = birthcase::RuleTests::parse(R"({"profile": "yiwu", "as_of": "2019-06-10", "cases": [
    {"name": "the certificate is had at the window", "source": "B",
     "expect": {"lanes": {"birth-certificate": "joint"}}}]})");
  std::cout << birthcase::lint(yiwu).value().size() << " remarks, " << birthcase::run(tests.value()).passed
            << " passed\n";
}
