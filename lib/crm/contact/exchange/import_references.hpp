// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace crm
{

/// Finds what the rows of an import refer to, and remembers what it found last.
class ImportReferences
{
  public:
    /// `before_search` is called before names are searched.
    ImportReferences(Store& store, std::function<void()> before_search)
        : store_(store), before_search_(std::move(before_search))
    {
    }

    std::optional<Contact> contact(std::string_view number);
    /// Saves looking up a company that was made just now.
    void made_company(const std::string& number, std::int64_t id)
    {
        remember(by_number_, number, id);
    }
    /// The company of that number; rejected if it is a person's.
    std::optional<std::int64_t> company_by_number(const std::string& number);
    /// The company of that name: the very name, else one that is the same without spelling and
    /// legal form. Rejected if there are several.
    std::optional<std::int64_t> company_by_name(const std::string& name);
    std::optional<std::int64_t> staff(std::string_view code);

    /// Forgets everything, after a part of the import was taken back.
    void forget();

  private:
    using Ids = std::unordered_map<std::string, std::int64_t>;
    static void remember(Ids& ids, const std::string& key, std::int64_t id);

    Store& store_;
    std::function<void()> before_search_;
    Ids by_number_;
    Ids by_name_;
    Ids staff_;
};

} // namespace crm
