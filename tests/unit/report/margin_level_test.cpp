// SPDX-License-Identifier: MIT
#include "crm/report/margin.hpp"
#include "crm/store/settings.hpp"
#include "tests/unit/log/talking.hpp"
#include "tests/unit/report/reporting.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

/// A company that sold 100.00 at a cost of 60.00 to Müller GmbH, and mailed three contacts
/// for 10.00.
Store mailing_company()
{
    auto store = trading_company();
    auto order = sold(store, 10);
    delivered(store, order);
    invoiced(store, order);
    const auto other = add_company(store, "Zwei AG");
    const auto third = add_company(store, "Drei AG");
    store.execute(R"sql(
        INSERT INTO mailing (id, name, name_key, channel, per, filter, cost, at) VALUES
            (1, 'Mai', 'mai', 'post', 'company', '', 500, '2026-05-31T23:59'),
            (2, 'Juni', 'juni', 'post', 'company', '', 1000, '2026-06-01T00:00'),
            (3, 'ohne', 'ohne', 'post', 'company', '', NULL, '2026-06-02T00:00'))sql");
    auto insert = store.prepare(R"sql(
        INSERT INTO mailing_recipient (mailing_id, contact_id, company_id, control, number, legal_basis)
        VALUES (:mailing, :contact, :company, :control, '1', 'test'))sql");
    const auto to = [&](int mailing, std::int64_t contact, std::int64_t company, bool control) {
        insert.bind(":mailing", mailing)
            .bind(":contact", contact)
            .bind(":company", company)
            .bind(":control", control)
            .run();
    };
    to(1, 3, 3, false);
    to(2, 4, 3, false); // a person of Müller GmbH
    to(2, other, other, false);
    to(2, third, third, false);
    to(2, own_company, own_company, true);
    to(3, 3, 3, false);
    return store;
}

ReportQuery level(int wanted, ReportKey key = ReportKey::customer)
{
    auto query = asked_by(key, "2026-06-01", "2026-06-30");
    query.level = wanted;
    return query;
}

void set(Store& store, const char* key, const char* value)
{
    Transaction transaction(store);
    set_setting(store, key, value);
    transaction.commit();
}

} // namespace

TEST_CASE("level 2: each recipient has the same part of what a mailing cost")
{
    auto store = mailing_company();
    const auto report = report_margin(store, level(2));
    CHECK(rows_of(report) == "10002|Müller GmbH|100.00|63.33|36.67|36.67\n");
    CHECK(report.remarks ==
          std::vector<std::string>{"6.67 spent on contacts that bought nothing are in no row",
                                   "margin: net less the cost of goods and mailings (level II)"});
    CHECK(rows_of(report_margin(store, level(2, ReportKey::month))) ==
          "2026-06|100.00|70.00|30.00|30\n");
    auto compared = level(2);
    compared.previous = compared.before;
    CHECK(rows_of(report_margin(store, compared)) ==
          "10002|Müller GmbH|100.00|63.33|36.67|36.67|-5.00|833.4\n");
}

TEST_CASE("level 3: the time of talks, rounded once a row, and the handling of orders")
{
    auto store = mailing_company();
    CHECK(thrown([&] { report_margin(store, level(3)); }).value().hint ==
          "'crm config set cost.hour 60' does");
    set(store, "cost.hour", "50");
    auto entry = entry_at("2026-06-05T10:00", "Gruß");
    entry.minutes = 10;
    talk(store, entry, 3);
    talk(store, entry, 4); // shows at Müller GmbH
    talk(store, "2026-06-05T11:00", "ohne Dauer", 3);
    auto report = report_margin(store, level(3));
    CHECK(rows_of(report) == "10002|Müller GmbH|100.00|80.00|20.00|20\n");
    CHECK(report.warnings ==
          std::vector<std::string>{
              "of 1 talks nobody said how long they took, they cost nothing here"});
    set(store, "cost.order", "4.50");
    CHECK(rows_of(report_margin(store, level(3))) == "10002|Müller GmbH|100.00|84.50|15.50|15.5\n");
    CHECK(thrown([&] { set(store, "cost.order", "-1"); }).value().kind == ErrorKind::rejected);
    CHECK(thrown([&] { set(store, "cost.hour", "viel"); }).value().kind == ErrorKind::rejected);
}

TEST_CASE("no product was mailed or talked to")
{
    auto store = mailing_company();
    CHECK(thrown([&] { report_margin(store, level(2, ReportKey::product)); }).value().kind ==
          ErrorKind::usage);
    CHECK(thrown([&] { report_margin(store, level(2, ReportKey::group)); }).value().kind ==
          ErrorKind::usage);
}

} // namespace crm::test
