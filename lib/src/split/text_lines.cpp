#include "split/text_lines.hpp"

#include <algorithm>

#include "fields/cursor.hpp"
#include "support/byte_block.hpp"
#include "support/count_bytes.hpp"

namespace letterkit {
std::string_view TextLine::left() const {
  const std::size_t gap = find_in_blocks<2>(text, 0, [](const char* at) {
    const ByteBlock bytes(at);
    return (bytes.is(' ') & ByteBlock(at + 1).is(' ') & ByteBlock(at + 2).is(' ')) | bytes.is('\t');
  });
  // The last two bytes are looked at for spaces alone; a line ends with no tab.
  const bool late_tab = gap == text.size() && gap >= 2 && text[gap - 2] == '\t';
  return text.substr(0, late_tab ? gap - 2 : gap);
}

bool is_blank(std::string_view text) {
  const std::size_t first = find_in_blocks(text, 0, [](const char* at) {
    const ByteBlock bytes(at);
    return bytes.is_in('!', 0xFF) | bytes.is_in(0, '\t' - 1) | bytes.is_in('\r' + 1, ' ' - 1);
  });
  return first == text.size() || trim_blanks(text.substr(first)).empty();
}

TextLines::TextLines(std::string_view text, bool complete)
    : text_(text), complete_(complete), ends_(text) {
  made_.reserve(kKept);
}

std::string_view TextLines::trim_odd_line(std::string_view line) {
  line.remove_prefix(leading_spaces(line));  // indents are passed in steps
  return trim_blanks(line);
}

void TextLines::make(Made& made, std::size_t number) const {
  const Place& place = places_[number % kKept];
  const std::size_t above = number > 0 ? places_[(number - 1) % kKept].next : 0;
  TextLine& line = made.line;
  line.text = place.text;
  line.begin = place.begin;
  line.next = place.next;
  line.bare = bare_line(line.text);
  // Between the line above and this one stand line ends and blank lines. A \r is none, for \r\n is
  // one end.
  int ends = number == 0 ? 2 : 0;
  line.form_feed_above = false;
  for (std::size_t at = above - (above > 0 ? 1 : 0); at < line.begin; ++at) {
    ends += text_[at] == '\n' || text_[at] == '\f' ? 1 : 0;
    line.form_feed_above = line.form_feed_above || text_[at] == '\f';
  }
  line.blank_above = ends > 1;
  line.dossier.reset();
  line.cue.profile = nullptr;
  line.signs.profile = nullptr;
  line.part.profile = nullptr;
  made.number = number;
}

}  // namespace letterkit
