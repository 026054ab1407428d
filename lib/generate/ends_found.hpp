// How texts end that an automaton finds something in.
#pragma once

#include "determinise.hpp"
#include "support/text_end.hpp"

namespace letterkit {

/// All ends, when something is found before the end is seen.
TextEnds ends_found(const StateTable& table);

}  // namespace letterkit
