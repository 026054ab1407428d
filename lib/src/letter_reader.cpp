// Reads letters out of an input that comes in pieces: decodes, splits, cuts out. What comes out
// must not depend on the pieces, so every decision is made by offsets in the text alone:
//
// - The splitter gives a letter when its end is certain, whatever follows.
// - A letter that has more bytes or lines than it may is cut there, counted from the end of the
// letter
//   before, and splitting starts again at the cut; the first letter found there is what is left
//   of the long one and is passed over. Where the splitter sees no certain end in as much as the
//   limit and its look-ahead, the end lies beyond the limit, which comes to the same.
#include "letterkit/parse.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "input/stream_decoder.hpp"
#include "lines/line_end.hpp"
#include "split/split_letters.hpp"
#include "support/count_bytes.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

// The splitter is sure of an end when it has seen as much behind it.
constexpr std::size_t kLookAhead = std::size_t{64} << 10U;

// Less text is not worth splitting when there may be more.
constexpr std::size_t kLeastToSplit = std::size_t{64} << 10U;

// What is kept of a line takes more memory than a short line's bytes, so a letter's limit is one of
// lines, too: each counts as so many bytes. Letters have more bytes a line, or very few lines.
constexpr std::size_t kBytesOfLine = 128;
constexpr std::size_t kLeastLines = 256;  // that every letter may have

// Letters found at once, below which more text is waited for than for these.
constexpr std::size_t kFewLetters = 3;

// Holds a character; who asks for less gets no letters anyway.
constexpr std::size_t kLeastLimit = 4;

constexpr std::string_view kBlank = " \t\r\n\f";

// Counts line ends in a text that comes in pieces; "\r\n" is one, also between two pieces.
class LineCounter {
 public:
  void pass(std::string_view text) {
    if (text.empty()) {
      return;
    }
    ends_ += count_bytes_of_long(text, [](char c) { return c == '\n'; });
    ends_ -= after_return_ && text.front() == '\n' ? 1 : 0;
    for (std::size_t at = text.find('\r'); at != std::string_view::npos;
         at = text.find('\r', at + 1)) {
      ends_ += text.substr(at + 1, 1) != "\n" ? 1 : 0;
    }
    after_return_ = text.back() == '\r';
  }

  [[nodiscard]] std::size_t line() const { return ends_ + 1; }

 private:
  std::size_t ends_ = 0;
  bool after_return_ = false;
};

}  // namespace

class LetterReader::State {
 public:
  State(std::string_view name, const std::vector<Profile>& profiles, const ParseOptions& options)
      : name_(name),
        profiles_(profiles),
        split_(options.split),
        limit_(std::max(options.max_letter_bytes, kLeastLimit)),
        encoding_(options.encoding),
        decoder_(encoding_) {}

  void feed(std::string_view bytes) {
    drop_passed();
    make_room(bytes.size());
    decoder_.feed(bytes, decoded_);
  }

  void finish() {
    drop_passed();
    decoder_.finish(decoded_);
    finished_ = true;
  }

  std::optional<LetterText> next() {
    while (true) {
      if (spans_.empty() && !split()) {
        return std::nullopt;
      }
      const LetterSpan span = spans_.front();
      if (span.end > end_of_most(span.end)) {
        spans_.clear();
        if (auto cut = cut_at_limit()) {
          return cut;
        }
        continue;
      }
      spans_.pop_front();
      const bool passed = std::exchange(passing_over_, false) || is_blank(span.start, span.end);
      std::optional<LetterText> letter;
      if (passed) {
        pass_to(span.end);
      } else {
        letter = take(span.start, span.end);
      }
      // The attachments of one letter may follow each other.
      parent_ = !span.attached_next ? std::nullopt : parent_ ? parent_ : std::optional(index_ - 1);
      if (letter) {
        return letter;
      }
    }
  }

 private:
  // Finds letters from `at_` on; false when more text is needed or there is none left.
  bool split() {
    std::string_view rest = text(at_, decoded_.text.size());
    if (rest.empty() || (!finished_ && rest.size() < next_split_)) {
      return false;
    }
    const std::size_t most = limit_ + kLookAhead + 1;
    // After a cut most of what is found beyond the next one would be found again.
    const bool complete = finished_ && !(passing_over_ && rest.size() > most);
    rest = passing_over_ ? rest.substr(0, most) : rest;
    for (const LetterSpan& span : split_letters(rest, profiles_, split_, complete)) {
      if (span.start < span.end) {
        spans_.emplace_back(at_ + span.start, at_ + span.end, span.attached_next);
      }
    }
    if (!spans_.empty()) {
      // What stands behind the last of them is looked at again: of letters of a megabyte, one at a
      // time, every byte was looked at three times.
      next_split_ = spans_.size() < kFewLetters ? std::min(2 * rest.size(), most)
                                                : std::max(kLeastToSplit, rest.size() / 2);
      return true;
    }
    if (at_hand_behind_limit() > kLookAhead) {
      // No letter ends before the limit.
      spans_.emplace_back(at_, decoded_.text.size());
      return true;
    }
    if (finished_) {
      pass_to(decoded_.text.size());
      return false;
    }
    // Splitting the same text over and over would take quadratic time.
    next_split_ = std::min(3 * rest.size(), most);
    return false;
  }

