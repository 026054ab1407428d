// How the tools ask the system for memory.
#pragma once

namespace letterkit::cli {

/// Once, before there are threads. Keeps what a letter needed for the next one, so that it need not
/// be mapped anew, but for the few large blocks of an enormous letter, which are given back.
void prepare_memory();

/// Gives the system back what is free, also between blocks in use. Takes milliseconds.
void give_back_memory();

}  // namespace letterkit::cli
