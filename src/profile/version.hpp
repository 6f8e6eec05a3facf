// What the texts digest to that rules are made of.
#pragma once

#include <birthcase/rules.hpp>

#include <span>
#include <string>
#include <string_view>

namespace birthcase::profile {

/// Texts in their order, to be digested. Each stands behind its name and the lengths of both, so that no other names
/// and texts run together to the same bytes.
class NamedTexts {
 public:
  void add(std::string_view name, std::string_view text);
  std::string digest() const;

 private:
  std::string all_;
};

/// What `RulesVersion::profile` says of these layers.
std::string digest_of(std::span<const ProfileText> layers);

}  // namespace birthcase::profile
