// Applications for the tests: an example or a document, a fact changed by its JSON pointer, a plan, and its answers as
// short texts that read well where a test fails.
#pragma once

#include <birthcase/plan.hpp>
#include <birthcase/profile.hpp>

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::tests {

/// The text of a file of the source tree.
std::string source_file(std::string_view path);

/// A built-in profile, loaded once.
const Profile& built_in(std::string_view id);

/// A built-in profile's document, to be changed and parsed.
boost::json::value built_in_document(std::string_view id);

/// A profile from a document that has to be right.
Profile profile_of(const boost::json::value& document);

/// The application of one birth as a document.
class Example {
 public:
  /// A file of examples/applications, named without its ending.
  static Example named(std::string_view name);
  static std::vector<std::string> names();

  explicit Example(std::string_view json);

  /// Puts a fact, such as `/mother/hukou/division`; makes the groups that it stands in.
  Example& set(std::string_view pointer, boost::json::value value);
  Example& remove(std::string_view pointer);

  /// Hands a document in, of a holder where it has one.
  Example& hand_in(std::string_view type, std::string_view holder = {}, std::string_view as = "original");
  Example& hand_in_nothing();

  const boost::json::value& document() const noexcept { return document_; }

  Application read(const Profile& profile) const;

  /// Under the profile that it names, or another, on the day of the application.
  Plan plan() const;
  Plan plan(const Profile& profile) const;
  Plan plan(const Profile& profile, Date as_of) const;

 private:
  boost::json::value document_;
};

/// Whether both hold the same facts, documents, look-ups and findings.
bool same_facts(const FactStore& a, const FactStore& b);

/// Documents of this status: `id-card/father, id-card/mother`, sorted; `none` for none.
std::string evidence(const Plan& plan, EvidenceStatus status);
inline std::string brings(const Plan& plan) { return evidence(plan, EvidenceStatus::bring); }

/// A document of the plan; fails the test if there is none.
const EvidenceItem& document(const Plan& plan, std::string_view type, std::string_view holder = {});

/// `produced`, `bring`, …; `absent` if the plan does not mention it.
std::string status(const Plan& plan, std::string_view type, std::string_view holder = {});

/// The lane of a service, of the first newborn unless another is named; fails the test if there is none.
const ServiceLane& lane(const Plan& plan, std::string_view service, std::uint16_t newborn = 0);

/// The step of a service, or nullptr.
const Step* step(const Plan& plan, std::string_view service, std::uint16_t newborn = 0);

/// `2019-05-06`, `2019-04-30T14:20`, `open` without a date, `no step`.
std::string due(const Plan& plan, std::string_view service, std::uint16_t newborn = 0);

/// The services whose results a step waits for, sorted: `birth-certificate, hukou-registration`; `none`.
std::string after(const Plan& plan, const Step& step);

/// The facts to ask for to decide something, such as `evidence/marriage-certificate`: `mother.hukou.division`; `none`.
std::string asked_to_decide(const Plan& plan, std::string_view what);

/// The finding with this code, or nullptr.
const Finding* finding(const Plan& plan, std::string_view code);

/// `a, b, c` sorted; `none` for nothing.
std::string joined(std::vector<std::string> names);

}  // namespace birthcase::tests
