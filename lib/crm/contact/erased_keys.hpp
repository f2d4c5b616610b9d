// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/search/index.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// By what a person is known again who was erased, so that no import brings them back onto a list
/// (GDPR 21 (3); the minimal block entry that outlives an erasure). Kept are digests of e-mail
/// addresses, own phones, and the name with its postcode; nothing of it can be read.
class ErasedKeys
{
  public:
    explicit ErasedKeys(Store& store);

    /// Whether anybody was erased at all.
    [[nodiscard]] bool any() const { return any_; }
    /// Whether the contact shares a key with somebody erased.
    bool knows(const SearchEntry& entry, std::string_view postcode);
    /// Remembers the keys of a contact; false if it has none.
    bool remember(const SearchEntry& entry, std::string_view postcode, Date today);

  private:
    /// The digest of a key. Its salt is the first link of the audit: no other database's digests
    /// are the same.
    std::string digest(const std::string& key);

    Store& store_;
    std::optional<std::string> salt_; ///< read when it is needed
    bool any_ = false;
};

} // namespace crm
