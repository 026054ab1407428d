#include "cli/out_folder.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <set>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "cli/hash64.hpp"
#include "cli/system_error.hpp"

namespace letterkit::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTemporary = ".letterkit-partial-";

// Outputs that are synced together. Each keeps a descriptor open meanwhile.
constexpr std::size_t kGroup = 200;

Error failure(const std::string& path, int error_number) {
  return {"output.failed", writing_failed(error_number), path};
}

Status write_all(int descriptor, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) {
      return failure(path, errno);
    }
    bytes.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
  }
  return ok();
}

}  // namespace

Result<std::unique_ptr<OutFolder>> OutFolder::open(const FolderOptions& options,
                                                   std::string_view suffix) {
  std::error_code error;
  fs::create_directories(options.folder, error);
  std::unique_ptr<OutFolder> folder(new OutFolder(options, suffix));
  folder->lock_ = ::open(options.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder->lock_ < 0) {
    return failure("--out-dir " + options.folder, error ? error.value() : errno);
  }
  if (::flock(folder->lock_, LOCK_EX | LOCK_NB) != 0) {
    return Error{"output.failed", "another run is writing there; wait for it or use another folder",
                 "--out-dir " + options.folder};
  }
  if (Status removed = folder->remove_leftovers(); !removed) {
    return removed.error();
  }
  auto manifest = Manifest::open(options.folder, options.resume);
  if (!manifest) {
    return manifest.error();
  }
  folder->manifest_ = std::move(*manifest);
  return folder;
}

/// Temporary files of a run that was killed.
Status OutFolder::remove_leftovers() {
  std::error_code error;
  for (fs::directory_iterator it(options_.folder, error), end; !error && it != end;
       it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with(".letterkit-")) {
      fs::remove(it->path(), error);
    }
  }
  return error ? Status(failure(options_.folder, error.value())) : ok();
}

OutFolder::~OutFolder() {
  for (const Finished& finished : finished_) {
    if (finished.descriptor >= 0) {
      ::close(finished.descriptor);
      ::unlink(finished.temporary.c_str());
    }
  }
  if (descriptor_ >= 0) {
    ::close(descriptor_);
    ::unlink(temporary_.c_str());
  }
  if (lock_ >= 0) {
    ::close(lock_);
  }
}

bool OutFolder::look_at(InputId& input) {
  input.output = names_.name_for(input.name);
  if (!options_.resume || !input.modified || !input.file_size) {
    return false;
  }
  const auto old = manifest_->find_old(input.output);
  return old && old->error.empty() && old->modified == input.modified &&
         old->size == input.file_size && old->settings == options_.settings &&
         ::access(path_of(input.output).c_str(), F_OK) == 0;
}

Status OutFolder::begin() {
  temporary_ = path_of(std::string(kTemporary) + std::to_string(finished_.size()));
  descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  return descriptor_ >= 0 ? ok() : Status(failure(temporary_, errno));
}

Status OutFolder::write(std::string_view bytes) {
  return write_all(descriptor_, bytes, temporary_);
}

Status OutFolder::complete(ManifestEntry entry, bool wanted) {
  Finished finished;
  finished.entry = std::move(entry);
  finished.descriptor = std::exchange(descriptor_, -1);
  finished.temporary = std::exchange(temporary_, {});
  if (!wanted && finished.descriptor >= 0) {
    ::close(std::exchange(finished.descriptor, -1));
    ::unlink(std::exchange(finished.temporary, {}).c_str());
  }
  finished_.push_back(std::move(finished));
  return finished_.size() >= kGroup ? commit() : ok();
}

Status OutFolder::pass_over(const std::string& output) {
  // Among the others, for entries are in the order of the inputs.
  Finished finished;
  finished.entry.output = output;
  finished.passed_over = true;
  finished_.push_back(std::move(finished));
  return finished_.size() >= kGroup ? commit() : ok();
}

