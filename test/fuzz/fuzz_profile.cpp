// Any text given as a profile's file is read, or refused with an error that names a line of it.
#include <string>

#include "fields/date.hpp"
#include "fields/dossier.hpp"
#include "fields/name_words.hpp"
#include "fields/reference.hpp"
#include "fuzz/fuzz_target.hpp"
#include "profile/confidence.hpp"
#include "profile/letter_parts.hpp"
#include "support/data_file.hpp"

namespace {

using letterkit::fuzz::require;

template <class T>
void check(const letterkit::Result<T>& table) {
  if (!table) {
    require(table.error().where.rfind("fuzz.txt", 0) == 0, "an error names the file");
    require(!table.error().code.empty() && !table.error().message.empty(), "an error says why");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const letterkit::DataFile file{"fuzz.txt", letterkit::fuzz::as_text(data, size)};
  const letterkit::DataFile empty{"fuzz.txt", {}};
  check(letterkit::Confidences::parse(file));
  check(letterkit::LetterParts::parse(file));
  check(letterkit::DateWords::parse(file, empty));
  check(letterkit::PaperWords::parse(file));
  check(letterkit::ReferenceWords::parse(file));
  check(letterkit::NameWords::parse(file, empty, empty));
  check(letterkit::NameWords::parse(empty, file, empty));
  check(letterkit::NameWords::parse(empty, empty, file));
  return 0;
}
