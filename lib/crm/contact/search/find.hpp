// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/contact/search/match.hpp"
#include "crm/format/cell.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

/// What is looked for: every text in any field, "-word" leaves out what it matches exactly, by its
/// beginning or folded. A text with blanks counts as its words.
struct FindQuery {
    std::vector<std::string> texts;
    std::optional<ContactKind> kind;
    std::optional<std::string> city;     ///< of the contact, else of its company; folded
    std::optional<std::string> postcode; ///< the same; "10*": what begins with 10
    std::optional<std::string> tag;
    std::optional<std::int64_t> manager_id; ///< of the contact, else of its company
    bool archived = false;                  ///< archived contacts, too
    std::int64_t limit = 20;
};

/// One line: a company, or a person at one present company. Phone and e-mail are those at work,
/// else the person's own; city and manager are the person's, else the company's.
struct FoundContact {
    std::int64_t id = 0;
    std::int64_t employment_id = 0; ///< 0: a company, or a person without one
    std::string number;
    std::string kind;
    std::string name;
    std::string company;
    std::string role;
    std::string phone;
    std::string email;
    std::string city;
    std::string manager; ///< name
    Match match = Match::exact;
};

std::span<const Column<FoundContact>> find_columns();

/// Searches all contacts, best match first; of the same match those first whose own name, number or
/// phone it is, then by number. Of several hundred equal matches the first recorded are taken.
/// Nothing wanted finds nothing.
std::vector<FoundContact> find_contacts(Store& store, const FindQuery& query, Date today);

} // namespace crm
