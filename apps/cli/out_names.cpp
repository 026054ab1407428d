#include "cli/out_names.hpp"

#include <algorithm>

#include "cli/hash64.hpp"
#include "cli/utf8.hpp"

namespace letterkit::cli {
namespace {

constexpr std::size_t kLongestPart = 200;  // leaves room for ~2 and the suffix in 255
constexpr std::size_t kLongestPath = 2000;

std::uint64_t hash_of(std::string_view bytes) {
  Hash64 hash;
  hash.add(bytes);
  return hash.value();
}

std::string hex(std::uint64_t number) {
  return hash_text(number).substr(6);
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto code = static_cast<unsigned char>(c);
  out += '%';
  out += kDigits[code >> 4U];
  out += kDigits[code & 15U];
}

std::string safe_part(std::string_view part) {
  std::string safe;
  // The manifest is UTF-8, and names must not become the same in it.
  const bool is_utf8 = to_utf8(part) == part;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const auto code = static_cast<unsigned char>(part[i]);
    const bool is_odd = code < 0x20 || code == 0x7F || part[i] == '%' || part[i] == '\\' ||
                        (code >= 0x80 && !is_utf8);
    if (is_odd || (part[i] == '.' && (i == 0 || safe == "%2E"))) {
      append_escaped(safe, part[i]);
    } else {
      safe += part[i];
    }
  }
  if (safe.size() > kLongestPart) {
    safe = safe.substr(0, kLongestPart - 17) + "~" + hex(hash_of(part));
  }
  return safe;
}

}  // namespace

std::string safe_path(std::string_view input) {
  std::string path;
  for (std::size_t at = 0; at < input.size();) {
    const std::size_t end = std::min(input.find('/', at), input.size());
    const std::string_view part = input.substr(at, end - at);
    if (!part.empty() && part != ".") {
      path += path.empty() ? "" : "/";
      path += safe_part(part);
    }
    at = end + 1;
  }
  if (input == "-") {
    return "stdin";
  }
  if (path.size() > kLongestPath) {
    return "~" + hex(hash_of(input));
  }
  return path.empty() ? "~" : path;
}

OutNames::OutNames(std::string_view suffix) : suffix_(suffix) {
  take("manifest.ndjson");
}

bool OutNames::take(const std::string& path) {
  return taken_.insert(hash_of(path)).second;
}

std::string OutNames::name_for(std::string_view input) {
  const std::string safe = safe_path(input);
  std::string path = safe + suffix_;
  for (std::size_t i = 2; !take(path); ++i) {
    path = safe + "~" + std::to_string(i) + suffix_;
  }
  return path;
}

}  // namespace letterkit::cli
