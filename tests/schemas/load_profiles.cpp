// Whether the library loads each profile of the standard input, one a line: `ok`, or what is wrong with it.
//   load_profiles [PROFILE-TO-EXTEND…]: the texts of other profiles, by the files' names
#include <birthcase/profile.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>

int main(int argc, char** argv) {
  std::map<std::string, std::string, std::less<>> below;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    below[std::filesystem::path(argv[i]).stem().string()] =
        std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  const auto texts = [&below](std::string_view id) -> std::optional<std::string_view> {
    const auto found = below.find(id);
    return found == below.end() ? std::nullopt : std::optional<std::string_view>(found->second);
  };
  for (std::string line; std::getline(std::cin, line);) {
    const auto profile = birthcase::Profile::parse(line, texts);
    std::cout << (profile ? "ok" : birthcase::describe(profile.error())) << '\n';
  }
}
