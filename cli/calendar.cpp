#include "command.hpp"
#include "data_files.hpp"
#include "input.hpp"
#include "terminal.hpp"
#include "words.hpp"

#include <boost/date_time/gregorian/gregorian.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace birthcase::cli {
namespace {

struct CalendarOptions {
  std::vector<std::string> files;
  std::string as_of;
  JsonOutput output;
  Language language = Language::zh;
};

using NoticeKey = std::pair<int, Date>;  // year, day of announcement

/// What is known: the built-in notices and those of the files.
struct Known {
  ProfileData data;
  std::map<NoticeKey, std::string> files;  ///< from which file a notice came; the others are built in
  Date as_of;

  const Calendar& calendar() const { return data.calendar(); }
  std::optional<Date> until() const { return calendar().known_until(as_of, as_of); }
};

Result<Known> read(const std::vector<std::string>& files, Date as_of) {
  Known known{{}, {}, as_of};
  for (const std::string& file : files) {
    const auto text = read_text(file, max_application_bytes);
    if (!text) {
      Error error = text.error();
      error.document = shown(file);
      return error;
    }
    if (auto added = known.data.add_calendar(*text); !added) {
      Error error = added.error();
      error.document = shown(file);
      return error;
    }
    for (const HolidayNotice& notice : parse_holiday_notices(*text).value()) {
      known.files[{notice.year, notice.announced}] = shown(file);
    }
  }
  return known;
}

std::string origin_of(const Known& known, const HolidayNotice& notice, const Words& words) {
  const auto file = known.files.find({notice.year, notice.announced});
  return file == known.files.end() ? std::string(words(command_line::built_in)) : file->second;
}

bool is_weekend(const Date& day) {
  const auto weekday = day.day_of_week();
  return weekday == boost::date_time::Saturday || weekday == boost::date_time::Sunday;
}

// Of notices that files brought: what is allowed and yet hardly meant.
std::vector<std::string> remarks_on(const Known& known, const Words& words) {
  std::vector<std::string> remarks;
  for (const HolidayNotice& notice : known.calendar().notices()) {
    if (!known.files.contains({notice.year, notice.announced})) continue;
    if (notice.announced > known.as_of) {
      const std::string day = to_string(notice.announced);
      const std::string today = to_string(known.as_of);
      remarks.push_back(words(command_line::notice_too_late, notice.year, day, today));
    }
    for (const Date& day : notice.work) {
      if (is_weekend(day)) continue;
      remarks.push_back(words(command_line::make_up_day_not_on_weekend, notice.year, to_string(day)));
    }
  }
  return remarks;
}

int working_days_of(const Known& known, int year) {
  const auto number = static_cast<unsigned short>(year);
  return known.calendar()
      .count_working_days(Date(number, 1, 1), Date(number, 12, 31), Date(boost::gregorian::max_date_time))
      .value();
}

std::string last_day(const Known& known, const Words& words) {
  const std::string today = to_string(known.as_of);
  if (const auto last = known.until()) {
    return words(command_line::counted_up_to, today, to_string(*last));
  }
  return words(command_line::notice_missing, today, static_cast<int>(known.as_of.year()));
}

std::string text_of(const Known& known, const Words& words) {
  Table table({{std::string(words(command_line::year)), Align::left, false},
               {std::string(words(command_line::working_days_of_year)), Align::right, false},
               {std::string(words(command_line::announced)), Align::left, false},
               {std::string(words(command_line::notice_number)), Align::left, true},
               {std::string(words(command_line::origin)), Align::left, true}});
  for (const int year : known.calendar().years()) {
    bool first = true;
    for (const HolidayNotice& notice : known.calendar().notices()) {
      if (notice.year != year) continue;
      table.add({first ? std::to_string(year) : "", first ? std::to_string(working_days_of(known, year)) : "",
                 to_string(notice.announced), notice.number, origin_of(known, notice, words)});
      first = false;
    }
  }
  const Document document{.look = layout::Look::tables, .language = words.language(), .blocks = {std::move(table)}};
  std::string text = layout::to_text(document, page_of_output()) + '\n';
  for (const std::string& remark : remarks_on(known, words)) {
    text += words(command_line::note, remark) + '\n';
  }
  return text + last_day(known, words) + '\n';
}

boost::json::object json_of(const Known& known, int year) {
  boost::json::array notices;
  for (const HolidayNotice& notice : known.calendar().notices()) {
    if (notice.year != year) continue;
    boost::json::object json{{"number", notice.number}, {"announced", to_string(notice.announced)}};
    const auto file = known.files.find({notice.year, notice.announced});
    if (file != known.files.end()) json["file"] = file->second;
    notices.push_back(std::move(json));
  }
  return {{"year", year}, {"working_days", working_days_of(known, year)}, {"notices", std::move(notices)}};
}

std::string json_of(const Known& known, Language language) {
  boost::json::array years;
  for (const int year : known.calendar().years()) years.push_back(json_of(known, year));
  boost::json::array remarks;
  for (const std::string& remark : remarks_on(known, Words(language))) remarks.emplace_back(remark);
  const auto last = known.until();
  return boost::json::serialize(
      boost::json::object{{"as_of", to_string(known.as_of)},
                          {"counted_until", last ? boost::json::value(to_string(*last)) : boost::json::value(nullptr)},
                          {"calendar", known.data.calendar_digest()},
                          {"years", std::move(years)},
                          {"remarks", std::move(remarks)}});
}

Status run(const CalendarOptions& options) {
  const auto as_of = date_of("--as-of", options.as_of);
  if (!as_of) return refuse(as_of.error());
  const auto known = read(options.files, as_of->value_or(today()));
  if (!known) return refuse(known.error());
  if (options.output.wanted()) {
    options.output.write(json_of(*known, options.language));
  } else {
    write_painted(text_of(*known, Words(options.language)));
  }
  return done;
}

}  // namespace

Command add_calendar(CLI::App& program) {
  auto options = std::make_shared<CalendarOptions>();
  CLI::App& command = *program.add_subcommand(
      "calendar", "the holiday notices that are known, and up to which day promises can be counted");
  command.add_option("FILE", options->files, "holiday notices to check and to count with; - is the standard input");
  command.add_option("--as-of", options->as_of, "use only the notices announced by this day (default: today)")
      ->option_text("DATE");
  options->output.add_to(command);
  add_language(command, options->language);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
