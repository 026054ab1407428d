// Rules and a grammar that parse, and what is wrong with them nevertheless.
//
// In: rules.txt and grammar.txt. Out: problems. A rule with patterns or cuts must have an example
// and a counter-example, and they must hold; every label must have its place in some letter.
//
//   rules.txt:7:1: rule 'salutation' has no counter-example; add '- TEXT', a line it leaves alone
#pragma once

#include "blocks/grammar.hpp"
#include "blocks/rules.hpp"
#include "profile/check_tables.hpp"
#include "profile/profile_data.hpp"

namespace letterkit {

/// Adds problems of rules that say nothing, have no examples, or break them.
void check_rules(CheckedFile& file, const Rules& rules);

/// Adds problems of examples that a rule's conditions rule out, whatever stands around them.
void check_conditions(CheckedFile& file, const ProfileData& profile);

/// Adds problems of labels that no letter can have: not reachable from its start, or no way from
/// them to its end.
void check_grammar(CheckedFile& file, const Grammar& grammar);

/// Adds problems of rules that speak for labels the grammar does not know.
void check_labels(CheckedFile& file, const Rules& rules, const Grammar& grammar);

/// Whether the grammar lets a label stand before or behind anything.
bool knows_label(const Grammar& grammar, std::size_t label);

/// How many followers the grammar allows, of all labels.
std::size_t count_transitions(const Grammar& grammar);

}  // namespace letterkit
