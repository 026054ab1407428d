// The two kinds of input: a text that holds letters, and rows that hold one text each.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/work_reader.hpp"

namespace letterkit::cli {

/// @param odd diagnostics that every letter of the input gets
std::unique_ptr<ItemReader> text_reader(const std::string& name,
                                        const std::vector<Profile>& profiles,
                                        const ParseOptions& options, std::vector<Diagnostic> odd);

/// NDJSON or CSV. A CSV file without the text's column gives the error "rows.no-text".
std::unique_ptr<ItemReader> row_reader(const std::string& name, Format format,
                                       const RowFields& fields, const ParseOptions& options);

}  // namespace letterkit::cli
