#include "formats/xml.hpp"

#include "formats/limits.hpp"
#include "formats/xml_entities.hpp"
#include "make_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <new>
#include <pugixml.hpp>

namespace birthcase::exchange::formats {
namespace {

constexpr std::array<std::string_view, 2> utf8_names{"utf-8", "utf8"};
constexpr std::array<std::string_view, 4> gb_names{"gb18030", "gbk", "gb2312", "gb_2312-80"};

std::string_view without_prefix(std::string_view name) noexcept {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos || colon + 1 == name.size() ? name : name.substr(colon + 1);
}

bool is_namespace(std::string_view attribute) noexcept {
  return attribute.starts_with("xmlns:") || without_prefix(attribute) == "xmlns";
}

// XML ends lines with a line feed; a carriage return can only stand there as a reference.
std::string with_line_feeds(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') {
      plain += text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      plain += '\n';
    }
  }
  return plain;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

Error with_place(Error error, const Cursor& cursor) {
  error.line = cursor.line();
  error.column = cursor.column();
  return error;
}

/// Makes our tree of pugixml's. Used once.
class XmlTree {
 public:
  explicit XmlTree(std::string_view text) noexcept : cursor_(text) {}

  Result<Node> read(const pugi::xml_node& top) {
    Node root;
    if (auto error = copy(top, root, 1)) return *error;
    return root;
  }

 private:
  std::optional<Error> copy(const pugi::xml_node& from, Node& into, std::size_t depth) {
    cursor_.move_to(static_cast<std::size_t>(from.offset_debug()));
    if (depth > max_source_depth) return with_place(too_deep(), cursor_);
    name(into, without_prefix(from.name()));
    for (const pugi::xml_attribute& attribute : from.attributes()) {
      if (is_namespace(attribute.name())) continue;
      Node& child = into.children.emplace_back();
      name(child, "@" + std::string(without_prefix(attribute.name())));
      child.text = with_line_feeds(trimmed(attribute.value()));
      if (++nodes_ > max_source_nodes) return with_place(too_many_nodes(), cursor_);
    }
    std::string text;
    for (const pugi::xml_node& child : from.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
      if (child.type() != pugi::node_element) continue;
      if (++nodes_ > max_source_nodes) return with_place(too_many_nodes(), cursor_);
      if (auto error = copy(child, into.children.emplace_back(), depth + 1)) return error;
    }
    into.text = with_line_feeds(trimmed(text));
    into.kind = into.children.empty() || !into.text.empty() ? Node::Kind::text : Node::Kind::group;
    return std::nullopt;
  }

  void name(Node& node, std::string_view text) {
    node.name = text;
    node.line = cursor_.line();
    node.column = cursor_.column();
  }

  Cursor cursor_;
  std::size_t nodes_ = 0;
};

// The one element at the top; nothing else may stand there but comments and processing instructions.
Result<pugi::xml_node> top_of(const pugi::xml_document& document) {
  pugi::xml_node top;
  for (const pugi::xml_node& node : document.children()) {
    if (node.type() == pugi::node_doctype) {
      return make_error(ErrorKind::refused, "a document type (<!DOCTYPE) is not read; send the XML without it");
    }
    if (node.type() != pugi::node_element) continue;
    if (top) return make_error(ErrorKind::syntax, "the XML has two elements at the top; put one element around them");
    top = node;
  }
  if (!top) return make_error(ErrorKind::missing, "the XML has no element");
  return top;
}

Error parse_error(std::string_view text, const pugi::xml_parse_result& result) {
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  Cursor cursor(text);
  cursor.move_to(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)));
  return with_place(make_error(ErrorKind::syntax, fmt::format("this is not XML: {}", result.description())), cursor);
}

}  // namespace

Result<Encoding> declared_encoding(std::string_view text, Encoding otherwise) {
  if (!text.starts_with("<?xml")) return otherwise;
  const std::string_view declaration = text.substr(0, std::min<std::size_t>(text.find("?>"), 256));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return otherwise;
  at = declaration.find_first_of("\"'", at);
  const std::size_t end = at == std::string_view::npos ? at : declaration.find(declaration[at], at + 1);
  if (end == std::string_view::npos) return otherwise;
  const std::string name = lower_case(declaration.substr(at + 1, end - at - 1));
  if (std::find(utf8_names.begin(), utf8_names.end(), name) != utf8_names.end()) return Encoding::utf_8;
  if (std::find(gb_names.begin(), gb_names.end(), name) != gb_names.end()) return Encoding::gb18030;
  return make_error(ErrorKind::encoding,
                    "the XML declaration names an encoding that is not read; use UTF-8, GB18030, GBK or GB2312");
}

Result<Source> read_xml(std::string_view utf8) {
  if (utf8.find('\0') != std::string_view::npos) return make_error(ErrorKind::syntax, "unexpected NUL byte; remove it");
  if (auto error = bad_reference(utf8)) return *error;
  pugi::xml_document document;
  const auto result = document.load_buffer(utf8.data(), utf8.size(),
                                           pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata_single,
                                           pugi::encoding_utf8);
  if (!result) return parse_error(utf8, result);
  const auto top = top_of(document);
  if (!top) return top.error();
  auto root = XmlTree(utf8).read(*top);
  if (!root) return root.error();
  return Source{std::move(*root), {}};
}

}  // namespace birthcase::exchange::formats
