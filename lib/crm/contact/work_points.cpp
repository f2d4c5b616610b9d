// SPDX-License-Identifier: MIT
#include "crm/contact/work_points.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/search/index.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace crm
{

namespace
{

using Texts = std::vector<std::string>;

/// In whose domain many have an address who have nothing else in common.
constexpr std::array<std::string_view, 18> mail_providers = {
    "aol.com",     "arcor.de",   "freenet.de",  "gmail.com",      "gmx.at",   "gmx.de",
    "gmx.net",     "gmx.ch",     "icloud.com",  "googlemail.com", "web.de",   "mailbox.org",
    "outlook.com", "hotmail.de", "hotmail.com", "outlook.de",     "yahoo.de", "t-online.de"};

struct Job {
    std::int64_t person_id = 0;
    std::int64_t company_id = 0;
    std::string phones, emails;
};

Job job_by_id(Store& store, std::int64_t employment_id)
{
    auto query =
        store.prepare("SELECT person_id, company_id, phone, email FROM employment WHERE id = :id");
    query.bind(":id", employment_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no employment {}", employment_id);
    return {query.integer(0), query.integer(1), query.string(2), query.string(3)};
}

/// The numbers that those of the company's people continue; `-0` at the end of one is where the
/// extension stands.
Texts trunks_of(const SearchIndexer& indexer, const FieldValues& company)
{
    constexpr std::size_t shortest = 6; // "+49" and three digits
    Texts trunks;
    for_each_item(company.text(Field::phone), [&](std::string_view item) {
        auto number = indexer.e164(item, company.text(Field::country));
        if (!number)
            return;
        const bool has_extension = item.ends_with("-0") || item.ends_with("/0");
        if (has_extension)
            number->pop_back();
        if (number->size() >= shortest)
            trunks.push_back(std::move(*number));
    });
    return trunks;
}

bool is_behind(const std::string& number, const std::string& trunk)
{
    constexpr std::size_t longest_extension = 6;
    return number.starts_with(trunk) && number.size() - trunk.size() <= longest_extension;
}

std::string domain_of(std::string_view email)
{
    const auto at = email.rfind('@');
    return at == std::string_view::npos ? std::string() : lower(email.substr(at + 1));
}

/// "https://www.nord.de/kontakt" is in "nord.de".
std::string web_domain(std::string_view web)
{
    if (const auto scheme = web.find("://"); scheme != std::string_view::npos)
        web.remove_prefix(scheme + 3);
    auto host = lower(web.substr(0, web.find_first_of("/:?#")));
    return host.starts_with("www.") ? host.substr(4) : host;
}

Texts domains_of(const FieldValues& company)
{
    Texts domains;
    for_each_item(company.text(Field::email),
                  [&](std::string_view item) { domains.push_back(domain_of(item)); });
    domains.push_back(web_domain(company.text(Field::web)));
    std::erase_if(domains, [](const std::string& domain) {
        return domain.empty() || std::ranges::find(mail_providers, domain) != mail_providers.end();
    });
    return domains;
}

/// Takes those items out of `own` that are the company's, and adds them to those `at_work`.
template<class IsCompanys>
bool move_items(std::string& own, std::string& at_work, IsCompanys is_companys)
{
    std::string kept;
    bool moved = false;
    for_each_item(own, [&](std::string_view item) {
        if (!is_companys(item))
            return append_item(kept, item);
        moved = true;
        append_item(at_work, item);
    });
    own = std::move(kept);
    return moved;
}

void write(Store& store, std::int64_t employment_id, const Job& job, const StayingPoints& own)
{
    SearchIndexer indexer(store);
    indexer.remove(job.person_id);
    store
        .prepare(R"sql(
            UPDATE contact SET phone = nullif(:phone, ''), email = nullif(:email, '') WHERE id = :id)sql")
        .bind(":phone", own.phones)
        .bind(":email", own.emails)
        .bind(":id", job.person_id)
        .run();
    store
        .prepare(R"sql(
            UPDATE employment SET phone = nullif(:phone, ''), email = nullif(:email, '')
             WHERE id = :id)sql")
        .bind(":phone", job.phones)
        .bind(":email", job.emails)
        .bind(":id", employment_id)
        .run();
    indexer.add(job.person_id);
}

} // namespace

StayingPoints give_back_work_points(Store& store, std::int64_t employment_id)
{
    auto job = job_by_id(store, employment_id);
    const auto person = read_values(store, job.person_id);
    const auto company = read_values(store, job.company_id);
    StayingPoints own{std::string(person.text(Field::phone)),
                      std::string(person.text(Field::email))};
    const SearchIndexer indexer(store);
    const auto trunks = trunks_of(indexer, company);
    const auto domains = domains_of(company);
    const bool phones = move_items(own.phones, job.phones, [&](std::string_view item) {
        const auto number = indexer.e164(item, person.text(Field::country));
        return number && std::ranges::any_of(
                             trunks, [&](const auto& trunk) { return is_behind(*number, trunk); });
    });
    const bool emails = move_items(own.emails, job.emails, [&](std::string_view item) {
        return std::ranges::find(domains, domain_of(item)) != domains.end();
    });
    if (phones || emails)
        write(store, employment_id, job, own);
    if (!job.phones.empty())
        own.phones.clear();
    if (!job.emails.empty())
        own.emails.clear();
    return own;
}

} // namespace crm
