#include "analysis/proof_file.hpp"

#include "analysis/property.hpp"
#include "json/document.hpp"
#include "json/element.hpp"
#include "testing/overlay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace birthcase::analysis {
namespace {

using json::Element;
using json::text_at;

constexpr std::size_t most_newborns = 6;

/// Reads one file. Used once.
class ProofReader {
 public:
  ProofReader(std::string_view text, const ProfileLookup& profiles) : text_(text), profiles_(profiles) {}

  Result<ProofFile> read();

 private:
  void read_top(const Element& top);
  void read_profile(const Element& top);
  void read_common(const Element& top);
  void read_newborns(const Element& element, Question& question) const;
  void read_property(const Element& element);
  std::vector<std::string> given_at(const Element& element) const;
  std::string condition_at(const Element& element) const;
  void expect(const Element& element, Property& property) const;

  std::string_view text_;
  const ProfileLookup& profiles_;
  json::Problems problems_;
  std::optional<OutcomeNames> names_;
  Question common_;
  std::vector<Property> properties_;
};

Result<ProofFile> ProofReader::read() {
  auto document = json::parse_document(text_);
  if (!document) return document.error();
  json::drop_comments(*document);
  read_top(Element(*document, {}, problems_));
  if (problems_.any()) return json::located(problems_.first(), text_);
  return ProofFile{names_->profile(), std::move(properties_)};
}

void ProofReader::read_top(const Element& top) {
  if (!top.has_only({"$schema", "profile", "as_of", "newborns", "properties"})) return;
  read_profile(top);
  read_common(top);
  if (problems_.any()) return;
  const auto properties = top.member("properties");
  if (!properties) return top.fail(ErrorKind::missing, "'properties' is missing: a list of conditions that must hold");
  properties->each_item([this](const Element& property) { read_property(property); });
  if (properties_.empty()) properties->fail(ErrorKind::missing, "there is no property; a file has at least one");
}

void ProofReader::read_profile(const Element& top) {
  const auto id = text_at(top, "profile");
  if (!top.member("profile")) return top.fail(ErrorKind::missing, "'profile' is missing: whose rules?");
  if (!id) return;
  auto profile = profiles_(*id);
  if (profile) {
    names_.emplace(*profile);
    return;
  }
  Error error = profile.error();
  if (error.document.empty()) error.path = "/profile";  // about the name, not in the profile
  problems_.add(std::move(error));
}

void ProofReader::read_common(const Element& top) {
  const auto day = top.member("as_of");
  if (!day) return top.fail(ErrorKind::missing, "'as_of' is missing: the day that is planned for, YYYY-MM-DD");
  const auto text = day->text();
  if (const auto date = text ? day->take(parse_date(*text)) : std::nullopt) common_.as_of = *date;
  read_newborns(top, common_);
}

// Of all properties, or of one.
void ProofReader::read_newborns(const Element& element, Question& question) const {
  const auto newborns = element.member("newborns");
  const auto count = newborns ? newborns->count() : std::nullopt;
  if (!count) return;
  if (*count < 1 || *count > most_newborns) {
    return newborns->fail(ErrorKind::out_of_range, fmt::format("a number from 1 to {} belongs here", most_newborns));
  }
  question.most_newborns = static_cast<std::uint16_t>(*count);
}

void ProofReader::read_property(const Element& element) {
  if (!element.has_only({"name", "source", "given", "newborns", "property", "expect"})) return;
  const auto name = text_at(element, "name");
  const auto source = text_at(element, "source");
  if (!element.member("name")) return element.fail(ErrorKind::missing, "'name' is missing: the property in words");
  const auto condition = element.member("property");
  if (!condition) return element.fail(ErrorKind::missing, "'property' is missing: the condition that must hold");
  if (problems_.any()) return;
  Property property{std::string(*name), std::string(source.value_or("")), common_, Proof::Verdict::holds};
  property.question.property = condition_at(*condition);
  property.question.given = given_at(element);
  read_newborns(element, property.question);
  expect(element, property);
  const bool twice = std::any_of(properties_.begin(), properties_.end(),
                                 [&](const Property& other) { return other.name == property.name; });
  if (twice) element.member("name")->fail(ErrorKind::contradiction, "another property has this name");
  properties_.push_back(std::move(property));
}

// One condition, or a list of them.
std::vector<std::string> ProofReader::given_at(const Element& element) const {
  std::vector<std::string> conditions;
  const auto given = element.member("given");
  if (!given) return conditions;
  if (given->value().is_string()) return {condition_at(*given)};
  given->each_item([&](const Element& item) { conditions.push_back(condition_at(item)); });
  return conditions;
}

std::string ProofReader::condition_at(const Element& element) const {
  const auto text = element.text();
  if (!text) return {};
  const auto compiled = compile_property(*text, *names_);
  if (!compiled) {
    const Error& error = compiled.error();
    element.fail(error.kind, fmt::format("column {} of the condition: {}", error.column, error.message));
  }
  return std::string(*text);
}

void ProofReader::expect(const Element& element, Property& property) const {
  const auto member = element.member("expect");
  const auto verdict = member ? member->text() : std::nullopt;
  if (!verdict || *verdict == "holds") return;
  if (*verdict != "fails") member->fail(ErrorKind::unknown_name, R"("holds" or "fails" belongs here)");
  property.expected = Proof::Verdict::fails;
}

}  // namespace

Result<ProofFile> read_proofs(std::string_view json, const ProfileLookup& profiles) {
  return ProofReader(json, profiles).read();
}

}  // namespace birthcase::analysis
