// Any bytes decode to valid UTF-8, and every offset of the text leads back into the input.
#include "fuzz/fuzz_target.hpp"
#include "input/decode.hpp"
#include "support/simd_json.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using letterkit::fuzz::require;
  const auto bytes = letterkit::fuzz::as_text(data, size);
  const letterkit::Text text = letterkit::decode(bytes);
  require(letterkit::is_valid_utf8(text.view), "decoded text is valid UTF-8");
  require(!text.encoding.empty(), "the encoding has a name");

  // Records count in bytes of the input when it is UTF-8, else in bytes of its transcoding.
  const std::size_t end = text.encoding == "UTF-8" ? size : text.view.size();
  std::size_t before = 0;
  for (std::size_t at = 0; at <= text.view.size(); ++at) {
    const std::size_t offset = text.input_offset(at);
    require(before <= offset && offset <= end, "offsets ascend and stay inside");
    before = offset;
  }
  for (const auto& diagnostic : text.diagnostics) {
    require(diagnostic.start <= diagnostic.end, "diagnostics have a place");
    require(letterkit::is_valid_utf8(diagnostic.message), "messages are valid UTF-8");
  }
  return 0;
}
