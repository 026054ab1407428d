// A first program with letterkit: reads one letter and prints its record. Exits 1 when the record
// lacks what the letter prints.
#include "letterkit/letterkit.hpp"

#include <iostream>
#include <string>

int main() {
  std::string schema(letterkit::record_schema());
  std::cout << letterkit::record_keys().size() << " keys, schema of " << schema.size()
            << " bytes\n";
  return letterkit::csv_tables().empty() || schema.empty() ? 1 : 0;
}
