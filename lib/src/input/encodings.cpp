#include "input/encodings.hpp"

#include <string>

namespace letterkit {
namespace {

struct Alias {
  std::string_view name;  // lower case letters and digits only
  Encoding encoding;
};

constexpr Alias kAliases[] = {
    {"utf8",        Encoding::utf8       },
    {"ascii",       Encoding::utf8       },
    {"usascii",     Encoding::utf8       },
    {"utf16le",     Encoding::utf16le    },
    {"utf16be",     Encoding::utf16be    },
    {"utf32le",     Encoding::utf32le    },
    {"utf32be",     Encoding::utf32be    },
    {"windows1252", Encoding::windows1252},
    {"cp1252",      Encoding::windows1252},
    {"ansi",        Encoding::windows1252},
    {"iso88591",    Encoding::iso8859_1  },
    {"latin1",      Encoding::iso8859_1  },
    {"iso885915",   Encoding::iso8859_15 },
    {"latin9",      Encoding::iso8859_15 },
    {"ibm850",      Encoding::ibm850     },
    {"cp850",       Encoding::ibm850     },
    {"macintosh",   Encoding::macintosh  },
    {"macroman",    Encoding::macintosh  },
    {"xmacroman",   Encoding::macintosh  },
};

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::utf16le:
      return "UTF-16LE";
    case Encoding::utf16be:
      return "UTF-16BE";
    case Encoding::utf32le:
      return "UTF-32LE";
    case Encoding::utf32be:
      return "UTF-32BE";
    case Encoding::windows1252:
      return "windows-1252";
    case Encoding::iso8859_1:
      return "ISO-8859-1";
    case Encoding::iso8859_15:
      return "ISO-8859-15";
    case Encoding::ibm850:
      return "IBM850";
    case Encoding::macintosh:
      return "macintosh";
  }
  return {};
}

std::optional<Encoding> encoding_from_name(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') {
      key += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      key += c;
    }
  }
  for (const auto& alias : kAliases) {
    if (alias.name == key) {
      return alias.encoding;
    }
  }
  return std::nullopt;
}

}  // namespace letterkit
