// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/import_references.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/staff.hpp"

#include <vector>

namespace crm
{

namespace
{

constexpr std::size_t most_remembered = 250'000; // some twenty megabytes

} // namespace

void ImportReferences::remember(Ids& ids, const std::string& key, std::int64_t id)
{
    if (ids.size() >= most_remembered)
        ids.clear();
    ids.emplace(key, id);
}

std::optional<Contact> ImportReferences::contact(std::string_view number)
{
    return contact_by_number(store_, number);
}

std::optional<std::int64_t> ImportReferences::company_by_number(const std::string& number)
{
    if (const auto known = by_number_.find(number); known != by_number_.end())
        return known->second;
    const auto found = contact_by_number(store_, number);
    if (!found)
        return std::nullopt;
    if (found->kind != ContactKind::company)
        throw error(ErrorKind::rejected, "{} ({}) is a person; only a company can employ", number,
                    found->name);
    remember(by_number_, number, found->id);
    return found->id;
}

std::optional<std::int64_t> ImportReferences::company_by_name(const std::string& name)
{
    if (const auto known = by_name_.find(name); known != by_name_.end())
        return known->second;
    before_search_();
    auto query = store_.prepare(R"sql(
        SELECT c.id, c.number, c.name
          FROM contact_name_index AS n
          JOIN contact AS c ON c.id = n.contact_id
         WHERE n.name_key = :key AND c.kind = 'company'
         ORDER BY c.name <> :name, c.id)sql");
    query.bind(":key", name_key(name)).bind(":name", name);
    std::optional<std::int64_t> found;
    bool exact = false;
    std::string numbers;
    while (query.step()) {
        if (found && exact && query.text(2) != name)
            break;
        numbers += (numbers.empty() ? "" : ", ") + query.string(1);
        exact = exact || query.text(2) == name;
        if (found)
            throw error(ErrorKind::rejected, "there are several companies '{}': {}", name, numbers)
                .with_hint("give the number of the one that is meant in company_number");
        found = query.integer(0);
    }
    if (found)
        remember(by_name_, name, *found);
    return found;
}

std::optional<std::int64_t> ImportReferences::staff(std::string_view code)
{
    const auto key = lower(code);
    if (const auto known = staff_.find(key); known != staff_.end())
        return known->second;
    const auto found = staff_by_code(store_, code);
    if (!found)
        return std::nullopt;
    remember(staff_, key, found->id);
    return found->id;
}

void ImportReferences::forget()
{
    by_number_.clear();
    by_name_.clear();
    staff_.clear();
}

} // namespace crm
