// The profile files in the library are those of the source tree, byte for byte and in order.
#include "profile/embedded.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>

namespace letterkit {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t count_profile_files(const fs::path& root) {
  if (!fs::exists(root)) {
    return 0;
  }
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    count += entry.is_regular_file() && entry.path().parent_path() != root ? 1 : 0;
  }
  return count;
}

TEST_CASE("embedded profile files equal the source tree's") {
  const fs::path root = LETTERKIT_PROFILES_DIR;
  for (const EmbeddedFile& file : embedded_files()) {
    INFO(file.path);
    CHECK(file.path.find('/') != std::string_view::npos);
    CHECK(file.text == read_file(root / file.path));
  }
  CHECK(embedded_files().size() == count_profile_files(root));
}

TEST_CASE("embedded profile files are sorted by path, each once") {
  const auto files = embedded_files();
  const auto out_of_order = std::adjacent_find(
      files.begin(), files.end(),
      [](const EmbeddedFile& a, const EmbeddedFile& b) { return a.path >= b.path; });
  CHECK(out_of_order == files.end());
}

}  // namespace
}  // namespace letterkit
