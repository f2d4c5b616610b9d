// SPDX-License-Identifier: MIT
#include "crm/contact/contact_writer.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/phone.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/consent.hpp"
#include "crm/contact/details.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/notes.hpp"
#include "crm/contact/numbers.hpp"
#include "crm/contact/person_name.hpp"
#include "crm/contact/staff.hpp"

namespace crm
{

namespace
{

constexpr const char* insert_sql = R"sql(
    INSERT INTO contact (number, number_key, kind, name, legal_form, salutation, title, given_name,
        family_name, street, postcode, city, region, country, phone, mobile, fax, email, web, vat_id,
        tax_number, leitweg_id, iban, bic, language, birthday, customer, supplier, prospect, consumer,
        preferred_channel, manager_id)
    VALUES (:number, :number_key, :kind, :name, :legal_form, :salutation, :title, :given_name,
        :family_name, :street, :postcode, :city, :region, :country, :phone, :mobile, :fax, :email,
        :web, :vat_id, :tax_number, :leitweg_id, :iban, :bic, :language, :birthday, :customer,
        :supplier, :prospect, :consumer, :preferred_channel, :manager_id))sql";

constexpr const char* update_sql = R"sql(
    UPDATE contact
       SET name = :name, legal_form = :legal_form, salutation = :salutation, title = :title,
           given_name = :given_name, family_name = :family_name, street = :street,
           postcode = :postcode, city = :city, region = :region, country = :country, phone = :phone,
           mobile = :mobile, fax = :fax, email = :email, web = :web, vat_id = :vat_id,
           tax_number = :tax_number, leitweg_id = :leitweg_id, iban = :iban, bic = :bic,
           language = :language, birthday = :birthday, customer = :customer, supplier = :supplier,
           prospect = :prospect, consumer = :consumer, preferred_channel = :preferred_channel
     WHERE id = :id)sql";

void bind_values(Statement& statement, const FieldValues& values)
{
    for (const auto& field : fields()) {
        const auto text = values.text(field.field);
        if (field.check != FieldCheck::boolean)
            statement.bind_or_null(field.parameter, text);
        else if (text.empty() && field.field == Field::consumer)
            statement.bind(field.parameter, nullptr); // follows from the employment
        else
            statement.bind(field.parameter, text == "yes");
    }
}

/// Wherever a contact is named, "-" means standard input, where each number is a line of its own;
/// in a file it means an empty cell.
void check_number(std::string_view number)
{
    if (number == "-")
        throw error(ErrorKind::rejected, "'-' cannot be the number of a contact");
    const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
    if (std::ranges::any_of(number, is_control))
        throw error(ErrorKind::rejected, "the number '{}' of a contact has control characters",
                    number);
}

/// Who has the number, also somebody who was merged.
std::optional<std::int64_t> holder_of(Store& store, const std::string& number)
{
    auto query = store.prepare("SELECT id FROM contact WHERE number_key = :key");
    query.bind(":key", natural_key(number));
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

/// A person's name follows from given and family name; a whole name given instead is split.
void complete_name(FieldValues& values)
{
    take_name_apart(values);
    if (values.text(Field::family_name).empty())
        throw error(ErrorKind::rejected, "a person needs a family name");
    values[Field::name] = full_name(values);
}

} // namespace

