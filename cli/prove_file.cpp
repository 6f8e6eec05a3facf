#include "prove_file.hpp"

#if BIRTHCASE_ANALYSIS

#include "analysis/proof_file.hpp"
#include "input.hpp"
#include "proof_text.hpp"
#include "test_run.hpp"
#include "text/wrap.hpp"
#include "words.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace birthcase::cli {
namespace {

namespace bj = boost::json;
namespace fs = std::filesystem;

constexpr std::string_view proof_ending = ".proofs.json";

// What all files together have given.
struct ProofRun {
  ProfileData data;  ///< what the profiles are loaded with
  std::chrono::seconds patience;
  Words words;
  std::size_t as_expected = 0;
  std::size_t otherwise = 0;
  bj::array documents;
};

bool came_as_expected(const analysis::Property& property, const analysis::Proof& proof) {
  return proof.verdict == property.expected && !proof.for_nobody;
}

std::string line_of(const analysis::Property& property, const analysis::Proof& proof, const Words& words) {
  const bool expected = came_as_expected(property, proof);
  std::string line = fmt::format("  {} {}: {}\n", expected ? "ok  " : "FAIL", to_string(proof.verdict), property.name);
  if (expected) return line;
  const auto add = [&line](std::string_view words_of_it) { line += fmt::format("       {}\n", words_of_it); };
  if (proof.for_nobody) {
    add(words(command_line::proof_nobody_given));
  } else if (!proof.reason.zh.empty()) {
    add(words.in(proof.reason));
  } else if (!proof.counterexample) {
    add(words(command_line::proof_should_fail));
  } else {
    add(words(command_line::proof_where, because_text(proof)));
    line += indented_application(*proof.counterexample) + '\n';
  }
  return line;
}

bj::object json_of(const analysis::Property& property, const analysis::Proof& proof, Language language) {
  bj::object answer{{"name", property.name}};
  if (!property.source.empty()) answer["source"] = property.source;
  answer["expected"] = to_string(property.expected);
  answer["as_expected"] = came_as_expected(property, proof);
  const bj::value outcome = bj::parse(proof_json(proof, language));
  for (const auto& member : outcome.as_object()) answer[member.key()] = member.value();
  return answer;
}

Result<std::vector<std::string>> files_in(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure); !failure && entry != fs::directory_iterator();
       entry.increment(failure)) {
    std::string file = entry->path().string();
    if (file.ends_with(proof_ending)) files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end());
  if (!failure && !files.empty()) return files;
  return Error{.kind = ErrorKind::missing,
               .message = failure ? "cannot be read: " + failure.message() : "has no *.proofs.json in it",
               .document = folder};
}

// The file's properties one after the other, each told as soon as it is decided.
Status prove_file(const std::string& file, const JsonOutput& output, ProofRun& run) {
  const auto text = read_text(file, max_profile_bytes);
  if (!text) return refuse(text.error(), file);
  ProfilesOfTests profiles(run.data);
  const std::string folder = fs::path(file).parent_path().string();
  const auto proofs = analysis::read_proofs(*text, [&](std::string_view id) { return profiles.find(id, folder); });
  if (!proofs) return refuse(proofs.error(), proofs.error().document.empty() ? file : std::string());
  if (!output.wanted()) write(text::printable(file) + '\n');
  bj::array answers;
  for (const analysis::Property& property : proofs->properties) {
    analysis::Question question = property.question;
    question.patience = run.patience;
    const auto proof = analysis::prove(proofs->profile, question);
    if (!proof) return refuse(proof.error(), file);
    ++(came_as_expected(property, *proof) ? run.as_expected : run.otherwise);
    if (!output.wanted()) write(line_of(property, *proof, run.words));
    answers.push_back(json_of(property, *proof, run.words.language()));
  }
  run.documents.push_back(
      bj::object{{"document", file}, {"profile", proofs->profile.id()}, {"properties", std::move(answers)}});
  return done;
}

}  // namespace

bool means_proof_files(const std::string& argument) {
  std::error_code ignored;
  return argument.ends_with(proof_ending) || fs::is_directory(argument, ignored);
}

Status prove_files(const std::vector<std::string>& arguments, const ProfileData& data, std::chrono::seconds patience,
                   const JsonOutput& output, Language language) {
  ProofRun run{.data = data, .patience = patience, .words = Words(language)};
  Status status = done;
  for (const std::string& argument : arguments) {
    std::error_code ignored;
    const auto files = fs::is_directory(argument, ignored) ? files_in(argument) : std::vector{argument};
    if (!files) return refuse(files.error());
    for (const std::string& file : *files) status = graver(status, prove_file(file, output, run));
  }
  if (output.wanted()) {
    output.write(bj::serialize(bj::object{
        {"as_expected", run.as_expected}, {"otherwise", run.otherwise}, {"documents", std::move(run.documents)}}));
  } else if (!run.documents.empty()) {
    write(run.words(command_line::proofs_counted, run.as_expected, run.otherwise) + '\n');
  }
  return graver(status, run.otherwise == 0 ? done : answer_is_no);
}

}  // namespace birthcase::cli

#endif
