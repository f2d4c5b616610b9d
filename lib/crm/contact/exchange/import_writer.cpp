// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/import_writer.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/consent.hpp"
#include "crm/contact/details.hpp"
#include "crm/contact/duplicates.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/notes.hpp"
#include "crm/contact/person_name.hpp"
#include "crm/contact/staff.hpp"
#include "crm/store/savepoint.hpp"

#include <algorithm>

namespace crm
{

namespace
{

std::int64_t last_contact_id(Store& store)
{
    auto query = store.prepare("SELECT coalesce(max(id), 0) FROM contact");
    query.step();
    return query.integer(0);
}

/// Whether the row names nobody else than the contact: it has the same name, or none.
bool same_name(const FieldValues& values, const Contact& contact)
{
    std::string name(values.text(Field::name));
    if (contact.kind == ContactKind::person) {
        auto parts = values;
        take_name_apart(parts);
        name = full_name(parts);
    }
    return name.empty() ||
           contact_name_key(contact.kind, name) == contact_name_key(contact.kind, contact.name);
}

bool has_address(const std::vector<Address>& addresses, const Address& wanted)
{
    return std::ranges::any_of(addresses, [&](const Address& a) {
        return a.usage == wanted.usage && a.street == wanted.street &&
               a.postcode == wanted.postcode && a.city == wanted.city &&
               a.region == wanted.region && a.country == wanted.country;
    });
}

/// A former employment that is recorded already is not recorded once more.
bool was_employed(Store& store, std::int64_t person_id, const EmploymentData& work)
{
    return std::ranges::any_of(employments_of(store, person_id), [&](const Employment& each) {
        return each.company_id == work.company_id && each.last_day == work.last_day;
    });
}

/// What is written into a contact has to mean just that one.
void refuse_rivals(const Duplicate& known)
{
    if (known.rivals.empty())
        return;
    auto numbers = known.contact.number;
    for (const auto& rival : known.rivals)
        numbers += ", " + rival.number;
    throw error(ErrorKind::rejected, "'{}' may be any of the contacts {}: give the number of one",
                known.contact.name, numbers);
}

} // namespace

ImportWriter::ImportWriter(Store& store, const ImportOptions& options, const ImportEvents& events)
    : store_(store), options_(options), events_(events), writer_(store, options.today),
      first_consents_(store, "import", {options.today, options.minute}, acting_staff(store)),
      references_(store, [this] { writer_.flush(); }), last_id_before_(last_contact_id(store)),
      own_(contact_by_id(store, own_company))
{
    writer_.collect();
}

void ImportWriter::flush()
{
    writer_.flush();
    first_consents_.flush();
}

void ImportWriter::forget()
{
    writer_.forget();
    first_consents_.forget();
    references_.forget();
    late_.clear();
}

ImportWriter::Match ImportWriter::find_by_number(const std::string& number)
{
    if (!writer_.may_be_taken(number))
        return {};
    auto contact = references_.contact(number);
    const bool made_here = contact && contact->id > last_id_before_;
    return {std::move(contact), made_here};
}

ImportOutcome ImportWriter::write(const ImportRow& row, const ImportCells& cells, ImportStage stage)
{
    left_traces_ = false;
    Match match;
    if (const auto& number = cells.text(ExchangePart::number); !number.empty() && number != "-")
        match = find_by_number(number);
    const auto known = match.contact ? std::optional(match.contact->kind) : std::nullopt;
    auto contact = read_contact(cells, known, options_.today);
    if (!match.contact && contact.data.number)
        match = find_by_number(*contact.data.number);
    if (!match.contact && is_own_company(contact))
        match.contact = contact_by_id(store_, own_company);
    if (skips(match, contact))
        return skip(row, *match.contact);
    if (!resolve(contact, stage))
        return ImportOutcome::postponed;
    if (!match.contact && !contact.data.number && options_.on_duplicate != OnDuplicate::add) {
        writer_.flush();
        if (const auto twin = find_duplicate(store_, contact.kind, contact.data)) {
            match = {twin->contact, twin->contact.id > last_id_before_};
            if (skips(match, contact))
                return skip(row, *match.contact);
            refuse_rivals(*twin);
        }
    }
    const auto outcome = write_guarded(contact, match);
    for (const auto& warning : contact.warnings)
        events_.warned(row.line, warning);
    for (const auto& warning : writer_.take_warnings())
        events_.warned(row.line, warning);
    return outcome == ImportOutcome::skipped ? skip(row, *match.contact) : outcome;
}

/// What the file itself has made is not there already: its next rows may add to it.
bool ImportWriter::skips(const Match& match, const ImportContact& contact) const
{
    if (!match.contact || options_.on_duplicate != OnDuplicate::skip ||
        describes_own_company(match, contact))
        return false;
    return !match.made_here || (!contact.data.number && !contact.person);
}

/// A database that holds nothing but the own company takes what a file says of it, whose number it
/// has: so an export makes a new database complete.
bool ImportWriter::describes_own_company(const Match& match, const ImportContact& contact) const
{
    return last_id_before_ == own_company && match.contact->id == own_company &&
           contact.kind == ContactKind::company && same_name(contact.data.values, *match.contact);
}

/// The own company may have had another number where the file is from, which it has here from then.
bool ImportWriter::is_own_company(const ImportContact& contact) const
{
    if (last_id_before_ != own_company || contact.kind != ContactKind::company ||
        !contact.data.number || !same_name(contact.data.values, own_))
        return false;
    const auto twin = find_duplicate(store_, contact.kind, contact.data);
    return twin && twin->contact.id == own_company;
}

ImportOutcome ImportWriter::skip(const ImportRow& row, const Contact& known)
{
    events_.skipped(row.line, format("{} {} is there already", known.number, known.name));
    return ImportOutcome::skipped;
}

/// Only rows that may fail half-way are worth a savepoint.
ImportOutcome ImportWriter::write_guarded(ImportContact& contact, const Match& match)
{
    const bool may_fail = match.contact || contact.data.staff || contact.person;
    if (!options_.skip_errors || !may_fail) {
        left_traces_ = true;
        const auto outcome = apply(contact, match);
        left_traces_ = false;
        return outcome;
    }
    flush();
    Savepoint savepoint(store_);
    try {
        const auto outcome = apply(contact, match);
        flush();
        savepoint.release();
        return outcome;
    } catch (const Error&) {
        forget();
        throw;
    }
}

ImportOutcome ImportWriter::apply(ImportContact& contact, const Match& match)
{
    if (!match.contact) {
        add(contact);
        return ImportOutcome::added;
    }
    if (match.made_here && (contact.data.number || contact.person))
        return repeat(contact, *match.contact);
    if (options_.on_duplicate == OnDuplicate::add && !describes_own_company(match, contact))
        throw error(ErrorKind::rejected, "the number '{}' is taken by {}", match.contact->number,
                    match.contact->name);
    change(contact, *match.contact);
    return ImportOutcome::updated;
}

/// A contact that the file has made comes again: a person's further employment, or a company's
/// further contact person.
ImportOutcome ImportWriter::repeat(ImportContact& contact, const Contact& former)
{
    const bool same = same_name(contact.data.values, former);
    if (same && contact.person)
        return add_person(std::move(*contact.person), former.id, false) ? ImportOutcome::added
                                                                        : ImportOutcome::skipped;
    if (!same || former.kind == ContactKind::company || !contact.employer.given())
        throw error(ErrorKind::rejected, "the number '{}' comes a second time", former.number);
    change(contact, former);
    return ImportOutcome::updated;
}

void ImportWriter::add(ImportContact& contact)
{
    if (contact.data.employment && contact.data.employment->company_id == 0)
        contact.data.employment->company_id = make_company(contact.employer);
    const auto id = writer_.add(contact.kind, contact.data);
    if (contact.kind == ContactKind::company && contact.data.number)
        references_.made_company(*contact.data.number, id);
    // Only somebody who was erased has blocks from the start.
    if (writer_.anybody_erased())
        record_consents(contact, id);
    else
        first_consents_.add(id, contact.blocks, contact.consents);
    for (const auto& address : contact.addresses)
        add_address(store_, id, address, options_.today);
    if (contact.archived && *contact.archived)
        set_archived(store_, id, *contact.archived);
    if (contact.person)
        add_person(std::move(*contact.person), id, true);
    leave_for_later(contact, id);
}

void ImportWriter::change(ImportContact& contact, const Contact& former)
{
    auto& data = contact.data;
    first_consents_.flush();
    complete_employment(contact, former);
    if (data.note && has_note(store_, former.id, *data.note, options_.today))
        data.note.reset();
    if (contact.drops_tags)
        for (const auto& tag : tags_of(store_, former.id))
            remove_tag(store_, former.id, tag);
    writer_.change(former.id, data);
    if (data.number && *data.number != former.number && former.id == own_company)
        writer_.renumber(former.id, *data.number);
    if (const auto preferred = data.values.text(Field::preferred_channel); !preferred.empty())
        check_not_blocked(store_, former.id, preferred);
    record_consents(contact, former.id);
    const auto present = addresses_of(store_, former.id, options_.today);
    for (const auto& address : contact.addresses)
        if (!has_address(present, address))
            add_address(store_, former.id, address, options_.today);
    for (const auto& address : present)
        if (std::ranges::find(contact.dropped_addresses, address.usage) !=
            contact.dropped_addresses.end())
            end_address(store_, address.id, options_.today);
    if (contact.archived)
        set_archived(store_, former.id, *contact.archived);
    if (contact.person)
        add_person(std::move(*contact.person), former.id, false);
    leave_for_later(contact, former.id);
}

/// Only what is new is recorded, and no block is lifted.
void ImportWriter::record_consents(ImportContact& contact, std::int64_t id)
{
    const LocalTime at{options_.today, options_.minute};
    for (const auto& channel : contact.blocks)
        if (block_channel(store_, id, channel, {"", "import"}, at).preferred)
            contact.warnings.push_back(
                format("{} was the preferred channel and is no longer", channel));
    for (const auto& channel : contact.consents) {
        const auto current = current_consent(store_, id, channel);
        if (!current)
            allow_channel(store_, id, channel, {"import", "", std::nullopt}, at);
        else if (current->blocks)
            contact.warnings.push_back(
                format("{} stays blocked; only 'crm contact allow' lifts a block", channel));
    }
}

/// What a row says of an employment without naming the company concerns the present one.
void ImportWriter::complete_employment(ImportContact& contact, const Contact& former)
{
    auto& work = contact.data.employment;
    if (work && work->last_day && was_employed(store_, former.id, *work))
        work.reset();
    if (!work || work->company_id != 0)
        return;
    if (contact.employer.given()) {
        work->company_id = make_company(contact.employer);
        return;
    }
    const auto present = present_employments(store_, former.id, options_.today);
    if (present.empty()) {
        contact.warnings.push_back(
            format("'{}' is left out: no company is named", work->role.value_or("")));
        work.reset();
    } else
        work->company_id = present.front().company_id;
}

/// False if the company has that person already; then only an update changes anything.
bool ImportWriter::add_person(ContactData person, std::int64_t company_id, bool company_is_new)
{
    person.employment->company_id = company_id;
    if (!company_is_new && options_.on_duplicate != OnDuplicate::add) {
        writer_.flush();
        if (const auto known = find_duplicate(store_, ContactKind::person, person)) {
            if (options_.on_duplicate == OnDuplicate::update) {
                refuse_rivals(*known);
                writer_.change(known->contact.id, person);
            }
            return false;
        }
    }
    writer_.add(ContactKind::person, person);
    return true;
}

} // namespace crm
