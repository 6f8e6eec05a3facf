#include <birthcase/exchange/acknowledge.hpp>
#include <birthcase/text.hpp>

#include "formats/hl7_text.hpp"
#include "formats/limits.hpp"
#include "make_error.hpp"
#include "texts/exchange.hpp"
#include "texts/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace birthcase::exchange {
namespace {

/// A place in a message: ERR-2.
struct MessagePlace {
  std::string segment{};
  std::size_t number = 1;  ///< of the segments of this name
  std::string field{};
  std::string component{};
};

/// A code of HL7 table 0357, with its text.
struct ErrorCode {
  std::string_view code;
  std::string_view text;
};
constexpr ErrorCode segment_sequence{"100", "Segment sequence error"};
constexpr ErrorCode required_missing{"101", "Required field missing"};
constexpr ErrorCode data_type{"102", "Data type error"};
constexpr ErrorCode table_value{"103", "Table value not found"};
constexpr ErrorCode unsupported_type{"200", "Unsupported message type"};

ErrorCode code_of(std::string_view finding) noexcept {
  if (finding == texts::exchange::source_value_missing.key) return required_missing;
  if (finding == texts::exchange::source_code_unknown.key) return table_value;
  if (finding == texts::exchange::record_not_meant.key) return unsupported_type;
  if (finding == texts::exchange::source_segment_unreadable.key) return segment_sequence;
  return data_type;
}

/// The lines of one message, by their numbers in the text.
struct MessageLines {
  std::size_t first = 0;
  std::vector<std::string_view> lines{};
};

std::vector<MessageLines> messages_of(std::string_view utf8) {
  std::vector<MessageLines> messages;
  for (std::size_t number = 1; !utf8.empty(); ++number) {
    std::string_view line = formats::next_line(utf8);
    if (line.starts_with("MSH")) messages.push_back({number, {}});
    const bool outside = line.starts_with("FHS") || line.starts_with("BHS") || line.starts_with("BTS");
    if (!messages.empty() && !outside) messages.back().lines.push_back(line);
  }
  return messages;
}

MessagePlace place_of_finding(const SourceFinding& found, const MessageLines& message) {
  MessagePlace place;
  const auto path = found.source.empty() ? Result<Path>(Path()) : Path::parse(found.source);
  if (!path) return place;
  std::vector<std::string> names;
  for (const Path::Step& step : path->steps()) {
    if (step.name != "PATIENT") names.push_back(step.name);
  }
  names.resize(3);
  place.segment = names[0];
  place.field = names[1];
  place.component = names[2];
  std::size_t same = 0;
  for (std::size_t i = 0; i < message.lines.size() && message.first + i <= found.line; ++i) {
    same += message.lines[i].starts_with(place.segment) ? 1 : 0;
  }
  place.number = std::max<std::size_t>(same, 1);
  return place;
}

/// Writes the answers. Used once.
class Answers {
 public:
  explicit Answers(const AcknowledgeOptions& options) : options_(options) {}

  void begin(const MessageLines& message, std::string_view code) {
    header_ = message.lines.front();
    const auto signs = formats::signs_of_header(header_);
    separator_ = signs ? signs->field : '|';
    component_ = signs ? signs->component : '^';
    const std::string trigger = part(9, 2);
    text_ += fmt::format("MSH|^~\\&|{}|{}|{}|{}|{}||ACK", field(5), field(6), field(3), field(4), moment());
    if (!trigger.empty()) text_ += '^' + trigger + "^ACK";
    const std::string id = field(10);
    const std::string version = part(12, 1);
    old_ = !version.empty() && version < "2.5";
    text_ += fmt::format("|{}|{}|{}||||||{}\r", id.empty() ? "ACK" : id, or_else(field(11), "P"),
                         or_else(version, "2.5.1"), field(18));
    text_ += fmt::format("MSA|{}|{}\r", code, id);
  }

  void add_error(const MessagePlace& place, const ErrorCode& code, bool severe, std::string_view text) {
    if (old_) {
      text_ +=
          fmt::format("ERR|{}^{}^{}^{}&{}&HL70357\r", place.segment, place.number, place.field, code.code, code.text);
      return;
    }
    text_ += "ERR||";
    if (!place.segment.empty()) text_ += fmt::format("{}^{}^{}", place.segment, place.number, place.field);
    if (!place.component.empty()) text_ += "^1^" + place.component;
    text_ +=
        fmt::format("|{}^{}^HL70357|{}||||{}\r", code.code, code.text, severe ? 'E' : 'W', formats::escape_hl7(text));
  }

  std::string take() { return std::move(text_); }

 private:
  static std::string or_else(std::string text, std::string_view otherwise) {
    return text.empty() ? std::string(otherwise) : text;
  }

