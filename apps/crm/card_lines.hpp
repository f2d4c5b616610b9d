// SPDX-License-Identifier: MIT
#pragma once

#include "crm/switchboard/card.hpp"

#include <ostream>
#include <span>
#include <string>
#include <vector>

namespace crm
{

/// A line of the card of something: every format but JSON is made of them. A line without a section
/// is the title.
struct CardLine {
    std::string section;
    std::string key;
    std::string value;
};

std::vector<CardLine> lines_of(const Card& card);

/// The columns of the formats with columns.
std::span<const Column<CardLine>> card_line_columns();
/// The lines as people read them: a heading a section but the first, keys and values below each
/// other.
void print_card(std::ostream& out, const std::vector<CardLine>& lines);

} // namespace crm
