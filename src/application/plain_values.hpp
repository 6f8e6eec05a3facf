// Values about which there is nothing to say: read without the second look that others get.
#pragma once

#include <birthcase/value.hpp>

#include "application/guide.hpp"
#include "application/scanner.hpp"

#include <optional>
#include <string_view>

namespace birthcase::application {

/// Whether a text is stored as it stands and passes every check of its field. False may mean that it is not sure.
bool is_plain(const Rules& rules, const Guide& guide, const Target& target, const PlainText& text,
              const Scanner& scanner) noexcept;

/// `YYYY-MM-DD` of a day from 1400 on, or nothing.
std::optional<CivilDate> plain_date(std::string_view text) noexcept;

/// `YYYY-MM-DDThh:mm[:ss]`, or nothing.
std::optional<CivilDateTime> plain_date_time(std::string_view text) noexcept;

}  // namespace birthcase::application
