#include "case/options.hpp"

namespace birthcase::cli::cases {

void CaseOptions::add_store(CLI::App& command) {
  command
      .add_option("--store", store,
                  "the file that keeps the cases (default: birthcase.db), or postgresql://user@host/database")
      ->option_text("FILE")
      ->envname("BIRTHCASE_STORE");
  command.add_option("--key-file", key_file, "the file with the 32 bytes of the key of a store that is encrypted")
      ->option_text("FILE");
}

void CaseOptions::add_to(CLI::App& command) {
  add_store(command);
  output.add_to(command);
  add_language(command, language);
}

void CaseOptions::add_case(CLI::App& command) { command.add_option("CASE", case_id, "the case's id")->required(); }

void CaseOptions::add_moment(CLI::App& command) {
  command.add_option("--now", now, "what time it is in China, as 2019-04-29T09:15 (default: this computer's clock)")
      ->option_text("MOMENT");
}

void CaseOptions::add_actor(CLI::App& command) {
  command.add_option("--by", by, "who does it: an operator's id or a system's name, not a person's name or number")
      ->option_text("WHO")
      ->required()
      ->envname("BIRTHCASE_BY");
}

void CaseOptions::add_profile(CLI::App& command) {
  command.add_option("--profile", profile, "the profile's file, for a draft whose profile is not built in")
      ->option_text("ID|FILE");
  data.add_to(command);
}

void CaseOptions::add_for_change(CLI::App& command) {
  add_for_reading(command);
  add_actor(command);
}

void CaseOptions::add_for_reading(CLI::App& command) {
  add_case(command);
  add_to(command);
  add_moment(command);
  add_profile(command);
}

}  // namespace birthcase::cli::cases
