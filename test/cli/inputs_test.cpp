#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <sys/uio.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <catch2/catch.hpp>

#include "cli/csv_row.hpp"
#include "cli/hash64.hpp"
#include "cli/name_filter.hpp"
#include "cli/out_names.hpp"
#include "cli/progress.hpp"
#include "cli/read_ahead.hpp"
#include "cli/row_cutter.hpp"
#include "cli/row_text.hpp"
#include "cli/sniff.hpp"

using namespace letterkit::cli;
using namespace std::string_literals;

namespace {

// The rows of `bytes` fed in pieces of `size`, each as "line:bytes", or "line!" when too long.
std::vector<std::string> cut(std::string_view bytes, std::size_t size, bool quotes,
                             std::size_t limit) {
  RowCutter cutter(quotes, limit);
  std::vector<std::string> rows;
  const auto take = [&] {
    while (const auto piece = cutter.next()) {
      rows.push_back(std::to_string(piece->line) + (piece->too_long ? "!" : ":" + piece->bytes));
    }
  };
  for (std::size_t at = 0; at < bytes.size(); at += size) {
    cutter.feed(bytes.substr(at, size));
    take();
  }
  cutter.finish();
  take();
  return rows;
}

}  // namespace

TEST_CASE("rows are cut the same from any pieces", "[inputs]") {
  const std::string csv = "\xEF\xBB\xBFid,text\r\n\r\n1,\"a\nb\"\n2,15\" breed\n3,\"" +
                          std::string(90, 'x') + "\n\"\n4,\"z\"\"\n\"\n5,last";
  const std::vector<std::string> want = {"1:id,text", "3:1,\"a\nb\"",    "5:2,15\" breed",
                                         "6!",        "8:4,\"z\"\"\n\"", "10:5,last"};
  for (std::size_t size : {1, 2, 3, 7, 50, 1000}) {
    CHECK(cut(csv, size, true, 60) == want);
  }
  for (std::size_t size : {1, 2, 5, 100}) {
    CHECK(cut("{}\n\n{\"a\"}\r\n" + std::string(40, 'y') + "\n1", size, false, 20) ==
          std::vector<std::string>{"1:{}", "3:{\"a\"}", "4!", "5:1"});
  }
}

TEST_CASE("cells of a row", "[inputs]") {
  CHECK(csv_cells("a,\"b, \"\"c\"\"\",,d\"e") ==
        std::vector<std::string>{"a", "b, \"c\"", "", "d\"e"});
}

TEST_CASE("rows are taken apart", "[inputs]") {
  std::string row = R"({"id": 7, "x": [1, {"y": "}"}], "text": "a\u00e9\n", "t": 1.50})";
  row.reserve(row.size() + 64);
  const auto taken = json_row(row, {}, true);
  REQUIRE(taken);
  CHECK(taken->text == "a\xC3\xA9\n");
  CHECK(taken->id == "7");
  CHECK(taken->rest == R"({"x":[1, {"y": "}"}],"t":1.50})");
  CHECK(csv_row("1,2,3", {"id", "text"}, {}, false).error().code == "row.invalid");
  CHECK(csv_row("1", {"id", "text"}, {}, false).error().code == "row.no-text");
}

TEST_CASE("fingerprints are those of XXH64", "[inputs]") {
  // Values of the reference implementation.
  const auto hash = [](std::string_view bytes) {
    Hash64 whole;
    whole.add(bytes);
    Hash64 pieces;
    for (const char c : bytes) {
      pieces.add({&c, 1});
    }
    CHECK(whole.value() == pieces.value());
    return hash_text(whole.value());
  };
  CHECK(hash("") == "xxh64:ef46db3751d8e999");
  CHECK(hash("a") == "xxh64:d24ec4f1a98c6e5b");
  CHECK(hash("abc") == "xxh64:44bc2cf5ad770999");
  CHECK(hash("Nobody inspects the spammish repetition") == "xxh64:fbcea83c8a378bf1");
}

TEST_CASE("what an input is", "[inputs]") {
  CHECK(sniff_container("PK\3\4...") == Container::zip);
  CHECK(sniff_container("\x1F\x8B\x08...") == Container::compressed);
  CHECK(sniff_container("BZh91AY&SY...") == Container::compressed);
  CHECK(sniff_container("BZhoeveel kost dit") == Container::none);
  CHECK(sniff_container("Geachte voorzitter") == Container::none);
  CHECK(sniff_container(std::string(512, '\0')) == Container::none);
  CHECK(sniff_format("{\"text\": 1}\n", {}) == Format::ndjson);
  CHECK(sniff_format("{\"tekst\": 1}\n", {}) == Format::text);
  CHECK(sniff_format("\xEF\xBB\xBFid,\"text\"\r\n", {}) == Format::csv);
  CHECK(sniff_format("text\nid", {}) == Format::text);
  CHECK(sniff_format("Geachte heer, de text, zei ik:\n", {}) == Format::text);
}

