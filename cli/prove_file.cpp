#include "prove_file.hpp"

#if BIRTHCASE_ANALYSIS

#include "input.hpp"
#include "proof_text.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase::cli {
namespace {

namespace bj = boost::json;
using Verdict = analysis::Proof::Verdict;

constexpr int most_newborns = 6;

struct Property {
  std::string name;
  analysis::Question question;
  Verdict expected = Verdict::holds;
};

struct ProofFile {
  Profile profile;
  std::vector<Property> properties;
};

Error wrong(ErrorKind kind, std::string message, std::string path) {
  return {.kind = kind, .message = std::move(message), .path = std::move(path)};
}

// The error for the first key that does not belong here, if there is one.
std::optional<Error> strange_key(const bj::object& object, std::initializer_list<std::string_view> keys,
                                 const std::string& path) {
  for (const auto& member : object) {
    if (std::find(keys.begin(), keys.end(), std::string_view(member.key())) != keys.end()) continue;
    return wrong(ErrorKind::unknown_name,
                 fmt::format("there is no such member here; there are: {}", fmt::join(keys, ", ")),
                 path + '/' + std::string(member.key()));
  }
  return std::nullopt;
}

Result<std::string> text_at(const bj::object& object, std::string_view key, const std::string& path) {
  const bj::value* value = object.if_contains(key);
  if (value == nullptr) return wrong(ErrorKind::missing, fmt::format("'{}' is missing here", key), path);
  if (!value->is_string()) return wrong(ErrorKind::wrong_type, "a text belongs here", fmt::format("{}/{}", path, key));
  return std::string(value->as_string());
}

Result<std::vector<std::string>> given_at(const bj::object& object, const std::string& path) {
  std::vector<std::string> given;
  const bj::value* value = object.if_contains("given");
  if (value == nullptr) return given;
  if (value->is_string()) return std::vector{std::string(value->as_string())};
  const Error error = wrong(ErrorKind::wrong_type, "a condition or a list of conditions belongs here", path + "/given");
  if (!value->is_array()) return error;
  for (const bj::value& each : value->as_array()) {
    if (!each.is_string()) return error;
    given.emplace_back(each.as_string());
  }
  return given;
}

Result<Property> property_of(const bj::value& value, const analysis::Question& common, const std::string& path) {
  if (!value.is_object()) return wrong(ErrorKind::wrong_type, "an object belongs here", path);
  const bj::object& object = value.as_object();
  const auto keys = {std::string_view("//"),    std::string_view("name"),     std::string_view("source"),
                     std::string_view("given"), std::string_view("property"), std::string_view("expect")};
  if (auto error = strange_key(object, keys, path)) return *error;
  auto name = text_at(object, "name", path);
  if (!name) return name.error();
  auto text = text_at(object, "property", path);
  if (!text) return text.error();
  auto given = given_at(object, path);
  if (!given) return given.error();
  Property property{*name, common, Verdict::holds};
  property.question.property = *text;
  property.question.given = *given;
  if (!object.contains("expect")) return property;
  const auto expected = text_at(object, "expect", path);
  if (!expected) return expected.error();
  if (*expected != "holds" && *expected != "fails") {
    return wrong(ErrorKind::unknown_name, "expected is \"holds\" or \"fails\"", path + "/expect");
  }
  property.expected = *expected == "holds" ? Verdict::holds : Verdict::fails;
  return property;
}

Result<analysis::Question> common_of(const bj::object& object) {
  analysis::Question question{.property = {}, .given = {}, .as_of = today()};
  if (object.contains("as_of")) {
    const auto text = text_at(object, "as_of", "");
    if (!text) return text.error();
    const auto day = parse_date(*text);
    if (!day) return wrong(day.error().kind, day.error().message, "/as_of");
    question.as_of = *day;
  }
  if (const bj::value* newborns = object.if_contains("newborns")) {
    const bool fits = newborns->is_int64() && newborns->as_int64() >= 1 && newborns->as_int64() <= most_newborns;
    if (!fits) return wrong(ErrorKind::out_of_range, "a number from 1 to 6 belongs here", "/newborns");
    question.most_newborns = static_cast<std::uint16_t>(newborns->as_int64());
  }
  return question;
}

Result<ProofFile> read(const std::string& file) {
  const auto text = read_text(file, max_profile_bytes);
  if (!text) return text.error();
  boost::system::error_code failure;
  const bj::value document = bj::parse(*text, failure);
  if (failure || !document.is_object()) return wrong(ErrorKind::syntax, "this is not a JSON object", "");
  const bj::object& object = document.as_object();
  const auto keys = {std::string_view("//"), std::string_view("profile"), std::string_view("as_of"),
                     std::string_view("newborns"), std::string_view("properties")};
  if (auto error = strange_key(object, keys, "")) return *error;
  const auto id = text_at(object, "profile", "");
  if (!id) return id.error();
  const bool beside = id->ends_with(".json");
  auto profile = load_profile(beside ? (std::filesystem::path(file).parent_path() / *id).string() : *id);
  if (!profile) return profile.error();
  const auto common = common_of(object);
  if (!common) return common.error();
  ProofFile proofs{*profile, {}};
  const bj::value* properties = object.if_contains("properties");
  if (properties == nullptr || !properties->is_array()) {
    return wrong(ErrorKind::missing, "'properties' has to be a list", "/properties");
  }
  for (std::size_t i = 0; i < properties->as_array().size(); ++i) {
    auto property = property_of(properties->as_array()[i], *common, fmt::format("/properties/{}", i));
    if (!property) return property.error();
    proofs.properties.push_back(std::move(*property));
  }
  return proofs;
}

std::string line_of(const Property& property, const analysis::Proof& proof) {
  const bool expected = proof.verdict == property.expected;
  std::string line = fmt::format("{} {}: {}", expected ? "ok  " : "FAIL", to_string(proof.verdict), property.name);
  if (proof.verdict == Verdict::undecided) line += "\n       " + proof.reason;
  if (!expected && proof.counterexample) {
    line += fmt::format("\n       where {}\n{}", because_text(proof), indented_application(*proof.counterexample));
  }
  return line + '\n';
}

}  // namespace

bool is_proof_file(const std::string& name) { return name.ends_with(".proofs.json"); }

Status prove_file(const std::string& file, const JsonOutput& output) {
  const auto proofs = read(file);
  if (!proofs) return refuse(proofs.error(), file);
  Status status = done;
  bj::array answers;
  for (std::size_t i = 0; i < proofs->properties.size(); ++i) {
    const Property& property = proofs->properties[i];
    const auto proof = analysis::prove(proofs->profile, property.question);
    if (!proof) {
      Error error = proof.error();
      error.path = fmt::format("/properties/{}{}", i, error.path);
      return refuse(error, file);
    }
    if (proof->verdict != property.expected) status = answer_is_no;
    if (!output.wanted()) {
      write(line_of(property, *proof));
      continue;
    }
    bj::object answer = bj::parse(proof_json(*proof)).as_object();
    answer["name"] = property.name;
    answer["expected"] = to_string(property.expected);
    answers.push_back(std::move(answer));
  }
  if (output.wanted()) output.write(bj::serialize(answers));
  return status;
}

}  // namespace birthcase::cli

#endif
