#include "cli/libarchive.hpp"

#include <dlfcn.h>

namespace letterkit::cli {

const LibArchive* LibArchive::load() {
  static const LibArchive kLibrary;
  return kLibrary.complete_ ? &kLibrary : nullptr;
}

void* LibArchive::find(const char* name) {
  void* const found = library_ == nullptr ? nullptr : ::dlsym(library_, name);
  complete_ = complete_ && found != nullptr;
  return found;
}

// It has had this name since version 3.0 of 2011, and is never unloaded.
LibArchive::LibArchive() : library_(::dlopen("libarchive.so.13", RTLD_LAZY | RTLD_LOCAL)) {
  find(entry_filetype, "archive_entry_filetype");
  find(entry_hardlink, "archive_entry_hardlink");
  find(entry_pathname, "archive_entry_pathname");
  find(entry_pathname_utf8, "archive_entry_pathname_utf8");
  find(error_string, "archive_error_string");
  find(format, "archive_format");
  find(read_data, "archive_read_data");
  find(read_free, "archive_read_free");
  find(read_new, "archive_read_new");
  find(read_next_header, "archive_read_next_header");
  find(read_open1, "archive_read_open1");
  find(read_set_callback_data, "archive_read_set_callback_data");
  find(read_set_read_callback, "archive_read_set_read_callback");
  find(read_set_seek_callback, "archive_read_set_seek_callback");
  find(read_support_filter_bzip2, "archive_read_support_filter_bzip2");
  find(read_support_filter_gzip, "archive_read_support_filter_gzip");
  find(read_support_filter_xz, "archive_read_support_filter_xz");
  find(read_support_filter_zstd, "archive_read_support_filter_zstd");
  find(read_support_format_empty, "archive_read_support_format_empty");
  find(read_support_format_raw, "archive_read_support_format_raw");
  find(read_support_format_tar, "archive_read_support_format_tar");
  find(read_support_format_zip, "archive_read_support_format_zip");
  find(set_error, "archive_set_error");
}

}  // namespace letterkit::cli
