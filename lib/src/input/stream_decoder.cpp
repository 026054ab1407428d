#include "input/stream_decoder.hpp"

#include <algorithm>
#include <utility>

#include "input/detect.hpp"
#include "support/simd_json.hpp"

namespace letterkit {
namespace {

// As much of an input as its encoding is decided by.
constexpr std::size_t kWindow = std::size_t{1} << 20U;

// Offset of the first byte that is part of no UTF-8 character; the size when there is none.
std::size_t first_invalid(std::string_view bytes) {
  std::size_t at = next_high(bytes, 0);
  while (at < bytes.size()) {
    const auto sequence = utf8_sequence(bytes.substr(at));
    if (!sequence.valid) {
      return at;
    }
    at = next_high(bytes, at + sequence.length);
  }
  return at;
}

// How many bytes at the end may be the start of a character of a wide encoding.
std::size_t cut_off_wide(std::string_view bytes, Encoding encoding) {
  if (encoding == Encoding::utf32le || encoding == Encoding::utf32be) {
    return bytes.size() % 4;
  }
  const std::size_t odd = bytes.size() % 2;
  if (bytes.size() < odd + 2) {
    return odd;
  }
  const bool big = encoding == Encoding::utf16be;
  const char high = bytes[bytes.size() - odd - (big ? 2 : 1)];
  const bool is_lead = (static_cast<unsigned char>(high) & 0xFCU) == 0xD8U;
  return is_lead ? odd + 2 : odd;
}

bool is_wide(Encoding encoding) {
  return encoding != Encoding::utf8 && !is_single_byte(encoding);
}

}  // namespace

void StreamDecoder::feed(std::string_view bytes, Decoded& out) {
  if (phase_ == Phase::running) {
    convert(bytes, false, out);
    return;
  }
  held_ += bytes;
  if (held_.size() < kWindow) {
    return;
  }
  phase_ == Phase::head ? decide(false, out) : decide_again(false, out);
}

void StreamDecoder::finish(Decoded& out) {
  if (phase_ == Phase::head) {
    decide(true, out);
  } else if (phase_ == Phase::second_look) {
    decide_again(true, out);
  } else {
    convert({}, true, out);
  }
  // The last piece of all may just have been found not to be UTF-8.
  if (phase_ == Phase::second_look) {
    decide_again(true, out);
  }
}

void StreamDecoder::decide(bool complete, Decoded& out) {
  std::string bytes = std::exchange(held_, {});
  const std::string_view window = std::string_view(bytes).substr(0, kWindow);
  const bool whole = complete && window.size() == bytes.size();
  choice_ = choose_encoding(window, whole, override_);
  if (choice_.by_icu) {
    converter_ = std::make_unique<NamedConverter>(override_);
  }
  phase_ = Phase::running;
  if (whole && choice_.only_valid_so_far && out.text.empty()) {  // nearly every file
    read_ = bytes.size();
    written_ = bytes.size();
    out.text = std::move(bytes);
    return;
  }
  read_ = choice_.mark;
  convert(std::string_view(bytes).substr(choice_.mark), complete, out);
}

void StreamDecoder::decide_again(bool complete, Decoded& out) {
  const std::string bytes = std::exchange(held_, {});
  choice_.encoding = detect_not_utf8(high_bytes_.sample() + bytes.substr(0, kWindow));
  choice_.name = encoding_name(choice_.encoding);
  changed_at_ = written_;
  choice_.only_valid_so_far = false;
  phase_ = Phase::running;
  convert(bytes, complete, out);
}

void StreamDecoder::convert(std::string_view bytes, bool complete, Decoded& out) {
  if (choice_.by_icu) {
    InvalidBytes invalid;
    std::string text = converter_->convert(bytes, complete, invalid);
    append_transcoded(std::move(text), invalid, out);
    return;
  }
  if (is_single_byte(choice_.encoding)) {
    InvalidBytes invalid;
    std::string text = transcode(bytes, choice_.encoding, invalid);
    append_transcoded(std::move(text), invalid, out);
    return;
  }
  std::string joined;
  if (!held_.empty()) {
    joined = std::exchange(held_, {});
    joined += bytes;
    bytes = joined;
  }
  if (!complete) {
    const std::size_t cut =
        is_wide(choice_.encoding) ? cut_off_wide(bytes, choice_.encoding) : cut_off_utf8(bytes);
    held_ = bytes.substr(bytes.size() - cut);
    bytes.remove_suffix(cut);
  }
  if (is_wide(choice_.encoding)) {
    InvalidBytes invalid;
    std::string text = transcode(bytes, choice_.encoding, invalid);
    append_transcoded(std::move(text), invalid, out);
  } else {
    convert_utf8(bytes, complete, out);
  }
}

void StreamDecoder::convert_utf8(std::string_view bytes, bool complete, Decoded& out) {
  if (is_valid_utf8(bytes)) {
    append_valid(bytes, out);
    return;
  }
  if (choice_.only_valid_so_far) {
    const std::size_t valid = first_invalid(bytes);
    append_valid(bytes.substr(0, valid), out);
    bytes.remove_prefix(valid);
  }
  // As much valid UTF-8 as the detector looks at has settled it meanwhile, else it looks again.
  if (!choice_.only_valid_so_far) {
    append_repaired(bytes, out);
    return;
  }
  phase_ = Phase::second_look;
  held_.insert(0, bytes);
  if (complete || held_.size() >= kWindow) {
    decide_again(complete, out);
  }
}

void StreamDecoder::append_valid(std::string_view bytes, Decoded& out) {
  if (choice_.only_valid_so_far) {
    high_bytes_.add(bytes);
    choice_.only_valid_so_far = !high_bytes_.full();
  }
  out.text += bytes;
  read_ += bytes.size();
  written_ += bytes.size();
}

void StreamDecoder::append_repaired(std::string_view bytes, Decoded& out) {
  InvalidBytes invalid;
  std::vector<Replacement> replacements;
  const std::string text = repair_utf8(bytes, read_, replacements, invalid);
  for (Replacement& replacement : replacements) {
    replacement.view_start += written_;
  }
  out.replacements.insert(out.replacements.end(), replacements.begin(), replacements.end());
  out.places.insert(out.places.end(), invalid.places().begin(), invalid.places().end());
  out.text += text;
  read_ += bytes.size();
  written_ += text.size();
}

void StreamDecoder::append_transcoded(std::string text, const InvalidBytes& invalid, Decoded& out) {
  for (InvalidPlace place : invalid.places()) {
    place.start += written_;
    place.end += written_;
    out.places.push_back(place);
  }
  written_ += text.size();
  if (out.text.empty()) {
    out.text = std::move(text);
  } else {
    out.text += text;
  }
}

}  // namespace letterkit
