/// For programs that are no tests and load profiles and examples as tests do.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>

namespace birthcase::tests {

/// While this lives, an assertion of doctest that fails ends the program with status 2 and says where. One at a time.
class OutsideTests {
 public:
  OutsideTests() {
    context_.setAsDefaultForAssertsOutOfTestCases();
    context_.setAssertHandler([](const doctest::AssertData& assertion) {
      if (!assertion.m_failed) return;
      std::cerr << assertion.m_file << ':' << assertion.m_line << ": " << assertion.m_expr << '\n';
      std::exit(2);
    });
  }
  OutsideTests(const OutsideTests&) = delete;
  OutsideTests& operator=(const OutsideTests&) = delete;

 private:
  doctest::Context context_;
};

}  // namespace birthcase::tests
