#include "family.hpp"

#include <birthcase/json.hpp>

#include <boost/json/value.hpp>

#include <array>

namespace city {
namespace {

namespace js = boost::json;
using birthcase::Value;

constexpr std::array<std::string_view, 8> forgotten{"/mother/phone",
                                                    "/father/phone",
                                                    "/card/branch",
                                                    "/card/debit_account",
                                                    "/settlement/household/head_name",
                                                    "/residence/village",
                                                    "/delivery/method",
                                                    "/marriage/status"};

void take_out(js::object& application, std::string_view pointer) {
  const auto cut = pointer.rfind('/');
  boost::system::error_code none;
  js::value whole = std::move(application);
  if (js::value* group = whole.find_pointer(pointer.substr(0, cut), none); group != nullptr && group->is_object()) {
    group->as_object().erase(pointer.substr(cut + 1));
  }
  application = std::move(whole.as_object());
}

}  // namespace

std::span<const std::string_view> often_forgotten() noexcept { return forgotten; }

bool Family::at_hospital() const { return truth.at("channel") == "hospital"; }

Value Family::fact(std::string_view pointer) const {
  boost::system::error_code none;
  const js::value whole(truth);
  const js::value* found = whole.find_pointer(pointer, none);
  if (found == nullptr) return {};
  if (found->is_string()) return Value::text(std::string(found->as_string()));
  return birthcase::value_from(*found);
}

std::string fact_of_pointer(std::string_view pointer) {
  std::string name;
  std::string_view rest = pointer;
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const auto end = std::min(rest.find('/'), rest.size());
    const std::string_view key = rest.substr(0, end);
    const bool place = !key.empty() && key.find_first_not_of("0123456789") == key.npos;
    if (place) {
      name += '[' + std::string(key) + ']';
    } else {
      name += (name.empty() ? "" : ".") + std::string(key);
    }
    rest.remove_prefix(end);
  }
  return name;
}

Told first_words(Family& family, const birthcase::DateTime& now) {
  Told told{.application = family.truth};
  told.application["applied_at"] = birthcase::to_string(now);
  Dice& dice = family.dice;
  if (dice.happens(140)) {
    told.incomplete = true;
    for (int i = dice.between(1, 3); i > 0; --i) take_out(told.application, dice.any(forgotten));
  }
  if (dice.happens(25) && told.application.at("mother").at("id_type") == "01") {
    told.mistyped = true;
    told.application = with_slip(std::move(told.application));
  }
  return told;
}

js::object with_slip(js::object application) {
  js::object& mother = application["mother"].as_object();
  std::string number(mother["id_number"].as_string());
  number[15] = number[15] == '9' ? '0' : static_cast<char>(number[15] + 1);
  mother["id_number"] = number;
  return application;
}

}  // namespace city
