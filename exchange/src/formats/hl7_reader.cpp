#include "formats/hl7.hpp"
#include "formats/hl7_text.hpp"
#include "formats/limits.hpp"

#include <optional>

namespace birthcase::exchange::formats {
namespace {

constexpr std::string_view message_name = "message";
constexpr std::string_view patient_name = "PATIENT";
constexpr std::string_view null_text = "\"\"";

std::string_view next_part(std::string_view& rest, char separator, bool& more) noexcept {
  const std::size_t end = rest.find(separator);
  const std::string_view part = rest.substr(0, end);
  more = end != std::string_view::npos;
  rest.remove_prefix(more ? end + 1 : rest.size());
  return part;
}

/// Reads one segment into a node. Counts the nodes that it makes.
class SegmentReader {
 public:
  SegmentReader(const Hl7Signs& signs, std::uint32_t line, std::size_t& nodes) noexcept
      : signs_(signs), line_(line), nodes_(nodes) {}

  Node read(std::string_view segment, bool is_header) {
    Node node = made(std::string(segment.substr(0, 3)));
    node.kind = Node::Kind::group;
    Cursor cursor(segment);
    bool more = segment.size() > 3;
    std::string_view rest = segment.substr(std::min<std::size_t>(4, segment.size()));
    // MSH-1 is the sign itself, and MSH-2 are the other signs.
    for (std::size_t number = is_header ? 2 : 1; more; ++number) {
      cursor.move_to(static_cast<std::size_t>(rest.data() - segment.data()));
      column_ = cursor.column();
      const std::string_view field = next_part(rest, signs_.field, more);
      if (!is_header || number > 2) read_field(field, std::to_string(number), node);
    }
    return node;
  }

 private:
  Node made(std::string name) {
    ++nodes_;
    Node node;
    node.name = std::move(name);
    node.line = line_;
    node.column = column_;
    return node;
  }

  void read_field(std::string_view field, const std::string& name, Node& segment) {
    bool more = !field.empty();
    while (more && nodes_ <= max_source_nodes) {
      const std::string_view repetition = next_part(field, signs_.repetition, more);
      if (repetition.empty()) continue;
      Node node = made(name);
      node.kind = Node::Kind::group;
      read_components(repetition, node);
      if (!node.children.empty()) segment.children.push_back(std::move(node));
    }
  }

  void read_components(std::string_view text, Node& field) {
    bool more = true;
    for (std::size_t number = 1; more && nodes_ <= max_source_nodes; ++number) {
      const std::string_view component = next_part(text, signs_.component, more);
      if (component.empty()) continue;
      Node node = made(std::to_string(number));
      if (component.find(signs_.subcomponent) != std::string_view::npos) {
        read_subcomponents(component, node);
      } else {
        put_text(component, node);
      }
      if (number == 1) {
        field.text = node.text;
        field.kind = Node::Kind::text;
      }
      field.children.push_back(std::move(node));
    }
  }

  void read_subcomponents(std::string_view text, Node& component) {
    bool more = true;
    for (std::size_t number = 1; more && nodes_ <= max_source_nodes; ++number) {
      const std::string_view part = next_part(text, signs_.subcomponent, more);
      if (part.empty()) continue;
      Node node = made(std::to_string(number));
      put_text(part, node);
      if (number == 1) component.text = node.text;
      component.children.push_back(std::move(node));
    }
  }

  void put_text(std::string_view text, Node& node) const {
    if (text == null_text) {
      node.kind = Node::Kind::null;
    } else {
      node.text = trimmed(unescape_hl7(text, signs_));
    }
  }

  const Hl7Signs& signs_;
  std::uint32_t line_;
  std::uint32_t column_ = 1;
  std::size_t& nodes_;
};

/// Reads the segments of a text. Used once.
class MessagesReader {
 public:
  Result<Source> read(std::string_view text) {
    source_.root.name = "messages";
    source_.root.kind = Node::Kind::group;
    for (line_ = 1; !text.empty() && !error_; ++line_) read_line(next_line(text));
    end_message();
    if (!error_ && source_.root.children.empty() && source_.unreadable.empty()) {
      fail(ErrorKind::missing, "the text has no HL7 message; a message begins with MSH");
    }
    if (error_) return *error_;
    return std::move(source_);
  }

 private:
  void fail(ErrorKind kind, std::string message) {
    error_ = make_error(kind, std::move(message));
    error_->line = line_;
  }

  void read_line(std::string_view line) {
    if (trimmed(line).empty()) return;
    const std::string_view name = line.substr(0, 3);
    if (name == "MSH" || name == "FHS" || name == "BHS") return read_header(line, name == "MSH");
    if (!signs_) return fail(ErrorKind::syntax, "the text does not begin with MSH, FHS or BHS; send whole messages");
    const bool is_segment = is_segment_name(name) && (line.size() == 3 || line[3] == signs_->field);
    if (!is_segment) {
      unreadable_line_ = unreadable_line_ == 0 && in_message_ ? line_ : unreadable_line_;
      return;
    }
    Node segment = SegmentReader(*signs_, line_, nodes_).read(line, false);
    if (nodes_ > max_source_nodes) return too_many();
    if (name == "BTS" || name == "FTS") {
      end_message();
      source_.root.children.push_back(std::move(segment));
    } else if (in_message_) {
      put(std::move(segment));
    }
  }

  void too_many() {
    error_ = too_many_nodes();
    error_->line = line_;
  }

  void read_header(std::string_view line, bool opens_message) {
    end_message();
    signs_ = signs_of_header(line);
    if (!signs_) {
      return fail(ErrorKind::syntax, "the header does not declare five different signs; write |^~\\& after its name");
    }
    Node segment = SegmentReader(*signs_, line_, nodes_).read(line, true);
    if (nodes_ > max_source_nodes) return too_many();
    if (!opens_message) {
      source_.root.children.push_back(std::move(segment));
      return;
    }
    in_message_ = true;
    ++record_;
    message_ = Node();
    message_.name = message_name;
    message_.kind = Node::Kind::group;
    message_.line = line_;
    message_.column = 1;
    message_.children.push_back(std::move(segment));
  }

  // The second and each further PID begins a group of its own.
  void put(Node segment) {
    if (segment.name == "PID") {
      if (has_patient_) {
        Node& group = message_.children.emplace_back();
        group.name = patient_name;
        group.kind = Node::Kind::group;
        group.line = line_;
        group.column = 1;
      }
      in_group_ = has_patient_;
      has_patient_ = true;
    }
    (in_group_ ? message_.children.back() : message_).children.push_back(std::move(segment));
  }

  void end_message() {
    if (in_message_ && unreadable_line_ != 0) {
      source_.unreadable.push_back({unreadable_line_, record_, 0, 0});
    } else if (in_message_) {
      source_.root.children.push_back(std::move(message_));
    }
    in_message_ = has_patient_ = in_group_ = false;
    unreadable_line_ = 0;
  }

  Source source_;
  std::optional<Hl7Signs> signs_;
  std::optional<Error> error_;
  Node message_;
  std::uint32_t line_ = 1;
  std::uint32_t unreadable_line_ = 0;
  std::size_t record_ = 0;
  std::size_t nodes_ = 0;
  bool in_message_ = false;
  bool has_patient_ = false;
  bool in_group_ = false;
};

}  // namespace

Result<Source> read_hl7(std::string_view utf8) { return MessagesReader().read(utf8); }

}  // namespace birthcase::exchange::formats
