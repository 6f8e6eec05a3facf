#include "profile/version.hpp"

#include <birthcase/digest.hpp>

#include <fmt/format.h>

namespace birthcase::profile {

void NamedTexts::add(std::string_view name, std::string_view text) {
  all_ += fmt::format("{} {} ", name.size(), text.size());
  all_ += name;
  all_ += text;
}

std::string NamedTexts::digest() const { return sha256(all_); }

std::string digest_of(std::span<const ProfileText> layers) {
  NamedTexts texts;
  for (const auto& [id, text] : layers) texts.add(id, text);
  return texts.digest();
}

}  // namespace birthcase::profile