TEST_CASE("which names are read", "[inputs]") {
  for (const char* name :
       {"a.txt", "x/b.TXT", "a.txt.gz", "a.tar", "a.tar.zst", "a.tgz", "a.zip"}) {
    CHECK(is_letters_name(name, false));
  }
  for (const char* name : {".a.txt", "a.csv", "a.gz", "a.pdf", "txt", ".txt", "a.pdf.gz"}) {
    CHECK_FALSE(is_letters_name(name, false));
  }
  CHECK(is_letters_name("a.ndjson.gz", true));
}

TEST_CASE("no name leads out of the output folder", "[inputs]") {
  CHECK(safe_path("a/b.txt") == "a/b.txt");
  CHECK(safe_path("./a//b") == "a/b");
  CHECK(safe_path("/etc/passwd") == "etc/passwd");
  CHECK(safe_path("z.tar!../../x") == "z.tar!../%2E%2E/x");
  CHECK(safe_path("../..") == "%2E%2E/%2E%2E");
  CHECK(safe_path(".hidden/...") == "%2Ehidden/%2E%2E.");
  CHECK(safe_path("a\nb%\\") == "a%0Ab%25%5C");
  CHECK(safe_path("\xFF\xC3\xA9") == "%FF%C3%A9");
  CHECK(safe_path("") == "~");
  CHECK(safe_path(std::string(300, 'x')).size() == 200);
  CHECK(safe_path(std::string(300, 'x')) != safe_path(std::string(301, 'x')));
  OutNames names(".ndjson");
  CHECK(names.name_for("a") == "a.ndjson");
  CHECK(names.name_for("./a") == "a~2.ndjson");
  CHECK(names.name_for("a") == "a~3.ndjson");
  CHECK(names.name_for("manifest") == "manifest~2.ndjson");
}

TEST_CASE("progress is told in one line", "[inputs]") {
  Tally tally;
  tally.inputs = 12345;
  tally.letters = 1234567;
  tally.bytes = 200'000'000;
  tally.failures = 2;
  CHECK(progress_line(tally, 50, 200, 40) ==
        "12,345 inputs, 1,234,567 letters, 200 MB, 5.0 MB/s, 2 failed, 2:00 left");
  CHECK(progress_line(Tally{}, 0, std::nullopt, 0) == "0 inputs, 0 letters, 0 MB");
}

TEST_CASE("files that will be read soon are fetched", "[inputs]") {
  std::string folder = (std::filesystem::temp_directory_path() / "letterkit-ahead-XXXXXX").string();
  REQUIRE(::mkdtemp(folder.data()) != nullptr);
  const std::string name = folder + "/letter.txt";
  const int file = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  REQUIRE(::write(file, "Geachte voorzitter,", 19) == 19);
  const auto in_memory = [file] {
    char byte = 0;
    iovec to{&byte, 1};
    return ::preadv2(file, &to, 1, 0, RWF_NOWAIT) == 1;
  };
  ::fsync(file);
  ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
  if (in_memory()) {
    WARN("the file system keeps files in memory: that they are fetched is not tested");
  }
  const std::string pipe = folder + "/pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  {
    ReadAhead ahead;
    for (const std::string& other : {pipe, folder, folder + "/none", name}) {
      ahead.ask(other);
    }
    for (int tries = 0; tries < 1000 && !in_memory(); ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    CHECK(in_memory());
    for (std::size_t i = 0; i < 100 * ReadAhead::kReach; ++i) {
      ahead.ask(folder + "/none");  // what is not looked at in time is forgotten
    }
    // Of files that there is nothing to wait for few are asked for.
    std::size_t due = ReadAhead::kReach;
    for (int tries = 0; tries < 1000 && due == ReadAhead::kReach; ++tries) {
      due = 0;
      for (std::size_t i = 0; i < ReadAhead::kReach; ++i) {
        due += ahead.is_due() ? 1 : 0;
        ahead.ask(name);
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    CHECK(due < ReadAhead::kReach);
  }
  ::close(file);
  std::filesystem::remove_all(folder);
}
