// Prints the encoding that the library finds for each file named on standard input, a line each,
// for scripts/encoding-table.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "input/decode.hpp"

int main() {
  std::string path;
  while (std::getline(std::cin, path)) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::cout << (file ? letterkit::decode(bytes).encoding : "unreadable") << '\n';
  }
}
