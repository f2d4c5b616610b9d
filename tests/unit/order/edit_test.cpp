// SPDX-License-Identifier: MIT
#include "crm/order/check.hpp"
#include "crm/order/confirmation.hpp"
#include "crm/order/edit.hpp"
#include "tests/unit/order/placing.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

/// Whether a change of an order is taken; it is taken back if it is not.
template<class Change>
bool takes(Store& store, std::int64_t id, Change change)
{
    auto order = order_by_id(store, id);
    change(order);
    return !thrown([&] {
        Transaction transaction(store);
        edit_order(store, order);
        transaction.commit();
    });
}

void set_reference(Order& order)
{
    order.reference = "R-2";
}
void set_person(Order& order)
{
    order.person_id = 4;
}
void set_validity(Order& order)
{
    order.valid_until = today + std::chrono::days(7);
}
void set_delivery(Order& order)
{
    order.deliver_by = today + std::chrono::days(7);
}
} // namespace

TEST_CASE("the head of a draft or a quote may change, its day and contact aside")
{
    auto store = shop();
    const auto quote = make_order(store, {"HY-100:1"}, OrderStatus::quote).id;
    const auto draft = make_order(store, {"HY-100:1"}).id;
    for (const auto id : {quote, draft}) {
        CHECK(takes(store, id, set_reference));
        CHECK(takes(store, id, set_person));
        CHECK(takes(store, id, set_delivery));
        CHECK(takes(store, id, set_validity) == (id == quote));
        const auto stored = order_by_id(store, id);
        CHECK(stored.reference == "R-2");
        CHECK(stored.person_id == 4);
        CHECK(stored.deliver_by == today + std::chrono::days(7));
        CHECK(stored.net == Money{1250});
    }
}

TEST_CASE("of an order that binds the person stays, and all of one that is invoiced or given up")
{
    auto store = shop();
    const auto id = confirmed(store, {"HY-100:1"}).id;
    CHECK(takes(store, id, set_reference));
    CHECK(takes(store, id, set_delivery));
    CHECK_FALSE(takes(store, id, set_person));
    CHECK_FALSE(takes(store, id, set_validity));
    CHECK(order_by_id(store, id).status == OrderStatus::confirmed);
    for (const char* status : {"invoiced", "cancelled", "lost", "accepted"}) {
        tamper(store, "order_head",
               ("UPDATE order_head SET status = '" + std::string(status) + "'").c_str());
        CHECK_FALSE_MESSAGE(takes(store, id, set_delivery), status);
    }
}

TEST_CASE("a confirmation keeps both sides from the day on which the order bound")
{
    auto store = shop();
    const auto draft = make_order(store, {"HY-100:1"});
    CHECK_FALSE(kept_confirmation(store, draft.id));
    const auto order = confirmed(store, {"HY-100:1"});
    auto quote = make_order(store, {"HY-100:1"}, OrderStatus::quote);
    Transaction transaction(store);
    const auto accepted = accept_quote(store, quote, today, at_noon, false);
    transaction.commit();
    const auto before = confirmation_on(store, order, today);
    change(store, "UPDATE contact SET name = 'Neu', phone = '0221 99', vat_id = 'DE136695976'"
                  " WHERE id IN (1, 3)");
    for (const auto id : {order.id, accepted.id}) {
        const auto kept = kept_confirmation(store, id).value();
        CHECK(kept.recipient == before.recipient);
        CHECK(kept.vat_id.empty());
        CHECK(kept.seller.address == before.seller.address);
        CHECK(kept.seller.phone.empty());
    }
    CHECK_FALSE(kept_confirmation(store, quote.id));
    CHECK(value(store, "SELECT count(*) FROM seller") == "1");
    CHECK(confirmation_on(store, order, today).recipient.front() == "Neu");
    CHECK(throws(ErrorKind::rejected,
                 [&] { change(store, "UPDATE order_confirmation SET recipient = 'X'"); }));
    CHECK(throws(ErrorKind::rejected, [&] {
        change(store, "UPDATE order_confirmation SET recipient = NULL, order_id = order_id + 9");
    }));
    change(store, "UPDATE order_confirmation SET recipient = NULL, vat_id = NULL");
    CHECK(kept_confirmation(store, order.id).value().recipient.empty());
}

TEST_CASE("a confirmation of what does not bind is found")
{
    auto store = shop();
    confirmed(store, {"HY-100:1"});
    tamper(store, "order_head", "UPDATE order_head SET status = 'quote'");
    std::string found;
    for (const auto& check : order_checks())
        check.run(store, [&](const std::string& text) { found += text + '\n'; });
    CHECK(found.find("AU2026-00001 keeps what its confirmation says, and binds nobody") !=
          std::string::npos);
}

} // namespace crm::test
