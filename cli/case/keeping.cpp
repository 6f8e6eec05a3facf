// Whether everything is as it was kept, and cases that move from one store to another.
#include <birthcase/store_json.hpp>

#include "case/anchoring.hpp"
#include "case/session.hpp"
#include "case/subcommands.hpp"
#include "case/wording.hpp"
#include "input.hpp"
#include "output_file.hpp"
#include "terminal.hpp"

#include <boost/json/serialize.hpp>

#include <memory>
#include <optional>
#include <utility>

namespace birthcase::cli::cases {
namespace {

constexpr std::size_t max_exported_bytes = std::size_t{256} << 20;

struct VerifyOptions : CaseOptions {
  bool chains = false;
  std::string note;
  std::string key;
};
struct RepairOptions : CaseOptions {};
struct ExportOptions : CaseOptions {
  std::string file;
};
struct ImportOptions : CaseOptions {
  std::string file;
};

std::string place_of(const store::Break& broken, const Words& words) {
  if (broken.case_id.empty()) return std::string(words(case_commands::break_of_file));
  if (broken.sequence == 0) return words(case_commands::break_of_case, broken.case_id);
  return words(case_commands::break_at, broken.case_id, broken.sequence);
}

std::string breaks_text(const std::vector<store::Break>& breaks, Language language, const Page& page, Ink ink) {
  const Words words(language);
  const std::string colon(words(command_line::colon));
  Document document{.language = language};
  for (const store::Break& broken : breaks) {
    document.paragraph(place_of(broken, words) + colon + broken.where + colon + broken.what, ink);
  }
  return layout::to_text(document, page);
}

std::string repair_text(const store::Repair& repair, Language language, const Page& page) {
  const Words words(language);
  std::string text = words(case_commands::repaired, repair.cases, repair.mended.size()) + '\n';
  text += breaks_text(repair.mended, language, page, Ink::good);
  if (repair.left.empty()) return text;
  text += page.paint(Ink::bad, words(case_commands::left_broken, repair.left.size())) + '\n';
  return text + breaks_text(repair.left, language, page, Ink::bad);
}

std::string verification_text(const store::Verification& verification, Language language, const Page& page) {
  const Words words(language);
  std::string text = words(case_commands::verified, verification.cases, verification.events) + '\n';
  text += verification.breaks.empty()
              ? page.paint(Ink::good, words(case_commands::chains_hold))
              : page.paint(Ink::bad, words(case_commands::chains_break, verification.breaks.size()));
  text += '\n';
  text += breaks_text(verification.breaks, language, page, Ink::bad);
  if (verification.not_replayed > 0) {
    text += page.paint(Ink::warning, words(case_commands::not_replayed, verification.not_replayed)) + '\n';
  }
  if (verification.unfinished_erasures > 0) {
    text +=
        page.paint(Ink::warning, words(case_commands::unfinished_erasures, verification.unfinished_erasures)) + '\n';
  }
  return text + words(case_commands::digest, verification.digest) + '\n';
}

using Compared = std::optional<store::AnchorComparison>;

std::string json_of(const store::Verification& verification, const Compared& compared) {
  std::string json = store::to_json(verification);
  if (compared) json.insert(json.size() - 1, R"(,"against":)" + store::to_json(*compared));
  return json;
}

std::string text_of(const store::Verification& verification, const Compared& compared, Language language) {
  const Page page = page_of_output();
  std::string text = verification_text(verification, language, page);
  if (!compared) return text;
  text += comparison_text(*compared, language);
  return text + breaks_text(compared->breaks, language, page, Ink::bad);
}

Status run(const VerifyOptions& options) {
  auto session = Session::open(options, Session::Access::reads);
  if (!session) return refuse(session.error());
  Compared compared;
  if (!options.note.empty()) {
    auto against = compared_with(session->store(), options.note, options.key);
    if (!against) return refuse(against.error());
    compared = std::move(*against);
  }
  const auto verification =
      options.chains ? session->store().verify(options.case_id) : session->desk().verify(options.case_id);
  if (!verification) return refuse(verification.error());
  if (options.output.wanted()) {
    options.output.write(json_of(*verification, compared));
  } else {
    write_painted(text_of(*verification, compared, options.language));
  }
  if (compared && !compared->breaks.empty()) return answer_is_no;
  return verification->breaks.empty() ? done : answer_is_no;
}

Status run(const RepairOptions& options) {
  auto session = Session::open(options, Session::Access::writes);
  if (!session) return refuse(session.error());
  const auto repair = session->desk().repair(options.case_id, session->now());
  if (!repair) return refuse(repair.error());
  if (options.output.wanted()) {
    options.output.write(store::to_json(*repair));
  } else {
    write_painted(repair_text(*repair, options.language, page_of_output()));
  }
  return repair->left.empty() ? done : answer_is_no;
}

Status run(const ExportOptions& options) {
  auto session = Session::open(options, Session::Access::reads);
  if (!session) return refuse(session.error());
  auto document = session->store().export_case(options.case_id);
  if (!document) return refuse(document.error());
  if (!options.file.empty()) return write_to(options.file, *document + '\n');
  options.output.write(std::move(*document));
  return done;
}

Status run(const ImportOptions& options) {
  const auto document = read_text(options.file, max_exported_bytes);
  if (!document) return refuse(document.error(), shown(options.file));
  auto session = Session::open(options, Session::Access::makes);
  if (!session) return refuse(session.error());
  const auto case_id = session->desk().import_case(*document);
  if (!case_id) {
    const Status status = refuse(case_id.error(), shown(options.file));
    return case_id.error().kind == ErrorKind::conflict ? answer_is_no : status;
  }
  // Now, so that `due` and the search for duplicates find the case.
  if (auto refilled = session->desk().refill_look_ups(session->now()); !refilled) return refuse(refilled.error());
  if (options.output.wanted()) {
    options.output.write(boost::json::serialize(boost::json::object{{"case", *case_id}}));
  } else {
    write(Words(options.language)(case_commands::imported, *case_id) + '\n');
  }
  return done;
}

}  // namespace

Command add_verify(CLI::App& cases) {
  auto options = std::make_shared<VerifyOptions>();
  CLI::App& command = *cases.add_subcommand("verify", "check that one case, or every case, is as it was kept");
  auto* one = command.add_option("CASE", options->case_id, "the case's id; without it all cases and the file as such");
  options->add_to(command);
  options->add_profile(command);
  auto* note = command.add_option("--against", options->note, "also compare with a note of `case anchor`")
                   ->option_text("FILE")
                   ->excludes(one);
  command.add_option("--verify-with", options->key, "the public Ed25519 key in PEM that the note is signed with")
      ->option_text("FILE")
      ->needs(note);
  command.add_flag("--chains", options->chains, "read chains and tables alone, without replaying cases: much faster");
  return {&command, [options] { return run(*options); }};
}

Command add_repair(CLI::App& cases) {
  auto options = std::make_shared<RepairOptions>();
  CLI::App& command =
      *cases.add_subcommand("repair", "rebuild the rows that follow from the events; the events do not change");
  command.add_option("CASE", options->case_id, "the case's id; without it all cases and the file as such");
  options->add_to(command);
  options->add_moment(command);
  options->add_profile(command);
  return {&command, [options] { return run(*options); }};
}

Command add_export(CLI::App& cases) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App& command = *cases.add_subcommand("export", "a case as one JSON text, with its chain");
  options->add_case(command);
  add_output_file(command, options->file);
  options->add_to(command);
  return {&command, [options] { return run(*options); }};
}

Command add_import(CLI::App& cases) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App& command = *cases.add_subcommand("import", "import a case that was exported");
  command.add_option("FILE", options->file, "what `case export` wrote; - is the standard input")->required();
  options->add_to(command);
  options->add_moment(command);
  options->add_profile(command);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli::cases
