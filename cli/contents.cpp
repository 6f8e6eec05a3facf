#include "contents.hpp"

namespace birthcase::cli {

void ContentsOptions::add_to(CLI::App& command) {
  const auto read = [](const std::string& names) {
    const auto parts = parse_plan_parts(names);
    return parts ? std::string() : parts.error().message;
  };
  command
      .add_option_function<std::string>(
          "--parts", [this](const std::string& names) { contents_.parts = parse_plan_parts(names).value(); },
          "only these keys of the JSON, with commas between them")
      ->check(CLI::Validator(read, ""))
      ->option_text("KEYS");
  command.add_flag_callback(
      "--no-labels", [this] { contents_.labels = false; }, "JSON without words for people");
  command.add_flag_callback(
      "--no-reasons", [this] { contents_.reasons = false; }, "JSON without any \"why\"");
}

bool ContentsOptions::given() const noexcept {
  return contents_.parts != PlanParts::all() || !contents_.labels || !contents_.reasons;
}

}  // namespace birthcase::cli
