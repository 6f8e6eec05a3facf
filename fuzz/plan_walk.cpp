#include "plan_walk.hpp"

#include "plan_lists.hpp"
#include "secret.hpp"

#include <limits>

namespace fuzz {
namespace {

constexpr Statuses out_of_range{BIRTHCASE_OUT_OF_RANGE};
constexpr Statuses bad_argument{BIRTHCASE_BAD_ARGUMENT};

class Walk {
 public:
  Walk(Caller& caller, const birthcase_plan* plan)
      : caller_(caller), plan_(plan), json_(read_json(caller.utf8(caller.json_of(plan)))) {}

  void run() {
    parts();
    items(plan_itself, 1);
    for (const PlanList& list : plan_lists) {
      const auto& in_json = json_.at_pointer(list.pointer).as_array();
      must(count(list.list) == in_json.size(), "a list has as many items as in JSON", list.pointer);
      items(list, in_json.size());
      for (std::size_t i = 0; i < in_json.size(); ++i) compare(list, static_cast<std::int32_t>(i), in_json[i]);
    }
    expect(bad_argument, text(0, 0));
    expect(bad_argument, text((plan_lists.back().list + 1) * 100, 0));
    expect(bad_argument, number(std::numeric_limits<std::int32_t>::min(), 0));
  }

 private:
  std::string parts_of(std::string_view names, std::int32_t without) {
    return caller_.utf8(caller_.get([&](auto... out) {
      return birthcase_plan_json_parts(caller_, plan_, names.data(), static_cast<std::int64_t>(names.size()), without,
                                       out...);
    }));
  }

  // Each part alone is what the whole has of it.
  void parts() {
    must_equal(parts_of("", 0), caller_.utf8(caller_.json_of(plan_)), "all parts are the whole");
    for (const auto& member : json_.as_object()) {
      const boost::json::value alone = read_json(parts_of(member.key(), 0));
      must(alone == boost::json::value(boost::json::object{{member.key(), member.value()}}),
           "a part is that of the whole");
    }
    constexpr std::int32_t bare = BIRTHCASE_WITHOUT_LABELS | BIRTHCASE_WITHOUT_REASONS;
    must(read_json(parts_of("", bare)).as_object().size() == json_.as_object().size(), "a bare plan has all parts");
  }

  struct Read {
    birthcase_status status = BIRTHCASE_OK;
    std::string text{};
  };

  Read text(std::int32_t attribute, std::int32_t index) {
    const char* text = nullptr;
    std::int64_t length = 0;
    const auto status = birthcase_plan_text(caller_, plan_, attribute, index, &text, &length);
    if (status != BIRTHCASE_OK) return {status};
    return {status, caller_.yielded(text, length)};
  }

  Read number(std::int32_t attribute, std::int32_t index) {
    std::int64_t number = -7;
    const auto status = birthcase_plan_number(caller_, plan_, attribute, index, &number);
    must(status == BIRTHCASE_OK || number == -7, "a failed call leaves its out parameters alone");
    must(status != BIRTHCASE_OK || number >= BIRTHCASE_FAMILY, "no number of a plan is below BIRTHCASE_FAMILY");
    return {status};
  }

  void expect(Statuses allowed, const Read& read) { caller_.check(read.status, allowed); }

  std::size_t count(std::int32_t list) {
    std::int32_t count = -1;
    caller_.check(birthcase_plan_count(caller_, plan_, list, &count), only_ok);
    must(count >= 0, "no list has less than no items");
    return static_cast<std::size_t>(count);
  }

  // Every attribute is a text or a number, for every item the same.
  void items(const PlanList& list, std::size_t size) {
    const auto past = static_cast<std::int32_t>(size);
    for (std::int32_t attribute = list.first; attribute <= list.last; ++attribute) {
      const bool is_number = number(attribute, past).status == BIRTHCASE_OUT_OF_RANGE;
      expect(is_number ? out_of_range : bad_argument, number(attribute, past));
      expect(out_of_range, is_number ? number(attribute, -1) : text(attribute, -1));
      expect(out_of_range, text(attribute, past));
      if (is_number && size > 0) expect(bad_argument, text(attribute, 0));
      for (std::int32_t i = 0; i < past; ++i) expect(only_ok, is_number ? number(attribute, i) : text(attribute, i));
    }
    expect(size > 0 ? bad_argument : out_of_range, text(list.last + 1, 0));
  }

  void compare(const PlanList& list, std::int32_t index, const boost::json::value& item) {
    for (const Twin& twin : twins) {
      if (twin.attribute < list.first || twin.attribute > list.last) continue;
      const auto* in_json = item.as_object().if_contains(twin.key);
      if (in_json == nullptr || !in_json->is_string()) continue;
      const std::string read = caller_.utf8(text(twin.attribute, index).text);
      must_equal(read, in_json->get_string(), "an attribute is what JSON has for it");
      if (list.list == BIRTHCASE_FINDINGS) must_not_tell(read);
    }
  }

  Caller& caller_;
  const birthcase_plan* plan_;
  boost::json::value json_;
};

}  // namespace

void walk(Caller& caller, const birthcase_plan* plan) { Walk(caller, plan).run(); }

}  // namespace fuzz
