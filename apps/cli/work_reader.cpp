#include "cli/work_reader.hpp"

#include <utility>

#include "cli/item_readers.hpp"

namespace letterkit::cli {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10U;

// A batch is full with as much text or as many items. Small files come to some 100 KiB in as many.
constexpr std::size_t kFullBytes = std::size_t{256} << 10U;
constexpr std::size_t kFullItems = 128;

bool is_full(const Batch& batch) {
  return batch.bytes >= kFullBytes || batch.items.size() >= kFullItems;
}

std::vector<Diagnostic> odd_names(const Member& member) {
  std::vector<Diagnostic> odd;
  if (member.unsafe_name) {
    odd.push_back({"source.unsafe-name", Diagnostic::Severity::warning,
                   "the member's name would lead out of the archive's folder or holds control "
                   "characters; unpack the archive with care",
                   0, 0});
  }
  if (member.repeated_name) {
    odd.push_back({"source.repeated-name", Diagnostic::Severity::warning,
                   "another member of the archive has the same name", 0, 0});
  }
  return odd;
}

}  // namespace

WorkReader::WorkReader(InputStream inputs, const std::vector<Profile>& profiles,
                       ReadOptions options, Look look)
    : inputs_(std::move(inputs)),
      profiles_(profiles),
      options_(std::move(options)),
      look_(std::move(look)),
      buffer_(std::make_unique_for_overwrite<char[]>(kChunk)) {}

bool WorkReader::next(Batch& batch) {
  while (!is_full(batch)) {
    if (reader_) {
      read_on(batch);
    } else if (auto member = inputs_.next()) {
      open(std::move(*member), batch);
    } else {
      batch.last = true;
      break;
    }
  }
  batch.raw_bytes = inputs_.raw_bytes();
  return !batch.items.empty();
}

void WorkReader::open(Member member, Batch& batch) {
  end_ = InputEnd{};
  end_.id.name = member.name;
  end_.id.modified = member.modified;
  end_.id.file_size = member.file_size;
  hash_ = Hash64{};
  complete_ = false;
  end_.skipped = look_(end_.id);
  if (member.error || end_.skipped) {
    close(std::move(member.error), batch);
    return;
  }
  Format format = options_.format;
  const auto head = member.source->peek(kSniffed);
  if (!head) {
    close(head.error(), batch);
    return;
  }
  format = format == Format::detect ? sniff_format(*head, options_.fields) : format;
  source_ = member.source;
  reader_ = format == Format::text
                ? text_reader(member.name, profiles_, options_.parse, odd_names(member))
                : row_reader(member.name, format, options_.fields, options_.parse);
  end_.opened = true;
  batch.items.emplace_back(InputStart{end_.id});
}

/// Gives what is ready, or reads a piece.
void WorkReader::read_on(Batch& batch) {
  while (!is_full(batch)) {
    if (reader_->next(batch)) {
      continue;
    }
    if (complete_) {
      close(std::move(end_.error), batch);
      return;
    }
    const auto count = source_->read(buffer_.get(), kChunk);
    complete_ = !count || *count == 0;
    if (!count) {
      end_.error = count.error();  // what was read before is worth having
    }
    const std::string_view bytes(buffer_.get(), count ? *count : 0);
    end_.bytes += bytes.size();
    if (options_.hash) {
      hash_.add(bytes);
    }
    if (Status fed = reader_->feed(bytes, complete_); !fed) {
      close(fed.error(), batch);
      return;
    }
  }
}

void WorkReader::close(std::optional<Error> error, Batch& batch) {
  end_.error = std::move(error);
  end_.hash = hash_.value();
  batch.items.emplace_back(std::move(end_));
  reader_.reset();
  source_ = nullptr;
}

}  // namespace letterkit::cli
