#include "command.hpp"

#include "pretty.hpp"

#include <boost/date_time/gregorian/gregorian.hpp>

#include <algorithm>
#include <utility>

namespace birthcase::cli {

Command one_of(CLI::App& parser, std::vector<Command> commands) {
  parser.require_subcommand(1);
  return {&parser, [commands = std::move(commands)] {
            return std::find_if(commands.begin(), commands.end(),
                                [](const Command& command) { return command.parser->parsed(); })
                ->run();
          }};
}

void add_language(CLI::App& command, Language& language) {
  const auto choose = [&language](const std::string& name) { language = name == "en" ? Language::en : Language::zh; };
  const std::string used = language == Language::en ? "en" : "zh";
  command.add_option_function<std::string>("--lang", choose, "language of labels and messages (default: " + used + ')')
      ->check(CLI::IsMember({"zh", "en"}))
      ->option_text("zh|en");
}

void add_format(CLI::App& command, layout::Format& format) {
  const auto choose = [&format](const std::string& name) { format = layout::format_named(name); };
  command.add_option_function<std::string>("--format", choose, "how the tables are written (default: text)")
      ->check(CLI::IsMember({"text", "markdown", "html"}))
      ->option_text("text|markdown|html")
      ->excludes("--json")
      ->excludes("--pretty");
}

void JsonOutput::add_to(CLI::App& command) {
  command.add_flag("--json", json, "JSON instead of text");
  command.add_flag("--pretty", pretty, "JSON with line breaks and indents");
}

void JsonOutput::write(std::string document) const {
  if (pretty) document = indented(document);
  document += '\n';
  write_json(document);
}

void JsonArrayOutput::add(std::string array) {
  if (array == "[]") return;
  if (pretty_) array = indented(array);
  const std::size_t bracket = pretty_ ? 2 : 1;  // with its line feed
  const std::string_view elements(array.data() + bracket, array.size() - 2 * bracket);
  cli::write(begun_ ? (pretty_ ? ",\n" : ",") : (pretty_ ? "[\n" : "["));
  cli::write(elements);
  begun_ = true;
}

void JsonArrayOutput::end() { cli::write(begun_ ? (pretty_ ? "\n]\n" : "]\n") : "[]\n"); }

Result<std::optional<Date>> date_of(const std::string& option, const std::string& text) {
  if (text.empty()) return std::optional<Date>();
  auto date = parse_date(text);
  if (date) return std::optional<Date>(*date);
  Error error = date.error();
  error.document = option;
  return error;
}

Date today() { return boost::gregorian::day_clock::local_day(); }

}  // namespace birthcase::cli