Status OutFolder::make_visible(const Finished& finished) {
  if (finished.passed_over) {
    return ok();
  }
  const std::string path = path_of(finished.entry.output);
  if (finished.temporary.empty()) {
    return ::unlink(path.c_str()) == 0 || errno == ENOENT || errno == ENOTDIR
               ? ok()
               : Status(failure(path, errno));
  }
  if (::rename(finished.temporary.c_str(), path.c_str()) == 0) {
    return ok();
  }
  std::error_code error;
  fs::create_directories(fs::path(path).parent_path(), error);
  return ::rename(finished.temporary.c_str(), path.c_str()) == 0 ? ok()
                                                                 : Status(failure(path, errno));
}

Status OutFolder::commit() {
  for (Finished& finished : finished_) {
    if (finished.descriptor < 0) {
      continue;
    }
    if (::fdatasync(finished.descriptor) != 0) {
      return failure(path_of(finished.entry.output), errno);
    }
    if (::close(std::exchange(finished.descriptor, -1)) != 0 && errno != EINTR) {
      return failure(path_of(finished.entry.output), errno);
    }
  }
  std::set<std::string> folders;
  for (const Finished& finished : finished_) {
    if (Status made = make_visible(finished); !made) {
      return made;
    }
    if (!finished.passed_over) {
      folders.insert(fs::path(path_of(finished.entry.output)).parent_path().string());
    }
  }
  for (const std::string& folder : folders) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {  // not every file system can sync a folder
      static_cast<void>(::fsync(descriptor));
      ::close(descriptor);
    }
  }
  for (const Finished& finished : finished_) {
    if (finished.passed_over) {
      manifest_->keep(finished.entry.output);
    } else {
      manifest_->append(finished.entry);
    }
  }
  finished_.clear();
  return manifest_->sync();
}

Status OutFolder::finish() {
  Status committed = commit();
  return committed ? manifest_->finish() : committed;
}

namespace {

class FolderSink : public LetterSink {
 public:
  FolderSink(OutFolder& folder, const LetterPrinter& printer, std::string settings)
      : folder_(folder), printer_(printer), settings_(std::move(settings)) {}

  Status start(const InputStart& /*input*/) override {
    records_ = 0;
    failed_rows_ = 0;
    out_.clear();
    printer_.begin(out_);
    return folder_.begin();
  }

  Status letters(Printed printed) override {
    failed_rows_ += printed.failures.size();
    if (printed.letters == 0) {
      return ok();
    }
    out_ += records_ > 0 ? printer_.between() : "";
    out_ += printed.text;
    records_ += printed.letters;
    Status written = folder_.write(out_);
    out_.clear();
    return written;
  }

  Status end(const InputEnd& input) override {
    if (input.skipped) {
      return folder_.pass_over(input.id.output);
    }
    ManifestEntry entry;
    entry.input = input.id.name;
    entry.output = input.id.output;
    entry.size = input.id.file_size;
    entry.modified = input.id.modified;
    entry.bytes = input.bytes;
    entry.hash = input.opened ? hash_text(input.hash) : "";
    entry.records = input.opened ? records_ : 0;
    entry.settings = settings_;
    entry.error = input.error ? input.error->code + ": " + input.error->message : "";
    if (!input.error && input.opened && failed_rows_ > 0) {
      entry.error = "row.invalid: " + std::to_string(failed_rows_) + " rows could not be read";
    }
    const bool wanted = input.opened && (!input.error || records_ > 0);
    if (wanted) {
      printer_.end(records_ > 0, out_);
      if (Status written = folder_.write(out_); !written) {
        return written;
      }
    }
    return folder_.complete(std::move(entry), wanted);
  }

  Status finish() override { return folder_.finish(); }

 private:
  OutFolder& folder_;
  const LetterPrinter& printer_;
  std::string settings_;
  std::string out_;
  std::uint64_t records_ = 0;
  std::uint64_t failed_rows_ = 0;
};

}  // namespace

std::unique_ptr<LetterSink> folder_sink(OutFolder& folder, const LetterPrinter& printer,
                                        std::string settings) {
  return std::make_unique<FolderSink>(folder, printer, std::move(settings));
}

}  // namespace letterkit::cli
