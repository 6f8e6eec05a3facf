// The expression language on its own: no profile, no hospital, only named values.
#include <birthcase/condition.hpp>

#include <iostream>

int main() {
  using birthcase::Value;
  const auto facts = birthcase::NamedValues::make({{"weight_g", Value::number(3200)},
                                                   {"weeks", Value()},  // nobody has told
                                                   {"father", Value::null()}})
                         .value();
  const auto early = birthcase::Condition::compile("weight_g < 2500 or weeks < 37", facts).value();
  birthcase::Trace trace;
  if (early.test(facts.facts(), trace) == birthcase::Truth::unknown) {
    for (const auto fact : trace.deciding) std::cout << "it hangs on " << facts.names()[fact.index] << '\n';
  }
  const auto words = R"(if father = null then "mother alone" else "both")";
  std::cout << to_string(birthcase::Expression::compile(words, facts).value().evaluate(facts.facts())) << '\n';

  const auto mistyped = birthcase::Expression::compile("weight_k > 3", facts);
  std::cout << mistyped.error().column << ": " << mistyped.error().message << '\n';
}
