#include "turns.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>

namespace peers {
namespace {

void say(const boost::json::value& value) { std::cout << boost::json::serialize(value) << std::endl; }

// Nanoseconds of processor time a family.
double timed(const Way& way, std::size_t families, double seconds) {
  const std::clock_t start = std::clock();
  const auto enough = static_cast<std::clock_t>(seconds * CLOCKS_PER_SEC);
  double passes = 0;
  for (; std::clock() - start < enough; ++passes) way.pass();
  return 1e9 / CLOCKS_PER_SEC * static_cast<double>(std::clock() - start) / (passes * static_cast<double>(families));
}

boost::json::array answered(const Way& way, std::size_t families) {
  boost::json::array all;
  for (std::size_t family = 0; family < families; ++family) all.push_back(way.answers(family));
  return all;
}

}  // namespace

void stop(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(1);
}

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file.is_open()) stop(path + " cannot be read");
  return (std::ostringstream() << file.rdbuf()).str();
}

boost::json::array families_of(const std::string& folder) {
  return boost::json::parse(text_of(folder + "/families.json")).as_array();
}

void serve(const std::string& version, const std::vector<Way>& ways, std::size_t families) {
  boost::json::array told;
  for (const Way& way : ways) told.push_back({{"set", way.set}, {"does", way.does}});
  say({{"version", version}, {"ways", told}});
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string what;
    std::size_t place = 0;
    double seconds = 0;
    words >> what >> place >> seconds;
    const Way& way = ways.at(place);
    if (what == "time") {
      say(timed(way, families, seconds));
    } else {
      say(answered(way, families));
    }
  }
}

}  // namespace peers
