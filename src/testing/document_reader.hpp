// A document of rule tests, from its JSON to compiled cases.
#pragma once

#include <birthcase/testing.hpp>

#include "json/element.hpp"
#include "testing/names.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace birthcase::testing {

using json::Element;
using json::Problems;
using json::text_at;

/// Reads one document. Used once.
class DocumentReader {
 public:
  DocumentReader(std::string_view text, const ProfileLookup& profiles) : text_(text), profiles_(profiles) {}

  Result<std::vector<RuleTest>> read();

 private:
  void read_top(const Element& top);
  void read_case(const Element& element);
  std::shared_ptr<const Directories> profile_of(const Element& element);
  std::shared_ptr<const Directories> load(const Element& name);
  std::optional<Date> day_of(const Element& element, const Application& application) const;
  std::optional<Application> application_of(const Element& element, const Profile& profile);
  Error in_given_or_base(Error error, const Element& element) const;
  void read_expectations(const Element& expect, const Directories& ids, std::uint16_t newborns,
                         Expectations& expectations) const;

  std::string_view text_;
  const ProfileLookup& profiles_;
  Problems problems_;
  boost::json::value document_;
  std::optional<Element> top_;
  boost::json::value base_ = boost::json::object();
  std::map<std::string, std::shared_ptr<const Directories>, std::less<>> loaded_;
  std::unordered_set<std::string_view> names_;
  std::vector<RuleTest> cases_;
};

}  // namespace birthcase::testing
