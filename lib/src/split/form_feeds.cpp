#include "split/form_feeds.hpp"

#include "split/text_lines.hpp"

namespace letterkit {

std::vector<LetterSpan> split_at_form_feeds(std::string_view text, bool complete) {
  std::vector<LetterSpan> spans;
  std::size_t start = 0;
  for (std::size_t feed = text.find('\f'); feed != std::string_view::npos;
       feed = text.find('\f', feed + 1)) {
    if (is_blank(text.substr(start, feed - start))) {
      continue;  // belongs to the letter before or after it
    }
    spans.emplace_back(start, feed + 1);
    start = feed + 1;
  }
  if (complete && !is_blank(text.substr(start))) {
    spans.emplace_back(start, text.size());
  }
  return spans;
}

}  // namespace letterkit
