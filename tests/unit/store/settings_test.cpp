// SPDX-License-Identifier: MIT
#include "crm/store/settings.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("a setting has its default until it is set")
{
    auto store = Store::in_memory(acting());
    CHECK(setting(store, "currency") == "EUR");
    CHECK(set_values(store, "currency").empty());
    set_setting(store, "currency", "CHF");
    CHECK(setting(store, "currency") == "CHF");
    set_setting(store, "currency", "USD");
    CHECK(setting(store, "currency") == "USD");
    CHECK(set_values(store, "currency").size() == 1);
}

TEST_CASE("a dated value counts from its day on")
{
    auto store = Store::in_memory(acting());
    const auto day = *parse_iso_date("1999-01-01");
    set_setting(store, "mailing.days", "10");
    set_setting(store, "mailing.days", "20", day);
    CHECK(setting(store, "mailing.days", day - std::chrono::days(1)) == "10");
    CHECK(setting(store, "mailing.days", day) == "20");
    CHECK(setting(store, "mailing.days") == "20");
    const auto values = set_values(store, "mailing.days");
    REQUIRE(values.size() == 2);
    CHECK(values[0].value == "10");
    CHECK_FALSE(values[0].from);
    CHECK(values[1].from == day);
}

TEST_CASE("a dated value alone leaves the default before it")
{
    auto store = Store::in_memory(acting());
    set_setting(store, "mailing.days", "20", *parse_iso_date("2030-01-01"));
    CHECK(setting(store, "mailing.days", *parse_iso_date("2029-12-31")) == "30");
}

TEST_CASE("a value of a day to come waits for it, where no day is asked of, too")
{
    auto options = acting();
    options.today = *parse_iso_date("2026-06-30");
    auto store = Store::in_memory(options);
    set_setting(store, "mailing.days", "20", *parse_iso_date("2026-07-01"));
    CHECK(setting_number(store, "mailing.days") == 30);
    set_setting(store, "mailing.days", "10", *parse_iso_date("2026-06-30"));
    CHECK(setting_number(store, "mailing.days") == 10);
}

TEST_CASE("what cannot change on a day is not set from a day on")
{
    auto store = Store::in_memory(acting());
    for (const auto* key : {"currency", "phone.area_code"})
        CHECK(throws(ErrorKind::usage, [&] {
            set_setting(store, key, setting(store, key), *parse_iso_date("2030-01-01"));
        }));
}

TEST_CASE("unknown keys and impossible values are refused")
{
    auto store = Store::in_memory(acting());
    const auto unknown = thrown([&] { set_setting(store, "curency", "EUR"); });
    REQUIRE(unknown);
    CHECK(unknown->kind == ErrorKind::not_found);
    CHECK(unknown->hint == "did you mean 'currency'?");
    CHECK(throws(ErrorKind::not_found, [&] { setting(store, "curency"); }));
    for (const char* value : {"", "eur", "EURO", "EU1"})
        CHECK(throws(ErrorKind::rejected, [&] { set_setting(store, "currency", value); }));
    for (const char* value : {"", "-1", "101", "1.5", "ten", " 5"})
        CHECK(throws(ErrorKind::rejected,
                     [&] { set_setting(store, "duplicates.min_score", value); }));
    CHECK(throws(ErrorKind::rejected, [&] { set_setting(store, "phone.area_code", "0551-"); }));
    set_setting(store, "duplicates.min_score", "100");
    set_setting(store, "phone.area_code", "");
}

TEST_CASE("settings of reminders have one value a level")
{
    auto store = Store::in_memory(acting());
    const auto refused = [&](const char* key, const char* value) {
        return throws(ErrorKind::rejected, [&] { set_setting(store, key, value); });
    };
    for (const char* value : {"", " ", "-1", "1 x", "1.234"})
        CHECK(refused("dunning.fee", value));
    for (const char* value : {"", "6", "7 6", "367", "7,8"})
        CHECK(refused("dunning.gap", value));
    for (const char* value : {"", "yes maybe", "1"})
        CHECK(refused("dunning.interest", value));
    for (const char* value : {"", "0", "10", "x"})
        CHECK(refused("dunning.levels", value));
    for (const char* value : {"", "-0.01"})
        CHECK(refused("dunning.minimum", value));
    for (const char* value : {"", "due+31"})
        CHECK(refused("interest.start", value));
    CHECK(refused("interest.base", "x"));
    set_setting(store, "dunning.fee", "0 2.50  7");
    CHECK(setting_words(store, "dunning.fee", *parse_iso_date("2026-06-30")) ==
          std::vector<std::string>{"0", "2.50", "7"});
    set_setting(store, "dunning.term", "0 366");
    set_setting(store, "interest.base", "-0.88", *parse_iso_date("2027-01-01"));
    for (const char* day : {"2027-01-02", "2027-06-30", "2027-07-02", "2027-12-31", "2027-10-01"})
        CHECK(throws(ErrorKind::rejected,
                     [&] { set_setting(store, "interest.base", "1.77", *parse_iso_date(day)); }));
    set_setting(store, "interest.base", "1.77", *parse_iso_date("2027-07-01"));
}

TEST_CASE("settings that a tax adviser or a discount could not live with are refused")
{
    auto store = Store::in_memory(acting());
    const auto refused = [&](const char* key, const char* value) {
        return throws(ErrorKind::rejected, [&] { set_setting(store, key, value); });
    };
    for (const char* value : {"12a", "120", "12000"})
        CHECK(refused("datev.accounts.bank", value));
    for (const char* value : {"19=27000", "19=2700/", "19=2700/x", "19=2700/12345", "19=/9"})
        CHECK(refused("datev.accounts.write-off-received", value));
    for (const char* value :
         {"19.0=8400", "x=8400", "=8400", "exports=8120", "export-standard=8120",
          "export-services=8338", "export-reduced-service=8338", "domestic=8400"})
        CHECK(refused("datev.accounts.revenue", value));
    set_setting(store, "datev.accounts.revenue",
                "19=8400 5.5=8315 export-service=8338 intra-community-service-reduced=3113 "
                "export-zero=8120");
    for (const char* value : {"0", "100000", "99999999999", "x"})
        CHECK(refused("datev.client", value));
    for (const char* value : {"1000", "10000000"})
        CHECK(refused("datev.consultant", value));
    for (const char* value : {"-1", "5.01", "200", "x"})
        CHECK(refused("skonto.tolerance", value));
    for (const char* value : {"-3", "1000.01"})
        CHECK(refused("skonto.min-rate", value));
    for (const char* value : {"", "-1", "101"})
        CHECK(refused("skonto.grace", value));
    set_setting(store, "datev.accounts.bank", "1200");
    set_setting(store, "datev.accounts.write-off-received", "19=2700/9 0=2700");
    set_setting(store, "datev.client", "99999");
    set_setting(store, "datev.consultant", "1001");
    set_setting(store, "skonto.tolerance", "5");
    set_setting(store, "skonto.min-rate", "0");
}

TEST_CASE("every default is a value that its setting takes")
{
    for (const auto& info : settings())
        CHECK(takes_value(info, info.default_value));
}

} // namespace crm::test
