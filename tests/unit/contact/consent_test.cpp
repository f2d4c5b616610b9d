// SPDX-License-Identifier: MIT
#include "crm/contact/consent.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr std::int64_t company = 3;
constexpr std::int64_t eva = 4;
const LocalTime noon{today, 12 * 60};

template<class Change>
auto within(Store& store, Change change)
{
    Transaction transaction(store);
    const auto result = change();
    transaction.commit();
    return result;
}

Blocked block(Store& store, std::string_view channel, const std::string& reason = "")
{
    return within(store, [&] { return block_channel(store, eva, channel, {reason, ""}, noon); });
}

bool allow(Store& store, std::string_view channel, const std::string& source = "Messe")
{
    return within(store, [&] {
        return allow_channel(store, eva, channel, {source, "", std::nullopt}, noon);
    });
}

void prefer(Store& store, std::string_view channel)
{
    within(store, [&] {
        prefer_channel(store, eva, channel);
        return 0;
    });
}

std::string preferred(Store& store)
{
    return value(store, "SELECT preferred_channel FROM contact WHERE id = 4");
}

} // namespace

TEST_CASE("the history keeps every word, with who recorded it, and the last one counts")
{
    auto store = small_company(acting("äb"));
    CHECK_FALSE(block(store, "email", "zu oft").before);
    CHECK(allow(store, "email"));
    CHECK_FALSE(allow(store, "post"));
    const auto history = consent_history(store, eva);
    REQUIRE(history.size() == 3);
    CHECK(history[0].at == "2026-06-30T12:00");
    CHECK(history[0].channel == "email");
    CHECK(history[0].blocks);
    CHECK(history[0].reason == "zu oft");
    CHECK(history[0].staff == "ÄB");
    CHECK_FALSE(history[1].blocks);
    CHECK(history[1].source == "Messe");
    CHECK(consent_history(store, company).empty());

    const auto current = current_consents(store, eva);
    REQUIRE(current.size() == 2);
    CHECK(current[0].channel == "post");
    CHECK(current[1].channel == "email");
    CHECK_FALSE(current[1].blocks);
    CHECK_FALSE(current_consent(store, eva, "fax"));
}

TEST_CASE("rows of consents are neither changed nor deleted")
{
    auto store = small_company();
    block(store, "email");
    CHECK(
        throws(ErrorKind::rejected, [&] { change(store, "UPDATE consent SET state = 'allow'"); }));
    CHECK(throws(ErrorKind::rejected, [&] { change(store, "DELETE FROM consent"); }));
    // Only what erasing a person takes can be taken.
    for (const char* sql : {"UPDATE consent SET reason = 'x'", "UPDATE consent SET source = 'x'",
                            "UPDATE consent SET wording = 'x'",
                            "UPDATE consent SET reason = '(erased)', channel = 'fax'"})
        CHECK_MESSAGE(throws(ErrorKind::rejected, [&] { change(store, sql); }), std::string(sql));
    change(store, "UPDATE consent SET reason = '(erased)', source = '(erased)'");
}

TEST_CASE("what is blocked is blocked again only for another reason")
{
    auto store = small_company();
    block(store, "email");
    CHECK(block(store, "email").before);
    CHECK(consent_history(store, eva).size() == 1);
    CHECK(block(store, "email", "Anruf vom 3. Mai").before);
    CHECK(consent_history(store, eva).size() == 2);
    block(store, "email", " Anruf vom 3. Mai ");
    block(store, "email");
    CHECK(consent_history(store, eva).size() == 2);
}

TEST_CASE("a blocked channel is not preferred, and a preferred one that is blocked is no longer")
{
    auto store = small_company();
    prefer(store, "email");
    CHECK(preferred(store) == "email");
    CHECK_FALSE(block(store, "post").preferred);
    CHECK(preferred(store) == "email");
    CHECK(block(store, "email").preferred);
    CHECK(preferred(store) == "");
    const auto refused = thrown([&] { prefer(store, "email"); });
    REQUIRE(refused);
    CHECK(refused->kind == ErrorKind::rejected);
    CHECK(std::string(refused->what()) == "email is blocked for Eva Meier since 2026-06-30");
    allow(store, "email");
    prefer(store, "email");
    CHECK(preferred(store) == "email");
    prefer(store, "visit"); // no channel of advertising: nothing to block
    prefer(store, "none");
    CHECK(preferred(store) == "");
}

TEST_CASE("unknown channels are wrong usage, with the choices")
{
    auto store = small_company();
    for (const char* channel : {"visit", "mail", "", "E-Mail"}) {
        CAPTURE(channel);
        const auto refused = thrown([&] { block(store, channel); });
        REQUIRE(refused);
        CHECK(refused->kind == ErrorKind::usage);
        CHECK(refused->hint == "one of: post, email, newsletter, phone, sms, fax");
        CHECK(throws(ErrorKind::usage, [&] { allow(store, channel); }));
    }
    CHECK(thrown([&] { prefer(store, "pigeon"); })->hint ==
          "one of: post, email, newsletter, phone, sms, fax, mobile, visit, none");
}

TEST_CASE("a consent needs a source, and is not confirmed before its time")
{
    auto store = small_company();
    CHECK(throws(ErrorKind::rejected, [&] { allow(store, "email", "  "); }));
    const auto confirmed = [&](Date day) {
        within(store, [&] {
            return allow_channel(store, eva, "email", {"Web", "Ja, gern", day}, noon);
        });
    };
    CHECK(throws(ErrorKind::rejected, [&] { confirmed(today + std::chrono::days(1)); }));
    CHECK(consent_history(store, eva).empty());
    confirmed(today);
    CHECK(consent_history(store, eva).front().confirmed_on == today);
    CHECK(value(store, "SELECT wording FROM consent") == "Ja, gern");
}

} // namespace crm::test
