#include <birthcase/codes.hpp>

#include "command.hpp"
#include "data_files.hpp"
#include "embedded.hpp"
#include "input.hpp"
#include "text/wrap.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace birthcase::cli {
namespace {

constexpr std::string_view division_table = "gbt-2260";

struct InitOptions {
  std::string city;
  std::string folder = ".";
  std::string division;
  std::string below = "base";
  DataFiles data;
};

using Replacements = std::vector<std::pair<std::string_view, std::string>>;

Error fault(ErrorKind kind, std::string message, std::string_view document) {
  Error error;
  error.kind = kind;
  error.message = std::move(message);
  error.document = document;
  return error;
}

// The template with each name in it replaced. `@…@` stands for nothing else in a template.
std::string filled_in(std::string_view text, const Replacements& replacements) {
  std::string result(text);
  for (const auto& [name, value] : replacements) {
    for (auto at = result.find(name); at != std::string::npos; at = result.find(name, at + value.size())) {
      result.replace(at, name.size(), value);
    }
  }
  return result;
}

bool is_city_id(std::string_view id) noexcept {
  const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !id.empty() && is_word(id.front()) && is_word(id.back()) && id.find("--") == std::string_view::npos &&
         std::all_of(id.begin(), id.end(), [is_word](char c) { return is_word(c) || c == '-'; });
}

Result<void> check_city(const std::string& id) {
  if (!is_city_id(id)) {
    return fault(ErrorKind::syntax, "is not an id: write lower-case letters and digits with - between words", id);
  }
  if (!is_built_in(id)) return {};
  return fault(ErrorKind::contradiction, "is the id of a built-in profile; choose another, or extend it", id);
}

// The profile below as `extends` finds it: beside the new file or built in.
Result<Profile> profile_below(const InitOptions& options) {
  const auto data = options.data.read();
  if (!data) return data.error();
  const auto beside = std::filesystem::path(options.folder) / (options.below + ".json");
  std::error_code ignored;
  if (is_city_id(options.below) && std::filesystem::is_regular_file(beside, ignored)) {
    return load_profile(beside.string(), *data);
  }
  if (is_built_in(options.below)) return load_profile(options.below, *data);
  return fault(ErrorKind::unknown_name,
               "there is no such profile to extend; name a built-in one (" + built_in_list() +
                   ") or one in the folder, without .json",
               "--extends " + options.below);
}

// Of all divisions that are counties and still in force, the first, or the first but for one.
std::string county(const CodeTable& divisions, std::string_view but_for) {
  for (const CodeEntry& entry : divisions.entries()) {
    const bool is_county = !entry.code.ends_with("00") && entry.last_year == 0 && entry.code != but_for;
    if (is_county) return std::string(entry.code);
  }
  return {};
}

// Which counties there are in the prefecture of a code that is not there: `; 3305 has 330502 吴兴区, …`
std::string counties_beside(const CodeTable& divisions, std::string_view code) {
  constexpr std::size_t prefecture = 4;
  std::string text;
  if (code.size() < prefecture) return text;
  for (const CodeEntry& entry : divisions.entries()) {
    if (!entry.code.starts_with(code.substr(0, prefecture)) || entry.code.ends_with("00") || entry.last_year != 0)
      continue;
    text += text.empty() ? "; " + std::string(code.substr(0, prefecture)) + " has " : ", ";
    text += std::string(entry.code) + ' ' + std::string(entry.zh);
  }
  return text;
}

Result<Replacements> replacements_for(const InitOptions& options) {
  const auto below = profile_below(options);
  if (!below) return below.error();
  const CodeTable& divisions = *below->rules().codes->find(division_table);
  const std::string division = options.division.empty() ? county(divisions, {}) : options.division;
  const CodeEntry* entry = divisions.find(division);
  if (entry == nullptr) {
    return fault(ErrorKind::unknown_name,
                 "there is no such division in " + divisions.standard() + counties_beside(divisions, division),
                 "--division " + division);
  }
  const std::string place(entry->zh);
  const bool chosen = !options.division.empty();
  return Replacements{
      {"@check-zh@", chosen ? "" : "待核：未给出 --division，" + division + place + "只是占位，请全部改正。"},
      {"@check-en@", chosen ? ""
                            : " 待核: without --division, " + division +
                                  " only holds the place; put the city's own code everywhere."},
      {"@id@", options.city},
      {"@extends@", options.below},
      {"@division@", division},
      {"@elsewhere@", county(divisions, division)},
      {"@place@", place}};
}

// Writes a file that is not there yet.
Result<void> write_new(const std::string& file, const std::string& text) {
  std::FILE* opened = std::fopen(file.c_str(), "wbx");
  if (opened == nullptr) {
    return fault(ErrorKind::contradiction,
                 errno == EEXIST ? "is there already, and is left as it is"
                                 : "cannot be written: " + std::generic_category().message(errno),
                 file);
  }
  const bool written = std::fwrite(text.data(), 1, text.size(), opened) == text.size();
  if (std::fclose(opened) == 0 && written) return {};
  return fault(ErrorKind::contradiction, "cannot be written: " + std::generic_category().message(errno), file);
}

Status run(const InitOptions& options) {
  if (const auto valid = check_city(options.city); !valid) return refuse(valid.error());
  const auto replacements = replacements_for(options);
  if (!replacements) return refuse(replacements.error());
  std::error_code failed;
  std::filesystem::create_directories(options.folder, failed);
  if (failed) return refuse(fault(ErrorKind::missing, "cannot be made: " + failed.message(), options.folder));
  std::vector<std::pair<std::string, std::string>> files;
  for (const std::string_view ending : {".json", ".birthcase.json"}) {
    const std::string_view text = embedded_text(embedded_templates(), "city" + std::string(ending));
    const auto file = std::filesystem::path(options.folder) / (options.city + std::string(ending));
    files.emplace_back(file.lexically_normal().string(), filled_in(text, *replacements));
    if (std::filesystem::exists(file, failed)) {
      return refuse(fault(ErrorKind::contradiction, "is there already, and is left as it is", files.back().first));
    }
  }
  for (const auto& [file, text] : files) {
    if (const auto written = write_new(file, text); !written) return refuse(written.error());
    write(text::printable(file) + '\n');
  }
  if (options.division.empty()) {
    complain("birthcase init: no --division was given: a code that only holds the place is marked 待核 in both files");
  }
  return done;
}

}  // namespace

Command add_init(CLI::App& program) {
  auto options = std::make_shared<InitOptions>();
  CLI::App& command =
      *program.add_subcommand("init", "begin a city's profile: a skeleton with comments, and a first test of it");
  command.add_option("CITY", options->city, "the profile's id, which is also the files' name: my-city")->required();
  command.add_option("--dir", options->folder, "where to write the two files (default: here)")->option_text("DIR");
  command.add_option("--division", options->division, "the city's code in GB/T 2260; otherwise one to be replaced")
      ->option_text("CODE");
  command.add_option("--extends", options->below, "the profile below (default: base)")->option_text("ID");
  options->data.add_to(command);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
