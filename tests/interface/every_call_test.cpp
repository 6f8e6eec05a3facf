// Every function of the C interface, as a careless program calls it: with no handle, a wrong one or one that is odd,
// with texts that cannot be, with constants that do not exist. New functions are in the list as soon as they are
// described.
#include "world.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>

using namespace birthcase::tests;
using walk::Argument;
using walk::Function;
using walk::Parameter;
using walk::Role;

namespace {

using Arguments = std::vector<Argument>;

constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();

bool is_documented(const Function& function, birthcase_status status) {
  return status == BIRTHCASE_OK || std::ranges::find(function.errors, status) != function.errors.end();
}

bool can_fail(const Function& function) { return !function.errors.empty(); }

// Calls a function with its examples, changed by `change`. The status has to be one that is documented.
birthcase_status called(World& world, const Function& function, const std::function<void(Arguments&)>& change) {
  world.reset();
  Arguments arguments = world.arguments();
  change(arguments);
  const birthcase_status status = function.call(arguments);
  if (can_fail(function)) CHECK(is_documented(function, status));
  if (status != BIRTHCASE_OK) {
    CHECK(world.given.text == nullptr);
    const bool is_freed = std::ranges::any_of(
        function.parameters, [](const Parameter& parameter) { return parameter.role == Role::handle_freed; });
    CHECK((is_freed || !world.given.has_handle()));
  }
  return status;
}

template <class Check>
void for_each_parameter(const Check& check) {
  for (const Function* function : every_function()) {
    CAPTURE(std::string(function->name));
    World world(BIRTHCASE_UTF8, *function);
    for (std::size_t place = 0; place < function->parameters.size(); ++place) {
      CAPTURE(std::string(function->parameters[place].name));
      check(world, *function, function->parameters[place], place);
    }
  }
}

// The length of a text, where it has one of its own.
std::size_t length_of(const Function& function, std::size_t text) {
  for (std::size_t place = 0; place < function.parameters.size(); ++place) {
    if (function.parameters[place].of == static_cast<int>(text)) return place;
  }
  return 0;
}

// An object of another kind than a parameter wants.
void* of_another_kind(const World& world, walk::Kind kind) {
  return world.object(kind == walk::Kind::plan ? walk::Kind::application : walk::Kind::plan);
}

}  // namespace

TEST_CASE("every function comes to what its description says, with its examples") {
  for (const Function* function : every_function()) {
    CAPTURE(std::string(function->name));
    for (const std::int32_t encoding : {BIRTHCASE_UTF8, BIRTHCASE_GB18030_2000}) {
      World world(encoding, *function);
      CHECK(called(world, *function, [](Arguments&) {}) == function->example_status);
    }
  }
}

TEST_CASE("a handle that is none is told, not followed") {
  for_each_parameter([](World& world, const Function& function, const Parameter& parameter, std::size_t place) {
    if (parameter.role != Role::handle) return;
    void* const other = of_another_kind(world, parameter.kind);
    void* const odd = reinterpret_cast<void*>(reinterpret_cast<std::uintptr_t>(other) + 1);
    for (void* const wrong : {static_cast<void*>(nullptr), other, odd}) {
      CHECK(called(world, function, [&](Arguments& given) { given[place].address = wrong; }) == BIRTHCASE_BAD_HANDLE);
    }
  });
}

TEST_CASE("a handle to be freed is looked at first, and NULL is freed without doing anything") {
  for_each_parameter([](World& world, const Function& function, const Parameter& parameter, std::size_t place) {
    if (parameter.role != Role::handle_freed) return;
    void* other = of_another_kind(world, parameter.kind);
    void* none = nullptr;
    CHECK(called(world, function, [&](Arguments& given) { given[place].address = nullptr; }) == BIRTHCASE_BAD_HANDLE);
    CHECK(called(world, function, [&](Arguments& given) { given[place].address = &other; }) == BIRTHCASE_BAD_HANDLE);
    CHECK(called(world, function, [&](Arguments& given) { given[place].address = &none; }) == BIRTHCASE_OK);
  });
}

TEST_CASE("the address of a new handle is needed, and is NULL after a failure") {
  for_each_parameter([](World& world, const Function& function, const Parameter& parameter, std::size_t place) {
    if (parameter.role != Role::handle_out) return;
    CHECK(called(world, function, [&](Arguments& given) { given[place].address = nullptr; }) == BIRTHCASE_BAD_ARGUMENT);
    if (function.parameters.front().role != Role::handle) return;
    void* before = &world;
    CHECK(called(world, function, [&](Arguments& given) {
            given.front().address = nullptr;
            given[place].address = &before;
          }) == BIRTHCASE_BAD_HANDLE);
    CHECK(before == nullptr);
  });
}

TEST_CASE("an answer that is not wanted need not be taken") {
  for_each_parameter([](World& world, const Function& function, const Parameter& parameter, std::size_t place) {
    const bool is_out =
        parameter.role == Role::text_out || parameter.role == Role::int32_out || parameter.role == Role::int64_out;
    if (!is_out) return;
    CHECK(called(world, function, [&](Arguments& given) { given[place].address = nullptr; }) ==
          function.example_status);
  });
}

TEST_CASE("a text that cannot be is refused before it is read") {
  for_each_parameter([](World& world, const Function& function, const Parameter& parameter, std::size_t place) {
    const std::size_t length = length_of(function, place);
    if (parameter.role != Role::chars || length == 0) return;
    const auto status = [&](bool is_null, std::int64_t bytes) {
      return called(world, function, [&](Arguments& given) {
        if (is_null) given[place].address = nullptr;
        given[length].number = bytes;
      });
    };
    CHECK(status(true, 1) == BIRTHCASE_BAD_ARGUMENT);
    CHECK(status(true, BIRTHCASE_NUL_ENDED) == BIRTHCASE_BAD_ARGUMENT);
    CHECK(status(false, -2) == BIRTHCASE_BAD_ARGUMENT);
    CHECK(status(false, std::numeric_limits<std::int64_t>::min()) == BIRTHCASE_BAD_ARGUMENT);
    CHECK(status(false, huge) == BIRTHCASE_OUT_OF_RANGE);
  });
}

TEST_CASE("a constant that does not exist is refused") {
  for_each_parameter([](World& world, const Function& function, const Parameter& parameter, std::size_t place) {
    if (!parameter.constant) return;
    for (const std::int64_t none : {std::int64_t{-1}, std::int64_t{9999}}) {
      CHECK(called(world, function, [&](Arguments& given) { given[place].number = none; }) == BIRTHCASE_BAD_ARGUMENT);
    }
  });
}

TEST_CASE("a failure quotes nothing that stands where a text belongs") {
  for_each_parameter([](World& world, const Function& function, const Parameter& parameter, std::size_t place) {
    const std::size_t length = length_of(function, place);
    if (parameter.role != Role::chars || length == 0 || parameter.name == "file") return;  // a file's name is nobody's
    for (std::string secret : {"330782199103120022", "13800138000", "王小明"}) {
      const auto status = called(world, function, [&](Arguments& given) {
        given[place].address = secret.data();
        given[length].number = caller::size(secret);
      });
      if (status == BIRTHCASE_OK) continue;
      CHECK(caller::error_json(world.session).find(secret) == std::string::npos);
      CHECK(caller::error_message(world.session).find(secret) == std::string::npos);
    }
  });
}
