// Traps of libarchive that are stepped around here: a zip file that is read front to back shows
// members that its directory does not list, so a pipe is copied to a nameless file first; member
// names are converted by the locale, so a UTF-8 one is set while they are read.
#include "cli/archive.hpp"

#include <algorithm>
#include <cctype>
#include <clocale>
#include <cstdio>
#include <utility>

#include "cli/libarchive.hpp"

namespace letterkit::cli {
namespace {

/// Names are UTF-8 in this thread for as long as it lives.
class Utf8Names {
 public:
  Utf8Names() : old_(::uselocale(locale())) {}

  ~Utf8Names() { ::uselocale(old_); }

  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  static locale_t locale() {
    static const locale_t kUtf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return kUtf8 != nullptr ? kUtf8 : LC_GLOBAL_LOCALE;
  }

  locale_t old_;
};

std::string name_of(const LibArchive& library, archive_entry* entry) {
  if (const char* name = library.entry_pathname(entry); name != nullptr && *name != '\0') {
    return name;
  }
  const char* name = library.entry_pathname_utf8(entry);
  return name != nullptr && *name != '\0' ? name : "(no name)";
}

bool is_file(const LibArchive& library, archive_entry* entry) {
  // Links in a tar file have no bytes of their own; what they lead to is a member as well.
  return library.entry_filetype(entry) == AE_IFREG && library.entry_hardlink(entry) == nullptr;
}

}  // namespace

Result<std::unique_ptr<Archive>> Archive::open(PeekedSource& source, Container container) {
  std::unique_ptr<Archive> opened(new Archive(source));
  if (container == Container::zip && !source.size()) {
    auto copy = FileSource::copy_of(source);
    if (!copy) {
      return copy.error();
    }
    opened->copy_ = std::move(*copy);
    opened->source_ = opened->copy_.get();
  }
  if (Status started = opened->start(container); !started) {
    return started.error();
  }
  return opened;
}

Archive::Archive(ByteSource& source)
    : library_(LibArchive::load()), source_(&source), buffer_(std::size_t{64} << 10U, '\0') {}

Status Archive::start(Container container) {
  if (library_ == nullptr) {
    return Error{"input.unreadable", "is an archive; install libarchive to read those", ""};
  }
  const Utf8Names utf8;
  handle_ = library_->read_new();
  if (handle_ == nullptr) {
    return Error{"input.unreadable", "no memory to read an archive; close other programs", ""};
  }
  library_->read_support_filter_gzip(handle_);
  library_->read_support_filter_bzip2(handle_);
  library_->read_support_filter_xz(handle_);
  library_->read_support_filter_zstd(handle_);
  if (container == Container::zip) {
    library_->read_support_format_zip(handle_);
  } else {
    library_->read_support_format_tar(handle_);
    library_->read_support_format_raw(handle_);
    library_->read_support_format_empty(handle_);
  }
  library_->read_set_callback_data(handle_, this);
  library_->read_set_read_callback(handle_, read_source);
  if (container == Container::zip) {
    library_->read_set_seek_callback(handle_, seek_source);
  }
  return library_->read_open1(handle_) == ARCHIVE_OK ? ok() : Status(failure());
}

Archive::~Archive() {
  if (handle_ != nullptr) {
    const Utf8Names utf8;
    library_->read_free(handle_);
  }
}

long Archive::read_source(struct archive* handle, void* self, const void** bytes) {
  auto* const archive = static_cast<Archive*>(self);
  const auto count = archive->source_->read(archive->buffer_.data(), archive->buffer_.size());
  if (!count) {
    archive->source_error_ = count.error();
    archive->library_->set_error(handle, -1, "%s", "its bytes can't be read");
    return ARCHIVE_FATAL;
  }
  *bytes = archive->buffer_.data();
  archive->offset_ += *count;
  return static_cast<long>(*count);
}

std::int64_t Archive::seek_source(struct archive* handle, void* self, std::int64_t offset,
                                  int whence) {
  auto* const archive = static_cast<Archive*>(self);
  const auto size = static_cast<std::int64_t>(archive->source_->size().value_or(0));
  const auto here = static_cast<std::int64_t>(archive->offset_);
  const std::int64_t to = offset + (whence == SEEK_END ? size : whence == SEEK_CUR ? here : 0);
  if (to < 0 || !archive->source_->seek(static_cast<std::uint64_t>(to))) {
    archive->library_->set_error(handle, -1, "%s", "points outside the file");
    return ARCHIVE_FATAL;
  }
  archive->offset_ = static_cast<std::uint64_t>(to);
  return to;
}

Error Archive::failure() const {
  if (source_error_) {
    return *source_error_;
  }
  const char* words = library_->error_string(handle_);
  std::string reason = words != nullptr ? words : "its bytes make no sense";
  // "Truncated ..." but "ZIP ..."
  if (reason.size() > 1 && std::islower(static_cast<unsigned char>(reason[1])) != 0) {
    reason[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(reason[0])));
  }
  if (reason.find("ncrypt") != std::string::npos || reason.find("assphrase") != std::string::npos) {
    return {"archive.encrypted", "is encrypted; decrypt it first", ""};
  }
  const bool is_cut = reason.find("runcated") != std::string::npos;
  return {is_cut ? "archive.truncated" : "archive.broken",
          (is_cut ? "ends too early: " : "is broken: ") + reason + "; fetch it again", ""};
}

Result<std::optional<std::string>> Archive::next() {
  const Utf8Names utf8;
  while (!ended_) {
    archive_entry* entry = nullptr;
    const int status = library_->read_next_header(handle_, &entry);
    if (status == ARCHIVE_EOF) {
      break;
    }
    if (status == ARCHIVE_RETRY) {
      continue;
    }
    if (status == ARCHIVE_FATAL || status == ARCHIVE_FAILED) {
      ended_ = true;
      return failure();
    }
    broken_ = false;
    if (library_->format(handle_) == ARCHIVE_FORMAT_RAW) {
      return std::optional<std::string>("");
    }
    if (is_file(*library_, entry)) {
      return std::optional(name_of(*library_, entry));
    }
  }
  ended_ = true;
  return std::optional<std::string>();
}

Result<std::size_t> Archive::read(char* to, std::size_t size) {
  const Utf8Names utf8;
  if (broken_ || ended_) {
    return std::size_t{0};
  }
  const auto count = library_->read_data(handle_, to, size);
  // Even a warning says that the bytes are not those that went in: a wrong checksum or size.
  if (count < 0) {
    broken_ = true;
    ended_ = count == ARCHIVE_FATAL;
    return failure();
  }
  out_ += count > 0 ? static_cast<std::uint64_t>(count) : 0;
  if (out_ > kBombFloor && out_ / kBombRatio > std::max(offset_, raw_bytes())) {
    broken_ = true;
    ended_ = true;
    return Error{"archive.bomb",
                 "grows to more than " + std::to_string(kBombRatio) +
                     " times its size; unpack it by hand if you trust it",
                 ""};
  }
  return count > 0 ? static_cast<std::size_t>(count) : std::size_t{0};
}

}  // namespace letterkit::cli
