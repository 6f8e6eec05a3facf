// Tables in fixed-width letters.
#pragma once

#include "layout/table.hpp"
#include "texts/words.hpp"

#include <cstddef>
#include <string>

namespace birthcase::layout {

/// The lines of a table, without its title, each indented: columns that stay aligned when half of the characters are
/// two columns wide, under their headings, if there are any. A roomy table stands in columns where they can be read
/// with ease, else in a block for each row.
std::string table_text(const Table& table, const Page& page, std::size_t indent, texts::Words words);

}  // namespace birthcase::layout
