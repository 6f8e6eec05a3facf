#include "testing/document_reader.hpp"

#include <birthcase/plan_json.hpp>

#include "json/document.hpp"
#include "testing/expectation.hpp"
#include "testing/overlay.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace birthcase::testing {
namespace {

using ReadExpectation = void (*)(const Element&, const CaseReader&);

struct ExpectMember {
  std::string_view key;
  ReadExpectation read;
};

// In the order in which a report lists what is wrong.
constexpr ExpectMember expect_members[] = {
    {"lanes", expect_lanes},       {"evidence", expect_evidence}, {"fields", expect_fields},
    {"facts", expect_facts},       {"counts", expect_counts},     {"route", expect_route},
    {"steps", expect_steps},       {"due", expect_due},           {"undetermined", expect_undetermined},
    {"findings", expect_findings}, {"channels", expect_channels}, {"acceptable", expect_acceptable},
    {"look_ups", expect_look_ups},
};

}  // namespace

Result<std::vector<RuleTest>> DocumentReader::read() {
  auto document = json::parse_document(text_);
  if (!document) return document.error();
  document_ = std::move(*document);
  json::drop_comments(document_);
  top_.emplace(document_, std::string(), problems_);
  read_top(*top_);
  if (problems_.any()) return json::located(problems_.first(), text_);
  return std::move(cases_);
}

void DocumentReader::read_top(const Element& top) {
  // `uncovered`: see coverage.hpp; `$schema` is for editors
  if (!top.has_only({"profile", "as_of", "base", "cases", "uncovered", "$schema"})) return;
  text_at(top, "$schema");
  if (const auto base = top.member("base")) {
    if (!base->value().is_object()) return base->fail(ErrorKind::wrong_type, "an application is an object: { }");
    lay_over(base_, base->value());
  }
  const auto cases = top.member("cases");
  const auto* list = cases ? cases->value().if_array() : nullptr;
  if (!cases) return top.fail(ErrorKind::missing, "'cases' is missing: a list of tests");
  if (list == nullptr) return cases->fail(ErrorKind::wrong_type, "the cases are a list: [ ]");
  if (list->empty()) return cases->fail(ErrorKind::missing, "there is no case; a document of tests has at least one");
  if (list->size() > RuleTests::max_cases) {
    return cases->fail(ErrorKind::out_of_range, fmt::format("a document has at most {} cases", RuleTests::max_cases));
  }
  if (boost::json::serialize(base_).size() * list->size() > RuleTests::max_application_bytes) {
    return cases->fail(ErrorKind::out_of_range,
                       "the applications of all cases together are too large; make several documents");
  }
  cases_.reserve(list->size());
  for (std::size_t i = 0; i < list->size() && !problems_.any(); ++i) {
    read_case(Element((*list)[i], json::append(cases->path(), i), problems_));
  }
}

void DocumentReader::read_case(const Element& element) {
  if (!element.has_only({"name", "source", "profile", "as_of", "given", "expect"})) return;
  const auto name = text_at(element, "name");
  const auto source = text_at(element, "source");
  const auto expect = element.member("expect");
  if (!element.member("name")) return element.fail(ErrorKind::missing, "'name' is missing: what the case says");
  if (!expect) return element.fail(ErrorKind::missing, "'expect' is missing: what the plan must say");
  if (!name || problems_.any()) return;
  if (!names_.insert(*name).second) {
    return element.member("name")->fail(ErrorKind::contradiction, "another case has this name; give it one of its own");
  }
  const auto ids = profile_of(element);
  auto application = ids ? application_of(element, ids->profile()) : std::nullopt;
  const auto day = application ? day_of(element, *application) : std::nullopt;
  if (!day) return;
  const auto newborns = static_cast<std::uint16_t>(std::max<std::size_t>(application->newborn_count(), 1));
  auto expectations = std::make_shared<Expectations>();
  read_expectations(*expect, *ids, newborns, *expectations);
  cases_.push_back(RuleTest{.name = std::string(*name),
                            .source = std::string(source.value_or(std::string_view())),
                            .profile = ids->profile(),
                            .as_of = *day,
                            .application = std::move(*application),
                            .path = element.path(),
                            .expectations = std::move(expectations)});
}

std::shared_ptr<const Directories> DocumentReader::profile_of(const Element& element) {
  if (const auto own = element.member("profile")) return load(*own);
  if (const auto common = top_->member("profile")) return load(*common);
  element.fail(ErrorKind::missing, "which profile? name one here or at the top of the document as \"profile\"");
  return nullptr;
}

std::shared_ptr<const Directories> DocumentReader::load(const Element& name) {
  const auto id = name.text();
  if (!id) return nullptr;
  if (const auto known = loaded_.find(*id); known != loaded_.end()) return known->second;
  auto profile = profiles_(*id);
  if (!profile) {
    Error error = profile.error();
    if (error.document.empty()) error.path = name.path();  // about the name, not in the profile
    problems_.add(std::move(error));
    return nullptr;
  }
  return loaded_.emplace(*id, std::make_shared<const Directories>(*profile)).first->second;
}

std::optional<Date> DocumentReader::day_of(const Element& element, const Application& application) const {
  auto day = element.member("as_of");
  if (!day) day = top_->member("as_of");
  if (!day) {
    if (const auto applied = applied_on(application)) return applied;
    element.fail(ErrorKind::missing,
                 "which day? say \"as_of\" here or at the top, or \"applied_at\" in the application");
    return std::nullopt;
  }
  const auto text = day->text();
  return text ? day->take(parse_date(*text)) : std::nullopt;
}

std::optional<Application> DocumentReader::application_of(const Element& element, const Profile& profile) {
  const auto given = element.member("given");
  if (given && !given->value().is_object()) {
    given->fail(ErrorKind::wrong_type, "an application is an object: { }");
    return std::nullopt;
  }
  boost::json::value merged = base_;
  if (given) lay_over(merged, given->value());
  const std::string text = boost::json::serialize(merged);
  auto application = Application::parse(profile, text);
  if (application) return std::move(*application);
  problems_.add(in_given_or_base(application.error(), element));
  return std::nullopt;
}

// The place in the document of an error in the merged application: where the case says it, or else the base.
Error DocumentReader::in_given_or_base(Error error, const Element& element) const {
  const auto given = element.member("given");
  const auto base = top_->member("base");
  const std::size_t in_given = given ? steps_known(given->value(), error.path) : 0;
  const std::size_t in_base = base ? steps_known(base->value(), error.path) : 0;
  const bool of_base = base && (!given || in_base > in_given);
  error.path.insert(0, of_base ? base->path() : given ? given->path() : element.path());
  error.document.clear();
  return error;
}

void DocumentReader::read_expectations(const Element& expect, const Directories& ids, std::uint16_t newborns,
                                       Expectations& expectations) const {
  if (!expect.has_only({"evidence", "lanes", "steps", "route", "fields", "facts", "counts", "undetermined", "findings",
                        "channels", "acceptable", "due", "look_ups"})) {
    return;
  }
  const CaseReader reader{ids, newborns, expectations};
  for (const ExpectMember& each : expect_members) {
    if (const auto member = expect.member(each.key)) each.read(*member, reader);
  }
}

}  // namespace birthcase::testing
