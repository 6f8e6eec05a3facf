#include "place.hpp"

#include <utility>

namespace city {
namespace {

using birthcase::DateTime;
using birthcase::OpeningHours;
using birthcase::Profile;
using birthcase::Result;

const OpeningHours& hours_of(bool hospital) {
  static const std::vector<birthcase::OpenInterval> working{{8 * 60 + 30, 12 * 60}, {13 * 60 + 30, 17 * 60}};
  static const OpeningHours office = OpeningHours::create(working).value();
  static const OpeningHours ward = OpeningHours::create(working, {{9 * 60, 11 * 60 + 30}}).value();
  return hospital ? ward : office;
}

}  // namespace

Result<Place> Place::named(std::string_view id) {
  auto profile = Profile::built_in(id);
  if (!profile) return profile.error();
  if (id == "yiwu") {
    return Place{*profile,
                 "330782",
                 "浙江省",
                 "金华市",
                 "义乌市",
                 {"义乌市中心医院（示例）", "义乌市妇幼保健院（示例）", "义乌市中医医院（示例）"},
                 {"稠城街道", "北苑街道", "佛堂镇", "苏溪镇"},
                 true};
  }
  if (id == "ruian") {
    return Place{*profile,
                 "330381",
                 "浙江省",
                 "温州市",
                 "瑞安市",
                 {"瑞安市人民医院", "瑞安市妇幼保健院（示例）", "瑞安市中医院（示例）"},
                 {"安阳街道", "塘下镇", "飞云街道", "马屿镇"},
                 false};
  }
  if (id == "wenling") {
    return Place{*profile,
                 "331081",
                 "浙江省",
                 "台州市",
                 "温岭市",
                 {"温岭市第一人民医院（示例）", "温岭市妇女儿童医院（示例）", "温岭市中医院（示例）"},
                 {"城西街道", "太平街道", "泽国镇", "大溪镇"},
                 true};
  }
  return birthcase::Error{.kind = birthcase::ErrorKind::unknown_name,
                          .message = "the city is one of yiwu, ruian, wenling"};
}

DateTime Place::window_opens(const DateTime& moment, bool hospital) const {
  const auto& calendar = *profile.rules().calendar;
  const auto first_minute = hours_of(hospital).add_open_time(moment, 1, calendar, moment.date()).value();
  return first_minute - boost::posix_time::minutes(1);
}

DateTime Place::after_work_of(const DateTime& moment, int minutes) const {
  return hours_of(false).add_open_time(moment, minutes, *profile.rules().calendar, moment.date()).value();
}

}  // namespace city
