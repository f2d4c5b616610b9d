// SPDX-License-Identifier: MIT
#include "crm/contact/condition.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr std::int64_t company = 3;
constexpr std::int64_t eva = 4;
const Date yesterday = today - std::chrono::days(1);

Condition of_kind(ConditionKind kind)
{
    Condition condition;
    condition.contact_id = company;
    condition.kind = kind;
    condition.recorded_on = today;
    if (kind == ConditionKind::price)
        condition.product = "A-100";
    else if (kind != ConditionKind::discount && kind != ConditionKind::credit_limit &&
             kind != ConditionKind::freight_free_from)
        condition.text = "etwas";
    return condition;
}

std::int64_t record(Store& store, const Condition& condition)
{
    Transaction transaction(store);
    const auto id = add_condition(store, condition);
    transaction.commit();
    return id;
}

void end(Store& store, std::int64_t id, Date day)
{
    Transaction transaction(store);
    end_condition(store, id, day);
    transaction.commit();
}

std::vector<std::int64_t> ids(const std::vector<Condition>& conditions)
{
    std::vector<std::int64_t> found;
    for (const auto& condition : conditions)
        found.push_back(condition.id);
    return found;
}

using Ids = std::vector<std::int64_t>;

} // namespace

TEST_CASE("every kind comes back as it was recorded, its value as it is given")
{
    auto store = small_company(acting("ÄB"));
    const auto written = [&](const Condition& condition) {
        return value_of(condition_by_id(store, record(store, condition)));
    };
    auto discount = of_kind(ConditionKind::discount);
    discount.rate = Rate{250};
    CHECK(written(discount) == "2.5");
    auto price = of_kind(ConditionKind::price);
    price.price = UnitPrice{12'5000};
    CHECK(written(price) == "12.50");
    price.from_quantity = Quantity{100'000};
    CHECK(written(price) == "12.50 from 100");
    auto limit = of_kind(ConditionKind::credit_limit);
    limit.amount = Money{5000'00};
    CHECK(written(limit) == "5000.00");
    auto freight = of_kind(ConditionKind::freight_free_from);
    freight.amount = Money{250'00};
    CHECK(written(freight) == "250.00");
    auto terms = of_kind(ConditionKind::terms);
    terms.text = "3% 7, 30 net";
    CHECK(written(terms) == "3% 7, 30 net");
    for (const auto kind : {ConditionKind::delivery, ConditionKind::payment, ConditionKind::text})
        CHECK(written(of_kind(kind)) == "etwas");
    CHECK(ids(conditions_in_force(store, company, today)) == Ids{1, 2, 3, 4, 5, 6, 7, 8, 9});
}

TEST_CASE("who, with whom, when and why is kept")
{
    auto store = small_company(acting("ÄB"));
    store.execute("INSERT INTO log_entry (at, contact_id, company_id, channel, direction, subject)"
                  "VALUES ('2026-06-29T10:00', 3, 3, 'phone', 'in', 'Rabatt')");
    auto condition = of_kind(ConditionKind::discount);
    condition.rate = Rate{500};
    condition.group = "Werkzeug";
    condition.agreed_with_id = eva;
    condition.agreed_on = yesterday;
    condition.log_id = 1;
    condition.note = "gilt auch für Ersatzteile";
    const auto kept = condition_by_id(store, record(store, condition));
    CHECK(kept.contact_number == "10002");
    CHECK(kept.contact == "Müller GmbH");
    CHECK(scope_of(kept) == "group:Werkzeug");
    CHECK(kept.staff == "ÄB");
    CHECK(kept.agreed_with == "10003");
    CHECK(kept.agreed_on == yesterday);
    CHECK(kept.log_id == 1);
    CHECK(kept.recorded_on == today);
    CHECK(kept.note == "gilt auch für Ersatzteile");

    condition.agreed_with_id = company;
    CHECK(throws(ErrorKind::rejected, [&] { record(store, condition); }));
    condition.agreed_with_id = eva;
    condition.log_id = 2;
    CHECK(throws(ErrorKind::not_found, [&] { record(store, condition); }));
    CHECK(throws(ErrorKind::not_found, [&] { condition_by_id(store, 2); }));
}

TEST_CASE("impossible values are rejected and nothing is written")
{
    auto store = small_company();
    const auto refused = [&](ConditionKind kind, auto spoil) {
        auto condition = of_kind(kind);
        spoil(condition);
        return throws(ErrorKind::rejected, [&] { record(store, condition); });
    };
    using Kind = ConditionKind;
    CHECK(refused(Kind::discount, [](Condition& c) { c.rate = Rate{10001}; }));
    CHECK(refused(Kind::discount, [](Condition& c) { c.rate = Rate{-1}; }));
    CHECK(refused(Kind::price, [](Condition& c) { c.price = UnitPrice{-1}; }));
    CHECK(refused(Kind::price, [](Condition& c) { c.from_quantity = Quantity{0}; }));
    CHECK(refused(Kind::price, [](Condition& c) { c.product = " "; }));
    CHECK(refused(Kind::credit_limit, [](Condition& c) { c.amount = Money{-1}; }));
    CHECK(refused(Kind::freight_free_from, [](Condition& c) { c.amount = Money{-1}; }));
    CHECK(refused(Kind::text, [](Condition& c) { c.text = " "; }));
    CHECK(refused(Kind::text, [](Condition& c) {
        c.first_day = today;
        c.last_day = yesterday;
    }));
    CHECK(value(store, "SELECT count(*) FROM condition") == "0");
    auto all = of_kind(Kind::discount);
    all.rate = Rate{10000};
    CHECK(record(store, all) == 1);
}

TEST_CASE("a condition is in force from its first to its last day, without them always")
{
    auto store = small_company();
    auto bounded = of_kind(ConditionKind::text);
    bounded.first_day = today;
    bounded.last_day = today;
    record(store, bounded);
    record(store, of_kind(ConditionKind::text));
    CHECK(ids(conditions_in_force(store, company, yesterday)) == Ids{2});
    CHECK(ids(conditions_in_force(store, company, today)) == Ids{1, 2});
    CHECK(ids(conditions_in_force(store, company, today + std::chrono::days(1))) == Ids{2});
    CHECK(conditions_in_force(store, eva, today).empty());
}

TEST_CASE("a condition ends once, not before it begins, and is never changed")
{
    auto store = small_company();
    auto condition = of_kind(ConditionKind::text);
    condition.first_day = today;
    record(store, condition);
    CHECK(throws(ErrorKind::rejected, [&] { end(store, 1, yesterday); }));
    const auto later = today + std::chrono::days(10);
    end(store, 1, later);
    end(store, 1, today); // sooner is possible
    CHECK(ids(conditions_in_force(store, company, today)) == Ids{1});
    CHECK(conditions_in_force(store, company, later).empty());
    CHECK(throws(ErrorKind::rejected, [&] { end(store, 1, today); }));
    CHECK(throws(ErrorKind::rejected, [&] { end(store, 1, later); }));
    CHECK(throws(ErrorKind::not_found, [&] { end(store, 2, today); }));
    CHECK(throws(ErrorKind::rejected,
                 [&] { change(store, "UPDATE condition SET text = 'anderes'"); }));
    CHECK(throws(ErrorKind::rejected,
                 [&] { change(store, "UPDATE condition SET last_day = NULL"); }));
    CHECK(throws(ErrorKind::rejected, [&] { change(store, "DELETE FROM condition"); }));
}

TEST_CASE("the list is by contact; archived contacts stay out of it unless asked for")
{
    auto store = small_company();
    record(store, of_kind(ConditionKind::text));
    auto hers = of_kind(ConditionKind::text);
    hers.contact_id = eva;
    record(store, hers);
    record(store, of_kind(ConditionKind::text));
    const auto listed = [&](const ConditionFilter& filter) {
        Ids found;
        list_conditions(store, filter, [&](const Condition& condition) {
            found.push_back(condition.id);
            return true;
        });
        return found;
    };
    CHECK(listed({.contact_id = {}, .day = today}) == Ids{1, 3, 2});
    store.execute("UPDATE contact SET archived_on = '2026-06-30' WHERE id = 3");
    CHECK(listed({.contact_id = {}, .day = today}) == Ids{2});
    CHECK(listed({.contact_id = {}, .day = today, .archived = true}) == Ids{1, 3, 2});
}

} // namespace crm::test
