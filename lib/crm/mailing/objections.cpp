// SPDX-License-Identifier: MIT
#include "crm/mailing/objections.hpp"

#include "crm/base/text.hpp"
#include "crm/base/translate.hpp"
#include "crm/mailing/letter_box.hpp"

namespace crm
{

namespace
{

constexpr const char* any_sql =
    "SELECT EXISTS (SELECT 1 FROM consent WHERE channel = :channel AND state = 'block')";

/// Whose mailbox it is, and the company that gave it to them.
constexpr const char* mail_box_sql = R"sql(
    SELECT p.contact_id, e.company_id
      FROM contact_point_index AS p
      LEFT JOIN employment AS e ON e.id = p.employment_id
     WHERE p.value = :email AND p.kind = 'email'
       AND (e.id IS NULL OR (coalesce(e.first_day, :day) <= :day AND coalesce(e.last_day, :day) >= :day)))sql";

std::string person_name(const Recipient& recipient)
{
    return recipient.given_name.empty() ? recipient.family_name
                                        : recipient.given_name + ' ' + recipient.family_name;
}

/// Whether anybody has ever said no on one of the channels with a mail or letter box.
bool anybody_objected(Store& store, std::string_view channel)
{
    if (channel != "post" && channel != "email" && channel != "newsletter")
        return false;
    auto query = store.prepare(any_sql);
    query.bind(":channel", channel).step();
    return query.boolean(0);
}

} // namespace

Objections::Objections(Store& store, Permissions& permissions, People& people,
                       std::string_view channel, std::string_view home, Date day,
                       ObjectedBoxes::Length length)
    : store_(store), permissions_(permissions), people_(people),
      mail_box_(store.prepare(mail_box_sql)), day_(day), any_(anybody_objected(store, channel))
{
    if (any_ && channel == "post")
        letter_boxes_.emplace(store, permissions, home, day, length);
}

std::string Objections::against(const Recipient& recipient, const std::string& company_box)
{
    if (!any_)
        return "";
    const auto found =
        letter_boxes_ ? at_letter_box(recipient, company_box) : at_mail_box(recipient.email);
    if (found == 0)
        return "";
    return letter_boxes_ ? format("blocked: same name and address as {}", objector(found))
                         : format("blocked: same e-mail address as {}", objector(found));
}

std::int64_t Objections::at_mail_box(std::string_view email)
{
    mail_box_.reset();
    mail_box_.bind(":email", lower(email)).bind(":day", day_);
    while (mail_box_.step())
        for (const int holder : {0, 1})
            if (!mail_box_.is_null(holder) && permissions_.objects(mail_box_.integer(holder)))
                return mail_box_.integer(holder);
    return 0;
}

std::int64_t Objections::at_letter_box(const Recipient& recipient, const std::string& company_box)
{
    std::int64_t found = 0;
    if (const auto name = person_name(recipient); !name.empty()) {
        if (letter_boxes_->of_people())
            found = at_home(name, recipient);
        if (found == 0 && recipient.company_id)
            found = colleague(name, *recipient.company_id);
    }
    if (found == 0 && !company_box.empty())
        found = letter_boxes_->owner(ContactKind::company, recipient.company, company_box);
    return found;
}

std::int64_t Objections::at_home(std::string_view name, const Recipient& recipient)
{
    const auto& r = recipient;
    const auto place = letter_place(r.street, r.postcode, r.city, r.country);
    return letter_boxes_->owner(ContactKind::person, name,
                                letter_box(ContactKind::person, name, place));
}

std::int64_t Objections::colleague(std::string_view name, std::int64_t company_id)
{
    const auto key = [](std::string_view of) { return contact_name_key(ContactKind::person, of); };
    for (const auto& employee : people_.with_own_staff(company_id))
        if (permissions_.objects(employee.id) && key(employee.name) == key(name))
            return employee.id;
    return 0;
}

std::string Objections::objector(std::int64_t contact_id)
{
    return format("{} who objected on {}", contact_by_id(store_, contact_id).number,
                  to_string(permissions_.objected_on(contact_id)));
}

} // namespace crm
