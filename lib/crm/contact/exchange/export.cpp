// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/export.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/contact/consent.hpp"
#include "crm/contact/details.hpp"
#include "crm/contact/exchange/address_cell.hpp"
#include "crm/contact/exchange/column_key.hpp"
#include "crm/contact/notes.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// Columns before the fields in the query of contacts.
enum QueryColumn { id, number, kind, manager_id, archived_on, first_field };

std::string contacts_sql(const ContactFilter& filter)
{
    std::string sql = "SELECT c.id, c.number, c.kind, c.manager_id, c.archived_on";
    for (const auto& field : fields())
        sql += std::string(", c.") + field.key;
    return sql + " FROM contact AS c WHERE " + filter_sql(filter) + " ORDER BY c.number_key";
}

Cell date_cell(std::string_view iso)
{
    const auto day = parse_iso_date(iso);
    return day ? Cell(*day) : text_cell(iso);
}

Cell list_cell(std::string_view items)
{
    return items.empty() ? Cell() : Cell(List{items});
}

Kind kind_of(std::string_view name)
{
    const auto key = exchange_key(name);
    if (name == "archived" || name == "employment.from" || name == "employment.to")
        return Kind::date;
    if (name == "employment.main")
        return Kind::boolean;
    if (!key || key->part == ExchangePart::own_field || key->part == ExchangePart::address)
        return Kind::text;
    if (takes_several(*key))
        return Kind::list;
    if (key->part != ExchangePart::field)
        return Kind::text;
    const auto check = info(key->field).check;
    return check == FieldCheck::boolean ? Kind::boolean
           : check == FieldCheck::day   ? Kind::date
                                        : Kind::text;
}

