// Handles of the C interface that free themselves.
#pragma once

#include "birthcase.h"
#include "invariant.hpp"

#include <utility>

namespace fuzz {

template <class Object, birthcase_status(BIRTHCASE_CALL* free_object)(Object**)>
class Owned {
 public:
  Owned() = default;
  Owned(Owned&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Owned& operator=(Owned&& other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Owned() {
    must(free_object(&object_) == BIRTHCASE_OK, "a handle that is alive or NULL can be freed");
    must(object_ == nullptr, "freeing takes the handle away");
  }

  operator Object*() const noexcept { return object_; }
  Object** out() noexcept { return &object_; }

 private:
  Object* object_ = nullptr;
};

using Session = Owned<birthcase_session, birthcase_session_free>;
using Profile = Owned<birthcase_profile, birthcase_profile_free>;
using Application = Owned<birthcase_application, birthcase_application_free>;
using Plan = Owned<birthcase_plan, birthcase_plan_free>;

}  // namespace fuzz
