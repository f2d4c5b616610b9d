// SPDX-License-Identifier: MIT
#include "crm/mailing/objections.hpp"

#include "crm/base/text.hpp"
#include "crm/base/translate.hpp"
#include "crm/contact/postal_address.hpp"
#include "crm/mailing/letter_box.hpp"

#include <algorithm>

namespace crm
{

namespace
{

// In the order in which they were said: the last one counts.
constexpr const char* words_sql = R"sql(
    SELECT contact_id, state, substr(at, 1, 10) FROM consent WHERE channel = :channel ORDER BY id)sql";

constexpr const char* merged_sql = R"sql(
    SELECT id, merged_into_id FROM contact WHERE merged_into_id IS NOT NULL)sql";

/// Whose mailbox it is, and the company that gave it to them.
constexpr const char* mail_box_sql = R"sql(
    SELECT p.contact_id, e.company_id
      FROM contact_point_index AS p
      LEFT JOIN employment AS e ON e.id = p.employment_id
     WHERE p.value = :email AND p.kind = 'email'
       AND (e.id IS NULL OR (coalesce(e.first_day, :day) <= :day AND coalesce(e.last_day, :day) >= :day)))sql";

constexpr const char* namesakes_sql =
    "SELECT contact_id FROM contact_name_index WHERE name_key = :key";

constexpr const char* contact_sql = R"sql(
    SELECT id, street, postcode, city, country FROM contact WHERE id = :contact AND kind = :kind)sql";

// Few people have an address of their own where most are known at a company.
constexpr const char* people_with_address_sql = R"sql(
    SELECT id FROM contact WHERE kind = 'person' AND street IS NOT NULL
    UNION ALL
    SELECT contact_id FROM address)sql";

constexpr const char* colleagues_sql = R"sql(
    SELECT person_id FROM employment
     WHERE company_id = :company
       AND coalesce(first_day, :day) <= :day AND coalesce(last_day, :day) >= :day)sql";

constexpr const char* further_address_sql = "SELECT 1 FROM address WHERE contact_id = :contact";

std::string person_name(const Recipient& recipient)
{
    return recipient.given_name.empty() ? recipient.family_name
                                        : recipient.given_name + ' ' + recipient.family_name;
}

std::unordered_map<std::int64_t, std::int64_t> merged_contacts(Store& store)
{
    auto query = store.prepare(merged_sql);
    std::unordered_map<std::int64_t, std::int64_t> merged;
    while (query.step())
        merged.emplace(query.integer(0), query.integer(1));
    return merged;
}

} // namespace

Objections::Objections(Store& store, std::string_view channel, std::string_view home, Date day)
    : store_(store), home_(home), day_(day), by_post_(channel == "post"),
      by_email_(channel == "email" || channel == "newsletter")
{
    if (by_post_ || by_email_)
        read_words(channel);
    if (by_post_ && any_)
        read_people_with_address();
}

/// A contact who was merged into another speaks for that one.
void Objections::read_words(std::string_view channel)
{
    const auto merged = merged_contacts(store_);
    auto words = store_.prepare(words_sql);
    words.bind(":channel", channel);
    while (words.step()) {
        auto id = words.integer(0);
        if (const auto other = merged.find(id); other != merged.end())
            id = other->second;
        const auto place = static_cast<std::size_t>(id);
        const bool blocked = words.text(1) == "block";
        if (place >= objected_on_.size())
            objected_on_.resize(place + 1);
        objected_on_[place] = blocked ? words.date(2) : std::nullopt;
        any_ = any_ || blocked;
    }
}

bool Objections::objects(std::int64_t contact_id) const
{
    const auto place = static_cast<std::size_t>(contact_id);
    return place < objected_on_.size() && objected_on_[place].has_value();
}

std::string Objections::against(const Recipient& recipient)
{
    if (!any_)
        return "";
    return by_post_ ? at_letter_box(recipient) : at_mail_box(recipient.email);
}

std::string Objections::at_mail_box(std::string_view email)
{
    auto holders = store_.prepare(mail_box_sql);
    holders.bind(":email", lower(email)).bind(":day", day_);
    while (holders.step())
        for (const auto holder : {holders.integer(0), holders.optional_integer(1).value_or(0)})
            if (objects(holder))
                return format("blocked: same e-mail address as {}", objector(holder));
    return "";
}

std::string Objections::at_letter_box(const Recipient& recipient)
{
    std::int64_t found = 0;
    if (const auto name = person_name(recipient); !name.empty()) {
        if (!at_home_.empty())
            found = at_home(ContactKind::person, name, recipient);
        if (found == 0 && recipient.company_id)
            found = colleague(name, *recipient.company_id);
    }
    if (found == 0 && !recipient.company.empty())
        found = at_home(ContactKind::company, recipient.company, recipient);
    return found == 0 ? "" : format("blocked: same name and address as {}", objector(found));
}

std::int64_t Objections::at_home(ContactKind kind, std::string_view name,
                                 const Recipient& recipient)
{
    const auto& boxes = letter_boxes(kind, name);
    if (boxes.empty())
        return 0;
    const auto place =
        letter_place(recipient.street, recipient.postcode, recipient.city, recipient.country);
    const auto found = std::ranges::find(boxes, place, &LetterBox::place);
    return found == boxes.end() ? 0 : found->contact_id;
}

std::int64_t Objections::colleague(std::string_view name, std::int64_t company_id)
{
    auto query = store_.prepare(colleagues_sql);
    query.bind(":company", company_id).bind(":day", day_);
    while (query.step())
        if (const auto id = query.integer(0);
            objects(id) && contact_name_key(ContactKind::person, contact_by_id(store_, id).name) ==
                               contact_name_key(ContactKind::person, name))
            return id;
    return 0;
}

const Objections::LetterBoxes& Objections::letter_boxes(ContactKind kind, std::string_view name)
{
    const auto key = contact_name_key(kind, name);
    const auto [found, added] =
        letter_boxes_.try_emplace(fmt::format("{} {}", to_string(kind), key));
    if (!added)
        return found->second;
    auto namesakes = store_.prepare(namesakes_sql);
    namesakes.bind(":key", key);
    while (namesakes.step())
        if (const auto id = namesakes.integer(0);
            kind == ContactKind::person ? at_home_.contains(id) : objects(id))
            add_letter_box(found->second, kind, id);
    return found->second;
}

void Objections::read_people_with_address()
{
    auto query = store_.prepare(people_with_address_sql);
    while (query.step())
        if (const auto id = query.integer(0); objects(id))
            at_home_.insert(id);
}

void Objections::add_letter_box(LetterBoxes& boxes, ContactKind kind, std::int64_t contact_id)
{
    auto contact = store_.prepare(contact_sql);
    contact.bind(":contact", contact_id).bind(":kind", to_string(kind));
    if (!contact.step())
        return;
    Address at;
    at.street = contact.text(1);
    at.postcode = contact.text(2);
    at.city = contact.text(3);
    at.country = contact.text(4);
    if (at.street.empty() || at.city.empty()) {
        auto further = store_.prepare(further_address_sql);
        if (!further.bind(":contact", contact_id).step())
            return;
        at = chosen_address(store_, contact_id, "main", day_);
    }
    const auto& country = at.country.empty() ? home_ : at.country;
    boxes.push_back({letter_place(at.street, at.postcode, at.city, country), contact_id});
}

std::string Objections::objector(std::int64_t contact_id) const
{
    const auto day = objected_on_[static_cast<std::size_t>(contact_id)];
    return format("{} who objected on {}", contact_by_id(store_, contact_id).number,
                  to_string(day.value()));
}

} // namespace crm
