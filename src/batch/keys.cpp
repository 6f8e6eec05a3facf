#include "batch/keys.hpp"

#include "packed.hpp"

#include <bit>

namespace birthcase::batch {
namespace {

constexpr unsigned word_bits = 64;
constexpr unsigned bits_of_answer = 32;  // of a joint that is more than whether two ids are equal

unsigned bits_for(std::size_t classes) noexcept { return static_cast<unsigned>(std::bit_width(classes - 1)); }

}  // namespace

KeyWriter::KeyWriter(const Inputs& inputs, Observed& observed, const Partition& documents)
    : place_of_input_(inputs.all().size(), inputs.all().size()) {
  for (std::uint32_t input = 0; input < inputs.all().size(); ++input) {
    const Partition& classes = observed.classes()[input];
    if (classes.count() < 2) continue;
    OfInput& of_input = inputs_[need(inputs, input)];
    of_input.classes = classes.classes();
    of_input.bits = room_for(bits_for(classes.count()));
  }
  for (Joint& joint : observed.joints()) {
    const std::size_t first = need(inputs, joint.inputs[0]);
    const std::size_t second = need(inputs, joint.inputs[1]);
    joints_.push_back({&joint, first, second, room_for(joint.ask ? bits_of_answer : 1)});
  }
  if (documents.count() < 2) return;
  documents_ = documents.classes();
  documents_bits_ = room_for(bits_for(documents.count()));
}

KeyWriter::Bits KeyWriter::room_for(unsigned bits) {
  if (used_ + bits > word_bits) {
    ++words_;
    used_ = 0;
  }
  used_ += bits;
  return {words_ - 1, used_ - bits};
}

std::size_t KeyWriter::need(const Inputs& inputs, std::uint32_t input) {
  std::size_t& place = place_of_input_[input];
  if (place == place_of_input_.size()) {
    place = inputs_.size();
    inputs_.push_back({&inputs.all()[input], {}, {}});
  }
  return place;
}

void KeyWriter::write(std::span<const std::uint32_t> births, std::span<const std::uint32_t> documents,
                      std::span<std::uint64_t> keys) {
  const std::size_t count = births.size();
  std::fill(keys.begin(), keys.end(), 0);
  for (OfInput& of : inputs_) {
    of.codes.resize(count);
    of.input->codes_of(births, of.codes.data());
    if (of.classes.empty()) continue;
    std::uint64_t* const word = keys.data() + of.bits.word * count;
    const std::uint32_t* const classes = of.classes.data();
    for (std::size_t i = 0; i < count; ++i) {
      word[i] |= static_cast<std::uint64_t>(classes[of.codes[i]]) << of.bits.shift;
    }
  }
  for (const OfJoint& of : joints_) {
    write(of, inputs_[of.first].codes, inputs_[of.second].codes, keys.subspan(of.bits.word * count, count));
  }
  if (documents_.empty()) return;
  std::uint64_t* const word = keys.data() + documents_bits_.word * count;
  for (std::size_t i = 0; i < count; ++i) {
    word[i] |= static_cast<std::uint64_t>(documents_[documents[i]]) << documents_bits_.shift;
  }
}

void KeyWriter::write(const OfJoint& of, std::span<const std::uint32_t> first, std::span<const std::uint32_t> second,
                      std::span<std::uint64_t> word) {
  if (of.joint->ask) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      word[i] |= static_cast<std::uint64_t>(of.joint->of(first[i], second[i])) << of.bits.shift;
    }
    return;
  }
  const std::uint32_t* const first_id = of.joint->ids[0].data();
  const std::uint32_t* const second_id = of.joint->ids[1].data();
  for (std::size_t i = 0; i < word.size(); ++i) {
    word[i] |= static_cast<std::uint64_t>(first_id[first[i]] == second_id[second[i]]) << of.bits.shift;
  }
}

std::pair<std::uint32_t, bool> KeyTable::add(const std::uint64_t* key, std::size_t stride) {
  std::uint64_t hash = 0;
  for (std::size_t word = 0; word < words_; ++word) hash = mixed(hash ^ key[word * stride]);
  std::size_t place = hash & (places_.size() - 1);
  for (; places_[place] != none; place = (place + 1) & (places_.size() - 1)) {
    const std::uint32_t number = places_[place];
    if (hashes_[number] == hash && is(number, key, stride)) return {number, false};
  }
  const auto number = static_cast<std::uint32_t>(hashes_.size());
  for (std::size_t word = 0; word < words_; ++word) keys_.push_back(key[word * stride]);
  hashes_.push_back(hash);
  places_[place] = number;
  if (2 * hashes_.size() > places_.size()) grow();
  return {number, true};
}

bool KeyTable::is(std::uint32_t number, const std::uint64_t* key, std::size_t stride) const noexcept {
  const std::uint64_t* const known = keys_.data() + number * words_;
  for (std::size_t word = 0; word < words_; ++word) {
    if (known[word] != key[word * stride]) return false;
  }
  return true;
}

void KeyTable::grow() {
  places_.assign(2 * places_.size(), none);
  for (std::uint32_t number = 0; number < hashes_.size(); ++number) {
    std::size_t place = hashes_[number] & (places_.size() - 1);
    while (places_[place] != none) place = (place + 1) & (places_.size() - 1);
    places_[place] = number;
  }
}

}  // namespace birthcase::batch
