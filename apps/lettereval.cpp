// lettereval: how right are the records? In: gold labels, and records or the texts to parse. Out:
// rates a field, as tables or as JSON; a status that tells whether floors hold. All of it is in
// eval/.
//
//   lettereval corpus/letters corpus/circulars --floors floors.json
#include "eval/command_line.hpp"
#include "eval/evaluation.hpp"

int main(int argc, char** argv) {
  letterkit::eval::Options options;
  const auto status = letterkit::eval::read_command_line(argc, argv, options);
  return letterkit::cli::to_int(status ? *status : letterkit::eval::evaluate(options));
}
