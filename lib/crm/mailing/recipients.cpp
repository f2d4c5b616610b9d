// SPDX-License-Identifier: MIT
#include "crm/mailing/recipients.hpp"

#include "crm/base/items.hpp"
#include "crm/base/translate.hpp"
#include "crm/contact/letter.hpp"
#include "crm/contact/permission.hpp"
#include "crm/contact/postal_address.hpp"
#include "crm/mailing/bounces.hpp"
#include "crm/mailing/candidates.hpp"
#include "crm/mailing/letter_box.hpp"
#include "crm/mailing/objections.hpp"
#include "crm/mailing/people.hpp"
#include "crm/mailing/person_filter.hpp"
#include "crm/store/snapshot.hpp"

#include <unordered_map>
#include <unordered_set>

namespace crm
{

namespace
{

using UseRecipient = std::function<bool(const Recipient&)>;
using UseExclusion = std::function<bool(const Exclusion&)>;

/// Of recipients, for whom room is made at once.
constexpr std::size_t usual_number = 50'000;

/// A place, a product or a rank leaves few of many.
ObjectedBoxes::Length expected_length(const RecipientFilter& f)
{
    const bool few = f.city || f.postcode || f.top || f.bought_product_id || f.bought_group ||
                     f.manager_id || !f.tags.empty();
    return few ? ObjectedBoxes::Length::short_list : ObjectedBoxes::Length::long_list;
}

/// One walk over everybody whom the filter takes.
class Walk
{
  public:
    Walk(Store& store, const RecipientQuery& wanted, UseRecipient recipient, UseExclusion exclusion)
        : store_(store), wanted_(wanted), home_(own_country(store)), candidates_(store, wanted),
          permissions_(store, wanted.channel, wanted.today, Permissions::Words::all),
          people_(store, wanted.today),
          objections_(store, permissions_, people_, wanted.channel, home_, wanted.today,
                      expected_length(wanted.filter)),
          person_filter_(store, wanted), use_recipient_(std::move(recipient)),
          use_exclusion_(std::move(exclusion)), bounces_(store, wanted.channel),
          by_email_(wanted.channel == "email" || wanted.channel == "newsletter"),
          by_post_(wanted.channel == "post")
    {
        reached_.reserve(usual_number);
    }

    /// Returns the number of recipients.
    std::int64_t run()
    {
        while (candidates_.next(candidate_)) {
            begin_row();
            if (candidate_.kind == ContactKind::person)
                take_private_person();
            else if (wanted_.per == Per::company)
                take_company();
            else
                take_people();
            if (done_)
                break;
        }
        return recipients_;
    }

  private:
    void begin_row();
    void take_private_person();
    void take_company();
    void take_people();
    void address_to(const Employee& employee);
    void address_to_nobody();
    void set_points(std::string_view email, std::string_view phone);
    void set_company_box();
    void write_letter(std::string_view firm, std::string_view department,
                      std::string_view language);
    /// What is missing for the channel; empty if nothing is.
    [[nodiscard]] std::string missing() const;
    /// Hands over who may be approached, or leaves them out.
    void output(const Permission& permission);
    /// The same of one against whom nobody objected.
    void reach(const Permission& permission);
    /// Where the recipient is reached by mail or letter.
    [[nodiscard]] std::string box() const;
    /// Who was there with the same letter box or mail box; empty if nobody was.
    std::string same_as();
    void leave_out(std::string_view kind, std::string reason);
    void leave_out_archived(std::string_view day);
    void leave_out_forbidden(const Permission& permission);
    /// The candidate, who said no: on what day is only looked up where somebody wants to know.
    void leave_out_objector();

