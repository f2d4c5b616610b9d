// SPDX-License-Identifier: MIT
#pragma once

#include "crm/switchboard/card.hpp"

#include <ostream>
#include <string>
#include <vector>

namespace crm
{

/// A line of the card: every format but JSON is made of them.
struct CardLine {
    std::string section;
    std::string key;
    std::string value;
};

std::vector<CardLine> lines_of(const Card& card);

/// The lines as people read them: a heading a section, keys and values below each other.
void print_card(std::ostream& out, const Card& card);

} // namespace crm
