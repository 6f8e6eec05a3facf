#include "proof_text.hpp"

#if BIRTHCASE_ANALYSIS

#include <birthcase/plan_json.hpp>

#include "pretty.hpp"
#include "words.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

namespace birthcase::cli {

std::string_view to_string(analysis::Proof::Verdict verdict) noexcept {
  constexpr std::string_view names[] = {"holds", "fails", "undecided"};
  return names[static_cast<std::size_t>(verdict)];
}

std::string indented_application(const Application& application) { return indented(to_json(application)); }

std::string because_text(const analysis::Proof& proof) {
  std::string text;
  for (const auto& [name, value] : proof.because) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{} = {}", name, value.is(Kind::text) ? '"' + value.as_text() + '"' : to_string(value));
  }
  return text;
}

std::string proof_text(const analysis::Proof& proof, int most_newborns, Language language) {
  using Verdict = analysis::Proof::Verdict;
  const Words words(language);
  if (proof.verdict == Verdict::undecided) return words(command_line::proof_undecided, proof.reason) + '\n';
  if (proof.for_nobody) return std::string(words(command_line::proof_for_nobody)) + '\n';
  if (proof.verdict == Verdict::holds) return words(command_line::proof_holds, most_newborns) + '\n';
  const std::string because = because_text(proof);
  const std::string fails = proof.counterexample->newborn_count() == 0
                                ? words(command_line::proof_fails, because)
                                : words(command_line::proof_fails_for, proof.newborn, because);
  return fails + '\n' + indented_application(*proof.counterexample) + '\n';
}

std::string proof_json(const analysis::Proof& proof, Language language) {
  boost::json::object json{{"verdict", to_string(proof.verdict)}};
  if (!proof.reason.zh.empty()) json["reason"] = proof.reason.in(language);
  if (proof.for_nobody) json["for_nobody"] = true;
  if (proof.counterexample) {
    json["newborn"] = proof.newborn;
    boost::json::object because;
    for (const auto& [name, value] : proof.because) because[name] = boost::json::parse(to_json_text(value));
    json["because"] = std::move(because);
    json["counterexample"] = boost::json::parse(to_json(*proof.counterexample));
  }
  return boost::json::serialize(json);
}

}  // namespace birthcase::cli

#endif
