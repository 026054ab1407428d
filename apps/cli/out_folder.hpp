// A folder with one output file for each input and a manifest of them. Every file appears under its
// name when it is complete and safe on disk, and only then in the manifest, so that a run which is
// ended at any moment can be gone on with.
//
// Method: outputs are written under temporary names; some hundred of them at a time are synced,
// renamed and entered in the manifest, in this order. Syncing them together is what makes many
// small files bearable.
#pragma once

#include "letterkit/result.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/letter_sink.hpp"
#include "cli/manifest.hpp"
#include "cli/out_names.hpp"
#include "cli/work.hpp"

namespace letterkit::cli {

struct FolderOptions {
  std::string folder;    ///< empty: none
  bool resume = false;   ///< pass over what the manifest shows as done and unchanged
  std::string settings;  ///< a hash of the options that shape the output
};

class OutFolder {
 public:
  /// Creates the folder when there is none. Error "output.failed", also when another run is using
  /// it.
  static Result<std::unique_ptr<OutFolder>> open(const FolderOptions& options,
                                                 std::string_view suffix);

  ~OutFolder();
  OutFolder(const OutFolder&) = delete;
  OutFolder& operator=(const OutFolder&) = delete;

  /// Gives an input its output's name. Whether it is done and unchanged. Called in the order of the
  /// inputs; the other functions may be called by another thread meanwhile.
  bool look_at(InputId& input);

  /// Starts the next output.
  Status begin();
  Status write(std::string_view bytes);

  /// The output begun is complete, or is not to be (`wanted` false). Its entry goes in the
  /// manifest.
  Status complete(ManifestEntry entry, bool wanted);

  /// The next input is the one that look_at() found done.
  Status pass_over(const std::string& output);

  /// Everything completed is under its name afterwards.
  Status commit();

  /// After the last input.
  Status finish();

 private:
  struct Finished {
    ManifestEntry entry;
    std::string temporary;  // empty: an output of an earlier run is to go
    int descriptor = -1;
    bool passed_over = false;  // done by an earlier run: its old entry counts
  };

  explicit OutFolder(FolderOptions options, std::string_view suffix)
      : options_(std::move(options)), names_(suffix) {}

  Status remove_leftovers();
  Status make_visible(const Finished& finished);

  [[nodiscard]] std::string path_of(const std::string& name) const {
    return options_.folder + "/" + name;
  }

  FolderOptions options_;
  OutNames names_;
  std::unique_ptr<Manifest> manifest_;
  int lock_ = -1;
  int descriptor_ = -1;    // of the output begun
  std::string temporary_;  // its path
  std::vector<Finished> finished_;
};

/// Prints each input's letters to a file of its own.
std::unique_ptr<LetterSink> folder_sink(OutFolder& folder, const LetterPrinter& printer,
                                        std::string settings);

}  // namespace letterkit::cli
