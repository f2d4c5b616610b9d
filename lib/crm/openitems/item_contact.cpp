// SPDX-License-Identifier: MIT
#include "crm/openitems/item_contact.hpp"

#include "crm/base/translate.hpp"
#include "crm/contact/condition.hpp"

#include <algorithm>

namespace crm
{

namespace
{

// Few companies name more than one, so the best is chosen here and not by a sorter that SQLite
// would set up for each company.
constexpr const char* select_person = R"sql(
    SELECT p.name, p.preferred_channel, coalesce(e.phone, p.phone), coalesce(e.email, p.email),
           p.id, e.main, e.id
      FROM employment AS e
      JOIN employment_function AS f ON f.employment_id = e.id AND f.function = 'accounting'
      JOIN contact AS p ON p.id = e.person_id
     WHERE e.company_id = :contact
       AND coalesce(e.first_day, :day) <= :day AND coalesce(e.last_day, :day) >= :day)sql";

bool any(Store& store, std::string_view select_one)
{
    return store.prepare(select_one).step();
}

/// "3% 7, 2% 14, 30 net", "discount 10% group:Hydraulik", "credit-limit 5000.00".
std::string words_of(const Condition& condition)
{
    auto text = value_of(condition);
    if (condition.kind == ConditionKind::terms || condition.kind == ConditionKind::text)
        return text;
    if (condition.kind == ConditionKind::discount)
        text += '%';
    text = fmt::format("{} {}", to_string(condition.kind), text);
    if (const auto scope = scope_of(condition); !scope.empty())
        text.append(" ").append(scope);
    return text;
}

/// "(AG with Karl Lehmann, 2026-06-25)": who agreed on it with whom and when.
std::string agreement_of(Store& store, const Condition& condition)
{
    const auto day = to_string(condition.agreed_on.value_or(condition.recorded_on));
    if (!condition.agreed_with_id)
        return condition.staff.empty() ? day : fmt::format("{}, {}", condition.staff, day);
    const auto person = contact_by_id(store, *condition.agreed_with_id).name;
    return condition.staff.empty() ? format("with {}, {}", person, day)
                                   : format("{} with {}, {}", condition.staff, person, day);
}

} // namespace

ItemContacts::ItemContacts(Store& store, Date key_date)
    : store_(store), key_date_(key_date), person_(store.prepare(select_person)),
      contact_(store.prepare(R"sql(
        SELECT preferred_channel, phone, email, manager_id, kind = 'person'
          FROM contact WHERE id = :id)sql")),
      any_person_(any(store, "SELECT 1 FROM employment_function WHERE function = 'accounting'")),
      any_conditions_(any(store, "SELECT 1 FROM condition"))
{
}

const ItemContact& ItemContacts::of(std::int64_t contact_id)
{
    if (contact_id == contact_id_)
        return found_;
    contact_id_ = contact_id;
    found_ = {};
    if (any_person_)
        read_person();
    read_contact();
    read_manager();
    if (any_conditions_)
        found_.conditions = conditions();
    return found_;
}

void ItemContacts::read_person()
{
    person_.reset();
    person_.bind(":contact", contact_id_).bind(":day", key_date_);
    std::pair<bool, std::int64_t> best; // marked as the main one, else recorded first
    while (person_.step()) {
        const std::pair found(person_.boolean(5), -person_.integer(6));
        if (!found_.accounting_person.empty() && found < best)
            continue;
        best = found;
        found_.accounting_person_id = person_.integer(4);
        found_.accounting_person = person_.text(0);
        found_.preferred_channel = person_.text(1);
        found_.phone = person_.text(2);
        found_.email = person_.text(3);
    }
}

void ItemContacts::read_contact()
{
    contact_.reset();
    contact_.bind(":id", contact_id_).step();
    if (found_.preferred_channel.empty())
        found_.preferred_channel = contact_.text(0);
    if (found_.phone.empty())
        found_.phone = contact_.text(1);
    if (found_.email.empty())
        found_.email = contact_.text(2);
    manager_id_ = contact_.optional_integer(3);
    if (!manager_id_ && contact_.boolean(4)) // who may have that of the company
        manager_id_ = manager_id_of(store_, contact_id_, key_date_);
}

void ItemContacts::read_manager()
{
    if (!manager_id_)
        return;
    auto known = managers_.find(*manager_id_);
    if (known == managers_.end())
        known =
            managers_.emplace(*manager_id_, manager_info(store_, *manager_id_, key_date_)).first;
    found_.manager = known->second.code;
    found_.manager_extension = known->second.extension;
}

std::string ItemContacts::conditions() const
{
    auto all = conditions_in_force(store_, contact_id_, key_date_);
    std::ranges::stable_partition(
        all, [](const Condition& c) { return c.kind == ConditionKind::terms; });
    std::string text;
    for (const auto& condition : all)
        text += fmt::format("{}{} ({})", text.empty() ? "" : " | ", words_of(condition),
                            agreement_of(store_, condition));
    return text;
}

} // namespace crm
