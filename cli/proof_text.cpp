#include "proof_text.hpp"

#if BIRTHCASE_ANALYSIS

#include <birthcase/plan_json.hpp>

#include "pretty.hpp"

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

std::string proof_text(const analysis::Proof& proof, int most_newborns) {
  using Verdict = analysis::Proof::Verdict;
  if (proof.verdict == Verdict::undecided) return "undecided: " + proof.reason + '\n';
  if (proof.for_nobody) return "holds, but for nobody: no application is as given\n";
  if (proof.verdict == Verdict::holds) {
    return fmt::format("holds: for every application with up to {} newborn{}\n", most_newborns,
                       most_newborns == 1 ? "" : "s");
  }
  const bool told = proof.counterexample->newborn_count() != 0;
  return fmt::format("fails: for this application{}, where {}\n{}\n",
                     told ? fmt::format(", newborns[{}]", proof.newborn) : "", because_text(proof),
                     indented_application(*proof.counterexample));
}

std::string proof_json(const analysis::Proof& proof) {
  boost::json::object json{{"verdict", to_string(proof.verdict)}};
  if (!proof.reason.empty()) json["reason"] = proof.reason;
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
