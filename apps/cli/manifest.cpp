#include "cli/manifest.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <nlohmann/json.hpp>

#include "cli/hash64.hpp"
#include "cli/output_file.hpp"
#include "cli/system_error.hpp"
#include "cli/utf8.hpp"

namespace letterkit::cli {
namespace {

using Json = nlohmann::ordered_json;

std::uint64_t hash_of(std::string_view bytes) {
  Hash64 hash;
  hash.add(bytes);
  return hash.value();
}

std::string to_line(const ManifestEntry& entry) {
  const Json row = {
      {"input",    to_utf8(entry.input)                                     },
      {"output",   to_utf8(entry.output)                                    },
      {"size",     entry.size ? Json(*entry.size) : Json()                  },
      {"modified", entry.modified ? Json(*entry.modified) : Json()          },
      {"bytes",    entry.bytes                                              },
      {"hash",     entry.hash.empty() ? Json() : Json(entry.hash)           },
      {"records",  entry.records                                            },
      {"status",   entry.error.empty() ? "done" : "failed"                  },
      {"settings", entry.settings                                           },
      {"error",    entry.error.empty() ? Json() : Json(to_utf8(entry.error))},
  };
  return row.dump() + "\n";
}

template <class Value>
void read_key(const Json& row, const char* key, Value& value) {
  if (const auto found = row.find(key); found != row.end() && !found->is_null()) {
    found->get_to(value);
  }
}

/// The entry of a line; null when it is none of ours.
std::optional<ManifestEntry> from_line(std::string_view line) {
  const Json row = Json::parse(line, nullptr, false);
  if (!row.is_object()) {
    return std::nullopt;
  }
  try {
    ManifestEntry entry;
    std::string status;
    read_key(row, "input", entry.input);
    read_key(row, "output", entry.output);
    read_key(row, "bytes", entry.bytes);
    read_key(row, "hash", entry.hash);
    read_key(row, "records", entry.records);
    read_key(row, "settings", entry.settings);
    read_key(row, "error", entry.error);
    read_key(row, "status", status);
    if (row.contains("size") && row["size"].is_number_unsigned()) {
      entry.size = row["size"].get<std::uint64_t>();
    }
    if (row.contains("modified") && row["modified"].is_number_integer()) {
      entry.modified = row["modified"].get<std::int64_t>();
    }
    return status == "done" || status == "failed" ? std::optional(entry) : std::nullopt;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace

Error Manifest::failure(int error_number) const {
  return {"output.failed", writing_failed(error_number), path_};
}

Result<std::unique_ptr<Manifest>> Manifest::open(const std::string& folder, bool resume) {
  std::unique_ptr<Manifest> manifest(new Manifest(folder + "/manifest.ndjson"));
  const int flags = O_RDWR | O_CREAT | O_CLOEXEC | (resume ? 0 : O_TRUNC);
  manifest->descriptor_ = ::open(manifest->path_.c_str(), flags, 0666);
  if (manifest->descriptor_ < 0) {
    return manifest->failure(errno);
  }
  if (Status read = manifest->read_old(); !read) {
    return read.error();
  }
  return manifest;
}

Manifest::~Manifest() {
  ::close(descriptor_);
}

/// Notes where the lines of earlier runs stand and cuts off one that was not written whole.
Status Manifest::read_old() {
  std::string pending;
  std::array<char, 1 << 16> buffer{};
  std::uint64_t line_start = 0;
  while (true) {
    const ssize_t count = ::read(descriptor_, buffer.data(), buffer.size());
    if (count < 0 && errno != EINTR) {
      return Error{"output.failed", reading_failed(errno), path_};
    }
    if (count == 0) {
      break;
    }
    pending.append(buffer.data(), count < 0 ? 0 : static_cast<std::size_t>(count));
    std::size_t at = 0;
    for (std::size_t end = pending.find('\n'); end != std::string::npos;
         end = pending.find('\n', at)) {
      if (const auto entry = from_line(std::string_view(pending).substr(at, end - at))) {
        old_.push_back({hash_of(entry->output), line_start});
      }
      line_start += end + 1 - at;
      at = end + 1;
    }
    pending.erase(0, at);
  }
  std::sort(old_.begin(), old_.end(), [](const Place& a, const Place& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.offset > b.offset;
  });
  size_ = line_start;
  in_order_ = size_ == 0;
  return ::ftruncate(descriptor_, static_cast<off_t>(size_)) == 0 ? ok() : Status(failure(errno));
}

std::optional<std::string> Manifest::line_at(std::uint64_t offset) const {
  std::string line;
  std::array<char, 1024> buffer{};
  while (true) {
    const ssize_t count = ::pread(descriptor_, buffer.data(), buffer.size(),
                                  static_cast<off_t>(offset + line.size()));
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      return std::nullopt;
    }
    const std::string_view piece(buffer.data(), static_cast<std::size_t>(count));
    const std::size_t end = piece.find('\n');
    line += piece.substr(0, end);
    if (end != std::string_view::npos) {
      return line;
    }
  }
}

std::optional<std::uint64_t> Manifest::find_place(std::string_view output) const {
  const std::string name = to_utf8(output);
  const std::uint64_t hash = hash_of(name);
  auto place = std::lower_bound(old_.begin(), old_.end(), hash,
                                [](const Place& a, std::uint64_t b) { return a.hash < b; });
  for (; place != old_.end() && place->hash == hash; ++place) {
    const auto line = line_at(place->offset);
    const auto entry = line ? from_line(*line) : std::nullopt;
    if (entry && entry->output == name) {
      return place->offset;
    }
  }
  return std::nullopt;
}

std::optional<ManifestEntry> Manifest::find_old(std::string_view output) const {
  const auto place = find_place(output);
  const auto line = place ? line_at(*place) : std::nullopt;
  return line ? from_line(*line) : std::nullopt;
}

void Manifest::append(const ManifestEntry& entry) {
  order_.push_back(size_ + unwritten_.size());
  unwritten_ += to_line(entry);
}

void Manifest::keep(std::string_view output) {
  if (const auto place = find_place(output)) {
    order_.push_back(*place);
  }
}

Status Manifest::sync() {
  if (unwritten_.empty()) {
    return ok();
  }
  std::string_view rest = unwritten_;
  while (!rest.empty()) {
    const ssize_t count =
        ::pwrite(descriptor_, rest.data(), rest.size(), static_cast<off_t>(size_));
    if (count < 0 && errno != EINTR) {
      return failure(errno);
    }
    const auto written = count < 0 ? 0 : static_cast<std::size_t>(count);
    size_ += written;
    rest.remove_prefix(written);
  }
  unwritten_.clear();
  return ::fdatasync(descriptor_) == 0 ? ok() : Status(failure(errno));
}

Status Manifest::finish() {
  if (Status synced = sync(); !synced || in_order_) {
    return synced;
  }
  auto file = OutputFile::open(path_);
  if (!file) {
    return file.error();
  }
  std::string out;
  for (const std::uint64_t offset : order_) {
    out += line_at(offset).value_or("") + "\n";
    if (out.size() >= std::size_t{1} << 20U) {
      if (Status written = file->write(std::exchange(out, {})); !written) {
        return written;
      }
    }
  }
  Status written = file->write(out);
  return written ? file->finish() : written;
}

}  // namespace letterkit::cli