  // A field of the message's header in our signs: texts that name systems and ids have no components but these.
  std::string field(std::size_t number) const {
    const auto stands = formats::field_of_header(header_, number, separator_);
    std::string text;
    for (std::size_t at = 0; at <= stands.size();) {
      const std::size_t end = std::min(stands.find(component_, at), stands.size());
      text += (at == 0 ? "" : "^") + formats::escape_hl7(plain(stands.substr(at, end - at)));
      at = end + 1;
    }
    return text;
  }

  std::string part(std::size_t number, std::size_t component) const {
    auto text = formats::field_of_header(header_, number, separator_);
    return formats::escape_hl7(plain(formats::field_of_header(text, component, component_)));
  }

  std::string plain(std::string_view text) const {
    const auto signs = formats::signs_of_header(header_);
    return signs ? formats::unescape_hl7(text, *signs) : std::string(text);
  }

  std::string moment() const {
    const auto day = options_.at.date().year_month_day();
    const auto time = options_.at.time_of_day();
    return fmt::format("{:04}{:02}{:02}{:02}{:02}{:02}", static_cast<int>(day.year), day.month.as_number(),
                       day.day.as_number(), time.hours(), time.minutes(), time.seconds());
  }

  const AcknowledgeOptions& options_;
  std::string text_;
  std::string_view header_;
  char separator_ = '|';
  char component_ = '^';
  bool old_ = false;
};

// The births that a message is part of: `number` is its place among the records.
std::vector<const ImportedBirth*> births_with(const Imported& imported, std::size_t number) {
  std::vector<const ImportedBirth*> births;
  for (const ImportedBirth& birth : imported.births) {
    if (std::find(birth.records.begin(), birth.records.end(), number) != birth.records.end()) births.push_back(&birth);
  }
  return births;
}

bool is_about_the_message(const SourceFinding& found) noexcept {
  return found.finding.code == texts::exchange::record_not_meant.key ||
         found.finding.code == texts::exchange::source_segment_unreadable.key;
}

// What was found in the lines of a message, before those of the next.
std::vector<const SourceFinding*> findings_in(const ImportedBirth& birth, std::size_t first, std::size_t end) {
  std::vector<const SourceFinding*> found;
  for (const SourceFinding& each : birth.findings) {
    const bool here = each.line >= first && each.line < end;
    if (here && each.finding.severity != Severity::info && !each.source.empty()) found.push_back(&each);
    if (here && each.source.empty() && is_about_the_message(each)) found.push_back(&each);
  }
  return found;
}

void answer(Answers& answers, const MessageLines& message, std::size_t end, const ImportedBirth& birth,
            Language language) {
  const auto found = findings_in(birth, message.first, end);
  const bool is_other =
      std::any_of(found.begin(), found.end(), [](const auto* each) { return is_about_the_message(*each); });
  answers.begin(message, is_other ? "AR" : birth.application ? "AA" : "AE");
  for (const SourceFinding* each : found) {
    answers.add_error(place_of_finding(*each, message), code_of(each->finding.code), !birth.application,
                      each->finding.message.in(language));
  }
}

void reject(Answers& answers, const std::vector<MessageLines>& messages, const Error& error) {
  static constexpr std::string_view bare = "MSH|^~\\&|";
  answers.begin(messages.empty() ? MessageLines{1, {bare}} : messages.front(), "AR");
  answers.add_error({}, segment_sequence, true,
                    error.line == 0 ? error.message : fmt::format("line {}: {}", error.line, error.message));
}

Result<std::string> utf8_of(std::string_view text, Encoding encoding) {
  if (encoding == Encoding::gb18030) return from_gb18030(text);
  if (auto checked = check_utf8(text); !checked) return checked.error();
  return std::string(text);
}

}  // namespace

Result<std::string> acknowledge(const Map& map, std::string_view text, const Result<Imported>& imported,
                                const AcknowledgeOptions& options) {
  if (map.content().format != Format::hl7v2) {
    return make_error(ErrorKind::wrong_type, "only HL7 v2 messages are acknowledged; choose a map of that format");
  }
  const Encoding given = options.encoding.value_or(map.content().options.encoding);
  const auto declared = formats::declared_charset(text, given);
  const Encoding encoding = declared ? *declared : given;
  const auto utf8 = utf8_of(text, encoding);
  Answers answers(options);
  const auto messages = utf8 ? messages_of(*utf8) : std::vector<MessageLines>();
  if (!imported) {
    reject(answers, messages, imported.error());
  } else {
    for (std::size_t i = 0; i < messages.size(); ++i) {
      const std::size_t end = i + 1 < messages.size() ? messages[i + 1].first : std::numeric_limits<std::size_t>::max();
      for (const ImportedBirth* birth : births_with(*imported, i + 1)) {
        answer(answers, messages[i], end, *birth, options.language);
      }
    }
  }
  std::string written = answers.take();
  if (encoding == Encoding::utf_8) return written;
  return to_gb18030(written);
}

}  // namespace birthcase::exchange
