#include "input/named_converter.hpp"

#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

namespace letterkit {
namespace {

constexpr char16_t kReplacementUnit = 0xFFFD;
constexpr std::size_t kBlock = 4096;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  // An empty name would open the platform's own encoding.
  Converter converter(name.empty() ? nullptr : ucnv_open(std::string(name).c_str(), &status));
  return U_SUCCESS(status) != 0 ? std::move(converter) : nullptr;
}

// ICU's own substitution writes U+001A for single bytes in some encodings, which says nothing.
void write_replacement(const void* /*context*/, UConverterToUnicodeArgs* args,
                       const char* /*bytes*/, int32_t /*length*/, UConverterCallbackReason reason,
                       UErrorCode* status) {
  if (reason <= UCNV_IRREGULAR) {
    *status = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, &kReplacementUnit, 1, 0, status);
  }
}

// Notes the U+FFFD written for what could not be mapped.
void note_replacements(std::string_view text, InvalidBytes& invalid) {
  constexpr std::string_view kReplacementText = "\xEF\xBF\xBD";
  for (auto at = text.find(kReplacementText); at != std::string_view::npos;
       at = text.find(kReplacementText, at + kReplacementText.size())) {
    invalid.add(at, at + kReplacementText.size());
  }
}

}  // namespace

std::optional<std::string_view> converter_name(std::string_view name) {
  const Converter converter = open_converter(name);
  if (!converter) {
    return std::nullopt;
  }
  UErrorCode status = U_ZERO_ERROR;
  const char* own = ucnv_getName(converter.get(), &status);
  // Names come from ICU's data and are never freed; ucnv_getName's lives as long as its converter.
  for (const char* standard : {"MIME", "IANA"}) {
    status = U_ZERO_ERROR;
    const char* known = ucnv_getStandardName(own, standard, &status);
    if (U_SUCCESS(status) != 0 && known != nullptr) {
      return known;
    }
  }
  status = U_ZERO_ERROR;
  const char* alias = ucnv_getAlias(own, 0, &status);
  return U_SUCCESS(status) != 0 && alias != nullptr ? alias : "other";
}

struct NamedConverter::State {
  Converter converter;
  std::u16string wide;  // a high surrogate may wait here for the next piece
};

NamedConverter::NamedConverter(std::string_view name)
    : state_(std::make_unique<State>(State{open_converter(name), {}})) {
  UErrorCode status = U_ZERO_ERROR;
  if (state_->converter) {
    ucnv_setToUCallBack(state_->converter.get(), write_replacement, nullptr, nullptr, nullptr,
                        &status);
  }
}

NamedConverter::~NamedConverter() = default;

std::string NamedConverter::convert(std::string_view bytes, bool complete, InvalidBytes& invalid) {
  std::u16string& wide = state_->wide;
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (state_->converter && status == U_BUFFER_OVERFLOW_ERROR) {
    char16_t block[kBlock];
    char16_t* target = block;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(state_->converter.get(), &target, block + kBlock, &source, source_end, nullptr,
                   static_cast<UBool>(complete), &status);
    wide.append(block, target);
  }
  if (source != source_end || U_FAILURE(status) != 0) {
    wide += kReplacementUnit;  // a converter that gives up; none is known to
  }
  std::u16string waiting;
  if (!complete && !wide.empty() && U16_IS_LEAD(wide.back())) {
    waiting = wide.back();
    wide.pop_back();
  }
  InvalidBytes surrogates;  // noted as the U+FFFD they become
  const std::string_view units(reinterpret_cast<const char*>(wide.data()), wide.size() * 2);
  std::string text = from_utf16(units, U_IS_BIG_ENDIAN != 0, surrogates);
  note_replacements(text, invalid);
  wide = waiting;
  return text;
}

std::string from_named(std::string_view bytes, std::string_view name, InvalidBytes& invalid) {
  return NamedConverter(name).convert(bytes, true, invalid);
}

}  // namespace letterkit
