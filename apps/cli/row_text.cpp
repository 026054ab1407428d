#include "cli/row_text.hpp"

#include <simdjson.h>

#include <nlohmann/json.hpp>

#include "cli/csv_row.hpp"
#include "cli/utf8.hpp"

namespace letterkit::cli {
namespace {

namespace od = simdjson::ondemand;

Error invalid(std::string_view reason) {
  return {"row.invalid", "no valid JSON object: " + std::string(reason) + "; mend the row", ""};
}

Error no_text(const std::string& field) {
  return {"row.no-text", "no text under \"" + field + "\"; name the field by --text-field", ""};
}

std::string json_string(std::string_view text) {
  return nlohmann::json(to_utf8(text)).dump();
}

/// A value as it stands in the row.
simdjson::simdjson_result<std::string_view> raw_value(od::value value) {
  od::json_type type{};
  if (const auto error = value.type().get(type)) {
    return error;
  }
  if (type == od::json_type::object) {
    od::object object;
    const auto error = value.get_object().get(object);
    return error != simdjson::SUCCESS ? error : object.raw_json();
  }
  if (type == od::json_type::array) {
    od::array array;
    const auto error = value.get_array().get(array);
    return error != simdjson::SUCCESS ? error : array.raw_json();
  }
  return value.raw_json_token();
}

std::string_view trimmed(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// The id of a row may be a number; it is taken as it is printed.
simdjson::error_code read_id(od::value value, std::optional<std::string>& id) {
  od::json_type type{};
  if (const auto error = value.type().get(type)) {
    return error;
  }
  std::string_view text;
  if (type == od::json_type::string) {
    const auto error = value.get_string().get(text);
    id = std::string(text);
    return error;
  }
  const auto error = raw_value(value).get(text);
  if (type == od::json_type::number) {
    id = std::string(trimmed(text));
  }
  return error;
}

struct JsonRow {
  RowText row;
  bool has_text = false;
};

simdjson::error_code read_field(od::field& field, const RowFields& fields, bool keep,
                                JsonRow& out) {
  std::string_view key;
  if (const auto error = field.unescaped_key().get(key)) {
    return error;
  }
  if (key == fields.id && key != fields.text) {
    return read_id(field.value(), out.row.id);
  }
  std::string_view value;
  if (key == fields.text) {
    od::json_type type{};
    if (const auto error = field.value().type().get(type)) {
      return error;
    }
    if (type == od::json_type::string) {
      const auto error = field.value().get_string().get(value);
      out.row.text = value;
      out.has_text = true;
      return error;
    }
  }
  std::string name = keep ? json_string(key) : "";
  const auto error = raw_value(field.value()).get(value);
  if (error == simdjson::SUCCESS && keep) {
    out.row.rest += out.row.rest.empty() ? "{" : ",";
    out.row.rest += name + ':';
    out.row.rest += trimmed(value);
  }
  return error;
}

}  // namespace

Result<RowText> json_row(const std::string& row, const RowFields& fields, bool keep) {
  thread_local od::parser parser;
  od::document document;
  od::object object;
  auto error = parser.iterate(row.data(), row.size(), row.capacity()).get(document);
  error = error != simdjson::SUCCESS ? error : document.get_object().get(object);
  if (error != simdjson::SUCCESS) {
    return invalid(simdjson::error_message(error));
  }
  JsonRow out;
  for (auto found : object) {
    od::field field;
    error = std::move(found).get(field);
    error = error != simdjson::SUCCESS ? error : read_field(field, fields, keep, out);
    if (error != simdjson::SUCCESS) {
      return invalid(simdjson::error_message(error));
    }
  }
  // At the end there is no location.
  if (document.current_location().error() == simdjson::SUCCESS) {
    return invalid("something follows the object");
  }
  if (!out.has_text) {
    return no_text(fields.text);
  }
  out.row.rest += out.row.rest.empty() ? "" : "}";
  return std::move(out.row);
}

Result<RowText> csv_row(std::string_view row, const std::vector<std::string>& columns,
                        const RowFields& fields, bool keep) {
  std::vector<std::string> cells = csv_cells(row);
  if (cells.size() > columns.size()) {
    return Error{"row.invalid",
                 "has " + std::to_string(cells.size()) + " cells under " +
                     std::to_string(columns.size()) + " columns; put quotes around commas",
                 ""};
  }
  RowText out;
  bool has_text = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (columns[i] == fields.text) {
      out.text = std::move(cells[i]);
      has_text = true;
    } else if (columns[i] == fields.id) {
      out.id = std::move(cells[i]);
    } else if (keep) {
      out.rest += out.rest.empty() ? "{" : ",";
      out.rest += json_string(columns[i]) + ':' + json_string(cells[i]);
    }
  }
  if (!has_text) {
    return no_text(fields.text);
  }
  out.rest += out.rest.empty() ? "" : "}";
  return out;
}

}  // namespace letterkit::cli
