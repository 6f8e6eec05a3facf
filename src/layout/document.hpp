// What is printed, on paper or by a command: blocks in their order, and the three ways to write them.
#pragma once

#include <birthcase/documents.hpp>

#include "layout/page.hpp"
#include "layout/table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace birthcase::layout {

using paper::Boxes;
using paper::Heading;
using paper::HeadLine;
using paper::Points;
using paper::Signatures;

struct Paragraph {
  std::string text{};
  Ink ink = Ink::plain;
};

/// A drawing in fixed-width letters: what stands above its columns, and its lines.
struct Drawing {
  std::string head{};
  std::vector<std::string> lines{};
};

/// Keeps what follows apart.
struct Rule {};

using Block = std::variant<Heading, Paragraph, Points, Boxes, Table, Signatures, Drawing, Rule>;

/// What it is laid out for.
enum class Look : std::uint8_t {
  paper,   ///< A4, with a letterhead and numbered parts
  screen,  ///< parts one below the other, as a command prints them
  tables,  ///< wide tables with space between
};

/// Texts are plain; what they contain is never taken for markup, and shows as what it is (`text::printable`).
struct Document {
  Look look = Look::screen;
  Language language = Language::zh;
  std::string title{};  ///< may be empty
  std::string office{};
  std::vector<HeadLine> head{};
  std::vector<Paragraph> lead{};  ///< right below the title
  std::vector<Block> blocks{};
  std::string foot{};
  std::string running{};  ///< at the foot of every printed page

  void heading(std::string_view text) { blocks.emplace_back(Heading{std::string(text)}); }
  void paragraph(std::string_view text, Ink ink = Ink::plain) {
    blocks.emplace_back(Paragraph{std::string(text), ink});
  }

  /// The table below its heading; nothing where the table is empty.
  void section(std::string_view heading, Table table);
};

enum class Format : std::uint8_t { text, markdown, html };

/// The format of this name; `text` for any other.
Format format_named(std::string_view name) noexcept;

std::string to_text(const Document& document, const Page& page);

/// GitHub's Markdown.
std::string to_markdown(const Document& document);

/// A page that loads nothing and runs nothing, well-formed as XML too.
std::string to_html(const Document& document);

/// `page` is for text alone.
std::string write(const Document& document, Format format, const Page& page);

}  // namespace birthcase::layout
