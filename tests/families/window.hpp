// A window that takes families in and carries their cases through, with departments that answer yes.
#pragma once

#include <birthcase/case.hpp>

#include "family.hpp"
#include "properties.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <string>

namespace birthcase::families {

/// Shown every plan on a family's way.
using PlanObserver = std::function<void(const Plan&)>;

/// How a family's visit ends.
enum class End { accepted, refused };

struct Visit {
  boost::json::object application{};  ///< all that was told in the end
  End end = End::refused;
  std::string why{};  ///< if it is refused: the code of the first error, or that there is nothing more to tell
  Checked fault{};
};

/// Asks a family what its plan says is missing, until it can be taken in or there is an error that stays. Looks at
/// every plan on the way.
Visit ask(const Family& family, const PlanObserver& observe = {});

/// The properties of one plan.
Checked look_at(const Profile& profile, const boost::json::object& application, const DateTime& at);

/// Takes in an application that is acceptable, has every department say yes with all its results, hands everything out
/// and closes. Whatever is refused on the way is a fault, `refused-CODE`.
Checked carry_through(const Profile& profile, const boost::json::object& application, const DateTime& at,
                      const PlanObserver& observe = {});

/// The application that a text says, under a profile; a fault of the generator where it says none.
Result<Application> read(const Profile& profile, const boost::json::object& application);

}  // namespace birthcase::families
