// Where the values of a JSON text stand, for a caller that asks for many of them.
#pragma once

#include "json/document.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace birthcase::json {

/// Every value of a text that has been parsed before, by its pointer. Reads the text once; it must outlive this.
class Places {
 public:
  explicit Places(std::string_view text);

  /// As `locate`.
  Position at(std::string_view pointer) const;

 private:
  char peek() const noexcept { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_space() noexcept;
  std::string_view read_string() noexcept;
  void read_value(std::string pointer);
  void read_object(const std::string& pointer);
  void read_array(const std::string& pointer);

  std::string_view text_;
  std::size_t at_ = 0;
  std::unordered_map<std::string, std::size_t> offsets_;
  std::vector<std::size_t> lines_{0};  // where each begins
};

}  // namespace birthcase::json
