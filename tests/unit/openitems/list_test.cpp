// SPDX-License-Identifier: MIT
#include "crm/openitems/list.hpp"
#include "tests/unit/openitems/ledger.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

/// "document amount open days" of each item.
Lines rows(Store& store, OpenItemFilter filter, const char* day = "2026-06-30")
{
    filter.key_date = on(day);
    Lines lines;
    list_open_items(store, filter, [&](const OpenItem& item) {
        lines.push_back(fmt::format("{} {} {} {}", item.document, to_string(item.amount),
                                    to_string(item.open), item.days_overdue));
        return true;
    });
    return lines;
}

OpenItem only_item(Store& store, const char* day)
{
    OpenItem found;
    OpenItemFilter filter;
    filter.key_date = on(day);
    list_open_items(store, filter, [&](const OpenItem& item) {
        found = item;
        return false;
    });
    return found;
}

Document with_terms(Document document, const char* terms)
{
    document.terms = terms;
    return document;
}

} // namespace

TEST_CASE("items by contact, due day and number, each side and day for itself")
{
    auto store = small_company();
    posted(store, with_terms(invoice("2026-05-01", {line(10'000)}), "30 net"));
    posted(store, invoice("2026-05-20", {line(1000)}));
    auto credit = invoice("2026-06-10", {line(500)});
    credit.kind = DocumentKind::credit;
    posted(store, credit);
    auto bill = invoice("2026-06-15", {line(7000)});
    bill.side = Side::payable;
    posted(store, bill);
    posted(store, invoice("2026-07-01", {line(100)})); // tomorrow's

    OpenItemFilter sales;
    sales.side = Side::receivable;
    CHECK(rows(store, sales) == Lines{"RE2026-00002 11.90 11.90 41",
                                      "RE2026-00001 119.00 119.00 30",
                                      "GU2026-00001 -5.95 -5.95 20"});
    CHECK(rows(store, {}) == Lines{"RE2026-00002 11.90 11.90 41", "RE2026-00001 119.00 119.00 30",
                                   "GU2026-00001 -5.95 -5.95 20", "ER2026-00001 83.30 83.30 15"});
    CHECK(rows(store, {}, "2026-05-31") ==
          Lines{"RE2026-00002 11.90 11.90 11", "RE2026-00001 119.00 119.00 0"});
    CHECK(rows(store, {}, "2026-04-30").empty());
    OpenItemFilter overdue;
    overdue.overdue_days = 30;
    CHECK(rows(store, overdue) == Lines{"RE2026-00002 11.90 11.90 41"});
    overdue.overdue_days = 29;
    CHECK(rows(store, overdue).size() == 2);
    overdue.overdue_days = 0;
    CHECK(rows(store, overdue, "2026-05-31") == Lines{"RE2026-00002 11.90 11.90 11"});
    OpenItemFilter one;
    one.contact_id = 4;
    CHECK(rows(store, one).empty());
    one.contact_id = 3;
    CHECK(rows(store, one).size() == 4);
}

TEST_CASE("skonto: the next step that can be taken, then the last")
{
    auto store = small_company();
    posted(store, with_terms(invoice("2026-06-01", {line(200'000)}), "3% 7, 2% 14, 30 net"));
    const auto step = [&](const char* day) {
        const auto item = only_item(store, day);
        return fmt::format("{} {}", to_string(*item.skonto_until), to_string(*item.skonto_amount));
    };
    CHECK(step("2026-06-01") == "2026-06-08 71.40");
    CHECK(step("2026-06-08") == "2026-06-08 71.40");
    CHECK(step("2026-06-09") == "2026-06-15 47.60");
    CHECK(step("2026-06-16") == "2026-06-15 47.60");
}

TEST_CASE("skonto is of what credit notes left of an invoice, and is offered once")
{
    auto store = small_company();
    const auto bill =
        posted(store, with_terms(invoice("2026-06-01", {line(200'000)}), "3% 7, 30 net"));
    const auto amount = [&](const char* day) { return only_item(store, day).skonto_amount; };
    auto credit = invoice("2026-06-03", {line(100'000)});
    credit.kind = DocumentKind::credit;
    credit.corrects_id = bill.id;
    posted(store, credit);
    CHECK(amount("2026-06-02") == Money{7'140});
    done(store, [&] { return settle(store, "GU2026-00001", 3, {1}, {}, on("2026-06-04")); });
    CHECK(amount("2026-06-04") == Money{3'570});
    const auto part = paid(store, payer("2026-06-05", 10'000, {1}));
    auto rest = payer("2026-06-05", 105'430, {1});
    rest.skonto = true;
    CHECK(paid(store, rest).settled[0].skonto == Money{3'570});
    done(store, [&] { return reverse_payment(store, part.payment.id, on("2026-06-06")); });
    CHECK(only_item(store, "2026-06-06").open == Money{10'000});
    CHECK_FALSE(amount("2026-06-06"));
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("buckets: 30, 60 and 90 days are the last of theirs")
{
    auto store = small_company();
    posted(store, invoice("2026-01-01", {line(100)}));
    const auto bucket = [&](int days) {
        const auto item =
            only_item(store, to_string(on("2026-01-01") + std::chrono::days(days)).c_str());
        for (const auto& column : open_item_columns())
            if (std::string_view(column.key) == "bucket")
                return std::string(std::get<std::string_view>(column.get(item)));
        return std::string();
    };
    CHECK(bucket(0) == "not_due");
    CHECK(bucket(1) == "1-30");
    CHECK(bucket(30) == "1-30");
    CHECK(bucket(31) == "31-60");
    CHECK(bucket(60) == "31-60");
    CHECK(bucket(90) == "61-90");
    CHECK(bucket(91) == ">90");
}

TEST_CASE("whom to call about it, and what was agreed")
{
    auto store = small_company();
    posted(store, invoice("2026-06-01", {line(100)}));
    CHECK(only_item(store, "2026-06-30").account == 10'000);
    auto who = only_item(store, "2026-06-30").who;
    CHECK(who.accounting_person.empty());
    CHECK(who.phone == "0551 123456");
    CHECK(who.manager.empty());
    change(store,
           "INSERT INTO employment_function (employment_id, person_id, function) "
           "SELECT id, person_id, 'accounting' FROM employment WHERE person_id = 4;"
           "UPDATE contact SET manager_id = 2, preferred_channel = 'phone' WHERE id = 3;"
           "INSERT INTO condition (contact_id, kind, rate, product_group, recorded_on, staff_id) "
           "VALUES (3, 'discount', 1000, 'Hydraulik', '2026-01-02', 2);"
           "INSERT INTO condition (contact_id, kind, text, recorded_on, staff_id, agreed_with_id, "
           "agreed_on) VALUES (3, 'terms', '2% 14, 30 net', '2026-01-02', 2, 4, '2025-12-30');"
           "INSERT INTO condition (contact_id, kind, text, recorded_on, first_day) "
           "VALUES (3, 'text', 'ab Juli', '2026-01-02', '2026-07-01')");
    who = only_item(store, "2026-06-30").who;
    CHECK(who.accounting_person == "Eva Meier");
    CHECK(who.email == "Eva@Example.com");
    CHECK(who.phone == "0551 123456"); // she has none of her own
    CHECK(who.preferred_channel == "phone");
    CHECK(who.manager == "ÄB");
    CHECK(who.manager_extension == "12");
    CHECK(who.conditions == "2% 14, 30 net (ÄB with Eva Meier, 2025-12-30) | "
                            "discount 10% group:Hydraulik (ÄB, 2026-01-02)");
    OpenItemFilter managed;
    managed.manager_id = 2;
    CHECK(rows(store, managed).size() == 1);
    managed.manager_id = 4;
    CHECK(rows(store, managed).empty());
}

TEST_CASE("items of a contact merged into another one keep its number")
{
    auto store = small_company();
    posted(store, invoice("2026-06-01", {line(100)}));
    const auto kept = add_company(store, "Müller Gruppe GmbH");
    change(store, fmt::format("UPDATE contact SET merged_into_id = {} WHERE id = 3", kept).c_str());
    OpenItemFilter filter;
    filter.contact_id = kept;
    CHECK(rows(store, filter).size() == 1);
    CHECK(only_item(store, "2026-06-30").contact_number == "10002");
    CHECK(open_amount(store, kept, Side::receivable) == Money{119});
}

} // namespace crm::test
