#include "eval/gold.hpp"

#include <optional>
#include <utility>

#include "eval/json_lines.hpp"

namespace letterkit::eval {

namespace {

using nlohmann::json;

/// Reads one row; remembers the first thing that is wrong with it.
class RowReader {
 public:
  explicit RowReader(const json& row) : row_(row) {}

  GoldRow read() {
    GoldRow gold;
    read_place(gold);
    read_texts(gold.labels);
    read_dossiers(gold.labels);
    read_addressee(gold.labels);
    read_signatories(gold.labels);
    read_behalf(gold.labels);
    read_is_letter(gold.labels);
    return gold;
  }

  [[nodiscard]] const std::string& wrong() const { return wrong_; }

 private:
  void read_place(GoldRow& gold);
  void read_texts(Flat& labels);
  void read_dossiers(Flat& labels);
  void read_addressee(Flat& labels);
  void read_signatories(Flat& labels);
  void read_behalf(Flat& labels);
  void read_is_letter(Flat& labels);

  const json* find(const char* key) {
    const auto found = row_.find(key);
    return found == row_.end() ? nullptr : &*found;
  }

  void complain(const std::string& key, const char* rule) {
    if (wrong_.empty()) {
      wrong_ = "\"" + key + "\" " + rule + "; mend the label";
    }
  }

  /// Text, a whole number as text, or nothing for null and "".
  std::optional<std::string> text_of(const json& value, const std::string& key) {
    if (value.is_string() && !value.get_ref<const std::string&>().empty()) {
      return value.get<std::string>();
    }
    if (value.is_number_integer()) {
      return value.dump();
    }
    if (!value.is_null() && !value.is_string() && !(value.is_array() && value.empty())) {
      complain(key, "must be text or null");
    }
    return std::nullopt;
  }

  std::optional<std::string> member(const json& object, const char* name, const std::string& key) {
    const auto found = object.find(name);
    return found == object.end() ? std::nullopt : text_of(*found, key + "." + name);
  }

  /// A list of texts; null is an empty list.
  std::vector<std::string> texts_of(const json& list, const std::string& key) {
    std::vector<std::string> texts;
    if (!list.is_null() && !list.is_array()) {
      complain(key, "must be a list or null");
      return texts;
    }
    for (const json& element : list) {
      if (element.is_string() && !element.get_ref<const std::string&>().empty()) {
        texts.push_back(element.get<std::string>());
      } else {
        complain(key, "must list texts that are not empty");
      }
    }
    return texts;
  }

  /// A list of objects; null is an empty list.
  const json& objects_of(const json& list, const std::string& key) {
    static const json kNone = json::array();
    bool good = list.is_null() || list.is_array();
    for (const json& element : list.is_array() ? list : kNone) {
      good = good && element.is_object();
    }
    if (!good) {
      complain(key, "must be a list of objects or null");
    }
    return good && list.is_array() ? list : kNone;
  }

  const json& row_;
  std::string wrong_;
};

void RowReader::read_place(GoldRow& gold) {
  if (const json* lines = find("lines")) {
    gold.block = texts_of(*lines, "lines");
  }
  if (const json* file = find("file"); file != nullptr && file->is_string()) {
    gold.file = file->get<std::string>();
  }
  const json* n = find("n");
  if (gold.file.empty() && n != nullptr) {
    gold.file = "block-" + text_of(*n, "n").value_or("");
  }
  if (gold.file.empty()) {
    complain("file", "must name the letter's text (or \"n\" a block with \"lines\")");
  }
  if (const json* letter = find("letter")) {
    if (letter->is_number_unsigned()) {
      gold.letter = letter->get<std::size_t>();
    } else {
      complain("letter", "must be the letter's index in its file: 0, 1, ...");
    }
  }
}

void RowReader::read_texts(Flat& labels) {
  for (const Field field :
       {Field::number, Field::title, Field::subject, Field::reference, Field::your_reference,
        Field::addressee_name, Field::place, Field::date, Field::salutation, Field::closing,
        Field::body_first, Field::body_last}) {
    const std::string key(name_of(field));
    if (const json* value = find(key.c_str())) {
      labels[field] = one_value(text_of(*value, key).value_or(""));
    }
  }
}

void RowReader::read_dossiers(Flat& labels) {
  const json* list = find("dossiers");
  if (list == nullptr) {
    return;
  }
  Values numbers;
  Values titles;
  bool all_titled = true;
  for (const json& dossier : objects_of(*list, "dossiers")) {
    numbers.push_back({dossier_value(member(dossier, "number", "dossiers").value_or(""),
                                     member(dossier, "suffix", "dossiers").value_or(""))});
    const auto title = member(dossier, "title", "dossiers");
    all_titled = all_titled && title;
    titles.push_back({title.value_or("")});
  }
  labels[Field::dossiers] = std::move(numbers);
  if (all_titled) {  // a dossier whose title was not labelled leaves the titles unmeasured
    labels[Field::dossier_title] = std::move(titles);
  }
}

void RowReader::read_addressee(Flat& labels) {
  if (const json* lines = find("addressee")) {
    labels[Field::addressee] = one_value(join(texts_of(*lines, "addressee"), " "));
  }
}

void RowReader::read_signatories(Flat& labels) {
  const json* list = find("signatories");
  if (list == nullptr) {
    return;
  }
  Values names;
  Values pairs;
  bool all_roles = true;
  for (const json& person : objects_of(*list, "signatories")) {
    const std::string name = member(person, "name", "signatories").value_or("");
    if (!name.empty()) {
      names.push_back({name});
    }
    all_roles = all_roles && person.contains("role");
    pairs.push_back({signatory_value(name, member(person, "role", "signatories").value_or(""))});
  }
  labels[Field::signatory_name] = std::move(names);
  if (all_roles) {  // a role that was not labelled leaves the pairs unmeasured
    labels[Field::signatory] = std::move(pairs);
  }
}

void RowReader::read_behalf(Flat& labels) {
  if (const json* list = find("on_behalf_of")) {
    Values roles;
    for (std::string& role : texts_of(*list, "on_behalf_of")) {
      roles.push_back({std::move(role)});
    }
    labels[Field::on_behalf_of] = std::move(roles);
  }
}

void RowReader::read_is_letter(Flat& labels) {
  const json* value = find("is_letter");
  if (value == nullptr) {
    return;
  }
  if (!value->is_boolean()) {
    complain("is_letter", "must be true or false");
    return;
  }
  labels[Field::is_letter] = Values{{value->get<bool>() ? "true" : "false"}};
}

bool is_skipped(const json& row) {
  const auto skip = row.find("skip");
  return skip != row.end() && !skip->is_null() && *skip != json(false) && *skip != json(0);
}

}  // namespace

Gold read_gold(std::string_view text, const std::string& path) {
  Gold gold;
  gold.errors = read_json_lines(text, path, [&gold](const json& row) {
    if (is_skipped(row)) {
      return std::string();
    }
    RowReader reader(row);
    GoldRow read = reader.read();
    if (reader.wrong().empty()) {
      gold.rows.push_back(std::move(read));
    }
    return reader.wrong();
  });
  return gold;
}

}  // namespace letterkit::eval
