// SPDX-License-Identifier: MIT
#include "crm/order/delivered.hpp"
#include "crm/store/settings.hpp"
#include "tests/unit/order/trading.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

Money cost_of(const Document& document)
{
    Money sum;
    for (const auto& line : document.lines)
        sum += line.cost.value();
    return sum;
}

} // namespace

TEST_CASE("partial deliveries and invoices in any sequence")
{
    auto store = trading_company();
    auto order =
        ordered(store, OrderKind::sale, {order_line(pump, 10, 1000), order_line(service, 1, 8000)});
    CHECK(throws(ErrorKind::rejected, [&] { invoiced(store, order); }));
    delivered(store, order, {{1, pieces(4)}});
    const auto first = invoiced(store, order).document;
    CHECK(first.number == "RE2026-00001");
    CHECK(first.net == Money{4000});
    CHECK(first.tax == Money{760});
    CHECK(order.invoiced == Progress::part);
    CHECK(order.status == OrderStatus::confirmed);
    CHECK(throws(ErrorKind::rejected, [&] { invoiced(store, order); }));
    order = order_by_id(store, order.id);
    delivered(store, order, {{1, pieces(3)}});
    delivered(store, order); // 3 pumps and the service
    const auto second = invoiced(store, order).document;
    REQUIRE(second.lines.size() == 3); // a line for a line of a delivery
    CHECK(second.lines[0].quantity == pieces(3));
    CHECK(second.lines[1].quantity == pieces(3));
    CHECK(second.lines[2].text == "Montage");
    CHECK(second.net == Money{14'000});
    CHECK(second.tax == Money{2660});
    CHECK(order.status == OrderStatus::invoiced);
    CHECK(order.invoiced == Progress::yes);
    CHECK(cost_of(first) + cost_of(second) == Money{6000 + 2000});
    CHECK(open_amount(store, 3, Side::receivable) == Money{4760 + 16'660});
    CHECK(value(store, "SELECT subject FROM log_entry ORDER BY id DESC") ==
          "invoice RE2026-00002 of order AU2026-00001, 166.60 EUR");
}

TEST_CASE("each delivery is taxed at the rate of its day")
{
    auto store = trading_company();
    auto order = sold(store, 10, "2020-06-15");
    delivered(store, order, {{1, pieces(5)}}, "2020-06-30");
    delivered(store, order, {}, "2020-07-01");
    const auto document = invoiced(store, order, "2020-07-02").document;
    REQUIRE(document.taxes.size() == 2);
    CHECK(document.taxes[0].rate == Rate{1900});
    CHECK(document.taxes[0].tax == Money{950});
    CHECK(document.taxes[1].rate == Rate{1600});
    CHECK(document.taxes[1].tax == Money{800});
    CHECK(document.gross() == Money{11'750});
}

TEST_CASE("exports and intra-community supplies are not taxed")
{
    auto store = trading_company();
    change(store, "UPDATE contact SET country = 'CH' WHERE id = 3");
    auto order = sold(store, 1);
    CHECK(order.tax == Money{});
    delivered(store, order);
    const auto made = invoiced(store, order);
    CHECK(made.document.tax == Money{});
    CHECK(made.document.tax_case == TaxCase::export_);
}

TEST_CASE("what is delivered is taxed by where it went, not by what the order says")
{
    auto store = trading_company();
    auto order =
        ordered(store, OrderKind::sale, {order_line(pump, 10, 1000), order_line(service, 1, 8000)});
    change(store, "INSERT INTO address (contact_id, usage, street, city, country, last_day) VALUES"
                  " (3, 'delivery', 'Gasse 3', 'Bern', 'CH', '2026-06-02')");
    order = order_by_id(store, order.id); // with what its lines are
    const auto abroad = delivered(store, order, {{1, pieces(4)}, {2, pieces(1)}}, "2026-06-02");
    CHECK(doubt_about_tax(store, order, abroad));
    const auto at_home = delivered(store, order, {}, "2026-06-03");
    CHECK_FALSE(doubt_about_tax(store, order, at_home));
    // What is recorded later does not move what went out.
    change(store, "DELETE FROM address WHERE contact_id = 3");
    const auto made = invoiced(store, order, "2026-06-05");
    const auto& document = made.document;
    CHECK(made.warnings.size() == 1); // no address; the tax was told at the delivery
    REQUIRE(document.lines.size() == 3);
    CHECK(document.tax_case == TaxCase::export_);
    CHECK(document.case_of(document.lines[0]) == TaxCase::export_);
    CHECK(document.case_of(document.lines[1]) == TaxCase::domestic);
    CHECK(document.case_of(document.lines[2]) == TaxCase::domestic); // the service, done at home
    CHECK(document.tax == Money{(6000 + 8000) * 19 / 100});
    const auto credit = credited(store, order, document, {}, false).document;
    CHECK(credit.tax == document.tax);
    CHECK(credit.case_of(credit.lines[0]) == TaxCase::export_);
    CHECK(credit.case_of(document_by_id(store, credit.id).lines[1]) == TaxCase::domestic);
}

TEST_CASE("a VAT ID that comes after the delivery counts from the beginning")
{
    auto store = trading_company();
    change(store, "UPDATE contact SET country = 'AT' WHERE id = 3");
    auto order = sold(store, 1);
    CHECK(order.tax == Money{190});
    delivered(store, order);
    change(store, "UPDATE contact SET vat_id = 'ATU12345675' WHERE id = 3");
    const auto made = invoiced(store, order);
    CHECK(made.warnings.size() == 2); // and no address
    const auto& document = made.document;
    CHECK(document.tax_case == TaxCase::intra_community);
    CHECK(document.tax == Money{});
    CHECK(document.vat_id == "ATU12345675");
}

TEST_CASE("what came back is not invoiced; what a part cost adds up")
{
    auto store = trading_company();
    change(store, "UPDATE product_stock_index SET worth = on_hand * 33333 WHERE product_id = 1");
    auto order = sold(store, 3); // three of 3.3333 are 10.00
    delivered(store, order);
    returned(store, order, {{1, pieces(1)}});
    const auto document = invoiced(store, order).document;
    CHECK(document.net == Money{2000});
    CHECK(value(store, "SELECT cost FROM delivery_line WHERE quantity < 0") == "-333");
    CHECK(cost_of(document) == Money{667});
    const auto part = credited(store, order, document, {{1, pieces(1)}}, true).document;
    const auto rest = credited(store, order, document, {}, true).document;
    CHECK(cost_of(part) == Money{334});
    CHECK(cost_of(rest) == Money{333});
    CHECK(value(store, "SELECT sum(cost) FROM delivery_line") == "0");
}

TEST_CASE("money without goods: not invoiced again by itself, but when it is said")
{
    auto store = trading_company();
    auto order = sold(store, 10);
    delivered(store, order);
    const auto document = invoiced(store, order).document;
    const auto credit = credited(store, order, document, {{1, pieces(4)}}, false).document;
    CHECK(credit.number == "GU2026-00001");
    CHECK(credit.corrects_id == document.id);
    CHECK(credit.gross() == Money{4760});
    CHECK(cost_of(credit) == Money{2400});
    CHECK(order.lines[0].invoiced == pieces(6));
    CHECK(order.lines[0].credited == pieces(4));
    CHECK(order.lines[0].delivered == pieces(10));
    CHECK(stock_of(store, pump) == 90);
    CHECK(open_amount(store, 3, Side::receivable) == Money{11'900 - 4760});
    CHECK(orders_to_invoice(store, std::nullopt).empty());
    CHECK(throws(ErrorKind::rejected, [&] { invoiced(store, order); }));
    order = order_by_id(store, order.id);
    const auto again = invoiced(store, order, "2026-06-06", true);
    CHECK(again.document.net == Money{4000});
    CHECK(cost_of(again.document) == Money{2400});
    REQUIRE_FALSE(again.warnings.empty());
    CHECK(order.lines[0].invoiced == pieces(10));
    CHECK(order.lines[0].credited == Quantity{});
}

TEST_CASE("credited goods may come back later")
{
    auto store = trading_company();
    auto order = sold(store, 10);
    delivered(store, order);
    credited(store, order, invoiced(store, order).document, {{1, pieces(4)}}, false);
    returned(store, order, {{1, pieces(3)}});
    CHECK(order.lines[0].credited == pieces(1));
    CHECK(order.lines[0].returned == pieces(3));
    CHECK(order.lines[0].delivered == pieces(7));
    CHECK(stock_of(store, pump) == 93);
    const auto lines = delivered_lines(store, order.id);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].given_back() == pieces(1));
    CHECK(lines[0].invoiced() == pieces(6));
    CHECK(lines[0].to_invoice() == Quantity{});
}

TEST_CASE("money with goods: stock and cost come back")
{
    auto store = trading_company();
    auto order = sold(store, 10);
    delivered(store, order);
    const auto document = invoiced(store, order).document;
    const auto made = credited(store, order, document, {{1, pieces(4)}}, true);
    REQUIRE(made.returned_goods);
    CHECK(made.returned_goods->number == "RS2026-00001");
    CHECK(order.lines[0].delivered == pieces(6));
    CHECK(order.lines[0].returned == pieces(4));
    CHECK(order.lines[0].invoiced == pieces(6));
    CHECK(order.lines[0].credited == Quantity{});
    CHECK(stock_of(store, pump) == 94);
    CHECK(product_stock(store, pump).unit_cost == UnitPrice{60'000});
    CHECK(value(store, "SELECT document_id FROM delivery WHERE kind = 'return'") ==
          std::to_string(made.document.id));
    CHECK(throws(ErrorKind::rejected, [&] {
        credited(store, order, document, {{1, pieces(7)}}, false);
    }));
    credited(store, order, document, {}, true); // the rest
    CHECK(stock_of(store, pump) == 100);
    CHECK(throws(ErrorKind::rejected, [&] { credited(store, order, document, {}, false); }));
    CHECK(throws(ErrorKind::rejected, [&] { credited(store, order, made.document, {}, false); }));
    CHECK(throws(ErrorKind::not_found, [&] {
        credited(store, order, document, {{2, pieces(1)}}, false);
    }));
    CHECK(open_amount(store, 3, Side::receivable) == Money{});
    delivered(store, order, {{1, pieces(10)}}); // all over again
    CHECK(invoiced(store, order).document.net == Money{10'000});
}

TEST_CASE("goods that come back with their money do so after they went out")
{
    auto store = trading_company();
    auto order = sold(store, 5);
    delivered(store, order, {}, "2026-06-10");
    const auto invoice = invoiced(store, order, "2026-06-01").document; // asked for beforehand
    CHECK(throws(ErrorKind::rejected,
                 [&] { credited(store, order, invoice, {}, true, "2026-06-09"); }));
    CHECK(value(store, "SELECT count(*) FROM document WHERE kind = 'credit'") == "0");
    credited(store, order, invoice, {{1, pieces(1)}}, false, "2026-06-09"); // money alone
    credited(store, order, invoice, {}, true, "2026-06-10");
    CHECK(stock_of(store, pump) == 99);
}

TEST_CASE("suppliers' invoices: our number, their reference, once")
{
    auto store = trading_company();
    auto order = ordered(store, OrderKind::purchase, {order_line(hose, 10, 300)});
    delivered(store, order, {{1, pieces(5)}});
    InvoiceRequest request;
    request.at = noon("2026-06-04");
    request.supplier_number = "R-77";
    const auto post = [&] {
        Transaction transaction(store);
        const auto posted = invoice_order(store, order, request);
        transaction.commit();
        return posted;
    };
    const auto first = post();
    CHECK(first.document.number == "ER2026-00001");
    CHECK(first.document.reference == "R-77");
    CHECK(first.document.gross() == Money{1605}); // 15.00 and 7 %
    CHECK(first.warnings.empty());
    delivered(store, order);
    CHECK(throws(ErrorKind::rejected, [&] { post(); }));
    order = order_by_id(store, order.id);
    request.supplier_number.clear();
    CHECK(post().warnings.size() == 1);
    CHECK(open_amount(store, 3, Side::payable) == Money{3210});
    CHECK(credited(store, order, first.document, {}, true).document.number == "EG2026-00001");
    CHECK(stock_of(store, hose) == 5);
}

TEST_CASE("a number that a former pattern made is not made again")
{
    auto store = trading_company();
    const auto set_pattern = [&](const char* key, const char* pattern) {
        Transaction transaction(store);
        set_setting(store, key, pattern);
        transaction.commit();
    };
    set_pattern("number.invoice", "R{year}-{number:4}");
    set_pattern("number.delivery", "L{number}");
    auto order = sold(store, 5);
    delivered(store, order);
    const auto invoice = invoiced(store, order).document;
    CHECK(invoice.number == "R2026-0001");
    set_pattern("number.invoice", "RE{year}-{number:5}");
    set_pattern("number.credit", "R{year}-{number:4}");
    set_pattern("number.delivery", "LS{number}");
    set_pattern("number.return", "L{number}");
    auto other = ordered(store, OrderKind::sale, {order_line(pump, 1, 1000)});
    change(store, "UPDATE order_head SET contact_id = 2 WHERE id = 2");
    other = order_by_id(store, other.id);
    delivered(store, other);
    const auto refused = [&](const auto& work) {
        const auto failure = thrown(work);
        return failure ? std::string(failure->what()) : std::string("done");
    };
    const auto invoice_of_other = invoiced(store, other).document;
    CHECK(refused([&] { credited(store, other, invoice_of_other, {}, false); }) ==
          "the next number, R2026-0001, is taken");
    set_pattern("number.credit", "GU{number}");
    CHECK(refused([&] { credited(store, other, invoice_of_other, {}, true); }) ==
          "the next number, L1, is taken");
    credited(store, other, invoice_of_other, {}, false);
}

TEST_CASE("days that look wrong and data that lack are said")
{
    auto store = trading_company();
    change(store, "UPDATE contact SET street = 'Weg 1', postcode = '37073', city = 'Göttingen'");
    change(store, "UPDATE contact SET tax_number = '20/123/45678' WHERE id = 1");
    auto order = sold(store, 30);
    delivered(store, order, {{1, pieces(1)}});
    CHECK(invoiced(store, order).warnings.empty());
    delivered(store, order, {{1, pieces(1)}}, "2026-06-10");
    const auto early = invoiced(store, order, "2026-06-03").warnings;
    CHECK(early == std::vector<std::string>{
                       "RE2026-00002 of 2026-06-03 lies before the number before it, of 2026-06-04",
                       "RE2026-00002 of 2026-06-03 lies before the delivery of 2026-06-10"});
    change(store, "UPDATE contact SET street = NULL WHERE id = 3");
    delivered(store, order);
    CHECK(invoiced(store, order, "2026-06-30").warnings ==
          std::vector<std::string>{
              "RE2026-00003 lacks what § 14 UStG demands: the recipient's address"});
}

TEST_CASE("what is to be invoiced, by a day")
{
    auto store = trading_company();
    auto order = sold(store, 10);
    CHECK(orders_to_invoice(store, std::nullopt).empty());
    delivered(store, order, {{1, pieces(2)}}, "2026-06-02");
    delivered(store, order, {}, "2026-06-20");
    auto bought = ordered(store, OrderKind::purchase, {order_line(hose, 10, 300)});
    delivered(store, bought);
    using Ids = std::vector<std::int64_t>;
    CHECK(orders_to_invoice(store, std::nullopt) == Ids{order.id});
    CHECK(orders_to_invoice(store, day_of("2026-06-01")).empty());
    CHECK(orders_to_invoice(store, day_of("2026-06-02")) == Ids{order.id});
    Transaction transaction(store);
    InvoiceRequest request;
    request.at = noon("2026-06-30");
    request.until = day_of("2026-06-02");
    CHECK(invoice_order(store, order, request).document.net == Money{2000});
    transaction.commit();
    CHECK(orders_to_invoice(store, day_of("2026-06-19")).empty());
    CHECK(orders_to_invoice(store, day_of("2026-06-20")) == Ids{order.id});
}

} // namespace crm::test
