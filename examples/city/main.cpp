// example_city_year CITY|all [FAMILIES [SEED [FILE]]]
//
// Lives a year of a city through a desk on a file. Without a file it takes a temporary one and removes it again. Ends
// with 1 if something is not as it must be.
#include "place.hpp"
#include "report.hpp"
#include "year.hpp"

#include <cstdint>
#include <exception>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

void remove_store(const std::string& file) {
  for (const char* part : {"", "-wal", "-shm", ".cut", ".cut-wal"}) fs::remove(file + part);
}

std::string temporary_file(const std::string& name) {
  std::random_device device;
  return (fs::temp_directory_path() / ("birthcase-" + name + "-" + std::to_string(device()) + ".db")).string();
}

bool run(const std::string& name, std::uint32_t families, std::uint64_t seed, const std::string& given_file) {
  const auto place = city::Place::named(name);
  if (!place) throw std::runtime_error(place.error().message);
  const std::string file = given_file.empty() ? temporary_file(name) : given_file;
  if (fs::exists(file)) throw std::runtime_error(file + " is there already");
  city::Year year = city::live(*place, families, seed, file);
  city::expect_trouble(year, families);
  std::cout << "== " << name << ", " << families << " families, seed " << seed << '\n';
  city::print(std::cout, year);
  if (given_file.empty()) remove_store(file);
  return year.tally.faults.empty();
}

}  // namespace

int main(int count, char** arguments) try {
  const std::vector<std::string> given(arguments + 1, arguments + count);
  if (given.empty() || given.size() > 4) {
    std::cerr << "example_city_year yiwu|ruian|wenling|all [FAMILIES [SEED [FILE]]]\n";
    return 2;
  }
  const auto families = static_cast<std::uint32_t>(given.size() > 1 ? std::stoul(given[1]) : 1000);
  const std::uint64_t seed = given.size() > 2 ? std::stoull(given[2]) : 1;
  const std::string file = given.size() > 3 ? given[3] : "";
  if (given[0] != "all") return run(given[0], families, seed, file) ? 0 : 1;
  bool well = true;
  for (const std::string name : {"yiwu", "ruian", "wenling"}) {
    well = run(name, families, seed, file.empty() ? file : file + "." + name) && well;
  }
  return well ? 0 : 1;
} catch (const std::exception& wrong) {
  std::cerr << wrong.what() << '\n';
  return 2;
}
