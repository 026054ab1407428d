// The record as a DOM, for comparing with what the streaming writer prints. Written after the
// record's description, apart from the writer's own.
#pragma once

#include "letterkit/letter.hpp"

#include <nlohmann/json.hpp>

namespace letterkit::test {

/// The whole record of `letter`, keys in printed order.
nlohmann::ordered_json record_dom(const Letter& letter);

}  // namespace letterkit::test
