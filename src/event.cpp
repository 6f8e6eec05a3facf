#include <birthcase/event.hpp>

#include <iterator>

namespace birthcase {

bool events::ClockRepaired::concerns(const DateTime& moment, const DateTime& repaired_at) const noexcept {
  if (moment.is_special()) return false;
  return since ? moment >= *since && moment < to : moment > repaired_at;
}

std::string_view kind_of(const EventBody& body) noexcept {
  // In the order of the variant.
  constexpr std::string_view names[] = {"opened",           "facts-set",           "evidence-handed-in",
                                        "accepted",         "replanned",           "step-readied",
                                        "step-held",        "step-dispatched",     "step-acknowledged",
                                        "step-completed",   "step-returned",       "step-failed",
                                        "step-retried",     "supplemented",        "step-resumed",
                                        "deferral-settled", "corrected",           "step-recalled",
                                        "notice-sent",      "step-delivered",      "step-withdrawn",
                                        "newborn-died",     "withdrawn",           "closed",
                                        "erased",           "look-up-asked",       "look-up-answered",
                                        "look-up-voided",   "due-moved",           "family-asked",
                                        "deferral-lapsed",  "deferral-reinstated", "clock-repaired",
                                        "deferral-granted"};
  static_assert(std::size(names) == std::variant_size_v<EventBody>);
  return names[body.index()];
}

std::string_view to_string(MessageKind kind) noexcept {
  constexpr std::string_view names[] = {"request",    "correction", "cancellation", "query",
                                        "withdrawal", "death",      "deadline"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace birthcase
