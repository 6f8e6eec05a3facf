#include "case/made_again.hpp"

#include "application/errors.hpp"
#include "case/fold.hpp"
#include "case/look_up_keys.hpp"
#include "case/payload.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace birthcase::cases {
namespace {

using Made = Result<std::optional<Message>>;

Error not_there(std::string_view path) {
  return application::make_error(ErrorKind::unknown_name, "the case has nothing of this id", std::string(path));
}

// One of the case before an event, by the kind of the event.
class Again {
 public:
  Again(const Case& before, const DateTime& at, const Message* replaced)
      : before_(before), at_(at), replaced_(replaced) {}

  Made operator()(const events::StepDispatched& sent) const {
    const CaseStep* step = before_.step(sent.step);
    if (step == nullptr) return not_there("/step");
    Message message = message_about(before_, *step, MessageKind::request, at_);
    message.answer_by = sent.answer_by;
    if (!before_.erased) {
      const Plan plan = birthcase::plan(before_, at_.date());
      const Step* route_step = step_in(plan, sent.step);
      if (route_step == nullptr) return not_there("/step");
      fill(message, plan, *route_step, payload_of(before_, plan, *route_step));
    }
    return sealed(std::move(message));
  }

  Made operator()(const events::NoticeSent& notice) const {
    const CaseStep* step = before_.step(notice.step);
    if (step == nullptr) return not_there("/step");
    Message message = message_about(before_, *step, notice.kind, at_);
    if (notice.kind == MessageKind::correction && !before_.erased) fill_correction(message, *step);
    if (notice.kind == MessageKind::cancellation && replaced_ != nullptr) {
      message.organisation = replaced_->organisation;
      message.operated_by = replaced_->operated_by;
    }
    if (notice.kind == MessageKind::deadline) message.replaces.clear();
    message.answer_by = notice.answer_by;
    return sealed(std::move(message));
  }

  Made operator()(const events::LookUpAsked& asked) const {
    if (before_.erased) return sealed(bare_query(asked));
    const Plan plan = birthcase::plan(before_, at_.date());
    const PlannedLookUp* look_up = look_up_in(plan, asked.look_up, asked.newborn);
    if (look_up == nullptr && before_.status == CaseStatus::draft) return sealed(bare_query(asked));
    if (look_up == nullptr) return not_there("/look_up");
    Message query = query_about(before_, plan, *look_up, at_);
    query.organisation = asked.organisation;
    return sealed(std::move(query));
  }

  Made operator()(const events::LookUpVoided& voided) const {
    if (voided.cancellation.empty()) return std::optional<Message>();
    const auto& shares = before_.profile.rules().shares;
    const auto share = std::find_if(shares.begin(), shares.end(),
                                    [&voided](const DataShare& each) { return each.id == voided.look_up; });
    const SentMessage* query = before_.message(voided.message);
    if (share == shares.end() || query == nullptr) return not_there("/look_up");
    const LookUp look_up{.share = shares.id_of(*share), .newborn = voided.newborn};
    return sealed(cancellation_of(before_, *query, look_up, at_));
  }

  template <class Other>
  Made operator()(const Other& /*event*/) const {
    return std::optional<Message>();
  }

 private:
  static Made sealed(Message message) {
    seal(message);
    return std::optional(std::move(message));
  }

  // What a query says of itself, where nobody knows any more what it said of people.
  Message bare_query(const events::LookUpAsked& asked) const {
    return {.id = asked.message,
            .kind = MessageKind::query,
            .case_id = before_.id,
            .newborn = asked.newborn,
            .organisation = asked.organisation,
            .at = at_,
            .look_up = look_up_name(asked.look_up, asked.newborn)};
  }

  void fill_correction(Message& message, const CaseStep& step) const {
    const Plan after = birthcase::plan(before_, at_.date());
    if (const Step* route_step = step_in(after, step.planned.step)) {
      fill(message, after, *route_step, payload_of(before_, after, *route_step));
    } else {
      fill(message, after, payload_off_route(after, step));
    }
  }

  const Case& before_;
  const DateTime& at_;
  const Message* replaced_;
};

// The message that an event makes void and tells somebody so: the department that had it is told, also where the step
// has become another organisation's since.
std::string_view replaced_by(const Case& before, const Event& event) noexcept {
  const auto* notice = std::get_if<events::NoticeSent>(&event.body);
  const CaseStep* step = notice == nullptr ? nullptr : before.step(notice->step);
  if (step == nullptr || notice->kind != MessageKind::cancellation) return {};
  return step->message;
}

Error at_event(Error error, std::size_t place) {
  error.path = fmt::format("/{}{}", place, error.path);
  return error;
}

}  // namespace

Result<WithMessages> replay_with_messages(const Profile& profile, std::span<const Event> events) {
  const auto* opened = events.empty() ? nullptr : std::get_if<events::Opened>(&events.front().body);
  if (opened == nullptr) {
    return application::make_error(ErrorKind::missing, "a case begins with the event 'opened'");
  }
  WithMessages all{Case(profile, opened->case_id)};
  for (std::size_t place = 0; place < events.size(); ++place) {
    const Event& event = events[place];
    const std::string_view id = replaced_by(all.state, event);
    const auto replaced = std::find_if(all.messages.begin(), all.messages.end(),
                                       [id](const MadeAgain& each) { return !id.empty() && each.message.id == id; });
    auto made = std::visit(Again(all.state, event.at, replaced == all.messages.end() ? nullptr : &replaced->message),
                           event.body);
    if (!made) return at_event(made.error(), place);
    const bool in_draft = all.state.status == CaseStatus::draft;
    if (auto done = fold(all.state, event); !done) return at_event(done.error(), place);
    if (*made) all.messages.push_back({event.sequence, std::move(**made), in_draft});
  }
  return all;
}

}  // namespace birthcase::cases
