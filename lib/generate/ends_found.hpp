// How texts end that an automaton finds something in.
#pragma once

#include "determinise.hpp"
#include "support/text_end.hpp"

namespace letterkit {

/// All ends, when something is found before the end is seen.
TextEnds ends_found(const StateTable& table);

/// Whether most ends of sentences are among them: most letters, with a period behind.
bool end_sentences(const TextEnds& ends);

/// Whether most ends of lines within a sentence are: most letters, behind most letters.
bool end_words(const TextEnds& ends);

}  // namespace letterkit
