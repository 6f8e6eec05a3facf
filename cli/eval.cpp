#include <birthcase/condition.hpp>
#include <birthcase/plan_json.hpp>

#include "command.hpp"
#include "input.hpp"
#include "json_error.hpp"
#include "json_values.hpp"
#include "lines.hpp"
#include "typed_values.hpp"

#include <boost/json/serialize.hpp>

#include <memory>
#include <system_error>

namespace birthcase::cli {
namespace {

struct EvalOptions {
  std::string expression;
  std::string facts;
  std::string input = "-";
  bool batch = false;
  bool json = false;
};

Result<Value> evaluate(std::string_view expression, const NamedValues& names) {
  const auto compiled = Expression::compile(expression, names);
  if (!compiled) return compiled.error();
  return compiled->evaluate(names.facts());
}

Result<NamedValues> read_facts(const std::string& file) {
  if (file.empty()) return NamedValues::make({});
  const auto text = read_text(file, max_application_bytes);
  if (!text) return text.error();
  const auto json = parse_json(*text);
  if (!json) return json.error();
  return named_values(*json);
}

Status run_one(const EvalOptions& options) {
  const auto facts = read_facts(options.facts);
  if (!facts) return refuse(facts.error(), shown(options.facts));
  const auto value = evaluate(options.expression, *facts);
  if (!value) return refuse(value.error(), "expression");
  if (options.json) {
    write_json(to_json_text(*value) + '\n');
  } else {
    write(to_string(*value) + '\n');
  }
  return done;
}

Error no_expression() {
  Error error;
  error.kind = ErrorKind::missing;
  error.message = "expected {\"expression\":\"…\",\"inputs\":{…}}";
  return error;
}

Result<Value> answer(const Line& line) {
  if (line.too_long) return line_too_long();
  const auto json = parse_json(line.text);
  if (!json) return json.error();
  const Value* expression = json->is(Kind::context) ? json->as_context().find("expression") : nullptr;
  if (expression == nullptr || !expression->is(Kind::text)) return no_expression();
  const Value* inputs = json->as_context().find("inputs");
  const auto names = inputs != nullptr ? named_values(*inputs, "/inputs") : NamedValues::make({});
  if (!names) return names.error();
  return evaluate(expression->as_text(), *names);
}

Status run_batch(const EvalOptions& options) {
  auto lines = LineReader::open(options.input);
  if (!lines) return refuse(lines.error(), shown(options.input));
  Line line;
  while (lines->next(line)) {
    const auto value = answer(line);
    write_json(value ? "{\"value\":" + to_json_text(*value) + "}\n"
                     : boost::json::serialize(boost::json::object{{"error", error_json(value.error())}}) + '\n');
    if (!lines->ready()) flush();
  }
  if (lines->failure() == 0) return done;
  complain(std::string(shown(options.input)) +
           ": cannot be read: " + std::generic_category().message(lines->failure()));
  return wrong_input;
}

Status run(const EvalOptions& options) {
  if (options.batch) {
    EvalOptions batch = options;
    // without an expression the one positional argument is the file of lines
    if (!options.expression.empty()) batch.input = options.expression;
    return run_batch(batch);
  }
  if (options.expression.empty()) {
    complain("birthcase eval: an expression is required, or --batch (see birthcase eval --help)");
    return wrong_input;
  }
  return run_one(options);
}

}  // namespace

Command add_eval(CLI::App& program) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App& command = *program.add_subcommand("eval", "the value of a FEEL expression");
  command.add_option("EXPR", options->expression,
                     "the expression; with --batch the file of lines (default: standard input)");
  command
      .add_option("--facts", options->facts,
                  "a JSON object of names and values; dates as {\"type\":\"date\",\"value\":\"2019-05-01\"}")
      ->option_text("FILE");
  command.add_flag("--batch", options->batch,
                   "lines {\"expression\":…,\"inputs\":{…}} in, {\"value\":…} or {\"error\":…} out");
  command.add_flag("--json", options->json, "the value as JSON");
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