  // Bytes at hand behind what a letter may have: where its lines are short, far fewer of them than
  // its limit of bytes need be held.
  [[nodiscard]] std::size_t at_hand_behind_limit() const {
    return decoded_.text.size() - end_of_most(decoded_.text.size());
  }

  // So that a text that grows up to the limit does not get twice its room.
  void make_room(std::size_t more) {
    std::string& text = decoded_.text;
    const std::size_t most = limit_ + kLookAhead + 1;
    if (text.size() + more > text.capacity() && text.size() < most && most < 2 * text.size()) {
      text.reserve(most + more);
    }
  }

  // The place behind so many bytes and lines from `at_` on as a letter may have.
  [[nodiscard]] std::size_t end_of_most(std::size_t end) const {
    end = std::min(end, at_ + limit_);
    const std::size_t most_lines = std::max(limit_ / kBytesOfLine, kLeastLines);
    // What is passed over takes no memory, however short its lines are.
    if (passing_over_ || end - at_ <= most_lines) {
      return end;
    }
    return at_ + behind_lines(text(at_, end), most_lines);
  }

  // The place behind so many lines; the text's size when it has no more. Whole blocks are counted
  // before single lines are looked for: a text may be all line ends.
  static std::size_t behind_lines(std::string_view text, std::size_t count) {
    constexpr std::size_t kBlock = 4096;
    std::size_t at = 0;
    std::size_t lines = 0;
    while (text.size() - at > kBlock) {
      const std::size_t more =
          count_bytes_of_long(text.substr(at, kBlock), [](char c) { return is_line_end(c); });
      if (lines + more >= count) {
        break;
      }
      lines += more;
      at += kBlock;
    }
    const std::string_view block = text.substr(at, kBlock);
    std::size_t in_block = 0;
    for (; in_block < block.size() && lines < count; ++lines) {
      in_block = std::min(find_line_end(block, in_block) + 1, block.size());
    }
    return at + in_block;
  }

  // Cuts before the last character that is not blank, so that what is left of the letter starts
  // with text: blanks alone would count as the start of the next letter.
  std::optional<LetterText> cut_at_limit() {
    const std::size_t end = end_of_most(decoded_.text.size());
    const std::string_view most = text(at_, end);
    const std::size_t blanks = most.find_first_not_of(kBlank);
    std::size_t cut = at_ + (blanks == most.npos ? 0 : most.find_last_not_of(kBlank));
    while (cut > at_ && !starts_character(decoded_.text[cut])) {
      --cut;
    }
    if (cut == at_) {  // nothing but blanks follows
      passing_over_ = false;
      pass_to(end);
      return std::nullopt;
    }
    if (passing_over_ || at_ + blanks == cut) {
      pass_to(cut);
      return std::nullopt;
    }
    passing_over_ = true;
    LetterText letter = take(at_ + blanks, cut);
    letter.diagnostics.push_back(
        {"letter.too-long", Diagnostic::Severity::error,
         "longer than " + std::to_string(limit_) +
             " bytes or of too many lines; the rest was left out, raise the limit to read it",
         letter.source.end, letter.source.end});
    return letter;
  }

  // A piece of the text at hand.
  [[nodiscard]] std::string_view text(std::size_t start, std::size_t end) const {
    return std::string_view(decoded_.text).substr(start, end - start);
  }

  [[nodiscard]] bool is_blank(std::size_t start, std::size_t end) const {
    return text(start, end).find_first_not_of(kBlank) == std::string_view::npos;
  }

