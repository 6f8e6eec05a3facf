// docs/case.md draws the table of transitions and lists commands and events, docs/errors.md refusals: all of them, and
// as they are.
#include <birthcase/case.hpp>

#include "applications.hpp"

#include <doctest/doctest.h>

using namespace birthcase;

namespace {

std::string drawn_transitions() {
  std::string drawing = "```mermaid\nstateDiagram-v2\n  [*] --> blocked\n";
  for (const Transition& each : transitions()) {
    drawing += "  " + std::string(to_string(each.from)) + " --> " + std::string(to_string(each.to)) + ": " +
               std::string(each.event) + "\n";
  }
  return drawing + "```\n";
}

std::string section(const std::string& page, std::string_view heading) {
  const auto begin = page.find("\n## " + std::string(heading) + "\n");
  REQUIRE(begin != std::string::npos);
  return page.substr(begin, page.find("\n## ", begin + 4) - begin);
}

template <class Variant, std::size_t... Places>
std::vector<std::string> kinds(std::index_sequence<Places...> /*places*/) {
  return {std::string(kind_of(Variant{std::in_place_index<Places>}))...};
}

template <class Variant>
std::vector<std::string> kinds() {
  return kinds<Variant>(std::make_index_sequence<std::variant_size_v<Variant>>());
}

}  // namespace

TEST_CASE("the page on cases draws the transitions of steps that the library goes by") {
  CHECK(tests::source_file("docs/case.md").find(drawn_transitions()) != std::string::npos);
}

TEST_CASE("the pages on cases and errors have every command, event and refusal") {
  const std::string page = tests::source_file("docs/case.md");
  const std::string commands = section(page, "Commands");
  for (const std::string& kind : kinds<CommandBody>())
    CHECK_MESSAGE(commands.find('`' + kind + '`') != std::string::npos, kind);
  const std::string events = section(page, "Events");
  for (const std::string& kind : kinds<EventBody>())
    CHECK_MESSAGE(events.find('`' + kind + '`') != std::string::npos, kind);
  const std::string refusals = section(tests::source_file("docs/errors.md"), "Refusals of a case");
  for (const auto code : refusal_codes())
    CHECK_MESSAGE(refusals.find('`' + std::string(code) + '`') != std::string::npos, code);
}
