// How texts start and end that an automaton finds something in.
#pragma once

#include "determinise.hpp"
#include "support/text_edges.hpp"

namespace letterkit {

/// All starts, as far as something is found before they are seen, and all ends, when something is
/// found before those are.
AllowedEdges edges_found(const StateTable& table);

/// Whether most ends of sentences are among them: most letters, with a period behind.
bool end_sentences(const AllowedEdges& edges);

/// Whether most ends of lines within a sentence are: most letters, behind most letters.
bool end_words(const AllowedEdges& edges);

}  // namespace letterkit
