// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/bank/line.hpp"
#include "crm/openitems/bank/purpose.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace crm
{

/// A document of a contact in the text or the end-to-end id of a line.
struct NamedDocument {
    std::int64_t document_id = 0;
    std::string number; ///< as it is shown
    Naming naming = Naming::none;
};

/// The numbers of all documents of a contact, open or not: ours, and those of a supplier. A
/// contact is not read again for each of its lines.
class ContactNumbers
{
  public:
    explicit ContactNumbers(Store& store) : store_(store) {}

    /// Those that a line names, each once, the first in the text first. `contact_id` includes those
    /// that were merged into it.
    std::vector<NamedDocument> in(std::int64_t contact_id, const BankLine& line);

  private:
    struct Number {
        std::int64_t document_id = 0;
        std::string shown;
        std::string letters;
    };
    struct Numbers {
        std::vector<Number> all;
        NumberTable table;
    };
    const Numbers& of(std::int64_t contact_id);
    void read_ours(std::int64_t contact_id, std::vector<Number>& into);
    void read_suppliers(std::int64_t contact_id, std::vector<Number>& into);

    Store& store_;
    std::unordered_map<std::int64_t, Numbers> known_;
};

} // namespace crm
