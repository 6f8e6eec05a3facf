// Functions that the expression makes or names, and their calls.

#include "feel/parser.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace birthcase::feel {

namespace {

// How much of a program there is, to forget what came later. Names and mentions stay.
class Mark {
 public:
  explicit Mark(Program& program) noexcept
      : program_(program),
        sizes_{program.nodes.size(),     program.operands.size(),         program.constants.size(),
               program.functions.size(), program.domain_functions.size(), program.types.size(),
               program.patterns.size()},
        locals_(program.locals) {}

  void rewind() {
    program_.nodes.resize(sizes_[0]);
    program_.extents.resize(std::min(program_.extents.size(), sizes_[0]));
    program_.operands.resize(sizes_[1]);
    program_.constants.resize(sizes_[2]);
    program_.functions.resize(sizes_[3]);
    program_.domain_functions.resize(sizes_[4]);
    program_.types.resize(sizes_[5]);
    program_.patterns.resize(sizes_[6]);
    program_.locals = locals_;
  }

 private:
  Program& program_;
  std::array<std::size_t, 7> sizes_;
  std::uint32_t locals_;
};

std::vector<NamedArgument> positional(std::initializer_list<Typed> values) {
  std::vector<NamedArgument> arguments;
  for (const Typed& value : values) arguments.push_back({{}, value});
  return arguments;
}

}  // namespace

Typed Parser::function(Closure closure, std::size_t offset) {
  Typed typed;
  typed.offset = static_cast<std::uint32_t>(offset);
  typed.function = &closures_.emplace_front(std::move(closure));
  return typed;
}

// `function(a, b: number) a + b`; at the word.
Typed Parser::definition() {
  const std::size_t offset = token().begin;
  Closure closure;
  closure.scope = locals_;
  at_ += 2;
  while (!diagnostics_.failed() && !at_symbol(")")) {
    closure.parameters.push_back(run_of_names());
    closure.types.emplace_back();
    if (take_symbol(":")) {
      auto wanted = type();
      if (!wanted) return fail(ErrorKind::unknown_name, "there is no such type");
      closure.types.back() = std::move(*wanted);
    }
    if (!take_symbol(",")) break;
  }
  expect_symbol(")");
  if (at_word("external")) {
    return fail(ErrorKind::wrong_type, "nothing outside of the expression can be called");
  }
  closure.body = at_;
  draft(closure);
  closure.end = at_;
  return diagnostics_.failed() ? Typed() : function(std::move(closure), offset);
}

// Reads the body for its end and its faults, for any arguments.
void Parser::draft(const Closure& closure) {
  Mark before(program_);
  const std::size_t outer_locals = locals_.size();
  for (const std::string& parameter : closure.parameters) declare(parameter).typed.open = true;
  ++drafts_;
  expression();
  --drafts_;
  locals_.resize(outer_locals);
  before.rewind();
}

// At the opening parenthesis of the arguments.
Typed Parser::invoke_here(const Typed& callee) {
  if (callee.function == nullptr && !callee.open) return fail(ErrorKind::syntax, "this cannot be called");
  const std::size_t offset = token().begin;
  const auto given = arguments();
  return diagnostics_.failed() ? Typed() : invoke(callee, given, offset);
}

Typed Parser::invoke(const Typed& callee, const std::vector<NamedArgument>& given, std::size_t offset) {
  if (drafts_ > 0) return builder_.placeholder(offset);
  const Closure& function = *callee.function;
  if (!function.builtin.empty()) return builtin_call(function.builtin, given, offset);
  std::vector<Typed> arguments;
  for (const std::string& parameter : function.parameters) {
    const auto named = std::find_if(given.begin(), given.end(),
                                    [&](const NamedArgument& argument) { return argument.name == parameter; });
    const bool positional_here = arguments.size() < given.size() && given[arguments.size()].name.empty();
    if (!positional_here && named == given.end()) break;
    arguments.push_back(positional_here ? given[arguments.size()].value : named->value);
  }
  if (arguments.size() != given.size() || arguments.size() != function.parameters.size()) {
    return fail_at(ErrorKind::wrong_type, "this function takes other arguments", offset);
  }
  return instantiate(function, arguments);
}

// The body once more, with the arguments for the parameters.
Typed Parser::instantiate(const Closure& function, const std::vector<Typed>& arguments) {
  constexpr std::size_t most_work = 100'000;
  work_ += 1 + function.end - function.body;
  if (work_ > most_work) return fail(ErrorKind::out_of_range, "the functions of the expression are too much; split it");
  const std::size_t back = at_;
  std::vector<Local> callers = std::exchange(locals_, function.scope);
  std::vector<Bound> bindings = function.bindings;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    bind(function.parameters[i], function.types[i], arguments[i], bindings);
  }
  at_ = diagnostics_.failed() ? at_ : function.body;
  const Typed result = expression();
  locals_ = std::move(callers);
  if (diagnostics_.failed()) return {};
  if (at_ != function.end) return fail(ErrorKind::syntax, "for these arguments the function ends before its body");
  at_ = back;
  return bound(result, bindings);
}

