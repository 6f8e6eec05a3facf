/// Files that are part of the program: the schemas, and what `init` writes.
#pragma once

#include <span>
#include <string_view>

namespace birthcase::cli {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

/// The files of `schemas/` and of `cli/templates/`, sorted by name. Made by the build.
std::span<const EmbeddedFile> embedded_schemas() noexcept;
std::span<const EmbeddedFile> embedded_templates() noexcept;

/// The text of the file of this name, which must be there.
inline std::string_view embedded_text(std::span<const EmbeddedFile> files, std::string_view name) noexcept {
  for (const EmbeddedFile& file : files) {
    if (file.name == name) return file.text;
  }
  return {};
}

}  // namespace birthcase::cli
