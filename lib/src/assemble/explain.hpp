// A labelled letter's lines, explained; see letterkit/explain.hpp.
#pragma once

#include "letterkit/explain.hpp"

#include <vector>

#include "assemble/reading.hpp"

namespace letterkit {

/// The reading's lines and its furniture, by line number where they were not reordered.
std::vector<ExplainedLine> explain(const Reading& reading);

}  // namespace letterkit
