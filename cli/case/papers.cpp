// The papers of a case, for the family and for the file.
#include <birthcase/documents.hpp>

#include "case/session.hpp"
#include "case/subcommands.hpp"
#include "documents/kinds.hpp"
#include "output_file.hpp"

#include <memory>

namespace birthcase::cli::cases {
namespace {

struct PaperOptions : CaseOptions {
  std::string kind;
  std::string organisation;
  bool html = false;
  bool markdown = false;
  std::string file;
};

Status run(const PaperOptions& options) {
  auto session = Session::open(options, Session::Access::reads);
  if (!session) return refuse(session.error());
  const auto state = session->desk().load(options.case_id);
  if (!state) return refuse(state.error());
  const auto paper = paper_of(*state, *documents::paper_named(options.kind), session->now().date(), options.language,
                              options.organisation);
  if (!paper) {
    const Status status = refuse(paper.error());
    return paper.error().kind == ErrorKind::unknown_name ? status : answer_is_no;
  }
  return write_to(options.file, options.html       ? to_html(*paper)
                                : options.markdown ? to_markdown(*paper)
                                                   : to_text(*paper));
}

}  // namespace

Command add_paper(CLI::App& cases) {
  auto options = std::make_shared<PaperOptions>();
  CLI::App& command = *cases.add_subcommand("paper", "print a paper of a case, as text, as HTML for A4 or as Markdown");
  options->add_case(command);
  std::vector<std::string> names;
  for (const PaperKind kind : documents::all_papers) names.emplace_back(to_string(kind));
  command.add_option("PAPER", options->kind, "which one")->required()->check(CLI::IsMember(names));
  command.add_option("--organisation", options->organisation, "whose hand-over sheet");
  add_output_file(command, options->file);
  command.add_flag("--html", options->html, "HTML, for a browser to print");
  command.add_flag("--markdown", options->markdown, "Markdown, for a mail")->excludes("--html");
  options->add_to(command);
  options->add_moment(command);
  options->add_profile(command);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli::cases
