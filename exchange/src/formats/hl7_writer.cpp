#include "formats/hl7.hpp"
#include "formats/hl7_text.hpp"
#include "make_error.hpp"

#include <charconv>
#include <map>
#include <optional>
#include <vector>

namespace birthcase::exchange::formats {
namespace {

constexpr unsigned most_parts = 999;
constexpr std::string_view header_signs = "|^~\\&";

/// The parts of a node by their numbers; a part that repeats has several nodes.
using Parts = std::map<unsigned, std::vector<const Node*>>;

/// Writes messages. Used once.
class MessagesWriter {
 public:
  explicit MessagesWriter(Encoding declared) noexcept : declared_(declared) {}

  Result<std::string> write(const Node& root) {
    for (const Node& child : root.children) {
      child.name == "message" ? write_message(child) : write_segment(child, "/" + child.name);
    }
    if (error_) return *error_;
    return std::move(text_);
  }

 private:
  // The header stands first, whatever the order of the rows that made the tree.
  void write_message(const Node& message) {
    static const Node bare_header{.name = "MSH"};
    const Node* header = message.find("MSH");
    write_segment(header == nullptr ? bare_header : *header, "/message/MSH");
    for (const Node& child : message.children) {
      if (&child == header) continue;
      if (child.name != "PATIENT") {
        write_segment(child, "/message/" + child.name);
        continue;
      }
      for (const Node& segment : child.children) write_segment(segment, "/message/PATIENT/" + segment.name);
    }
  }

  void write_segment(const Node& segment, const std::string& path) {
    if (!is_segment_name(segment.name)) {
      return fail("a segment has a name of three capitals and figures, as PID; correct the map", path);
    }
    Parts fields = parts_of(segment, path);
    const bool is_header = segment.name == "MSH" || segment.name == "FHS" || segment.name == "BHS";
    text_ += segment.name;
    if (is_header) text_ += header_signs;
    Node charset;
    if (segment.name == "MSH" && !fields.contains(18)) {
      charset.text = charset_name(declared_);
      fields[18] = {&charset};
    }
    for (unsigned at = is_header ? 2 : 0; const auto& [number, repetitions] : fields) {
      if (is_header && number <= 2) continue;
      for (; at < number; ++at) text_ += '|';
      write_repetitions(repetitions, path + '/' + std::to_string(number));
    }
    text_ += '\r';
  }

  void write_repetitions(const std::vector<const Node*>& repetitions, const std::string& path) {
    for (const Node* field : repetitions) {
      if (field != repetitions.front()) text_ += '~';
      write_parts(*field, path, '^');
    }
  }

  // A component or a subcomponent may stand once.
  void write_parts(const Node& node, const std::string& path, char separator) {
    if (node.children.empty()) return write_text(node);
    if (separator == 0) return fail("a subcomponent has no parts; correct the map", path);
    unsigned at = 1;
    for (const auto& [number, nodes] : parts_of(node, path)) {
      if (nodes.size() > 1) return fail("only fields repeat; correct the map", path + '/' + std::to_string(number));
      for (; at < number; ++at) text_ += separator;
      write_parts(*nodes.front(), path + '/' + std::to_string(number), separator == '^' ? '&' : '\0');
    }
  }

  void write_text(const Node& node) {
    text_ += node.kind == Node::Kind::null ? std::string("\"\"") : escape_hl7(node.text);
  }

  Parts parts_of(const Node& node, const std::string& path) {
    Parts parts;
    for (const Node& child : node.children) {
      unsigned number = 0;
      const char* const end = child.name.data() + child.name.size();
      const auto read = std::from_chars(child.name.data(), end, number);
      if (read.ec != std::errc() || read.ptr != end || number == 0 || number > most_parts) {
        fail("a field or a part of it is a number from 1 to 999, as PID/5/1; correct the map", path + '/' + child.name);
        return {};
      }
      parts[number].push_back(&child);
    }
    return parts;
  }

  void fail(std::string message, std::string path) {
    if (!error_) error_ = make_error(ErrorKind::out_of_range, std::move(message), std::move(path));
  }

  Encoding declared_;
  std::string text_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::string> write_hl7(const Node& root, Encoding declared) { return MessagesWriter(declared).write(root); }

}  // namespace birthcase::exchange::formats
