#include "plan/shapes/plan_template.hpp"

namespace birthcase {
namespace {

constexpr std::size_t room_for_value = 48;

void write_due(JsonWriter& json, const std::optional<Due>& due) { due ? json.text(to_string(*due)) : json.null(); }

}  // namespace

void fill_in(JsonWriter& json, const Plan& plan, const Blank& blank) {
  switch (blank.what) {
    case Blank::What::fact:
      return json.value(plan.value(blank.fact));
    case Blank::What::as_of:
      return json.text(to_string(plan.as_of()));
    case Blank::What::counted_until: {
      const auto last = plan.profile().rules().calendar->known_until(plan.as_of(), plan.as_of());
      return last ? json.text(to_string(*last)) : json.null();
    }
    case Blank::What::due_of_step:
      return write_due(json, plan.route[blank.step].due);
    case Blank::What::due:
      return write_due(json, plan.due);
  }
}

std::size_t PlanTemplate::expected_size() const noexcept { return text_.size() + room_for_value * blanks_.size(); }

void PlanTemplate::fill_in(JsonWriter& json, const Plan& plan) const {
  json.separate();
  const char* from = text_.data();
  for (const Placed& placed : blanks_) {
    const char* const at = text_.data() + placed.at;
    json.piece({from, at});
    birthcase::fill_in(json, plan, placed.blank);
    from = at;
  }
  json.piece({from, text_.data() + text_.size()}, true);
}

PlanTemplate TemplateRecorder::make(std::string_view written) const {
  PlanTemplate made;
  made.text_.reserve(written.size() - begin_);
  made.blanks_.reserve(noted_.size());
  std::size_t from = begin_;
  for (const Noted& noted : noted_) {
    made.text_ += written.substr(from, noted.begin - from);
    made.blanks_.push_back({made.text_.size(), noted.blank});
    from = noted.end;
  }
  made.text_ += written.substr(from);
  return made;
}

}  // namespace birthcase
