// Notes of heads, which prove later that nothing was cut or put back.
#include "case/anchoring.hpp"

#include "case/session.hpp"
#include "case/subcommands.hpp"
#include "case/wording.hpp"
#include "input.hpp"
#include "lines.hpp"

#include <memory>
#include <string>

namespace birthcase::cli::cases {
namespace {

constexpr std::size_t max_key_bytes = 16 * 1024;

struct AnchorOptions : CaseOptions {
  std::string key;
};

// The key of a file; none where none is named.
Result<std::string> key_in(const std::string& file) {
  if (file.empty()) return std::string();
  auto key = read_text(file, max_key_bytes);
  if (key && !key->empty()) return key;
  Error error = key ? Error{.kind = ErrorKind::syntax, .message = "no key: the file is empty"} : key.error();
  error.message = std::string(shown(file)) + ": " + error.message;
  return error;
}

Status run(const AnchorOptions& options) {
  const auto key = key_in(options.key);
  if (!key) return refuse(key.error());
  auto session = Session::open(options, Session::Access::reads);
  if (!session) return refuse(session.error());
  auto writer = store::AnchorWriter::begin(session->store(), session->now(), *key);
  if (!writer) return refuse(writer.error(), shown(options.key));
  for (;;) {
    const auto piece = writer->next();
    if (!piece) return refuse(piece.error());
    if (piece->empty()) return session->end(done);
    write(*piece);
  }
}

Result<store::AnchorComparison> read_against(store::AnchorReader& reader, LineReader& lines) {
  for (Line line; lines.next(line);) {
    if (line.too_long) return line_too_long();
    if (auto done = reader.take(line.text + '\n'); !done) return done.error();
  }
  if (lines.failure() != 0) return unreadable(lines.failure());
  return reader.finish();
}

}  // namespace

Result<store::AnchorComparison> compared_with(store::Store& store, const std::string& note, const std::string& key) {
  const auto public_key = key_in(key);
  if (!public_key) return public_key.error();
  auto reader = store::AnchorReader::begin(store, *public_key);
  if (!reader) return reader.error();
  auto lines = LineReader::open(note);
  auto comparison = lines ? read_against(*reader, *lines) : Result<store::AnchorComparison>(lines.error());
  if (comparison) return comparison;
  Error error = comparison.error();
  error.message = std::string(shown(note)) + ": " + error.message;
  return error;
}

std::string comparison_text(const store::AnchorComparison& comparison, Language language) {
  const Words words(language);
  std::string text = words(case_commands::compared, comparison.cases, for_eyes(comparison.at));
  switch (comparison.signature) {
    case store::NoteSignature::none:
      break;
    case store::NoteSignature::unchecked:
      text += words(case_commands::signature_unchecked);
      break;
    case store::NoteSignature::valid:
      text += words(case_commands::signature_valid);
      break;
  }
  return text + '\n';
}

Command add_anchor(CLI::App& cases) {
  auto options = std::make_shared<AnchorOptions>();
  CLI::App& command =
      *cases.add_subcommand("anchor", "a note of all chains, to be kept elsewhere for `verify --against`");
  options->add_store(command);
  options->add_moment(command);
  command.add_option("--sign", options->key, "a private Ed25519 key in PEM, which signs the note")->option_text("FILE");
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli::cases
