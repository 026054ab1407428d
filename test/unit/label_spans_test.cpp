// Where labels stand among a letter's lines.
#include "assemble/label_spans.hpp"

#include <initializer_list>
#include <vector>

#include <catch2/catch.hpp>

namespace letterkit {
namespace {

LabelSpans spans(std::initializer_list<Label> labels) {
  std::vector<LabelledLine> lines;
  for (const Label label : labels) {
    lines.push_back({label, Label::body, 0, 0});
  }
  return LabelSpans(lines);
}

bool is(const LineSpan& span, std::size_t begin, std::size_t end) {
  return span.begin == begin && span.end == end;
}

TEST_CASE("spans reach from the first line to behind the last one") {
  const LabelSpans letter = spans(
      {Label::masthead, Label::date_line, Label::body, Label::body, Label::name, Label::body});
  CHECK(is(letter.of({Label::masthead}), 0, 1));
  CHECK(is(letter.of({Label::body}), 2, 6));
  CHECK(is(letter.of({Label::name, Label::date_line}), 1, 5));
  CHECK(is(letter.of({Label::date_line, Label::name}), 1, 5));
  CHECK(is(letter.of({Label::copies, Label::name}), 4, 5));
  CHECK(letter.of({Label::copies}).empty());
  CHECK(letter.of({}).empty());
  CHECK(LabelSpans().of({Label::body, Label::furniture}).empty());
  CHECK(is(spans({Label::furniture}).of({Label::furniture}), 0, 1));
}

}  // namespace
}  // namespace letterkit
