// SPDX-License-Identifier: MIT
#include "crm/order/check.hpp"
#include "crm/order/order_state.hpp"
#include "tests/unit/order/trading.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace crm::test
{

namespace
{

OrderLine words(std::int64_t cents)
{
    OrderLine line;
    line.text = "Fracht";
    line.quantity = pieces(1);
    line.price = {cents * 100};
    line.condition = "given";
    return line;
}

Order drafted(Store& store, std::vector<OrderLine> lines)
{
    Transaction transaction(store);
    Order order;
    order.contact_id = 3;
    order.date = day_of("2026-06-01");
    order.currency = "EUR";
    order.lines = std::move(lines);
    insert_order(store, order);
    transaction.commit();
    return order_by_id(store, order.id);
}

void update(Store& store, Order& order)
{
    Transaction transaction(store);
    update_order(store, order);
    transaction.commit();
    order = order_by_id(store, order.id);
}

std::string order_breaches(Store& store)
{
    std::string found;
    for (const auto& check : order_checks())
        check.run(store, [&](const std::string& text) { found += text + '\n'; });
    return found;
}

} // namespace

TEST_CASE("words have the rate of the goods and services that they belong to")
{
    auto store = trading_company();
    auto order = drafted(store, {order_line(hose, 1, 500), words(1000)});
    CHECK(order.lines[1].tax == TaxClass::reduced);
    CHECK(order.tax == Money{105});
    CHECK_FALSE(doubt_about_words(order));
    order.lines.push_back(order_line(service, 1, 100));
    update(store, order);
    CHECK(order.lines[1].tax == TaxClass::standard);
    CHECK(doubt_about_words(order));
    order.lines.erase(order.lines.begin());
    update(store, order);
    CHECK(order.lines[0].tax == TaxClass::standard); // as the service
    CHECK_FALSE(doubt_about_words(order));
    CHECK(drafted(store, {words(1000)}).lines[0].tax == TaxClass::standard);
}

TEST_CASE("the rate of words that was said stays")
{
    auto store = trading_company();
    auto said = words(1000);
    said.tax = TaxClass::reduced;
    said.tax_given = true;
    auto order = drafted(store, {order_line(hose, 1, 500), order_line(pump, 1, 100), said});
    CHECK(order.lines[2].tax == TaxClass::reduced);
    CHECK_FALSE(doubt_about_words(order));
    order.lines.erase(order.lines.begin());
    update(store, order);
    CHECK(order.lines[1].tax == TaxClass::reduced);
    CHECK(order_breaches(store).empty());
}

TEST_CASE("abroad the rate of words is in no doubt")
{
    auto store = trading_company();
    change(store, "UPDATE contact SET country = 'CH' WHERE id = 3");
    const auto order =
        drafted(store, {order_line(hose, 1, 500), order_line(pump, 1, 100), words(1000)});
    CHECK_FALSE(doubt_about_words(order));
}

TEST_CASE("words that are taxed otherwise than what they belong to are found")
{
    auto store = trading_company();
    drafted(store, {order_line(hose, 1, 500), words(1000)});
    CHECK(order_breaches(store).empty());
    tamper(store, "order_line", "UPDATE order_line SET tax = 'standard' WHERE position = 2");
    CHECK(order_breaches(store).starts_with("line 2 of AU2026-00001 is taxed as 'standard', not as "
                                            "'reduced' like what it belongs to\n"));
}

TEST_CASE("what is taxed as trade abroad although its delivery stayed at home is found")
{
    auto store = trading_company();
    change(store, "UPDATE contact SET country = 'CH', consumer = 1 WHERE id = 3");
    auto order = ordered(store, OrderKind::sale,
                         {order_line(service, 1, 8000), order_line(pump, 1, 1000), words(500)});
    order = order_by_id(store, order.id); // with what its lines are
    delivered(store, order);
    invoiced(store, order);
    CHECK(order_breaches(store).empty());
    tamper(store, "document_line",
           "UPDATE document_line SET tax_case = 'export', tax_rate = 0 WHERE position = 1");
    CHECK(order_breaches(store) ==
          "a line of RE2026-00001 is taxed as trade abroad, of LS2026-00001 nothing went there\n");
    tamper(store, "delivery", "UPDATE delivery SET goods_country = NULL");
    CHECK(std::ranges::count(order_breaches(store), '\n') == 3);
}

TEST_CASE("goods and services are taxed by what was known at the delivery, whatever came since")
{
    auto store = trading_company();
    const auto sell = [&](const char* before, const char* after) {
        change(store, before);
        auto order = ordered(store, OrderKind::sale,
                             {order_line(pump, 1, 1000), order_line(service, 1, 8000)});
        order = order_by_id(store, order.id); // with what its lines are
        delivered(store, order);
        change(store, after);
        const auto made = invoiced(store, order).document;
        return std::pair(made.case_of(made.lines[0]), made.case_of(made.lines[1]));
    };
    constexpr const char* swiss = "UPDATE contact SET country = 'CH', vat_id = NULL WHERE id = 3";
    constexpr const char* german =
        "UPDATE contact SET country = 'DE', vat_id = 'DE136695976' WHERE id = 3";
    constexpr const char* austrian =
        "UPDATE contact SET country = 'AT', vat_id = 'ATU12345675' WHERE id = 3";
    CHECK(sell(swiss, german) == std::pair(TaxCase::export_, TaxCase::export_));
    CHECK(sell(german, austrian) == std::pair(TaxCase::domestic, TaxCase::domestic));
    CHECK(sell(austrian, german) == std::pair(TaxCase::intra_community, TaxCase::intra_community));
    CHECK(value(store, "SELECT vat_id FROM document ORDER BY id DESC") == "ATU12345675");
    CHECK(sell("UPDATE contact SET country = 'CH', vat_id = NULL, consumer = 1 WHERE id = 3",
               "UPDATE contact SET consumer = 0 WHERE id = 3") ==
          std::pair(TaxCase::export_, TaxCase::domestic));
}

TEST_CASE("a VAT ID that is exchanged for another of its state is the present one")
{
    auto store = trading_company();
    change(store, "UPDATE contact SET country = 'AT', vat_id = 'ATU12345675' WHERE id = 3");
    auto order = sold(store, 1);
    delivered(store, order);
    change(store, "UPDATE contact SET vat_id = 'ATU33864707' WHERE id = 3");
    const auto made = invoiced(store, order);
    CHECK(made.document.vat_id == "ATU33864707");
    CHECK(made.warnings.size() == 1); // no address
}

TEST_CASE("what a supplier sends is taxed by where it was on the day, too")
{
    auto store = trading_company();
    change(store, "UPDATE contact SET country = 'CH' WHERE id = 3");
    auto order = ordered(store, OrderKind::purchase, {order_line(pump, 1, 1000)});
    delivered(store, order);
    change(store, "UPDATE contact SET country = NULL WHERE id = 3");
    CHECK(invoiced(store, order).document.tax_case == TaxCase::export_);
}

TEST_CASE("words share the lot of the whole order, also on an invoice of their own")
{
    auto store = trading_company();
    change(store, "UPDATE contact SET country = 'CH', consumer = 1 WHERE id = 3");
    auto order = ordered(store, OrderKind::sale,
                         {order_line(service, 1, 8000), order_line(pump, 1, 1000), words(500)});
    order = order_by_id(store, order.id); // with what its lines are
    delivered(store, order, {{1, pieces(1)}, {3, pieces(1)}});
    const auto document = invoiced(store, order).document;
    CHECK(document.tax_case == TaxCase::export_); // of the freight, not of the service before it
    CHECK(document.case_of(document.lines[0]) == TaxCase::domestic);
    CHECK(document.case_of(document.lines[1]) == TaxCase::export_);
}

TEST_CASE("a delivery note and a return note keep the own company as it was")
{
    auto store = trading_company();
    auto order = sold(store, 2);
    delivered(store, order, {{1, pieces(1)}});
    change(store, "UPDATE contact SET phone = '0221 99' WHERE id = 1");
    returned(store, order, {{1, pieces(1)}});
    CHECK(value(store, "SELECT group_concat(s.phone, '|') FROM delivery AS d"
                       " JOIN seller AS s ON s.id = d.seller_id") == "|0221 99");
}

} // namespace crm::test
