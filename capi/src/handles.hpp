// What stands behind the opaque handles of birthcase.h.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/plan.hpp>
#include <birthcase/profile.hpp>

#include "birthcase.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace birthcase::capi {

enum class Encoding : std::int32_t {
  utf8 = BIRTHCASE_UTF8,
  gb18030 = BIRTHCASE_GB18030,
  gb18030_2005 = BIRTHCASE_GB18030_2005,
  gb18030_2000 = BIRTHCASE_GB18030_2000,
};

/// Every object begins with the tag of its kind, so that a handle that is none can be told as long as memory shows it.
/// The tag goes when the object does; then the allocator's own notes stand in its place.
template <std::uint64_t kind>
class Tagged {
 public:
  Tagged() noexcept = default;
  Tagged(const Tagged&) = delete;
  Tagged& operator=(const Tagged&) = delete;
  ~Tagged() { tag_ = 0; }

  bool is_alive() const noexcept { return tag_ == kind; }

 private:
  volatile std::uint64_t tag_ = kind;  // volatile: written although nobody in this program reads it again
};

/// The last failed call.
struct LastError {
  birthcase_status status = BIRTHCASE_OK;
  Error detail{};
  std::string code{};               ///< of what a case refused, and empty for everything else
  std::vector<Finding> findings{};  ///< that stand in the way
};

}  // namespace birthcase::capi

struct birthcase_session : birthcase::capi::Tagged<0x7365'7373'696f'6e01> {
  birthcase_session(birthcase::capi::Encoding in_and_out, birthcase::Language of_labels) noexcept
      : encoding(in_and_out), language(of_labels) {}

  const birthcase::capi::Encoding encoding;
  const birthcase::Language language;
  std::string text;                             ///< what the last text-yielding call gave
  birthcase::capi::LastError error;             ///< of the last failed call
  std::map<std::string, std::string> profiles;  ///< texts that may be extended, by id
  birthcase::ProfileData data;                  ///< of the profiles that are loaded next
};

struct birthcase_profile : birthcase::capi::Tagged<0x7072'6f66'696c'6502> {
  explicit birthcase_profile(birthcase::Profile rules) noexcept : profile(std::move(rules)) {}
  const birthcase::Profile profile;
};

struct birthcase_application : birthcase::capi::Tagged<0x6170'706c'6963'6103> {
  explicit birthcase_application(birthcase::Application facts) noexcept : application(std::move(facts)) {}
  birthcase::Application application;
};

struct birthcase_plan : birthcase::capi::Tagged<0x706c'616e'0000'0004> {
  explicit birthcase_plan(birthcase::Plan answer) noexcept : plan(std::move(answer)) {}
  const birthcase::Plan plan;
};
