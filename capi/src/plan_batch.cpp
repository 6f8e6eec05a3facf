// Many applications in one call.
#include <birthcase/plan_json.hpp>

#include "guard.hpp"
#include "plan_columns.hpp"
#include "texts.hpp"

#include <cstdint>
#include <optional>

using namespace birthcase;
using namespace birthcase::capi;

namespace {

constexpr std::int64_t most_attributes = 256;

/// The applications of a call: texts one behind the other, and where each begins.
class Applications {
 public:
  Applications(const char* json, const std::int32_t* offsets, std::int64_t count);

  std::int64_t size() const noexcept { return count_; }
  Given operator[](std::int64_t row) const noexcept {
    const std::int32_t begin = at(row);
    return application_text(json_ == nullptr ? nullptr : json_ + begin, at(row + 1) - begin);
  }

 private:
  std::int32_t at(std::int64_t row) const noexcept {
    std::int32_t offset = 0;
    std::memcpy(&offset, offsets_ + row, sizeof offset);
    return offset;
  }

  const char* json_;
  const std::int32_t* offsets_;
  std::int64_t count_;
};

Applications::Applications(const char* json, const std::int32_t* offsets, std::int64_t count)
    : json_(json), offsets_(offsets), count_(count) {
  if (count < 0) fail(BIRTHCASE_BAD_ARGUMENT, "count: not negative");
  if (count == 0) return;
  if (offsets == nullptr) fail(BIRTHCASE_BAD_ARGUMENT, "offsets: NULL with a count");
  if (at(0) < 0) fail(BIRTHCASE_BAD_ARGUMENT, "offsets: not negative");
  for (std::int64_t row = 0; row < count; ++row) {
    if (at(row + 1) < at(row))
      fail(BIRTHCASE_BAD_ARGUMENT, "offsets: an offset must not be less than the one before it");
  }
  if (json == nullptr && at(count) > 0) fail(BIRTHCASE_BAD_ARGUMENT, "json: NULL with a length");
}

std::vector<std::int32_t> attributes_in(const std::int32_t* attributes, std::int64_t count) {
  if (count < 0) fail(BIRTHCASE_BAD_ARGUMENT, "attribute_count: not negative");
  if (count > most_attributes) fail(BIRTHCASE_OUT_OF_RANGE, "attribute_count: 256 at most");
  if (attributes == nullptr && count > 0) fail(BIRTHCASE_BAD_ARGUMENT, "attributes: NULL with a count");
  std::vector<std::int32_t> copied(static_cast<std::size_t>(count));
  if (count > 0) std::memcpy(copied.data(), attributes, copied.size() * sizeof(std::int32_t));
  return copied;
}

// The plan of one application, or what is wrong with it. Only a lack of memory is everybody's.
std::optional<Plan> planned(const birthcase_session& session, const Profile& rules, const Given& json,
                            std::optional<Date> day, LastError& error) {
  try {
    const TextIn document(session, json);
    const Application application = need(Application::parse(rules, document));
    return plan(rules, application, need(day_to_plan(application, day)));
  } catch (Failure& failure) {
    error = std::move(failure.error());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    error.status = BIRTHCASE_INTERNAL;
    error.detail.message = "a defect of the library; please report it";
  }
  return std::nullopt;
}

void add_row(PlanColumns& columns, const birthcase_session& session, const Profile& rules, const Given& json,
             std::optional<Date> day) {
  LastError error;
  if (const auto plan = planned(session, rules, json, day, error)) {
    columns.add(*plan);
  } else {
    columns.add(error);
  }
}

}  // namespace

extern "C" {

birthcase_status BIRTHCASE_CALL birthcase_plan_columns(birthcase_session* session, const birthcase_profile* profile,
                                                       const char* json, const int32_t* offsets, int64_t count,
                                                       const char* as_of, int64_t as_of_length,
                                                       const int32_t* attributes, int64_t attribute_count,
                                                       const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const Profile& rules = object(profile, "profile").profile;
    const Applications applications(json, offsets, count);
    PlanColumns columns(open, attributes_in(attributes, attribute_count));
    const std::optional<Date> day = optional_day_in(open, {"as_of", as_of, as_of_length});
    for (std::int64_t row = 0; row < applications.size(); ++row) {
      add_row(columns, open, rules, applications[row], day);
    }
    yield_bytes(open, columns.block(), {text, length});
  });
}

}  // extern "C"