FieldValues read_values(Store& store, std::int64_t contact_id)
{
    auto query = store.prepare(R"sql(
        SELECT name, legal_form, salutation, title, given_name, family_name, street, postcode, city,
               region, country, phone, mobile, fax, email, web, vat_id, tax_number, leitweg_id, iban,
               bic, language, birthday, customer, supplier, prospect, consumer, preferred_channel
          FROM contact
         WHERE id = :id)sql");
    query.bind(":id", contact_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no contact with the id {}", contact_id);
    FieldValues values;
    int column = 0;
    for (const auto& field : fields()) {
        if (query.is_null(column))
            ; // stays unset
        else if (field.check == FieldCheck::boolean)
            values[field.field] = query.boolean(column) ? "yes" : "no";
        else
            values[field.field] = query.string(column);
        ++column;
    }
    return values;
}

ContactWriter::ContactWriter(Store& store, Date today)
    : store_(store), today_(today), indexer_(store), erased_(store),
      insert_(store.prepare(insert_sql))
{
}

std::string ContactWriter::take_number(const std::optional<std::string>& given)
{
    if (given)
        check_number(*given);
    return given && !given->empty() ? *given : next_contact_number(store_);
}

/// The index over the numbers knows best which one is taken: asking before would double the
/// look-up.
void ContactWriter::insert(const std::string& number)
{
    try {
        insert_.run();
    } catch (const Error& failure) {
        if (failure.kind == ErrorKind::rejected && contact_by_number(store_, number))
            throw error(ErrorKind::rejected, "the number '{}' is taken", number);
        throw;
    }
}

std::int64_t ContactWriter::add(ContactKind kind, const ContactData& data)
{
    auto values = data.values;
    if (kind == ContactKind::person)
        complete_name(values);
    else if (values.text(Field::name).empty())
        throw error(ErrorKind::rejected, "a company needs a name");
    const auto number = take_number(data.number);
    const auto number_key = natural_key(number);
    if (numbers_)
        numbers_->add(number_key);
    bind_values(insert_, values);
    insert_.bind(":number", number).bind(":number_key", number_key).bind(":kind", to_string(kind));
    const auto manager = data.manager_id.value_or(0);
    manager == 0 ? insert_.bind(":manager_id", nullptr) : insert_.bind(":manager_id", manager);
    insert(number);
    const auto id = store_.last_id();
    SearchableContact contact{.kind = kind,
                              .name = values.text(Field::name),
                              .title = values.text(Field::title),
                              .city = values.text(Field::city),
                              .postcode = values.text(Field::postcode),
                              .country = values.text(Field::country),
                              .phone = values.text(Field::phone),
                              .mobile = values.text(Field::mobile),
                              .fax = values.text(Field::fax),
                              .email = values.text(Field::email),
                              .work = {}};
    if (data.employment)
        contact.work = employ(kind, id, *data.employment);
    write_details(id, data);
    for (const auto& number : indexer_.add(id, contact))
        warn_of_phone(number);
    if (kind == ContactKind::person && erased_.any())
        block_if_erased(id, contact.postcode);
    return id;
}

/// Who was erased comes back with an import or a slip, but onto no list.
void ContactWriter::block_if_erased(std::int64_t id, std::string_view postcode)
{
    if (!erased_.knows(indexer_.entry_of(id), postcode))
        return;
    for (const auto channel : advertising_channels())
        block_channel(store_, id, channel, {"erased before (GDPR 17)", erasure_source},
                      {today_, {}});
    warnings_.push_back(format("'{}' was erased before and is blocked on every channel",
                               contact_by_id(store_, id).name));
}

std::vector<SearchableContact::Work> ContactWriter::employ(ContactKind kind, std::int64_t id,
                                                           const EmploymentData& data)
{
    const auto& company = employer(data.company_id);
    // Kinds that do not fit are said by the one that checks them.
    const auto employment = kind == ContactKind::person && company.kind == ContactKind::company
                                ? insert_employment(store_, id, data)
                                : add_employment(store_, id, data, today_);
    return {{employment, company.name, company.city, company.country, data.phone.value_or(""),
             data.email.value_or("")}};
}

const ContactWriter::Employer& ContactWriter::employer(std::int64_t id)
{
    constexpr std::size_t most_remembered = 10'000;
    if (const auto known = employers_.find(id); known != employers_.end())
        return known->second;
    if (employers_.size() >= most_remembered)
        employers_.clear();
    auto query = store_.prepare("SELECT kind, name, city, country FROM contact WHERE id = :id");
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no contact with the id {}", id);
    Employer found{parse_contact_kind(query.text(0)), query.string(1), query.string(2),
                   query.string(3)};
    return employers_.emplace(id, std::move(found)).first->second;
}

void ContactWriter::collect()
{
    indexer_.collect();
    numbers_.emplace(store_);
}

bool ContactWriter::may_be_taken(std::string_view number) const
{
    return !numbers_ || numbers_->may_hold(natural_key(number));
}

void ContactWriter::renumber(std::int64_t id, const std::string& number)
{
    check_number(number);
    if (number.empty())
        throw error(ErrorKind::rejected, "a contact needs a number");
    const auto holder = holder_of(store_, number);
    if (holder && *holder != id)
        throw error(ErrorKind::rejected, "the number '{}' is taken", number);
    if (numbers_)
        numbers_->add(natural_key(number));
    store_.prepare("UPDATE contact SET number = :number, number_key = :key WHERE id = :id")
        .bind(":number", number)
        .bind(":key", natural_key(number))
        .bind(":id", id)
        .run();
}

void ContactWriter::change(std::int64_t id, const ContactData& data)
{
    employers_.erase(id);
    const auto former = contact_by_id(store_, id);
    const auto former_country = own_country(store_);
    auto values = read_values(store_, id);
    auto changes = data.values;
    if (former.kind == ContactKind::person)
        take_name_apart(changes, values);
    take_off_bic(changes, values);
    for (const auto& field : fields())
        if (changes[field.field])
            values[field.field] = changes[field.field];
    if (former.kind == ContactKind::person)
        complete_name(values);
    else if (values.text(Field::name).empty())
        throw error(ErrorKind::rejected, "a company needs a name");

    // A company's name, city and country are in the index of its people, too.
    const auto affected = former.kind == ContactKind::company ? with_people(store_, id)
                                                              : std::vector<std::int64_t>{id};
    for (const auto each : affected)
        indexer_.remove(each);
    auto update = store_.prepare(update_sql);
    bind_values(update, values);
    update.bind(":id", id).run();
    if (data.manager_id)
        set_manager(store_, id, *data.manager_id);
    if (data.employment)
        add_employment(store_, id, *data.employment, today_);
    write_details(id, data);
    warn_of_phones(changes, values.text(Field::country));
    for (const auto each : affected)
        indexer_.add(each);
    // What a number without a country means follows from the own company's.
    if (id == own_company && own_country(store_) != former_country)
        indexer_.rebuild();
}

/// It is that of the bank that the former IBAN was of.
void ContactWriter::take_off_bic(FieldValues& changes, const FieldValues& former)
{
    const auto bic = former.text(Field::bic);
    const auto iban = former.text(Field::iban);
    if (bic.empty() || changes[Field::bic] ||
        changes[Field::iban].value_or(std::string(iban)) == iban)
        return;
    warnings_.push_back(
        format("the BIC {} belongs to the former IBAN {} and is taken off", bic, iban));
    changes[Field::bic] = "";
}

void ContactWriter::write_details(std::int64_t id, const ContactData& data)
{
    const auto birthday = parse_iso_date(data.values.text(Field::birthday));
    if (birthday && *birthday > today_)
        warnings_.push_back(format("the birthday {} is still to come", to_string(*birthday)));
    for (const auto& tag : data.tags)
        add_tag(store_, id, tag);
    for (const auto& [key, value] : data.own_fields)
        set_own_field(store_, id, key, value);
    if (data.note) {
        Note note;
        note.at = to_string(today_);
        note.text = *data.note;
        add_note(store_, id, note, today_);
    }
    if (data.staff)
        make_staff(store_, id, *data.staff);
}

void ContactWriter::warn_of_phones(const FieldValues& values, std::string_view country)
{
    for (const auto field : {Field::phone, Field::mobile, Field::fax})
        for_each_item(values.text(field), [&](std::string_view number) {
            if (!indexer_.e164(number, country))
                warn_of_phone(number);
        });
}

void ContactWriter::warn_of_phone(std::string_view number)
{
    warnings_.push_back(
        format("the phone number '{}' cannot be read; it is kept as typed", number));
}

void ContactWriter::forget()
{
    indexer_.forget();
    employers_.clear();
    warnings_.clear();
}

std::vector<std::string> ContactWriter::take_warnings()
{
    return std::exchange(warnings_, {});
}

} // namespace crm
