// A caller of the C interface: handles that free themselves, texts as std::string, failures as what the library said.
#pragma once

#include "birthcase_case.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace caller {

/// A handle with the function that frees it.
template <class Object, birthcase_status(BIRTHCASE_CALL* free_object)(Object**)>
class Owned {
 public:
  Owned() = default;
  Owned(Owned&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Owned& operator=(Owned&& other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Owned() { free_object(&object_); }

  operator Object*() const noexcept { return object_; }
  Object** out() noexcept { return &object_; }

 private:
  Object* object_ = nullptr;
};

using Session = Owned<birthcase_session, birthcase_session_free>;
using Profile = Owned<birthcase_profile, birthcase_profile_free>;
using Application = Owned<birthcase_application, birthcase_application_free>;
using Plan = Owned<birthcase_plan, birthcase_plan_free>;
using Case = Owned<birthcase_case, birthcase_case_free>;

constexpr std::int64_t size(std::string_view text) noexcept { return static_cast<std::int64_t>(text.size()); }
template <class Row>
constexpr std::int64_t size_of(const std::vector<Row>& rows) noexcept {
  return static_cast<std::int64_t>(rows.size());
}

Session open_session(std::int32_t encoding = BIRTHCASE_UTF8, std::int32_t language = BIRTHCASE_CHINESE);
Profile built_in(birthcase_session* session, std::string_view id);
Application new_application(birthcase_session* session, const birthcase_profile* profile);
Plan make_plan(birthcase_session* session, const birthcase_profile* profile, const birthcase_application* application,
               std::string_view as_of);

/// A text-yielding call: its status and its text, which is empty where it failed.
struct Answer {
  birthcase_status status = BIRTHCASE_OK;
  std::string text{};
};
template <class Call>
Answer text_of(Call&& call) {
  const char* text = nullptr;
  std::int64_t length = 0;
  const birthcase_status status = call(&text, &length);
  return {status, text == nullptr ? std::string() : std::string(text, static_cast<std::size_t>(length))};
}

birthcase_status put(birthcase_session* session, birthcase_application* application, std::string_view name,
                     std::string_view value, std::int32_t newborn = BIRTHCASE_FAMILY);

/// What is known of a fact, and its text.
struct Fact {
  birthcase_status status = BIRTHCASE_OK;
  std::int32_t state = -1;
  std::string text{};
};
Fact get(birthcase_session* session, const birthcase_application* application, std::string_view name,
         std::int32_t newborn = BIRTHCASE_FAMILY);

std::string json_of(birthcase_session* session, const birthcase_application* application);
std::string json_of(birthcase_session* session, const birthcase_plan* plan);
std::string text_of(birthcase_session* session, const birthcase_plan* plan, std::int32_t attribute,
                    std::int32_t index = 0);
std::int64_t number_of(birthcase_session* session, const birthcase_plan* plan, std::int32_t attribute,
                       std::int32_t index = 0);
std::int32_t count_of(birthcase_session* session, const birthcase_plan* plan, std::int32_t list);
std::string error_json(birthcase_session* session);
std::string error_message(birthcase_session* session);
std::string converted(birthcase_session* session, std::int32_t from, std::int32_t to, std::string_view bytes);

/// The text of an example application, and the names of all.
std::string example(std::string_view name);
std::vector<std::string> examples();

}  // namespace caller
