// One program's calls: its sessions, applications and plans, and what is known of them.
#pragma once

#include "arguments.hpp"
#include "bytes.hpp"
#include "caller.hpp"

#include <array>
#include <string>

namespace fuzz {

class Case {
 public:
  explicit Case(Bytes& input);

  /// Makes the calls of the input. After each one, what it should not have changed is as it was.
  void run();

 private:
  struct Facts {
    Application handle;
    std::string json;
  };
  struct Answer {
    Plan handle;
    std::string json;
  };
  /// A fact of an application, as arguments.
  struct Named {
    Facts& facts;
    Handle<birthcase_application> application;
    Text name;
    std::int32_t newborn;
  };

  /// What a fact is said to be.
  struct Told {
    std::int32_t state = -1;
    std::string text{};
  };

  void call();
  void put();
  void put_none();
  void clear();
  void get();
  void hand_in();
  void start();
  void parse();
  void copy();
  void under();
  void free_application();
  void plan();
  void read_plan();
  void free_plan();
  void validate();
  void find();
  void copy_text();
  void convert();
  void reopen();

  Named named();
  Told told(const Named& fact);
  Facts& any_facts() { return applications_[input_.below(applications_.size())]; }
  Answer& any_plan() { return plans_[input_.below(plans_.size())]; }
  const birthcase_profile* any_profile();
  std::int32_t any_newborn();

  /// What a status has to be: BAD_HANDLE for a wrong handle, no success with an argument that cannot be.
  void judge(birthcase_status status, Statuses allowed, bool wrong_handle, bool impossible);
  /// The same for a call with an application, which has to be as it was if the call failed.
  void judge(Facts& facts, birthcase_status status, Statuses allowed, bool wrong_handle, bool impossible);
  void replace(Facts& facts, Application made, birthcase_status status);
  void is_kept(const Named& fact, const Text& value);
  void nothing_else_changed();

  Bytes& input_;
  Caller caller_;
  Caller watcher_;  // looks at objects without using the session under test
  std::array<Facts, 3> applications_;
  std::array<Answer, 2> plans_;
  bool may_tell_ = false;  // a name had the secret in it, and names are quoted
};

}  // namespace fuzz
