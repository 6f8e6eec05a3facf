#include "command.hpp"
#include "input.hpp"
#include "profile/rule_tables.hpp"
#include "profile_wording.hpp"
#include "terminal.hpp"
#include "words.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <memory>
#include <vector>

namespace birthcase::cli {
namespace {

struct ProfilesOptions {
  std::string id;
  JsonOutput output;
  Language language = Language::zh;
};

std::size_t rule_count(const Rules& rules) {
  std::size_t count = 0;
  profile::for_each_table(rules, [&count](const auto&, const auto& rows) { count += rows.size(); });
  return count;
}

Document as_document(const std::vector<Profile>& profiles, const Words& words) {
  Table table({{std::string(words(command_line::profile)), Align::left, false},
               {std::string(words(command_line::title)), Align::left, true},
               {std::string(words(command_line::place)), Align::left, false},
               {std::string(words(command_line::validity)), Align::left, true},
               {std::string(words(command_line::services)), Align::right, false},
               {std::string(words(command_line::fields)), Align::right, false},
               {std::string(words(command_line::rules)), Align::right, false}});
  for (const Profile& profile : profiles) {
    const Rules& rules = profile.rules();
    table.add({rules.id, std::string(words.in(rules.title)), place_of(words, rules), validity_of(words, rules.valid),
               std::to_string(rules.services.size()), std::to_string(rules.form.fields.size()),
               std::to_string(rule_count(rules))});
  }
  return {.look = layout::Look::tables, .language = words.language(), .blocks = {std::move(table)}};
}

boost::json::object as_json(const Rules& rules, Language language) {
  boost::json::object json{{"id", rules.id}, {"title", rules.title.in(language)}};
  if (!rules.division.empty()) json["jurisdiction"] = rules.division;
  if (!rules.place.in(language).empty()) json["place"] = rules.place.in(language);
  boost::json::object valid;
  if (rules.valid.from) valid["from"] = to_string(*rules.valid.from);
  if (rules.valid.until) valid["until"] = to_string(*rules.valid.until);
  json["valid"] = std::move(valid);
  json["joint"] = rules.joint;
  json["services"] = rules.services.size();
  json["fields"] = rules.form.fields.size();
  json["rules"] = rule_count(rules);
  return json;
}

Status print_text(const std::string& id) {
  const auto text = Profile::built_in_text(id);
  if (!text) {
    complain(id + ": is not a built-in profile (built in: " + built_in_list() + ")");
    return wrong_input;
  }
  write_json(*text);
  if (!text->ends_with('\n')) write("\n");
  return done;
}

Status run(const ProfilesOptions& options) {
  if (!options.id.empty()) return print_text(options.id);
  std::vector<Profile> profiles;
  for (const std::string_view id : Profile::built_in_ids()) {
    auto profile = Profile::built_in(id);
    if (!profile) return refuse(profile.error());
    profiles.push_back(std::move(*profile));
  }
  if (!options.output.wanted()) {
    write(as_document(profiles, Words(options.language)));
    return done;
  }
  boost::json::array json;
  for (const Profile& profile : profiles) json.push_back(as_json(profile.rules(), options.language));
  options.output.write(boost::json::serialize(json));
  return done;
}

}  // namespace

Command add_profiles(CLI::App& program) {
  auto options = std::make_shared<ProfilesOptions>();
  CLI::App& command = *program.add_subcommand("profiles", "the profiles that are built in, or the JSON text of one");
  command.add_option("ID", options->id, "print this profile as it was written");
  options->output.add_to(command);
  add_language(command, options->language);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
