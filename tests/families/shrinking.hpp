// The least application that still shows a fault.
#pragma once

#include <boost/json/object.hpp>

#include <functional>

namespace birthcase::families {

/// Leaves out facts, groups, newborns and papers as long as the fault stays.
boost::json::object shrunk(boost::json::object application,
                           const std::function<bool(const boost::json::object&)>& still_fails);

}  // namespace birthcase::families
