#include "plan/channel.hpp"

#include "texts/findings.hpp"

#include <algorithm>

namespace birthcase::planning {
namespace {

// The channels that are open to this family on this day.
Label open_channels(const Situation& situation) {
  Label names;
  for (const Channel& channel : situation.rules().channels) {
    if (situation.applies(channel, family) != Truth::yes) continue;
    texts::append(names, texts::findings::list_separator, channel.label);
  }
  return names == Label() ? Label(texts::findings::none) : names;
}

ChannelCheck refuse(const Situation& situation, std::string code, const Label& why) {
  return {{{Severity::error, std::move(code), "/channel",
            texts::message(texts::findings::open_now, why, open_channels(situation))}},
          {}};
}

ChannelCheck refuse_for_the_day(const Situation& situation, const Channel& channel) {
  const bool early = channel.valid.from && situation.as_of() < *channel.valid.from;
  const std::string day = to_string(early ? *channel.valid.from : *channel.valid.until);
  return refuse(situation, "channel-not-open",
                texts::message(early ? texts::findings::channel_not_open_yet : texts::findings::channel_closed,
                               channel.label, day));
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
    return refuse(situation, "unknown-channel", texts::findings::unknown_channel);
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
