// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/sender.hpp"
#include "crm/openitems/document.hpp"

#include <map>
#include <optional>

namespace crm
{

// The own company as a document of ours shows it. A document keeps it as it was when it was posted
// (§ 14b UStG): who moves, or changes banks, does not change what was sent.

/// Records how the own company looks on documents that are posted, looked up once a day of theirs.
class Sellers
{
  public:
    explicit Sellers(Store& store) : store_(store) {}

    /// What a document is to keep; nothing for one that is not ours or only recorded afterwards, or
    /// while the own data lack what § 14 UStG demands of it: until then nothing can be printed.
    std::optional<std::int64_t> id_for(const Document& document);
    /// How it looks on a day, whatever it lacks: on what bears no tax.
    std::int64_t id_on(Date day);
    /// After a part of the work was taken back.
    void forget() { known_.clear(); }

  private:
    struct Known {
        Sender sender;
        std::optional<std::int64_t> id;
    };

    Known& known_on(Date day);
    std::int64_t id_of(Known& known);

    Store& store_;
    std::map<Date, Known> known_;
};

/// The own company as it was recorded.
Sender recorded_seller(Store& store, std::int64_t id);

/// The own company as a document shows it: as it was when it was posted, else as it is on the day.
Sender seller_of(Store& store, const Document& document, Date day);

} // namespace crm
