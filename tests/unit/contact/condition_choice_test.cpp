// SPDX-License-Identifier: MIT
#include "crm/contact/condition_choice.hpp"
#include "tests/unit/contact/people.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr std::int64_t company = 3;
constexpr std::int64_t eva = 4;

/// Records conditions one after the other, with the least that there is to say.
class Agreements
{
  public:
    explicit Agreements(Store& store) : store_(store) {}

    std::int64_t discount(std::int64_t contact, const std::string& product,
                          const std::string& group = "", std::optional<Date> agreed_on = {})
    {
        Condition condition;
        condition.kind = ConditionKind::discount;
        condition.rate = Rate{500};
        condition.product = product;
        condition.group = group;
        condition.agreed_on = agreed_on;
        return add(contact, condition);
    }
    std::int64_t price(std::int64_t contact, const std::string& product,
                       std::optional<Quantity> from = {})
    {
        Condition condition;
        condition.kind = ConditionKind::price;
        condition.product = product;
        condition.from_quantity = from;
        return add(contact, condition);
    }

  private:
    std::int64_t add(std::int64_t contact, Condition& condition)
    {
        condition.contact_id = contact;
        condition.recorded_on = today;
        Transaction transaction(store_);
        const auto id = add_condition(store_, condition);
        transaction.commit();
        return id;
    }

    Store& store_;
};

ConditionCase of(std::int64_t contact, std::string product, std::optional<std::string> group = {})
{
    ConditionCase wanted;
    wanted.contact_id = contact;
    wanted.product = std::move(product);
    wanted.group = std::move(group);
    wanted.day = today;
    return wanted;
}

/// The id of the condition that applies, 0 if there is none.
std::int64_t applying(Store& store, ConditionKind kind, const ConditionCase& wanted)
{
    const auto found = applying_condition(store, kind, wanted);
    return found ? found->id : 0;
}

std::int64_t discount_for(Store& store, const ConditionCase& wanted)
{
    return applying(store, ConditionKind::discount, wanted);
}

} // namespace

TEST_CASE("the product goes before its group, the group before everything")
{
    auto store = small_company();
    Agreements agreed(store);
    const auto product = agreed.discount(company, "A-100");
    const auto group = agreed.discount(company, "", "Werkzeug");
    const auto everything = agreed.discount(company, "");
    CHECK(discount_for(store, of(company, " a-100", "WERKZEUG")) == product);
    CHECK(discount_for(store, of(company, "B-200", "werkzeug")) == group);
    CHECK(discount_for(store, of(company, "B-200", "Holz")) == everything);
    CHECK(discount_for(store, of(company, "B-200")) == everything); // its group is not known
    CHECK(discount_for(store, of(company, "")) == everything);
    CHECK(discount_for(store, of(1, "A-100")) == 0);
}

TEST_CASE("a person's own goes before what is agreed with the main employer")
{
    auto store = small_company();
    Agreements agreed(store);
    const auto employer = agreed.discount(company, "A-100");
    CHECK(discount_for(store, of(eva, "A-100")) == employer);
    const auto own = agreed.discount(eva, "");
    CHECK(discount_for(store, of(eva, "A-100")) == own);
    CHECK(discount_for(store, of(company, "A-100")) == employer);
    store.execute("UPDATE employment SET last_day = '2026-06-29' WHERE person_id = 4");
    change(store, "UPDATE condition SET last_day = '2026-06-29' WHERE contact_id = 4");
    CHECK(discount_for(store, of(eva, "A-100")) == 0);
}

TEST_CASE("among equals the one agreed last counts, then the one recorded last")
{
    auto store = small_company();
    Agreements agreed(store);
    const auto newest = agreed.discount(company, "", "", today);
    agreed.discount(company, "", "", today - std::chrono::days(30));
    CHECK(discount_for(store, of(company, "A-100")) == newest);
    const auto undated = agreed.discount(company, ""); // agreed when it was recorded: today
    CHECK(discount_for(store, of(company, "A-100")) == undated);
}

TEST_CASE("the price of the highest quantity that is reached counts")
{
    auto store = small_company();
    Agreements agreed(store);
    const auto hundred = agreed.price(company, "A-100", Quantity{100'000});
    const auto ten = agreed.price(company, "A-100", Quantity{10'000});
    const auto any = agreed.price(company, "A-100");
    const auto price_of = [&](std::int64_t thousandths) {
        auto wanted = of(company, "A-100");
        wanted.quantity = Quantity{thousandths};
        return applying(store, ConditionKind::price, wanted);
    };
    CHECK(price_of(100'000) == hundred);
    CHECK(price_of(99'999) == ten);
    CHECK(price_of(10'000) == ten);
    CHECK(price_of(9'999) == any);
    CHECK(discount_for(store, of(company, "A-100")) == 0);
}

TEST_CASE("the explanation says of each why it applies or not")
{
    auto store = small_company();
    Agreements agreed(store);
    agreed.discount(company, "A-100");
    agreed.discount(eva, "");
    agreed.discount(eva, "A-100", "", today - std::chrono::days(1));
    agreed.discount(eva, "A-100");
    agreed.discount(eva, "B-200");
    agreed.discount(eva, "", "Werkzeug");
    agreed.price(company, "A-100", Quantity{10'000});
    std::vector<std::string> lines;
    for (const auto& weighed : explain_conditions(store, of(eva, "A-100")))
        lines.push_back(std::to_string(weighed.condition.id) +
                        (weighed.applies ? " yes " : " no ") + weighed.reason);
    CHECK(lines == std::vector<std::string>{
                       "4 yes agreed for this product", "3 no condition 4 was agreed later",
                       "2 no condition 4 is more specific", "1 no condition 4 is the person's own",
                       "6 no the group of the product is not known",
                       "7 no only from a quantity of 10 on"});
}

TEST_CASE("conditions on nothing in particular are chosen alike")
{
    auto store = small_company();
    Condition terms;
    terms.contact_id = company;
    terms.kind = ConditionKind::terms;
    terms.text = "30 net";
    terms.recorded_on = today;
    {
        Transaction transaction(store);
        add_condition(store, terms);
        transaction.commit();
    }
    CHECK(applying(store, ConditionKind::terms, of(eva, "")) == 1);
    CHECK(applying(store, ConditionKind::delivery, of(eva, "")) == 0);
}

} // namespace crm::test
