// libarchive, loaded when the first archive is opened: it brings eight libraries along, and to load
// all of them takes an eighth of a run that reads one letter, which seldom comes in an archive.
#pragma once

#include <archive.h>
#include <archive_entry.h>

namespace letterkit::cli {

/// The functions that are used of it, by their names without "archive_".
class LibArchive {
 public:
  /// Null when it is not installed. Safe to call from many threads.
  static const LibArchive* load();

 private:
  void* library_;
  bool complete_ = true;

  void* find(const char* name);

  template <typename Function>
  void find(Function*& function, const char* name) {
    function = reinterpret_cast<Function*>(find(name));
  }

  LibArchive();

 public:
  decltype(::archive_entry_filetype)* entry_filetype;
  decltype(::archive_entry_hardlink)* entry_hardlink;
  decltype(::archive_entry_pathname)* entry_pathname;
  decltype(::archive_entry_pathname_utf8)* entry_pathname_utf8;
  decltype(::archive_error_string)* error_string;
  decltype(::archive_format)* format;
  decltype(::archive_read_data)* read_data;
  decltype(::archive_read_free)* read_free;
  decltype(::archive_read_new)* read_new;
  decltype(::archive_read_next_header)* read_next_header;
  decltype(::archive_read_open1)* read_open1;
  decltype(::archive_read_set_callback_data)* read_set_callback_data;
  decltype(::archive_read_set_read_callback)* read_set_read_callback;
  decltype(::archive_read_set_seek_callback)* read_set_seek_callback;
  decltype(::archive_read_support_filter_bzip2)* read_support_filter_bzip2;
  decltype(::archive_read_support_filter_gzip)* read_support_filter_gzip;
  decltype(::archive_read_support_filter_xz)* read_support_filter_xz;
  decltype(::archive_read_support_filter_zstd)* read_support_filter_zstd;
  decltype(::archive_read_support_format_empty)* read_support_format_empty;
  decltype(::archive_read_support_format_raw)* read_support_format_raw;
  decltype(::archive_read_support_format_tar)* read_support_format_tar;
  decltype(::archive_read_support_format_zip)* read_support_format_zip;
  decltype(::archive_set_error)* set_error;
};

}  // namespace letterkit::cli
