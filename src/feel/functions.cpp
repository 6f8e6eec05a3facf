#include "feel/functions.hpp"

#include <birthcase/condition.hpp>

#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <forward_list>
#include <iterator>

namespace birthcase::feel {

namespace {

bool has_unknown(const Value& value) {
  switch (value.kind()) {
    case Kind::unknown:
      return true;
    case Kind::list:
      return std::any_of(value.as_list().begin(), value.as_list().end(), has_unknown);
    case Kind::context:
      return std::any_of(value.as_context().entries().begin(), value.as_context().entries().end(),
                         [](const Context::Entry& entry) { return has_unknown(entry.second); });
    default:
      return false;
  }
}

// The argument as the parameter wants it, or nullptr. `wrapped` holds lists made of single values, which are rare.
const Value* fit(const Value& argument, const Parameter& parameter, std::forward_list<Value>& wrapped) {
  if (argument.is_unknown()) return &argument;
  if (argument.is_null()) return parameter.nullable ? &argument : nullptr;
  if (parameter.kinds.has(argument.kind())) return &argument;
  if (argument.is(Kind::list) && argument.as_list().size() == 1 &&
      parameter.kinds.has(argument.as_list().front().kind())) {
    return &argument.as_list().front();
  }
  if (!parameter.kinds.has(Kind::list)) return nullptr;
  return &wrapped.emplace_front(Value::list({argument}));
}

}  // namespace

std::size_t Budget::cost_of_time(const Value& value) noexcept {
  constexpr std::size_t named_zone = 50;
  const CivilTime& time = value.is(Kind::time) ? value.as_time() : value.as_date_time().time;
  return time.zone.name ? named_zone : 1;
}

bool Budget::spend_on(const Value& value, std::size_t depth) noexcept {
  constexpr std::size_t deepest = 250;
  if (value.is(Kind::text)) return spend(1 + value.as_text().size() / 64);
  const auto spend_on_item = [this, depth](const Value& item) { return spend_on(item, depth + 1); };
  if (!spend(depth > deepest ? left_ : 1)) return false;
  if (value.is(Kind::list)) return std::all_of(value.as_list().begin(), value.as_list().end(), spend_on_item);
  if (!value.is(Kind::context)) return true;
  const auto& entries = value.as_context().entries();
  return std::all_of(entries.begin(), entries.end(),
                     [&](const Context::Entry& entry) { return spend_on_item(entry.second); });
}

std::span<const Function> functions() {
  static const std::vector<Function> all = [] {
    std::vector<Function> collected;
    for (auto* const subject : {&number_functions, &text_functions, &pattern_functions, &list_functions,
                                &context_functions, &aggregate_functions, &temporal_functions, &range_functions}) {
      std::vector<Function> some = subject();
      std::move(some.begin(), some.end(), std::back_inserter(collected));
    }
    return collected;
  }();
  return all;
}

bool is_function(std::string_view name) {
  const auto all = functions();
  return std::any_of(all.begin(), all.end(), [&](const Function& function) { return function.name == name; });
}

Value call(const Function& function, std::span<const Value* const> arguments, Budget& budget, const Pattern* pattern) {
  if (!budget.spend(function.cost)) return Value::null();
  boost::container::small_vector<const Value*, 4> fitted;
  std::forward_list<Value> wrapped;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Value& argument = *arguments[i];
    if (!budget.spend_on(argument)) return Value::null();
    if (!function.sees_unknown && has_unknown(argument)) return {};
    const Parameter& parameter = function.parameters[std::min(i, function.parameters.size() - 1)];
    if (argument.is_unknown() && !parameter.kinds.has(Kind::any)) return {};
    const Value* const fit_argument = fit(argument, parameter, wrapped);
    if (fit_argument == nullptr) return Value::null();
    fitted.push_back(fit_argument);
  }
  return function.call(Arguments({fitted.data(), fitted.size()}, budget, pattern));
}

Value call(const DomainFunction& function, const Value& argument, Budget& budget) {
  constexpr std::size_t cost = 100;
  if (argument.is_unknown() || argument.is_null()) return argument;
  if (function.parameter != Kind::any && function.parameter != argument.kind()) return Value::null();
  return budget.spend(cost) && budget.spend_on(argument) ? function.call(argument) : Value::null();
}

}  // namespace birthcase::feel
