#include "support/simd_json.hpp"

#include <simdjson.h>

namespace letterkit {

bool is_valid_utf8(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

}  // namespace letterkit