ColumnInfo column(std::string_view key)
{
    std::string title(key);
    std::ranges::transform(title, title.begin(), [](char c) {
        return c == '_' ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return {std::string(key), std::move(title), kind_of(key)};
}

} // namespace

ContactExport::ContactExport(Store& store, ContactFilter filter, Date today)
    : store_(store), filter_(std::move(filter)), today_(today)
{
    filter_.archived = true;
    for (const auto key : exchange_keys())
        columns_.push_back(column(key));
    add_columns_in_use();
    load_staff();
    for (std::size_t place = 0; place < columns_.size(); ++place)
        places_.emplace(columns_[place].key, place);
    for (const auto& field : fields())
        field_places_.push_back(place_of(field.key));
    cells_.resize(columns_.size());
}

void ContactExport::add_columns_in_use()
{
    const auto before = columns_.size();
    auto own = store_.prepare("SELECT DISTINCT key FROM contact_field ORDER BY key");
    while (own.step())
        columns_.push_back(column("field." + own.string(0)));
    has_own_fields_ = columns_.size() > before;
    auto usages = store_.prepare(R"sql(
        SELECT DISTINCT usage FROM address
         WHERE last_day IS NULL OR last_day >= :today
         ORDER BY usage)sql");
    usages.bind(":today", today_);
    while (usages.step()) {
        columns_.push_back(column("address." + usages.string(0)));
        has_addresses_ = true;
    }
    struct Use {
        const char* key;
        const char* sql;
    };
    for (const auto& [key, sql] : {
             Use{"employment.phone", "SELECT 1 FROM employment WHERE phone IS NOT NULL"},
             Use{"employment.email", "SELECT 1 FROM employment WHERE email IS NOT NULL"},
             Use{"employment.for", "SELECT 1 FROM employment_function"},
             Use{"employment.main", "SELECT 1 FROM employment WHERE main"},
             Use{"employment.from", "SELECT 1 FROM employment WHERE first_day IS NOT NULL"},
             Use{"employment.to", "SELECT 1 FROM employment WHERE last_day IS NOT NULL"},
             Use{"staff.deputy", "SELECT 1 FROM staff WHERE deputy_id IS NOT NULL"},
         })
        if (store_.prepare(sql).step())
            columns_.push_back(column(key));
    has_tags_ = store_.prepare("SELECT 1 FROM contact_tag").step();
    has_notes_ = store_.prepare("SELECT 1 FROM note").step();
    has_consents_ = store_.prepare("SELECT 1 FROM consent").step();
}

/// The own staff are few; looking them up for each contact would cost more than the contact.
void ContactExport::load_staff()
{
    auto query = store_.prepare(R"sql(
        SELECT s.contact_id, s.code, s.extension, d.code
          FROM staff AS s
          LEFT JOIN staff AS d ON d.contact_id = s.deputy_id)sql");
    while (query.step())
        staff_.emplace(query.integer(0),
                       StaffMember{query.string(1), query.string(2), query.string(3)});
}

std::size_t ContactExport::place_of(std::string_view key) const
{
    const auto found = places_.find(std::string(key));
    return found == places_.end() ? nowhere : found->second;
}

void ContactExport::put(std::size_t place, Cell cell)
{
    if (place != nowhere)
        cells_[place] = std::move(cell);
}

void ContactExport::read_contact(const Statement& query)
{
    std::ranges::fill(cells_, Cell());
    cells_[places_.at("number")] = query.text(number);
    cells_[places_.at("kind")] = query.text(kind);
    if (!query.is_null(archived_on))
        cells_[places_.at("archived")] = date_cell(query.text(archived_on));
    if (const auto manager = staff_.find(query.integer(manager_id)); manager != staff_.end())
        cells_[places_.at("manager")] = text_cell(manager->second.code);
    int place = first_field;
    for (const auto at : field_places_) {
        if (!query.is_null(place)) {
            if (columns_[at].kind == Kind::boolean)
                cells_[at] = query.boolean(place);
            else if (columns_[at].kind == Kind::date)
                cells_[at] = date_cell(query.text(place));
            else if (columns_[at].kind == Kind::list)
                cells_[at] = List{query.text(place)};
            else
                cells_[at] = query.text(place);
        }
        ++place;
    }
}

void ContactExport::read_details(std::int64_t contact_id)
{
    if (has_tags_) {
        tags_ = joined(tags_of(store_, contact_id), ";");
        put(place_of("tags"), list_cell(tags_));
    }
    if (has_notes_)
        if (auto notes = notes_of(store_, contact_id, today_); !notes.empty())
            put(place_of("note"), joined(notes, "\n"));
    if (has_consents_)
        put_consents(contact_id);
    if (has_own_fields_) {
        auto own =
            store_.prepare("SELECT key, value FROM contact_field WHERE contact_id = :contact");
        own.bind(":contact", contact_id);
        while (own.step())
            put(place_of("field." + own.string(0)), own.string(1));
    }
    if (!has_addresses_)
        return;
    std::unordered_map<std::size_t, std::string> addresses;
    for (const auto& address : addresses_of(store_, contact_id, today_))
        if (address.id != 0)
            append_item(addresses[place_of("address." + address.usage)], address_cell(address));
    for (auto& [place, text] : addresses)
        put(place, std::move(text));
}

/// The present state; where it is from stays here.
void ContactExport::put_consents(std::int64_t contact_id)
{
    blocks_.clear();
    consents_.clear();
    for (const auto& consent : current_consents(store_, contact_id))
        append_item(consent.blocks ? blocks_ : consents_, consent.channel);
    put(place_of("blocks"), list_cell(blocks_));
    put(place_of("consents"), list_cell(consents_));
}

void ContactExport::put_staff(const StaffMember* member)
{
    put(place_of("staff"), member ? text_cell(member->code) : Cell());
    put(place_of("extension"), member ? text_cell(member->extension) : Cell());
    put(place_of("staff.deputy"), member ? text_cell(member->deputy) : Cell());
}

/// The present ones; of somebody who was one of the own staff also the last one there, whose row
/// carries the code.
std::vector<Employment> ContactExport::jobs_of(std::int64_t contact_id) const
{
    auto jobs = present_employments(store_, contact_id, today_);
    const auto is_own = [](const Employment& each) { return each.company_id == own_company; };
    if (!staff_.contains(contact_id) || std::ranges::any_of(jobs, is_own))
        return jobs;
    auto all = employments_of(store_, contact_id);
    std::erase_if(all, [&](const Employment& each) { return !is_own(each); });
    const auto last = std::ranges::max_element(all, {}, &Employment::last_day);
    if (last != all.end())
        jobs.push_back(std::move(*last));
    return jobs;
}

void ContactExport::put_employment(const Employment& work)
{
    functions_ = joined(work.functions, ";");
    put(place_of("company"), text_cell(work.company));
    put(place_of("company_number"), text_cell(work.company_number));
    put(place_of("role"), text_cell(work.role));
    put(place_of("department"), text_cell(work.department));
    put(place_of("employment.phone"), list_cell(work.phone));
    put(place_of("employment.email"), list_cell(work.email));
    put(place_of("employment.for"), list_cell(functions_));
    put(place_of("employment.main"), work.main ? Cell(true) : Cell());
    put(place_of("employment.from"), cell(work.first_day));
    put(place_of("employment.to"), cell(work.last_day));
    const auto member = staff_.find(work.person_id);
    put_staff(work.company_id == own_company && member != staff_.end() ? &member->second : nullptr);
}

void ContactExport::run(const std::function<bool(std::span<const Cell>)>& use)
{
    auto query = store_.prepare(contacts_sql(filter_));
    bind_filter(query, store_, filter_);
    while (query.step()) {
        read_contact(query);
        read_details(query.integer(id));
        const auto work =
            query.text(kind) == "person" ? jobs_of(query.integer(id)) : std::vector<Employment>();
        std::size_t row = 0;
        do {
            if (row < work.size())
                put_employment(work[row]);
            if (!use(cells_))
                return;
        } while (++row < work.size());
    }
}

} // namespace crm
