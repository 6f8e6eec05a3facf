#include "connectors.hpp"

namespace city {

using boost::posix_time::minutes;

void Connectors::call() {
  if (called_) return;
  called_ = true;
  agenda_.add(agenda_.now() + minutes(dice_.between(1, 3)), {}, [this] { look(); });
}

// Whatever is left, because its lease has to end first or because it waits for the message before it, is looked for
// again.
void Connectors::look() {
  called_ = false;
  if (carry("connector-" + std::to_string(dice_.between(1, 2))) > 0) call();
}

// A connector may break down between handing a message over and saying so: then the message is carried again.
std::uint64_t Connectors::carry(const std::string& connector) {
  std::uint64_t carried = 0;
  for (const store::Leased& message : office_.lease(connector, agenda_.now())) {
    ++carried;
    departments_.receive(message);
    if (dice_.happens(4)) continue;
    (void)office_.acknowledge(message.message_id, connector);
  }
  return carried;
}

std::uint64_t Connectors::carry_all() {
  std::uint64_t all = 0;
  DateTime later = agenda_.now();
  for (int empty = 0; empty < 2;) {  // the first may be for want of power
    later += minutes(2);             // leases are over
    const auto leased = office_.lease("connector-last", later);
    empty = leased.empty() ? empty + 1 : 0;
    for (const store::Leased& message : leased) {
      departments_.receive(message);
      (void)office_.acknowledge(message.message_id, "connector-last");
    }
    all += leased.size();
  }
  return all;
}

}  // namespace city
