// The whole public face of letterkit.
//
//   auto nl = letterkit::builtin_profile("nl");
//   for (const auto& letter : letterkit::parse_letters(bytes, "a.txt", {*nl}))
//     letterkit::write_json(letter, {}, out);
#pragma once

#include "letterkit/explain.hpp"          // IWYU pragma: export
#include "letterkit/letter.hpp"           // IWYU pragma: export
#include "letterkit/letter_text.hpp"      // IWYU pragma: export
#include "letterkit/parse.hpp"            // IWYU pragma: export
#include "letterkit/parts.hpp"            // IWYU pragma: export
#include "letterkit/profile.hpp"          // IWYU pragma: export
#include "letterkit/profile_writing.hpp"  // IWYU pragma: export
#include "letterkit/result.hpp"           // IWYU pragma: export
#include "letterkit/write.hpp"            // IWYU pragma: export
