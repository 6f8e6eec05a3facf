#include "feel/builder.hpp"

#include <algorithm>

namespace birthcase::feel {

namespace {

bool fits_count(const Function& function, std::size_t count) noexcept {
  if (function.arity == Arity::listed) return count >= 1;
  if (function.arity == Arity::rest) return count >= function.required;
  return count >= function.required && count <= function.parameters.size();
}

// Puts named arguments in the order of the parameters; false if they are not this function's.
bool arrange(const Function& function, std::vector<NamedArgument>& arguments) {
  std::vector<NamedArgument> arranged;
  for (const Parameter& parameter : function.parameters) {
    const auto found = std::find_if(arguments.begin(), arguments.end(),
                                    [&](const NamedArgument& argument) { return argument.name == parameter.name; });
    if (found != arguments.end()) arranged.push_back(*found);
    if (found == arguments.end() && arranged.size() < function.required) return false;
    if (found == arguments.end()) break;  // an optional argument can only be left out together with all after it
  }
  if (arranged.size() != arguments.size()) return false;
  arguments = std::move(arranged);
  return true;
}

}  // namespace

const Function* Builder::overload(std::string_view name, std::vector<NamedArgument>& arguments, std::size_t offset) {
  const bool named = !arguments.empty() && !arguments.front().name.empty();
  for (const Function& function : functions()) {
    if (function.name != name) continue;
    if (named ? arrange(function, arguments) : fits_count(function, arguments.size())) return &function;
  }
  diagnostics_.fail(ErrorKind::wrong_type, "\"" + std::string(name) + "\" does not take these arguments", offset);
  return nullptr;
}

void Builder::check_argument(const Function& function, std::size_t index, const Typed& argument) {
  const Parameter& parameter = function.parameters[std::min(index, function.parameters.size() - 1)];
  const bool open = argument.kind == Kind::null || argument.kind == Kind::any || argument.kind == Kind::list;
  if (open || parameter.kinds.has(argument.kind) || parameter.kinds.has(Kind::list)) return;
  diagnostics_.fail(
      ErrorKind::wrong_type,
      "\"" + std::string(function.name) + "\" does not take a " + std::string(to_string(argument.kind)) + " here",
      argument.offset);
}

Typed Builder::call(std::string_view name, std::vector<NamedArgument> arguments, std::size_t offset) {
  const Function* const function = overload(name, arguments, offset);
  if (function == nullptr || diagnostics_.failed()) return {};
  std::vector<Typed> values;
  for (const NamedArgument& argument : arguments) values.push_back(argument.value);
  const bool counts_newborns = name == "count" && values.size() == 1 && !values[0].constant &&
                               program_.nodes[values[0].node].operation == Operation::newborns;
  if (counts_newborns) return add({Operation::newborn_count, 0, 0, 0, 0}, Kind::number, {values[0]}, offset);
  if (function->arity == Arity::listed && values.size() > 1) values = {list(values, offset)};
  for (std::size_t i = 0; i < values.size(); ++i) check_argument(*function, i, values[i]);
  const auto index = static_cast<std::uint32_t>(program_.functions.size());
  program_.functions.push_back(function);
  const Typed typed = add_with_operands({Operation::call, 0, index, 0, 0}, function->result, values, offset);
  if (!std::all_of(values.begin(), values.end(), [](const Typed& value) { return value.constant; })) return typed;
  if (function->cost >= costly) return typed;
  const Typed folded = fold(typed);
  const bool asked_null =
      std::any_of(values.begin(), values.end(), [](const Typed& v) { return v.kind == Kind::null; });
  if (strict_ && folded.kind == Kind::null && !asked_null) {
    diagnostics_.fail(ErrorKind::out_of_range, "\"" + std::string(name) + "\" can only answer null here", offset);
  }
  return folded;
}

Typed Builder::domain_call(const DomainFunction& function, std::span<const NamedArgument> arguments,
                           std::size_t offset) {
  if (arguments.size() != 1 || function.call == nullptr) {
    diagnostics_.fail(ErrorKind::wrong_type, "\"" + std::string(function.name) + "\" takes one argument", offset);
    return {};
  }
  const Typed& argument = arguments.front().value;
  if (function.parameter != Kind::any && !are_comparable(function.parameter, argument.kind)) {
    diagnostics_.fail(ErrorKind::wrong_type,
                      "\"" + std::string(function.name) + "\" takes a " + std::string(to_string(function.parameter)),
                      argument.offset);
  }
  const auto index = static_cast<std::uint32_t>(program_.domain_functions.size());
  program_.domain_functions.push_back(function);
  return add({Operation::domain_call, 0, index, argument.node, 0}, function.result, {argument}, offset);
}

}  // namespace birthcase::feel
