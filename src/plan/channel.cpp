#include "plan/channel.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::planning {
namespace {

// The channels that are open to this family on this day.
std::string open_channels(const Situation& situation, Language language) {
  std::string names;
  for (const Channel& channel : situation.rules().channels) {
    if (situation.applies(channel, family) != Truth::yes) continue;
    if (!names.empty()) names += language == Language::zh ? "、" : ", ";
    names += channel.label.in(language);
  }
  if (!names.empty()) return names;
  return language == Language::zh ? "无" : "none";
}

ChannelCheck refuse(const Situation& situation, std::string code, const Label& why) {
  return {{{Severity::error,
            std::move(code),
            "/channel",
            {fmt::format("{}；现可办理：{}", why.zh, open_channels(situation, Language::zh)),
             fmt::format("{}; open now: {}", why.en, open_channels(situation, Language::en))}}},
          {}};
}

ChannelCheck refuse_for_the_day(const Situation& situation, const Channel& channel) {
  const bool early = channel.valid.from && situation.as_of() < *channel.valid.from;
  const std::string day = to_string(early ? *channel.valid.from : *channel.valid.until);
  return refuse(situation, "channel-not-open",
                {fmt::format("{}{}{}", channel.label.zh, early ? "尚未开通，开通日期" : "已停办，截止", day),
                 fmt::format("{}: {} {}", channel.label.en, early ? "not open before" : "closed since", day)});
}

}  // namespace

ChannelCheck check_channel(const Situation& situation, const FactTable& table) {
  const Rules& rules = situation.rules();
  const auto slot = rules.schema.channel();
  if (!slot || rules.channels.empty() || !table.value(*slot, family).is(Kind::text)) return {};
  const std::string& id = table.value(*slot, family).as_text();
  const auto channel = std::find_if(rules.channels.begin(), rules.channels.end(),
                                    [&id](const Channel& candidate) { return candidate.id == id; });
  if (channel == rules.channels.end()) {
    return refuse(situation, "unknown-channel", {"本地没有这一办理渠道", "there is no such channel here"});
  }
  const Truth open = situation.applies(*channel, family);
  situation.witness().asked(*channel, family, open);
  if (!channel->valid.includes(situation.as_of())) return refuse_for_the_day(situation, *channel);
  if (open == Truth::no) return refuse(situation, "channel-not-for-this-family", channel->otherwise);
  if (open == Truth::yes) situation.witness().chose(*channel);
  ChannelCheck check;
  if (open == Truth::unknown) check.open.rules.push_back({{&*channel, open, family}, "channel/" + channel->id});
  return check;
}

}  // namespace birthcase::planning
