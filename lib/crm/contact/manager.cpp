// SPDX-License-Identifier: MIT
#include "crm/contact/manager.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/contact/employment.hpp"

#include <set>

namespace crm
{

namespace
{

/// Who looks after a contact itself, and whether it could inherit somebody from an employer.
struct OwnManager {
    std::optional<std::int64_t> id;
    bool person = false;
};

OwnManager own_manager(Store& store, std::int64_t contact_id)
{
    auto query = store.prepare("SELECT manager_id, kind = 'person' FROM contact WHERE id = :id");
    query.bind(":id", contact_id);
    return query.step() ? OwnManager{query.optional_integer(0), query.boolean(1)} : OwnManager{};
}

std::optional<std::int64_t> deputy_id(Store& store, std::int64_t staff_id)
{
    auto query = store.prepare("SELECT deputy_id FROM staff WHERE contact_id = :id");
    query.bind(":id", staff_id);
    return query.step() ? query.optional_integer(0) : std::nullopt;
}

/// Who stands in for an absent staff member; deputies may stand in for each other in a circle.
std::string present_deputy(Store& store, std::int64_t staff_id, Date today)
{
    std::set<std::int64_t> asked = {staff_id};
    auto next = deputy_id(store, staff_id);
    while (next && asked.insert(*next).second) {
        if (!absent_on(store, *next, today))
            return contact_by_id(store, *next).name;
        next = deputy_id(store, *next);
    }
    return {};
}

/// A staff member's own phone, else the one at work.
std::string phone_of(Store& store, std::int64_t staff_id, std::string_view own, Date today)
{
    if (!own.empty())
        return std::string(first_item(own));
    for (const auto& work : present_employments(store, staff_id, today))
        if (work.company_id == own_company && !work.phone.empty())
            return std::string(first_item(work.phone));
    return {};
}

} // namespace

std::optional<std::int64_t> manager_id_of(Store& store, std::int64_t contact_id, Date today)
{
    const auto own = own_manager(store, contact_id);
    if (own.id || !own.person)
        return own.id;
    for (const auto& work : present_employments(store, contact_id, today))
        if (const auto inherited = own_manager(store, work.company_id).id)
            return inherited;
    return std::nullopt;
}

std::optional<ManagerInfo> manager_of(Store& store, std::int64_t contact_id, Date today)
{
    const auto id = manager_id_of(store, contact_id, today);
    return id ? std::optional(manager_info(store, *id, today)) : std::nullopt;
}

ManagerInfo manager_info(Store& store, std::int64_t staff_id, Date today)
{
    auto query = store.prepare(R"sql(
        SELECT s.code, c.name, s.extension, c.phone
          FROM staff AS s
          JOIN contact AS c ON c.id = s.contact_id
         WHERE s.contact_id = :id)sql");
    query.bind(":id", staff_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no staff member with the id {}", staff_id);
    ManagerInfo manager;
    manager.code = query.string(0);
    manager.name = query.string(1);
    manager.extension =
        query.is_null(2) ? phone_of(store, staff_id, query.text(3), today) : query.string(2);
    manager.absent_until = absent_until(store, staff_id, today);
    if (manager.absent_until)
        manager.deputy = present_deputy(store, staff_id, today);
    return manager;
}

} // namespace crm
