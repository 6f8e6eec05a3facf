/// Tables under headings that are written for a terminal, as Markdown or as a page of HTML.
#pragma once

#include <birthcase/result.hpp>

#include "terminal.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace birthcase::cli {

enum class DocumentFormat { text, markdown, html };

/// The format of this name, one of those of `--format`; `text` for any other.
DocumentFormat document_format(std::string_view name) noexcept;

/// Rows of cells under headings. The first column says what a row is about. A line feed in a cell begins a new line.
struct DocumentTable {
  struct Heading {
    std::string text;
    std::string name{};  ///< in few words, for a terminal that is too narrow for columns; empty: the text
  };

  std::vector<Heading> headings;
  std::vector<std::vector<std::string>> rows{};
  std::size_t sums = 0;  ///< how many of the last rows stand apart, as those that sum up
};

/// What is printed: parts in order. Texts are plain; what they contain is never taken for markup.
class TableDocument {
 public:
  TableDocument(std::string title, Language language);

  TableDocument& heading(std::string text);
  TableDocument& paragraph(std::string text);

  /// Rows with fewer cells than there are headings end in empty cells.
  TableDocument& table(DocumentTable table);

  std::string write(DocumentFormat format, const Page& page) const;

  /// For a terminal: columns where they are wide enough to be read, else a block for each row.
  std::string text(const Page& page) const;

  /// GitHub's Markdown.
  std::string markdown() const;

  /// A page that needs nothing else: it prints well, and the headings are repeated on each sheet.
  std::string html() const;

 private:
  struct Heading {
    std::string text;
  };
  struct Paragraph {
    std::string text;
  };
  using Part = std::variant<Heading, Paragraph, DocumentTable>;

  std::string title_;
  Language language_;
  std::vector<Part> parts_;
};

}  // namespace birthcase::cli
