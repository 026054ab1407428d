#include "eval/records.hpp"

#include <algorithm>
#include <utility>

#include "eval/json_lines.hpp"
#include "support/unicode.hpp"

namespace letterkit::eval {

namespace {

using nlohmann::json;

constexpr std::size_t kBodyWords = 8;

const json& at(const json& object, std::string_view key) {
  static const json kNull;
  if (!object.is_object()) {
    return kNull;
  }
  const auto found = object.find(key);
  return found == object.end() ? kNull : *found;
}

std::string text_of(const json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

/// The elements of a list; none when it is null.
const json& elements(const json& list) {
  static const json kNone = json::array();
  return list.is_array() ? list : kNone;
}

std::string pointer(std::string_view list, std::size_t index, std::string_view member) {
  return std::string(list).append("/").append(std::to_string(index)).append(member);
}

/// Looks confidences up in a record's provenance.
class Confidences {
 public:
  explicit Confidences(const json& record) : provenance_(at(record, "provenance")) {}

  /// Of a value put together from these leaves: that of the least sure one. Null when no leaf
  /// has any.
  [[nodiscard]] std::optional<double> of(const std::vector<std::string>& leaves) const {
    std::optional<double> least;
    for (const std::string& leaf : leaves) {
      const json& confidence = at(at(provenance_, leaf), "confidence");
      if (confidence.is_number()) {
        least = std::min(least.value_or(1.0), confidence.get<double>());
      }
    }
    return least;
  }

 private:
  const json& provenance_;
};

void set_one(Flat& flat, Field field, std::string text, std::optional<double> confidence) {
  flat[field] = one_value(std::move(text));
  for (FieldValue& value : *flat[field]) {
    value.confidence = confidence;
  }
}

void flatten_dossiers(const json& record, const Confidences& sure, Flat& flat) {
  Values numbers;
  Values titles;
  std::size_t i = 0;
  for (const json& dossier : elements(at(at(record, "header"), "dossiers"))) {
    const auto leaf = [&i](std::string_view member) {
      return pointer("/header/dossiers", i, member);
    };
    numbers.push_back(
        {dossier_value(text_of(at(dossier, "number")), text_of(at(dossier, "suffix"))),
         sure.of({leaf("/number"), leaf("/suffix")})});
    if (std::string title = text_of(at(dossier, "title")); !title.empty()) {
      titles.push_back({std::move(title), sure.of({leaf("/title")})});
    }
    ++i;
  }
  flat[Field::dossiers] = std::move(numbers);
  flat[Field::dossier_title] = std::move(titles);
}

void flatten_head(const json& record, const Confidences& sure, Flat& flat) {
  const json& header = at(record, "header");
  for (const Field field :
       {Field::number, Field::title, Field::subject, Field::reference, Field::your_reference}) {
    const std::string key(name_of(field));
    set_one(flat, field, text_of(at(header, key)), sure.of({"/header/" + key}));
  }
  const json& addressee = at(record, "addressee");
  std::vector<std::string> lines;
  std::vector<std::string> leaves;
  for (const json& line : elements(at(addressee, "lines"))) {
    leaves.push_back(pointer("/addressee/lines", lines.size(), ""));
    lines.push_back(text_of(line));
  }
  set_one(flat, Field::addressee, join(lines, " "), sure.of(leaves));
  set_one(flat, Field::addressee_name, text_of(at(addressee, "name")),
          sure.of({"/addressee/name"}));
  const json& date = at(record, "date");
  set_one(flat, Field::place, text_of(at(date, "place")), sure.of({"/date/place"}));
  set_one(flat, Field::date, text_of(at(date, "iso")), sure.of({"/date/iso"}));
  for (const Field field : {Field::salutation, Field::closing}) {
    const std::string key(name_of(field));
    set_one(flat, field, text_of(at(record, key)), sure.of({"/" + key}));
  }
}

std::vector<std::string> words_of(const std::string& text) {
  const std::string spaced = collapse_spaces(text);
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < spaced.size();) {
    const std::size_t end = std::min(spaced.find(' ', begin), spaced.size());
    words.push_back(spaced.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

void flatten_body(const json& record, const Confidences& sure, Flat& flat) {
  struct Running {
    std::string text;
    std::string leaf;
  };

  std::vector<Running> running;
  std::size_t i = 0;
  for (const json& paragraph : elements(at(at(record, "body"), "paragraphs"))) {
    const std::string kind = text_of(at(paragraph, "kind"));
    std::string text = text_of(at(paragraph, "text"));
    if (kind != "heading" && kind != "table" && !text.empty()) {
      running.push_back({std::move(text), pointer("/body/paragraphs", i, "/text")});
    }
    ++i;
  }
  flat[Field::body_first] = Values{};
  flat[Field::body_last] = Values{};
  if (running.empty()) {
    return;
  }
  std::vector<std::string> first = words_of(running.front().text);
  first.resize(std::min(first.size(), kBodyWords));
  set_one(flat, Field::body_first, join(first, " "), sure.of({running.front().leaf}));
  std::vector<std::string> last = words_of(running.back().text);
  last.erase(last.begin(),
             last.end() - static_cast<std::ptrdiff_t>(std::min(last.size(), kBodyWords)));
  set_one(flat, Field::body_last, join(last, " "), sure.of({running.back().leaf}));
}

void flatten_signatures(const json& record, const Confidences& sure, Flat& flat) {
  Values names;
  Values pairs;
  std::size_t i = 0;
  for (const json& person : elements(at(record, "signatories"))) {
    const std::string name_leaf = pointer("/signatories", i, "/name");
    const std::string role_leaf = pointer("/signatories", i, "/role");
    const std::string name = text_of(at(person, "name"));
    if (!name.empty()) {
      names.push_back({name, sure.of({name_leaf})});
    }
    pairs.push_back(
        {signatory_value(name, text_of(at(person, "role"))), sure.of({name_leaf, role_leaf})});
    ++i;
  }
  flat[Field::signatory_name] = std::move(names);
  flat[Field::signatory] = std::move(pairs);
  Values roles;
  i = 0;
  for (const json& behalf : elements(at(record, "on_behalf_of"))) {
    if (std::string role = text_of(at(behalf, "role")); !role.empty()) {
      roles.push_back({std::move(role), sure.of({pointer("/on_behalf_of", i, "/role")})});
    }
    ++i;
  }
  flat[Field::on_behalf_of] = std::move(roles);
}

}  // namespace

Record flatten_record(const json& record) {
  Record flat;
  const Confidences sure(record);
  flatten_dossiers(record, sure, flat.values);
  flatten_head(record, sure, flat.values);
  flatten_body(record, sure, flat.values);
  flatten_signatures(record, sure, flat.values);
  flat.values[Field::is_letter] =
      Values{{at(record, "is_letter") == json(true) ? "true" : "false"}};
  if (const json& confidence = at(record, "confidence"); confidence.is_number()) {
    flat.confidence = confidence.get<double>();
  }
  const json& source = at(record, "source");
  if (at(source, "start").is_number_unsigned() && at(source, "end").is_number_unsigned()) {
    flat.start = at(source, "start").get<std::size_t>();
    flat.end = at(source, "end").get<std::size_t>();
  }
  return flat;
}

Records read_records(std::string_view text, const std::string& path) {
  Records records;
  records.errors = read_json_lines(text, path, [&records](const json& record) {
    const json& name = at(at(record, "source"), "name");
    if (!name.is_string()) {
      return std::string("\"source.name\" is missing; give records as letter2json prints them");
    }
    records.by_name[std::string(base_name(name.get_ref<const std::string&>()))].push_back(
        flatten_record(record));
    return std::string();
  });
  return records;
}

std::string_view base_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace letterkit::eval