void Parser::bind(const std::string& name, const Type& type, const Typed& argument, std::vector<Bound>& bindings) {
  if (argument.function != nullptr) {
    locals_.push_back({name, 0, argument, false, false});
    return;
  }
  Local& local = declare(name);
  local.typed = argument;
  bindings.push_back({argument, local.index});
  if (type.kind == Kind::any || diagnostics_.failed()) return;
  const bool is_open = argument.kind == Kind::any || argument.kind == Kind::null;
  if (argument.kind == type.kind && type.items.empty()) return;
  if (!is_open && argument.kind != type.kind) {
    const std::string wanted(type.kind == Kind::unknown ? "function" : to_string(type.kind));
    fail_at(ErrorKind::wrong_type,
            "this parameter takes a " + wanted + ", not a " + std::string(to_string(argument.kind)), argument.offset);
    return;
  }
  const Typed value = builder_.local(local.index, argument, argument.offset);
  const Typed fits = builder_.instance_of(value, type);
  const Typed null = builder_.constant(Value::null(), argument.offset);
  Local& checked = declare(name);
  checked.typed.kind = type.kind;
  bindings.push_back({builder_.conditional(fits, value, null, argument.offset), checked.index});
}

// The result as it is outside of what binds the names that it uses.
Typed Parser::bound(const Typed& result, const std::vector<Bound>& bindings) {
  if (bindings.empty()) return result;
  if (result.function != nullptr) {
    Closure closure = *result.function;
    closure.bindings.insert(closure.bindings.begin(), bindings.begin(), bindings.end());
    return function(std::move(closure), result.offset);
  }
  Typed typed = result;
  for (std::size_t i = bindings.size(); i-- > 0;) {
    typed = builder_.binding(bindings[i].value, typed, bindings[i].local);
  }
  if (result.members == nullptr) return typed;
  Members members = *result.members;
  members.bindings.insert(members.bindings.begin(), bindings.begin(), bindings.end());
  typed.members = &members_.emplace_front(std::move(members));
  return typed;
}

// `context.name`, where the context has functions among its entries.
Typed Parser::member(const Typed& context, const std::string& name, std::size_t offset) {
  const Members& members = *context.members;
  const auto found = std::find_if(members.entries.begin(), members.entries.end(),
                                  [&](const Members::Entry& entry) { return entry.name == name; });
  const bool is_value = found == members.entries.end() || found->value.function == nullptr;
  if (is_value && (found == members.entries.end() || found->value.members == nullptr)) {
    return builder_.path(context, name, offset);
  }
  std::vector<Bound> bindings = members.bindings;
  for (auto entry = members.entries.begin(); entry != found; ++entry) {
    if (entry->value.function == nullptr) bindings.push_back({entry->value, entry->local});
  }
  if (!is_value) return bound(found->value, bindings);
  Typed typed = builder_.path(context, name, offset);
  Members inner = *found->value.members;
  inner.bindings.insert(inner.bindings.begin(), bindings.begin(), bindings.end());
  typed.members = &members_.emplace_front(std::move(inner));
  return typed;
}

Typed Parser::builtin_call(const std::string& name, const std::vector<NamedArgument>& given, std::size_t offset) {
  const bool passes_function = std::any_of(given.begin(), given.end(), [](const NamedArgument& argument) {
    return argument.value.function != nullptr || argument.value.open;
  });
  if (name == "sort" || (name == "list replace" && passes_function)) return call_with_function(name, given, offset);
  return builder_.call(name, given, offset);
}

// `sort` and `list replace`, whose second argument is a function of two.
Typed Parser::call_with_function(const std::string& name, std::vector<NamedArgument> given, std::size_t offset) {
  if (!builder_.arranged(name, given, offset)) return fail_at(ErrorKind::wrong_type, "", offset);
  const Typed& list = given[0].value;
  if (drafts_ > 0) return builder_.placeholder(offset);
  if (given[1].value.function == nullptr) {
    return fail_at(ErrorKind::wrong_type, "\"" + name + "\" takes a function, such as function(x, y) x < y",
                   given[1].value.offset);
  }
  Typed item;
  item.newborn = list.newborns;
  item.kind = list.newborns ? Kind::number : Kind::any;
  const std::uint32_t first = declare({}).index;
  const std::uint32_t second = declare({}).index;
  locals_.resize(locals_.size() - 2);
  const Typed one = builder_.local(first, item, offset);
  if (name == "sort") {
    const Typed other = builder_.local(second, item, offset);
    return builder_.sort(list, invoke(given[1].value, positional({one, other}), offset), first);
  }
  const Typed replacement = builder_.local(second, given[2].value, offset);
  const Typed matches = invoke(given[1].value, positional({one, replacement}), offset);
  const Typed replaced = builder_.conditional(matches, replacement, one, offset);
  return builder_.binding(given[2].value, builder_.loop(list, replaced, first, 0), second);
}

}  // namespace birthcase::feel