  // Cuts out the letter at [start, end) of the text at hand.
  LetterText take(std::size_t start, std::size_t end) {
    pass_to(start);
    LetterText letter;
    letter.source.name = name_;
    letter.source.index = index_++;
    letter.source.parent = parent_;
    letter.source.start = input_at();
    letter.source.encoding = decoder_.encoding_before(dropped_ + end);
    letter.line = lines_.line();
    if (letter.source.index == 0 && decoder_.unknown_override()) {
      letter.diagnostics.push_back(unknown_encoding(encoding_, letter.source.encoding));
    }
    const std::size_t before = dropped_ + start;
    const std::size_t place = next_place_;
    const std::size_t replacement = next_replacement_;
    pass_to(end);
    letter.source.end = input_at();
    if (next_place_ > place) {
      const auto places = std::span(decoded_.places).subspan(place, next_place_ - place);
      for (Diagnostic& diagnostic : invalid_diagnostics(places, letter.source.encoding)) {
        letter.diagnostics.push_back(std::move(diagnostic));
      }
    }
    for (std::size_t i = replacement; i < next_replacement_; ++i) {
      letter.replacements.push_back(decoded_.replacements[i]);
      letter.replacements.back().view_start -= before;
    }
    letter.text = cut_out(start);
    return letter;
  }

  // The text from `start` up to `at_`. Where that is most of what is at hand, it is what is left
  // that is copied: a letter at the limit would stand in memory twice. But while more text comes,
  // all but such letters leave the room of the text to it: to grow into new room takes the system
  // a fault for each page, a seventh of the time of reading letters of a megabyte.
  std::string cut_out(std::size_t start) {
    constexpr std::size_t kLong = std::size_t{4} << 20U;
    const std::size_t size = at_ - start;
    if (size < decoded_.text.size() / 2 || (!finished_ && size < kLong)) {
      return decoded_.text.substr(start, size);
    }
    std::string text = std::exchange(decoded_.text, decoded_.text.substr(at_));
    text.resize(at_);
    text.erase(0, start);
    forget_passed();
    return text;
  }

  // Where `at_` is in the coordinates of records.
  [[nodiscard]] std::size_t input_at() const {
    return dropped_ + at_ + decoder_.start() + repaired_more_ - repaired_less_;
  }

  // Leaves the text before `to` behind.
  void pass_to(std::size_t to) {
    lines_.pass(text(at_, to));
    at_ = to;
    const auto& replacements = decoded_.replacements;
    while (next_replacement_ < replacements.size() &&
           replacements[next_replacement_].view_start < dropped_ + to) {
      const Replacement& passed = replacements[next_replacement_++];
      repaired_more_ += passed.input_end - passed.input_start;
      repaired_less_ += 3;
    }
    const auto& places = decoded_.places;
    const std::size_t here = input_at();
    while (next_place_ < places.size() && places[next_place_].start < here) {
      ++next_place_;
    }
  }

  // Frees what was left behind.
  void drop_passed() {
    decoded_.text.erase(0, at_);
    forget_passed();
  }

  // Once the text before `at_` is gone: places are counted from there.
  void forget_passed() {
    for (LetterSpan& span : spans_) {
      span.start -= at_;
      span.end -= at_;
    }
    dropped_ += std::exchange(at_, 0);
    const auto erase_first = [](auto& list, std::size_t& count) {
      list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(count));
      count = 0;
    };
    erase_first(decoded_.replacements, next_replacement_);
    erase_first(decoded_.places, next_place_);
  }

  std::string name_;
  const std::vector<Profile>& profiles_;
  Split split_;
  std::size_t limit_;
  std::string encoding_;
  StreamDecoder decoder_;
  bool finished_ = false;

  Decoded decoded_;               // text at hand
  std::size_t dropped_ = 0;       // bytes of text before it
  std::size_t at_ = 0;            // what was given out or passed over of it
  std::deque<LetterSpan> spans_;  // found and not given out, in the text at hand
  std::size_t next_split_ = kLeastToSplit;
  bool passing_over_ = false;  // the next letter found is the rest of one that was cut

  std::size_t index_ = 0;
  std::optional<std::size_t> parent_;  // of the letter that comes next
  LineCounter lines_;
  std::size_t next_place_ = 0;
  std::size_t next_replacement_ = 0;
  std::size_t repaired_more_ = 0;  // bytes of the input that were replaced before `at_`
  std::size_t repaired_less_ = 0;  // bytes of the text that replace them
};

LetterReader::LetterReader(std::string_view name, const std::vector<Profile>& profiles,
                           const ParseOptions& options)
    : state_(std::make_unique<State>(name, profiles, options)) {}

LetterReader::LetterReader(LetterReader&&) noexcept = default;
LetterReader& LetterReader::operator=(LetterReader&&) noexcept = default;
LetterReader::~LetterReader() = default;

void LetterReader::feed(std::string_view bytes) {
  state_->feed(bytes);
}

void LetterReader::finish() {
  state_->finish();
}

std::optional<LetterText> LetterReader::next() {
  return state_->next();
}

}  // namespace letterkit
