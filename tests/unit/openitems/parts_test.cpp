// SPDX-License-Identifier: MIT
#include "crm/openitems/parts.hpp"
#include "crm/switchboard/checks.hpp"
#include "tests/unit/order/trading.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace crm::test
{

namespace
{

/// An order of services at prices below a cent, or so.
Order service_order(Store& store, std::int64_t number, std::int64_t ten_thousandths,
                    std::int64_t discount = 0)
{
    auto line = order_line(service, number, 0);
    line.price = {ten_thousandths};
    line.discount = {discount};
    return ordered(store, OrderKind::sale, {line, order_line(service, 3, 1000)});
}

std::string amounts(const Document& document)
{
    return fmt::format("{} {}", to_string(document.net), to_string(document.tax));
}

std::vector<std::string> breaches(Store& store)
{
    std::vector<std::string> found;
    run_checks(store, find_checks({"documents"}),
               [&](const Breach& breach) { found.push_back(breach.text); });
    return found;
}

} // namespace

TEST_CASE("parts of a line are rounded as sums, so that they come to the whole")
{
    Money net;
    Quantity quantity;
    for (int i = 1; i <= 10; ++i) { // ten at 0.005
        net += invoiced_net({quantity, net}, pieces(1), UnitPrice{50}, {});
        quantity += pieces(1);
        CHECK(net == Money{(i + 1) / 2});
    }
    CHECK(invoiced_net({pieces(5), Money{5}}, pieces(1), UnitPrice{50}, {}) == Money{});
}

TEST_CASE("credited parts never exceed what is left, the last takes it")
{
    const LinePart whole{pieces(100), Money{3350}};
    const UnitPrice price{3350};
    CHECK(credited_net(whole, {}, pieces(25), price, {}) == Money{838});
    CHECK(credited_net(whole, {pieces(25), Money{838}}, pieces(25), price, {}) == Money{837});
    CHECK(credited_net(whole, {pieces(75), Money{2513}}, pieces(25), price, {}) == Money{837});
    // Of a part that was rounded down there is no more than it was.
    CHECK(credited_net({pieces(2), Money{0}}, {}, pieces(1), UnitPrice{50}, {}) == Money{});
    CHECK(credited_net({pieces(1), Money{7}}, {}, pieces(1), UnitPrice{50}, {}) == Money{7});
    const DocumentTax tax{{1900}, Money{30}, Money{6}};
    CHECK(credited_tax(tax, {}, Money{3}) == Money{1});
    CHECK(credited_tax(tax, {{1900}, Money{18}, Money{6}}, Money{3}) == Money{0});
    CHECK(credited_tax(tax, {{1900}, Money{27}, Money{4}}, Money{3}) == Money{2});
}

TEST_CASE("partial credits add up to their invoice, partial invoices to their order")
{
    auto store = trading_company();
    auto order = service_order(store, 100, 3350);
    std::string nets;
    for (int i = 0; i < 4; ++i) {
        Wanted wanted{{1, pieces(25)}};
        if (i == 3)
            wanted.push_back({2, pieces(3)});
        delivered(store, order, wanted);
        nets += amounts(invoiced(store, order).document) + '|';
    }
    CHECK(nets == "8.38 1.59|8.37 1.59|8.38 1.59|38.37 7.29|"); // 63.50
    auto whole = service_order(store, 100, 3350);
    delivered(store, whole);
    const auto invoice = invoiced(store, whole).document;
    CHECK(amounts(invoice) == "63.50 12.07");
    nets.clear();
    for (int i = 0; i < 4; ++i) {
        Wanted wanted{{1, pieces(25)}};
        if (i == 3)
            wanted.push_back({2, pieces(3)});
        nets += amounts(credited(store, whole, invoice, wanted, false).document) + '|';
    }
    CHECK(nets == "8.38 1.59|8.37 1.59|8.38 1.59|38.37 7.30|"); // 63.50 and 12.07
    CHECK(value(store, "SELECT sum(open) FROM open_item_index WHERE item_id > 4") == "0");
    CHECK(breaches(store).empty());
}

TEST_CASE("one invoice of many deliveries is what was ordered")
{
    auto store = trading_company();
    auto order = service_order(store, 10, 50);
    for (int i = 0; i < 10; ++i)
        delivered(store, order, {{1, pieces(1)}});
    const auto invoice = invoiced(store, order).document;
    CHECK(invoice.net == Money{5});
    for (int i = 1; i <= 10; ++i)
        credited(store, order, invoice, {{i, pieces(1)}}, false);
    CHECK(value(store, "SELECT sum(net) || ' ' || sum(tax_amount) FROM document WHERE kind = "
                       "'credit'") == "5 1");
    CHECK(breaches(store).empty());
}

TEST_CASE("a part that does not come to the whole is found")
{
    const auto after = [](const char* table, const char* script) {
        auto store = trading_company();
        auto order = service_order(store, 100, 3350);
        delivered(store, order, {{1, pieces(25)}});
        invoiced(store, order);
        delivered(store, order);
        const auto invoice = invoiced(store, order).document;
        credited(store, order, invoice, {{1, pieces(25)}}, false);
        credited(store, order, invoice, {}, false);
        tamper(store, table, script);
        return breaches(store);
    };
    CHECK(after("document_line", "UPDATE document_line SET net = net WHERE id = 1").empty());
    CHECK(after("document_line", "UPDATE document_line SET net = 2513 WHERE id = 2").front() ==
          "line 1 of RE2026-00002 comes to 25.12, not to 25.13");
    CHECK(after("document_line", "UPDATE document_line SET net = 1675 WHERE id = 5").front() ==
          "line 1 of GU2026-00002 comes to 16.74, not to 16.75");
    CHECK(after("document_tax", "UPDATE document_tax SET tax_amount = 158 WHERE id = 3").front() ==
          "the tax of GU2026-00001 at 19 % is not that of its lines");
}

} // namespace crm::test
