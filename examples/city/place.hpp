// The three cities: what of a year's births differs from one to the other.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/profile.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace city {

struct Place {
  birthcase::Profile profile;
  std::string division{};
  std::string province{};
  std::string prefecture{};
  std::string county{};
  std::vector<std::string> hospitals{};
  std::vector<std::string> towns{};
  bool takes_scans = false;

  /// Errors: `unknown_name` for a city other than yiwu, ruian and wenling.
  static birthcase::Result<Place> named(std::string_view id);

  /// The first moment from this one on when windows are open. Windows have the hours of a service centre; hospitals'
  /// are open on the mornings of rest days too.
  birthcase::DateTime window_opens(const birthcase::DateTime& moment, bool hospital) const;

  /// When so many minutes of office hours have gone by.
  birthcase::DateTime after_work_of(const birthcase::DateTime& moment, int minutes) const;
};

/// The year that is simulated: the reform of Wenling began two days before it.
inline const birthcase::DateTime year_begins(birthcase::Date(2019, 5, 1));
inline const birthcase::DateTime year_ends(birthcase::Date(2020, 5, 1));

}  // namespace city
