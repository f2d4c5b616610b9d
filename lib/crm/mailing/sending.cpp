// SPDX-License-Identifier: MIT
#include "crm/mailing/sending.hpp"

#include "crm/base/translate.hpp"
#include "crm/contact/permission.hpp"
#include "crm/contact/staff.hpp"
#include "crm/log/entry.hpp"
#include "crm/mailing/bounces.hpp"
#include "crm/mailing/control_group.hpp"
#include "crm/mailing/letter_box.hpp"
#include "crm/mailing/objections.hpp"

#include <unordered_set>

namespace crm
{

namespace
{

/// Whether recipients are still there to be written to.
class Presence
{
  public:
    Presence(Store& store, const Mailing& mailing, Date day)
        : permissions_(store, mailing.channel, day, Permissions::Words::all), people_(store, day),
          objections_(store, permissions_, people_, mailing.channel, own_country(store), day,
                      ObjectedBoxes::Length::short_list),
          query_(store.prepare(R"sql(
              SELECT c.archived_on, k.archived_on, k.name,
                     c.id = k.id OR k.id IS NULL OR EXISTS (
                         SELECT 1 FROM employment
                          WHERE person_id = c.id AND company_id = k.id
                            AND coalesce(first_day, :day) <= :day
                            AND coalesce(last_day, :day) >= :day)
                FROM contact AS c
                LEFT JOIN contact AS k ON k.id = :company
               WHERE c.id = :contact)sql"))
    {
        query_.bind(":day", day);
    }

    /// Why a recipient is not written to any more; empty if nothing speaks against it.
    std::string obstacle(const Recipient& recipient)
    {
        if (recipient.name.empty())
            return tr("erased");
        const auto contact = recipient.contact_id;
        const auto company = recipient.company_id.value_or(contact);
        query_.reset();
        query_.bind(":contact", contact).bind(":company", recipient.company_id).step();
        for (const int column : {0, 1})
            if (!query_.is_null(column))
                return format("archived on {}", query_.text(column));
        if (!query_.boolean(3))
            return format("left {}", query_.text(2));
        const auto permission = permissions_.of(contact, company == contact ? 0 : company);
        return permission.allowed ? objections_.against(recipient, company_box(recipient))
                                  : permission.basis;
    }

  private:
    Permissions permissions_;
    People people_;
    Objections objections_;
    Statement query_;
};

std::int64_t newest_consent(Store& store)
{
    auto query = store.prepare("SELECT coalesce(max(id), 0) FROM consent");
    query.step();
    return query.integer(0);
}

} // namespace

void list_sendable(Store& store, const Mailing& mailing, Date day,
                   const std::function<bool(const Frozen&)>& use,
                   const std::function<void(const LeftOut&)>& left_out)
{
    Presence presence(store, mailing, day);
    const Bounces bounces(store, mailing.channel);
    std::unordered_set<std::int64_t> written_to;
    list_frozen(store, mailing.id, [&](const Frozen& frozen) {
        if (frozen.control)
            return true;
        const auto& recipient = frozen.recipient;
        auto obstacle = presence.obstacle(recipient);
        if (obstacle.empty())
            obstacle = bounces.of(recipient.email);
        const auto party =
            mailing.per == Per::company ? customer_of(recipient) : recipient.contact_id;
        if (obstacle.empty() && !written_to.insert(party).second)
            obstacle = tr("merged with another recipient");
        if (obstacle.empty())
            return use(frozen);
        left_out({recipient.number, recipient.name, std::move(obstacle)});
        return true;
    });
}

SendingRecorder::SendingRecorder(Store& store, const Mailing& mailing, LocalTime at)
    : store_(store), at_(at), subject_(format("mailing {} by {}", mailing.name, mailing.channel)),
      staff_id_(acting_staff(store)), known_consent_(newest_consent(store))
{
}

bool SendingRecorder::record(const Frozen& frozen, SendingProof proof)
{
    if (!frozen.sent_at.empty())
        return false;
    const auto& recipient = frozen.recipient;
    LogEntry entry;
    entry.at = at_;
    entry.contact_id = recipient.contact_id;
    entry.company_id = recipient.company_id;
    if (recipient.company_id != recipient.contact_id)
        entry.person_id = recipient.contact_id;
    entry.channel = "system";
    entry.staff_id = staff_id_;
    entry.subject = subject_;
    entry.text = recipient.legal_basis;
    const auto log_id = add_log_entry(store_, entry);
    store_
        .prepare(R"sql(
            INSERT INTO mailing_sending (recipient_id, at, log_id, known_consent)
            VALUES (:recipient, :at, :log, :consent))sql")
        .bind(":recipient", frozen.id)
        .bind(":at", to_string(at_))
        .bind(":log", log_id)
        .bind(":consent", proof == SendingProof::response ? 0 : known_consent_)
        .run();
    return true;
}

} // namespace crm
