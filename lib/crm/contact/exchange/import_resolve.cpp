// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/contact/details.hpp"
#include "crm/contact/exchange/import_writer.hpp"
#include "crm/contact/staff.hpp"

namespace crm
{

/// Fills in the ids that the row's references mean; false if one is not there (yet).
bool ImportWriter::resolve(ImportContact& contact, ImportStage stage)
{
    missing_.clear();
    return resolve_employer(contact, stage) && resolve_staff(contact, stage);
}

bool ImportWriter::resolve_employer(ImportContact& contact, ImportStage stage)
{
    auto& work = contact.data.employment;
    const auto& [number, name] = contact.employer;
    if (!work)
        return true;
    if (!contact.employer.given()) {
        if (contact.data.staff)
            work->company_id = own_company;
        return true;
    }
    const auto found =
        number.empty() ? references_.company_by_name(name) : references_.company_by_number(number);
    const bool waits = !found && stage == ImportStage::reading;
    if (contact.data.staff && found != own_company && !waits)
        throw error(ErrorKind::rejected,
                    "'{}' is not the own company, {}, so it has no staff of ours",
                    name.empty() ? number : name, contact_by_id(store_, own_company).name);
    if (found) {
        work->company_id = *found;
        return true;
    }
    // It is made when the row is written, unless nothing but a number is known of it.
    if (!waits && !name.empty())
        return true;
    missing_ = format("there is no company '{}'", number.empty() ? name : number);
    return false;
}

bool ImportWriter::resolve_staff(ImportContact& contact, ImportStage stage)
{
    auto& data = contact.data;
    const bool later = stage == ImportStage::managers_last;
    if (contact.manager == "-")
        data.manager_id = 0;
    else if (!contact.manager.empty()) {
        data.manager_id = references_.staff(contact.manager);
        if (!data.manager_id && !later)
            missing_ = format("there is no staff member '{}'", contact.manager);
    }
    if (data.staff && !contact.deputy.empty()) {
        data.staff->deputy_id = references_.staff(contact.deputy);
        if (!data.staff->deputy_id && !later)
            missing_ = format("there is no staff member '{}'", contact.deputy);
    }
    return missing_.empty();
}

std::int64_t ImportWriter::make_company(const ImportEmployer& employer)
{
    ContactData data;
    if (!employer.number.empty())
        data.number = employer.number;
    data.values[Field::name] = employer.name;
    const auto id = writer_.add(ContactKind::company, data);
    ++companies_made_;
    return id;
}

void ImportWriter::leave_for_later(const ImportContact& contact, std::int64_t id)
{
    LateManager late;
    if (!contact.manager.empty() && !contact.data.manager_id)
        late.manager = contact.manager;
    if (contact.data.staff && !contact.deputy.empty() && !contact.data.staff->deputy_id) {
        late.staff = *contact.data.staff;
        late.deputy = contact.deputy;
    }
    if (late.manager.empty() && late.deputy.empty())
        return;
    late.contact_id = id;
    late_.push_back(std::move(late));
}

void ImportWriter::set_managers()
{
    for (auto& late : late_) {
        if (!late.manager.empty())
            set_manager(store_, late.contact_id, find_staff(store_, late.manager).id);
        if (!late.deputy.empty()) {
            late.staff.deputy_id = find_staff(store_, late.deputy).id;
            make_staff(store_, late.contact_id, late.staff);
        }
    }
    late_.clear();
}

} // namespace crm
