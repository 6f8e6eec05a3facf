// Those who get messages: they work on requests, answer after a while, and make mistakes now and then.
#pragma once

#include <birthcase/case.hpp>

#include "agenda.hpp"
#include "dice.hpp"
#include "office.hpp"
#include "place.hpp"
#include "tally.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace city {

class Departments {
 public:
  /// Told after each answer, so that the window looks at the case again.
  using Told = std::function<void(const std::string& case_id)>;

  Departments(const Place& place, Office& office, Agenda& agenda, std::uint64_t seed, Tally& tally, Told told)
      : place_(place),
        office_(office),
        agenda_(agenda),
        dice_(seed ^ 0xDE9A67u),
        tally_(tally),
        told_(std::move(told)) {}

  /// A message arrives; it is known by its id if it arrives again.
  void receive(const store::Leased& leased);

 private:
  struct Request {
    std::string id;
    std::string case_id;
    std::string step;
    std::string service;
    std::string by;  ///< the connector that answers
    boost::json::object fields;
    std::vector<std::string> outputs;
    bool urgent = false;
  };

  static Request read(const boost::json::object& message);
  void begin(const Request& request);
  void work(const Request& request);
  void complete(const Request& request);
  void send_back(const Request& request);
  void afterthoughts(const Request& request, const birthcase::commands::Answer& answer);
  bool mistake(const Request& request, const birthcase::commands::Answer& right);
  void say(const Request& request, birthcase::commands::Answer answer);
  void later(const Request& request, int minutes, void (Departments::*what)(const Request&));
  int effort(const Request& request);
  birthcase::commands::Answer results(const Request& request);
  std::string issued(const Request& request, std::string_view output);

  const Place& place_;
  Office& office_;
  Agenda& agenda_;
  Dice dice_;
  Tally& tally_;
  Told told_;
  std::set<std::string> received_{};
  std::set<std::string> void_{};  ///< ids of requests that are not to be worked on any more
  std::map<std::string, std::string> last_of_step_{};
  std::map<std::string, int> people_of_day_{};
  std::uint32_t issued_ = 0;
};

}  // namespace city
