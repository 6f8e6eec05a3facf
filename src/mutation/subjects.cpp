#include "mutation/subjects.hpp"

#include <birthcase/coverage.hpp>

#include "json/document.hpp"
#include "profile/every_rule.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace birthcase::mutation {
namespace {

namespace js = boost::json;

Result<Profile> load(const LayeredProfile& texts, const ProfileData& data) {
  const auto layer_of = [&texts](std::string_view id) -> std::optional<std::string_view> {
    for (const auto& [layer, text] : texts.layers) {
      if (layer == id) return text;
    }
    return std::nullopt;
  };
  return Profile::parse(texts.layers.front().second, layer_of, data);
}

Error in_document(Error error, const std::string& document) {
  if (error.document.empty()) error.document = document;
  return error;
}

// A document with one case and everything that is common to all.
std::string alone(const js::object& document, std::size_t place) {
  js::object one;
  for (const auto& member : document) {
    if (member.key() != "cases" && member.key() != "uncovered") one.insert(member);
  }
  one["cases"] = js::array{document.at("cases").get_array()[place]};
  return js::serialize(one);
}

// `id-card/passport/mother` is the rule `id-card/passport` for one holder.
std::string rule_of(const Obligation& obligation) {
  if (obligation.table != "alternatives") return obligation.rule;
  return obligation.rule.substr(0, obligation.rule.rfind('/'));
}

}  // namespace

bool Subject::has(std::size_t layer) const noexcept {
  return std::find(layers.begin(), layers.end(), layer) != layers.end();
}

Result<Subjects> Subjects::read(const std::vector<MutationTests>& tests, const ProfileData& data) {
  Subjects subjects;
  subjects.data_ = data;
  for (const MutationTests& each : tests) {
    if (auto added = subjects.add(each); !added) return added.error();
  }
  return subjects;
}

Result<void> Subjects::add(const MutationTests& tests) {
  SubjectDocument document{tests.name, tests.text, {}};
  const auto lookup = [&](std::string_view name) -> Result<Profile> {
    const auto texts = tests.profiles(name);
    if (!texts) return texts.error();
    const auto subject = subject_of(*texts);
    if (!subject) return subject.error();
    document.subjects.emplace(name, *subject);
    return subjects_[*subject].profile;
  };
  const auto read = RuleTests::parse(tests.text, lookup, tests.name);
  if (!read) return in_document(read.error(), tests.name);
  documents_.push_back(std::move(document));
  return add_cases(*read, documents_.back());
}

Result<std::size_t> Subjects::subject_of(const LayeredProfile& texts) {
  std::vector<std::size_t> places;
  for (const auto& [id, text] : texts.layers) {
    const auto known = std::find_if(layers_.begin(), layers_.end(), [&, &id = id, &text = text](const auto& layer) {
      return layer.id == id && layer.text == text;
    });
    places.push_back(static_cast<std::size_t>(known - layers_.begin()));
    if (known == layers_.end()) layers_.push_back({id, text});
  }
  const auto known = std::find_if(subjects_.begin(), subjects_.end(),
                                  [&places](const Subject& subject) { return subject.layers == places; });
  if (known != subjects_.end()) return static_cast<std::size_t>(known - subjects_.begin());
  auto profile = load(texts, data_);
  if (!profile) return profile.error();
  subjects_.push_back({std::move(*profile), std::move(places)});
  note_rules(subjects_.back());
  return subjects_.size() - 1;
}

void Subjects::note_rules(const Subject& subject) {
  const Rules& rules = subject.profile.rules();
  for (const std::size_t layer : subject.layers) {
    auto& ids = rules_[layer];
    ids.insert(rules.id);
    for (const std::size_t below : subject.layers) ids.insert(layers_[below].id);
    for (const Field& field : rules.fields) ids.insert(field.id);
    for (const EvidenceType& type : rules.evidence) {
      for (const auto& each : type.alternatives) ids.insert(type.id + "/" + rules.evidence[each.evidence].id);
    }
    for (const Service& service : rules.services) {
      for (const FormEntry& entry : service.form) ids.insert(service.id + "/" + rules.fields[entry.field].id);
    }
    profile::each_rule(rules, [&ids](const Rule& rule) { ids.insert(rule.id); });
  }
}

Result<void> Subjects::add_cases(const RuleTests& tests, const SubjectDocument& document) {
  const auto json = json::parse_document(document.text).value();
  Coverage coverage;
  for (std::size_t i = 0; i < tests.cases().size(); ++i) {
    const RuleTest& test = tests.cases()[i];
    const Plan planned = plan(test.profile, test.application, test.as_of);
    if (!judge(test, planned).passed()) {
      return Error{.kind = ErrorKind::contradiction,
                   .message = "this test fails before anything is changed; mutants need tests that pass",
                   .document = document.name,
                   .path = test.path};
    }
    const auto subject = std::find_if(subjects_.begin(), subjects_.end(),
                                      [&test](const Subject& each) { return each.profile == test.profile; });
    for (const std::size_t place : coverage.shown_by(planned)) {
      shown_[rule_of(coverage.obligations()[place])][place].push_back(cases_.size());
    }
    cases_.push_back(
        {documents_.size() - 1, static_cast<std::size_t>(subject - subjects_.begin()), alone(json.get_object(), i)});
  }
  return {};
}

bool Subjects::in_use(std::size_t layer, std::string_view rule) const {
  const auto ids = rules_.find(layer);
  return ids != rules_.end() && ids->second.contains(rule);
}

std::vector<std::size_t> Subjects::showing(std::string_view rule) const {
  std::vector<std::size_t> ordered;
  const auto shown = shown_.find(rule);
  if (shown == shown_.end()) return ordered;
  constexpr std::size_t rounds = 3;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (const auto& [obligation, cases] : shown->second) {
      if (round >= cases.size()) continue;
      const std::size_t one = cases[round * (cases.size() - 1) / (rounds - 1)];  // the first, one between, the last
      if (std::find(ordered.begin(), ordered.end(), one) == ordered.end()) ordered.push_back(one);
    }
  }
  return ordered;
}

}  // namespace birthcase::mutation