    Store& store_;
    const RecipientQuery& wanted_;
    std::string home_;
    RecipientCandidates candidates_;
    Permissions permissions_;
    People people_;
    Objections objections_;
    PersonFilter person_filter_;
    UseRecipient use_recipient_;
    UseExclusion use_exclusion_;
    Bounces bounces_;
    bool by_email_;
    bool by_post_;
    RecipientCandidate candidate_;
    Recipient row_; // one for all, so that its strings keep their room
    bool complete_ = false;
    std::string company_box_; ///< by post: whose letter box it is; empty of a private person
    std::unordered_map<std::string, std::string> reached_; ///< mail or letter box, number
    std::unordered_set<std::int64_t> persons_;             ///< who had a row, per person
    std::int64_t recipients_ = 0;
    bool done_ = false;
};

/// What a row has of the candidate, whoever it is addressed to.
void Walk::begin_row()
{
    const auto& c = candidate_;
    row_.street = c.street;
    row_.postcode = c.postcode;
    row_.city = c.city;
    row_.country = c.country.empty() ? std::string_view(home_) : c.country;
    if (c.street.empty() || c.city.empty()) {
        const auto other = chosen_address(store_, c.id, "main", wanted_.today);
        row_.street = other.street;
        row_.postcode = other.postcode;
        row_.city = other.city;
        row_.country = other.country.empty() ? home_ : other.country;
    }
    complete_ =
        is_complete({"", "", "", row_.street, row_.postcode, row_.city, row_.country}, home_);
    row_.last_order = c.last_order;
    row_.manager = c.manager;
    row_.number = c.number;
    row_.name = c.name;
    row_.company = c.kind == ContactKind::company ? c.name : std::string_view();
    company_box_.clear();
    row_.company_id.reset();
    if (c.kind == ContactKind::company)
        row_.company_id = c.id;
}

void Walk::set_points(std::string_view email, std::string_view phone)
{
    row_.email = first_item(email);
    row_.phone = first_item(phone);
}

void Walk::set_company_box()
{
    if (by_post_)
        company_box_ = company_box(row_);
}

void Walk::write_letter(std::string_view firm, std::string_view department,
                        std::string_view language)
{
    auto& r = row_;
    std::string name = r.given_name;
    if (!name.empty() && !r.family_name.empty())
        name += ' ';
    name += r.family_name;
    const auto person = name.empty() ? name : person_line(r.salutation, r.title, name);
    write_address({firm, department, person, r.street, r.postcode, r.city, r.country}, home_,
                  r.address);
    r.letter_salutation =
        letter_salutation({r.salutation, r.title, r.given_name, r.family_name, language});
}

void Walk::take_private_person()
{
    const auto& c = candidate_;
    if (!person_filter_.takes(c.id, c.id))
        return;
    row_.contact_id = c.id;
    row_.salutation = c.salutation;
    row_.title = c.title;
    row_.given_name = c.given_name;
    row_.family_name = c.family_name;
    set_points(c.email, c.phone);
    write_letter("", "", c.language);
    if (!c.archived_on.empty())
        return leave_out_archived(c.archived_on);
    output(permissions_.of(c.id));
}

void Walk::address_to(const Employee& e)
{
    const auto& c = candidate_;
    row_.contact_id = e.id;
    row_.salutation = e.salutation;
    row_.title = e.title;
    row_.given_name = e.given_name;
    row_.family_name = e.family_name;
    if (wanted_.per == Per::person) {
        row_.number = e.number;
        row_.name = e.name;
        row_.manager = e.manager.empty() ? c.manager : std::string_view(e.manager);
    }
    set_points(e.email, e.phone.empty() ? c.phone : std::string_view(e.phone));
    write_letter(firm_line(c.name, c.legal_form), e.department,
                 e.language.empty() ? c.language : std::string_view(e.language));
}

void Walk::address_to_nobody()
{
    const auto& c = candidate_;
    row_.contact_id = c.id;
    row_.salutation.clear();
    row_.title.clear();
    row_.given_name.clear();
    row_.family_name.clear();
    set_points(c.email, c.phone);
    write_letter(firm_line(c.name, c.legal_form), "", c.language);
}

/// The first of its people who may be approached and can be, else the company as such.
void Walk::take_company()
{
    const auto& c = candidate_;
    if (!c.archived_on.empty())
        return leave_out_archived(c.archived_on);
    if (permissions_.objects(c.id))
        return leave_out_objector();
    set_company_box();
    std::string lack; // of a mailbox
    std::string objection;
    for (const auto& employee : people_.at(c.id)) {
        if (!employee.archived_on.empty() || permissions_.objects(employee.id))
            continue;
        const auto permission = permissions_.of_own(employee.id, employee.consumer);
        if (!permission.allowed)
            continue;
        address_to(employee);
        if (auto missed = by_email_ ? missing() : std::string(); !missed.empty())
            lack = std::move(missed);
        else if (auto found = objections_.against(row_, company_box_); !found.empty())
            objection = std::move(found);
        else
            return reach(permission);
    }
    address_to_nobody();
    const auto company = permissions_.of_own(c.id, c.consumer);
    if (!objection.empty() && (!company.allowed || !missing().empty()))
        return leave_out("blocked", std::move(objection));
    if (!lack.empty() && !company.allowed)
        return leave_out("not reachable", std::move(lack));
    output(company);
}

void Walk::take_people()
{
    const auto& c = candidate_;
    if (!c.archived_on.empty()) {
        if (person_filter_.takes(c.id, c.id))
            leave_out_archived(c.archived_on);
        return;
    }
    set_company_box();
    const bool blocked = permissions_.objects(c.id);
    const auto employees = people_.at(c.id);
    for (const auto& employee : employees) {
        if (done_)
            return;
        if (!person_filter_.takes(employee.id, c.id))
            continue;
        address_to(employee);
        if (!employee.archived_on.empty())
            leave_out_archived(employee.archived_on);
        else
            output(blocked ? permissions_.of(employee.id, c.id)
                           : permissions_.of_own(employee.id, employee.consumer));
    }
    if (employees.empty() && person_filter_.takes(c.id, c.id))
        leave_out("without people", tr("nobody is known there"));
}

std::string Walk::missing() const
{
    if (by_post_)
        return complete_ ? "" : tr("no complete address");
    if (by_email_)
        return row_.email.empty() ? tr("no e-mail address") : bounces_.of(row_.email);
    return row_.phone.empty() ? tr("no phone number") : "";
}

std::string Walk::box() const
{
    if (by_email_)
        return lower(row_.email);
    if (wanted_.per == Per::company && !company_box_.empty())
        return company_box_;
    return letter_box(ContactKind::person, row_.name,
                      letter_place(row_.street, row_.postcode, row_.city, row_.country));
}

std::string Walk::same_as()
{
    if (wanted_.per == Per::person && !persons_.insert(row_.contact_id).second)
        return format("has a row at another company");
    if (!by_email_ && !by_post_)
        return "";
    const auto [former, added] = reached_.try_emplace(box(), row_.number);
    if (added)
        return "";
    return by_post_ ? format("same name and address as {}", former->second)
                    : format("same e-mail address as {}", former->second);
}

void Walk::output(const Permission& permission)
{
    if (!permission.allowed)
        return leave_out_forbidden(permission);
    if (missing().empty())
        if (auto objection = objections_.against(row_, company_box_); !objection.empty())
            return leave_out("blocked", std::move(objection));
    reach(permission);
}

void Walk::reach(const Permission& permission)
{
    if (auto lack = missing(); !lack.empty())
        return leave_out("not reachable", std::move(lack));
    if (auto former = same_as(); !former.empty())
        return leave_out("twice", std::move(former));
    ++recipients_;
    if (!use_recipient_)
        return;
    row_.legal_basis = permission.basis;
    row_.revenue = candidates_.revenue();
    done_ = !use_recipient_(row_);
}

void Walk::leave_out(std::string_view kind, std::string reason)
{
    if (use_exclusion_)
        done_ = !use_exclusion_({row_.number, row_.name, row_.company, std::move(reason), kind});
}

void Walk::leave_out_archived(std::string_view day)
{
    leave_out("archived", format("archived on {}", day));
}

void Walk::leave_out_forbidden(const Permission& permission)
{
    leave_out(permission.blocked ? "blocked" : "no consent", permission.basis);
}

void Walk::leave_out_objector()
{
    if (use_exclusion_)
        leave_out_forbidden(permissions_.of_own(candidate_.id, candidate_.consumer));
}

} // namespace

void list_recipients(Store& store, const RecipientQuery& wanted, const UseRecipient& use)
{
    check_mailing_channel(wanted.channel);
    const Snapshot snapshot(store);
    Walk(store, wanted, use, nullptr).run();
}

std::int64_t list_exclusions(Store& store, const RecipientQuery& wanted, const UseExclusion& use)
{
    check_mailing_channel(wanted.channel);
    const Snapshot snapshot(store);
    return Walk(store, wanted, nullptr, use).run();
}

} // namespace crm
