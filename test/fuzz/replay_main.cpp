// Drives a fuzz target without libFuzzer, so that every compiler builds and every test run
// exercises it: runs each seed file, then inputs mutated from them. In: replay [--mutations N]
// [--random-seed N] PATH... (files, folders). Out: the number of inputs; an input that ends the
// program is kept in "crash-input" in the working folder.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include "fuzz/fuzz_target.hpp"
#include "fuzz/mutate.hpp"

namespace {

namespace fs = std::filesystem;

struct Arguments {
  unsigned long mutations = 0;
  unsigned long random_seed = 1;
  std::vector<fs::path> paths;
};

// The input being run, for the signal handler.
const std::uint8_t* current_data = nullptr;
std::size_t current_size = 0;

void keep_input(int signal) {
  const int file = ::open("crash-input", O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file >= 0) {
    const auto written = ::write(file, current_data, current_size);
    static_cast<void>(written);  // nothing to be done about a failure here
    ::close(file);
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void run(const std::string& input) {
  // Memory of just the size needed, so that sanitizers see a read beyond the end.
  const auto exact = std::make_unique<std::uint8_t[]>(input.size());
  std::copy(input.begin(), input.end(), exact.get());
  current_data = exact.get();
  current_size = input.size();
  LLVMFuzzerTestOneInput(exact.get(), input.size());
}

Arguments read_arguments(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--mutations" && i + 1 < argc) {
      arguments.mutations = std::strtoul(argv[++i], nullptr, 10);
    } else if (argument == "--random-seed" && i + 1 < argc) {
      arguments.random_seed = std::strtoul(argv[++i], nullptr, 10);
    } else {
      arguments.paths.emplace_back(argument);
    }
  }
  return arguments;
}

// Sorted, so that the same mutations are made on every file system.
std::vector<fs::path> files_of(const std::vector<fs::path>& paths) {
  std::vector<fs::path> files;
  for (const fs::path& path : paths) {
    if (!fs::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) {
        files.push_back(entry.path());
      }
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments = read_arguments(argc, argv);
  std::vector<std::string> seeds;
  for (const fs::path& file : files_of(arguments.paths)) {
    seeds.push_back(read_file(file));
  }
  if (seeds.empty()) {
    std::fprintf(stderr, "no seed files; name some, or folders of them\n");
    return 2;
  }
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL, SIGTERM}) {
    std::signal(signal, keep_input);
  }
  for (const std::string& seed : seeds) {
    run(seed);
  }
  std::mt19937 random(static_cast<std::mt19937::result_type>(arguments.random_seed));
  for (unsigned long i = 0; i < arguments.mutations; ++i) {
    run(letterkit::fuzz::mutate(seeds, random));
  }
  std::printf("%zu seeds and %lu mutations ran\n", seeds.size(), arguments.mutations);
  return 0;
}
