// What came of a year, as text.
#pragma once

#include "year.hpp"

#include <cstdint>
#include <iosfwd>
#include <string>

namespace city {

void print(std::ostream& out, const Year& year);

/// In a year of many families every kind of trouble has to have come up, or nothing was shown. Adds to the faults.
void expect_trouble(Year& year, std::uint32_t families);

}  // namespace city
