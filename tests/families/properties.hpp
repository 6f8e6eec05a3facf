// What holds for every family, however little it has told.
#pragma once

#include <birthcase/case.hpp>

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::families {

/// Something that should not be: a short name of its kind, and a sentence.
struct Fault {
  std::string kind{};
  std::string text{};
};
using Checked = std::optional<Fault>;

/// An application that was read from a text has the facts and findings that the reader of events finds there.
Checked read_alike(const Application& application, std::string_view json);

/// Who is not taken in is told why, in words that an operator can act on: a document, a fact that is not known, or an error
/// with a message in both languages.
Checked refused_with_a_reason(const Plan& plan);

/// No step is due before one that it waits for.
Checked due_in_order(const Plan& plan);

/// A step waits for every step that yields what it cannot do without and nobody has told yet.
Checked waits_for_products(const Plan& plan);

/// A step whose result is posted has an addressee, an address and a phone among its data, once the case can be taken
/// in.
Checked posted_with_an_address(const Plan& plan);

/// Who can be taken in is asked nothing any more that decides on a document, a lane, a field, a step or a delivery:
/// only when something is due, and lines for what is on somebody's records, may be open.
Checked accepted_is_decided(const Plan& plan);

/// A request tells its department what the service requires, but for what is looked up, and for the hospital's own
/// records where the hospital does the step. `plan` is that of the case before.
Checked goes_out_whole(const Plan& plan, const Message& message);

/// No text that is somebody's (a name, number, phone, address, account) stands in any of these.
Checked nobody_named(const std::vector<Finding>& findings, const Application& application);

/// What is chosen at random of a plan's document is the whole one without the rest, from a known shape and anew.
Checked chosen_alike(const Application& application, Date day, std::uint64_t seed);

/// A message leaves before its deadline.
Checked leaves_in_time(const Message& message);

}  // namespace birthcase::families
