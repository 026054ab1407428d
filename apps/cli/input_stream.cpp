#include "cli/input_stream.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "cli/sniff.hpp"

namespace letterkit::cli {
namespace {

/// The bytes of the member that an archive stands at.
class MemberSource : public ByteSource {
 public:
  explicit MemberSource(Archive& archive) : archive_(archive) {}

  Result<std::size_t> read(char* to, std::size_t size) override { return archive_.read(to, size); }

  [[nodiscard]] std::uint64_t raw_bytes() const override { return archive_.raw_bytes(); }

 private:
  Archive& archive_;
};

class EmptySource : public ByteSource {
 public:
  Result<std::size_t> read(char* /*to*/, std::size_t /*size*/) override { return std::size_t{0}; }

  [[nodiscard]] std::uint64_t raw_bytes() const override { return 0; }
};

/// Whether unpacking a member of this name would write outside the folder, or its name would do
/// something to a terminal.
bool is_unsafe(std::string_view name) {
  if (name.starts_with('/') || name.starts_with('\\') || (name.size() > 1 && name[1] == ':')) {
    return true;
  }
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find_first_of("/\\", at), name.size());
    if (name.substr(at, end - at) == "..") {
      return true;
    }
    at = end + 1;
  }
  return std::any_of(name.begin(), name.end(),
                     [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

bool exists(const std::string& name) {
  std::error_code error;
  return std::filesystem::exists(name, error);
}

/// The file that "letters.zip!a.txt" is a member of; empty when there is none, or when there is a
/// file of the whole name.
std::string archive_of(const std::string& name) {
  if (name.find('!') == std::string::npos || exists(name)) {
    return "";
  }
  for (std::size_t at = name.rfind('!'); at != std::string::npos && at > 0;
       at = name.rfind('!', at - 1)) {
    if (exists(name.substr(0, at))) {
      return name.substr(0, at);
    }
  }
  return "";
}

}  // namespace

Member InputStream::failed(std::string name, Error error) const {
  Member member;
  member.name = std::move(name);
  member.error = std::move(error);
  return member;
}

void InputStream::close() {
  levels_.clear();
  member_head_.reset();
  member_.reset();
  done_bytes_ += file_ ? file_->raw_bytes() : 0;
  file_head_.reset();
  file_.reset();
  wanted_.clear();
}

std::optional<Member> InputStream::next() {
  while (true) {
    if (!levels_.empty()) {
      if (auto member = next_member()) {
        return member;
      }
      continue;
    }
    if (!wanted_.empty() && !std::exchange(any_wanted_, true)) {
      return failed(std::exchange(wanted_, {}),
                    {"input.unreadable", "no such member in the archive; check the name", ""});
    }
    close();
    const auto input = names_.next();
    if (!input) {
      return std::nullopt;
    }
    if (auto member = open_file(*input)) {
      return member;
    }
  }
}

std::optional<Member> InputStream::open_file(const InputName& input) {
  if (input.error) {
    return failed(input.name, *input.error);
  }
  const std::string archive = archive_of(input.name);
  wanted_ = archive.empty() ? "" : input.name;
  any_wanted_ = archive.empty();
  auto file = FileSource::open(archive.empty() ? input.name : archive);
  if (!file) {
    any_wanted_ = true;
    return failed(input.name, file.error());
  }
  file_ = std::move(*file);
  if (auto refused = refuse_(file_->status())) {
    any_wanted_ = true;
    return failed(input.name, std::move(*refused));
  }
  file_head_ = std::make_unique<PeekedSource>(*file_);
  return look_into(archive.empty() ? input.name : archive, nullptr, file_head_.get());
}

/// Gives a text, or opens what turns out to be an archive and gives nothing yet.
std::optional<Member> InputStream::look_into(std::string name, std::unique_ptr<ByteSource> bytes,
                                             PeekedSource* peeked) {
  const auto head = peeked->peek(kSniffed);
  if (!head) {
    return failed(std::move(name), head.error());
  }
  const Container container = sniff_container(*head);
  if (container == Container::none) {
    Member member;
    member.name = std::move(name);
    member.source = peeked;
    member_ = std::move(bytes);
    if (file_ && S_ISREG(file_->status().st_mode)) {
      member.modified = nanoseconds(file_->status().st_mtim);
      member.file_size = static_cast<std::uint64_t>(file_->status().st_size);
    }
    return member;
  }
  if (levels_.size() == kDeepest) {
    return failed(
        std::move(name),
        {"archive.nested",
         "an archive inside " + std::to_string(kDeepest) + " others; unpack it to read it", ""});
  }
  auto archive = Archive::open(*peeked, container);
  if (!archive) {
    return failed(std::move(name), archive.error());
  }
  Level level;
  level.name = std::move(name);
  level.is_text = container == Container::compressed;
  level.bytes = std::move(bytes);
  level.peeked = levels_.empty() ? nullptr : std::move(member_head_);
  level.archive = std::move(*archive);
  levels_.push_back(std::move(level));
  return std::nullopt;
}

/// What a compressed file without bytes holds.
Member InputStream::empty_text(const std::string& name) {
  member_ = std::make_unique<EmptySource>();
  member_head_ = std::make_unique<PeekedSource>(*member_);
  Member member;
  member.name = name;
  member.source = member_head_.get();
  return member;
}

bool InputStream::is_wanted(const std::string& name) const {
  return wanted_.empty() || name == wanted_ || wanted_.starts_with(name + "!");
}

/// The next text of the innermost archive; null when it ended or another one was opened.
std::optional<Member> InputStream::next_member() {
  Level& level = levels_.back();
  const auto found = level.archive->next();
  if (!found) {
    const std::string name = level.name;
    any_wanted_ = true;
    levels_.pop_back();
    return failed(name, found.error());
  }
  if (!*found) {
    const bool is_empty = level.names.empty() && wanted_.empty();
    const bool is_text = level.is_text;
    const std::string name = level.name;
    levels_.pop_back();
    if (!is_empty) {
      return std::nullopt;
    }
    return is_text ? empty_text(name)
                   : failed(name, {"archive.empty", "holds no files; check it", ""});
  }
  const std::string& own = **found;
  const std::string name = own.empty() ? level.name : level.name + "!" + own;
  const bool is_new = level.names.insert(std::hash<std::string>()(own)).second;
  if (!is_wanted(name) || (!own.empty() && !names_.accepts_member(own))) {
    return std::nullopt;
  }
  any_wanted_ = any_wanted_ || name == wanted_ || own.empty();
  auto bytes = std::make_unique<MemberSource>(*level.archive);
  member_head_ = std::make_unique<PeekedSource>(*bytes);
  auto member = look_into(name, std::move(bytes), member_head_.get());
  if (member) {
    member->unsafe_name = is_unsafe(own);
    member->repeated_name = !is_new;
  }
  return member;
}

}  // namespace letterkit::cli
