#include "feel/builder.hpp"
#include "feel/pattern.hpp"

#include <algorithm>

namespace birthcase::feel {

namespace {

bool fits_count(const Function& function, std::size_t count) noexcept {
  if (function.arity == Arity::listed) return count >= 1;
  if (function.arity == Arity::rest) return count >= function.required;
  return count >= function.required && count <= function.parameters.size();
}

}  // namespace

// Named arguments in the order of the parameters; false if they are not this function's.
bool Builder::arrange(const Function& function, std::vector<NamedArgument>& arguments) {
  std::vector<NamedArgument> arranged;
  std::size_t taken = 0;
  for (const Parameter& parameter : function.parameters) {
    const auto found = std::find_if(arguments.begin(), arguments.end(),
                                    [&](const NamedArgument& argument) { return argument.name == parameter.name; });
    const bool given = found != arguments.end();
    taken += given ? 1 : 0;
    if (given) arranged.push_back(*found);
    if (!given && arranged.size() >= function.required) break;  // left out together with all after it
    if (!given && !parameter.nullable) return false;
    if (!given) arranged.push_back({std::string(parameter.name), constant(Value::null(), 0)});
  }
  if (taken != arguments.size()) return false;
  arguments = std::move(arranged);
  return true;
}

const Function* Builder::arranged(std::string_view name, std::vector<NamedArgument>& arguments, std::size_t offset) {
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

// Compiles a pattern that is written as a constant; the place that the call finds it in, 0 for none.
std::uint8_t Builder::pattern(const Function& function, std::span<const Typed> arguments) {
  constexpr std::size_t most_patterns = 255;
  if (function.pattern == 0 || diagnostics_.failed()) return 0;
  const Typed& written = arguments[function.pattern];
  if (!written.constant || written.kind != Kind::text) return 0;
  std::string flags;
  if (function.flags != 0 && arguments.size() > function.flags) {
    const Typed& given = arguments[function.flags];
    if (!given.constant || (given.kind != Kind::text && given.kind != Kind::null)) return 0;
    if (given.kind == Kind::text) flags = constant_of(given).as_text();
  }
  auto compiled = Pattern::make(constant_of(written).as_text(), flags);
  if (compiled == nullptr && strict_) {
    diagnostics_.fail(ErrorKind::syntax, "this is not a pattern of XPath, or its flags are not among s, m, i and x",
                      written.offset);
  }
  if (compiled == nullptr || program_.patterns.size() >= most_patterns) return 0;
  program_.patterns.push_back(std::move(compiled));
  return static_cast<std::uint8_t>(program_.patterns.size());
}

Typed Builder::call(std::string_view name, std::vector<NamedArgument> arguments, std::size_t offset) {
  const Function* const function = arranged(name, arguments, offset);
  if (function == nullptr || diagnostics_.failed()) return {};
  std::vector<Typed> values;
  for (const NamedArgument& argument : arguments) values.push_back(argument.value);
  const bool counts_newborns = name == "count" && values.size() == 1 && !values[0].constant &&
                               values[0].node < program_.nodes.size() &&  // the name of a function has no node
                               program_.nodes[values[0].node].operation == Operation::newborns;
  if (counts_newborns) return add({Operation::newborn_count, 0, 0, 0, 0}, Kind::number, {values[0]}, offset);
  if (function->arity == Arity::listed && values.size() > 1) values = {list(values, offset)};
  for (std::size_t i = 0; i < values.size(); ++i) check_argument(*function, i, values[i]);
  const auto index = static_cast<std::uint32_t>(program_.functions.size());
  program_.functions.push_back(function);
  const Typed typed =
      add_with_operands({Operation::call, pattern(*function, values), index, 0, 0}, function->result, values, offset);
  if (!std::all_of(values.begin(), values.end(), [](const Typed& value) { return value.constant; })) return typed;
  if (function->cost >= costly) return typed;
  const Typed folded = fold(typed);
  const bool asked_null =
      std::any_of(values.begin(), values.end(), [](const Typed& v) { return v.kind == Kind::null; });
  if (strict_ && folded.kind == Kind::null && !asked_null) {
    diagnostics_.fail(ErrorKind::out_of_range,
                      "\"" + std::string(name) + "\" can only answer null here; correct what is in its parentheses",
                      offset);
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
