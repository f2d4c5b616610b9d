// SPDX-License-Identifier: MIT
#include "crm/openitems/exchange/datev.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/staff.hpp"
#include "crm/openitems/exchange/datev_collect.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/snapshot.hpp"

#include <charconv>

namespace crm
{

namespace
{

constexpr std::size_t most_postings = 99'999;

/// The first day of the fiscal year that a day lies in, by the setting `fiscal.start`.
Date fiscal_year_of(Store& store, Date day)
{
    const auto start = setting(store, "fiscal.start"); // MM-DD
    const std::chrono::year_month_day ymd(day);
    const auto in_year = [&](std::chrono::year year) {
        return parse_iso_date(fmt::format("{:04}-{}", static_cast<int>(year), start))
            .value_or(Date{});
    };
    const auto first = in_year(ymd.year());
    return first <= day ? first : in_year(ymd.year() - std::chrono::years(1));
}

void check_period(Store& store, Period period)
{
    const auto year = [](Date day) { return std::chrono::year_month_day(day).year(); };
    if (period.last < period.first)
        throw error(ErrorKind::usage, "{} is before {}", to_string(period.last),
                    to_string(period.first));
    if (year(period.first) != year(period.last) ||
        fiscal_year_of(store, period.first) != fiscal_year_of(store, period.last))
        throw error(ErrorKind::rejected, "{} to {} is not within one year", to_string(period.first),
                    to_string(period.last))
            .with_hint("DATEV takes a file a year: export each by itself");
}

/// A number between two bounds, as DATEV wants those of adviser and client.
std::string required_number(Store& store, const char* key, int least, int most)
{
    const auto text = setting(store, key);
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || number < least ||
        number > most)
        throw error(ErrorKind::rejected, "'{}' is no number for {}: {} to {}", text, key, least,
                    most)
            .with_hint("say it: crm config set {} NUMBER", key);
    return text;
}

ExtfHeader header_of(Store& store, LocalTime now, Date day)
{
    ExtfHeader header;
    header.created = now;
    header.exported_by = store.options().actor.user;
    header.consultant = required_number(store, "datev.consultant", 1001, 9'999'999);
    header.client = required_number(store, "datev.client", 1, 99'999);
    header.fiscal_year = fiscal_year_of(store, day);
    header.chart = setting(store, "datev.chart");
    return header;
}

/// What an earlier period has that was never handed over.
void name_missed(Store& store, Period period, std::vector<std::string>& left_out)
{
    const auto missed = collect_postings(store, DatevAccounts(store),
                                         {Date{}, period.first - std::chrono::days(1)});
    if (missed.postings.empty())
        return;
    left_out.push_back(format("{} postings before {} were never exported, the first of {}",
                              missed.postings.size(), to_string(period.first),
                              to_string(missed.postings.front().date)));
}

/// What is new of the period, or what the export `again` contained.
DatevExport export_of(Store& store, Period period, LocalTime now, std::optional<std::int64_t> again)
{
    auto header = header_of(store, now, period.first);
    header.format_name = "Buchungsstapel";
    header.period = period;
    header.label = fmt::format("crm {}", to_string(period.first).substr(0, 7));
    header.initials = header.exported_by.substr(0, 2);
    const auto collected = collect_postings(store, DatevAccounts(store), period, again);
    if (collected.postings.size() > most_postings)
        throw error(ErrorKind::rejected, "{} postings are more than the {} of a file",
                    collected.postings.size(), most_postings)
            .with_hint("export shorter periods");
    DatevExport exported;
    exported.bytes = extf_header(header) + extf_titles(posting_columns());
    exported.left_out = collected.left_out;
    for (const auto& posting : collected.postings) {
        exported.bytes += line_of(posting).bytes();
        ++exported.rows;
        if (exported.sources.empty() || exported.sources.back() != posting.source)
            exported.sources.push_back(posting.source);
    }
    return exported;
}

} // namespace

DatevExport export_datev(Store& store, Period period, LocalTime now)
{
    check_period(store, period);
    const Snapshot snapshot(store);
    auto exported = export_of(store, period, now, std::nullopt);
    name_missed(store, period, exported.left_out);
    return exported;
}

DatevExport export_datev_again(Store& store, std::int64_t export_id, LocalTime now)
{
    const Snapshot snapshot(store);
    auto query = store.prepare("SELECT first_day, last_day FROM datev_export WHERE id = :id");
    query.bind(":id", export_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no export {}", export_id)
            .with_hint("crm sql 'SELECT * FROM datev_exports' lists them");
    return export_of(store, {query.date(0).value(), query.date(1).value()}, now, export_id);
}

std::int64_t record_datev_export(Store& store, const DatevExport& exported, Period period,
                                 LocalTime now, const std::string& checksum)
{
    store
        .prepare(R"sql(
            INSERT INTO datev_export (first_day, last_day, at, rows, checksum, staff_id)
            VALUES (:first, :last, :at, :rows, :checksum, :staff))sql")
        .bind(":first", period.first)
        .bind(":last", period.last)
        .bind(":at", to_string(now))
        .bind(":rows", exported.rows)
        .bind(":checksum", checksum)
        .bind(":staff", acting_staff(store))
        .run();
    const auto id = store.last_id();
    auto insert = store.prepare(R"sql(
        INSERT OR IGNORE INTO datev_posting (export_id, source, source_id)
        VALUES (:export, :source, :id))sql");
    for (const auto& [source, source_id] : exported.sources)
        insert.bind(":export", id).bind(":source", source).bind(":id", source_id).run();
    return id;
}

DatevExport export_datev_accounts(Store& store, LocalTime now)
{
    const Snapshot snapshot(store);
    auto header = header_of(store, now, now.day);
    header.category = 16;
    header.format_name = "Debitoren/Kreditoren";
    header.format_version = 5;
    header.postings = false;
    DatevExport exported;
    exported.bytes = extf_header(header) + extf_titles(account_columns());
    auto query = store.prepare(R"sql(
        SELECT a.number, c.kind, c.name, c.family_name, c.given_name, c.salutation, c.title,
               c.street, c.postcode, c.city, c.country, c.phone, c.email, c.web, c.fax, c.iban,
               c.bic, c.vat_id, c.tax_number, c.number
          FROM personal_account AS a
          JOIN contact AS c ON c.id = a.contact_id
         ORDER BY a.number)sql");
    while (query.step()) {
        const bool person = query.text(1) == "person";
        const auto first_of = [](std::string_view list) { return list.substr(0, list.find(';')); };
        ExtfLine line(account_columns());
        line.number(1, query.text(0)).text(7, person ? "1" : "2").text(8, query.text(2));
        if (person)
            line.text(4, query.text(3)).text(5, query.text(4));
        else
            line.text(2, query.text(2));
        line.text(11, query.text(5)).text(12, query.text(6)).text(15, "STR");
        line.text(16, query.text(7)).text(18, query.text(8)).text(19, query.text(9));
        line.text(20, query.text(10)).text(29, first_of(query.text(11)));
        line.text(33, first_of(query.text(12))).text(35, query.text(13));
        line.text(37, first_of(query.text(14)));
        if (const auto iban = query.text(15); !iban.empty())
            line.text(44, iban.substr(0, 2)).text(45, iban).text(47, query.text(16)).text(49, "1");
        if (const auto vat_id = query.text(17); vat_id.size() > 2)
            line.text(9, vat_id.substr(0, 2)).text(10, vat_id.substr(2));
        line.text(99, query.text(19)).text(100, query.text(18));
        exported.bytes += line.bytes();
        ++exported.rows;
    }
    return exported;
}

} // namespace crm
