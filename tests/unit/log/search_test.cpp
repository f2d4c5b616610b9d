// SPDX-License-Identifier: MIT
#include "crm/log/text_index.hpp"
#include "tests/unit/log/talking.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

using Ids = std::vector<std::int64_t>;
using Texts = std::vector<std::string>;

Store some_talks()
{
    auto store = small_company();
    talk(store, "2026-06-01T10:00", "Angebot für Schläuche", 3); // 1
    auto second = entry_at("2026-06-02T10:00", "Neue Lieferadresse");
    second.text = "Lieferung ab Juli nach München, nicht mehr nach Ulm. \"Eilt\" & OR NOT";
    talk(store, second, 3); // 2
    auto third = entry_at("2026-06-03T10:00", "Lieferung");
    third.text = "Neue Preise";
    talk(store, third, 4); // 3
    return store;
}

Ids found(Store& store, const Texts& texts, std::int64_t limit = -1)
{
    return ids_of([&](const auto& use) { list_found(store, texts, limit, use); });
}

} // namespace

TEST_CASE("every word must occur, in any field, blind to umlauts and case")
{
    auto store = some_talks();
    CHECK(found(store, {"schlaeuche"}) == Ids{1});
    CHECK(found(store, {"SCHLAUCHE fuer"}) == Ids{1});
    CHECK(found(store, {"muenchen", "neue"}) == Ids{2});
    CHECK(found(store, {"lieferung", "angebot"}) == Ids{});
    CHECK(found(store, {"liefer"}) == Ids{}); // whole words
}

TEST_CASE("best first; of equals the newest; as many as asked for")
{
    auto store = some_talks();
    CHECK(found(store, {"lieferung"}) == Ids{3, 2}); // the shorter entry says it louder
    CHECK(found(store, {"lieferung"}, 1) == Ids{3});
    talk(store, "2026-06-01T10:00", "Angebot für Schläuche", 3);
    CHECK(found(store, {"angebot"}) == Ids{4, 1});
}

TEST_CASE("phrases, exclusions, prefixes")
{
    auto store = some_talks();
    CHECK(found(store, {"\"nach ulm\""}) == Ids{2});
    CHECK(found(store, {"\"ulm nach\""}) == Ids{});
    CHECK(found(store, {"lieferung -preise"}) == Ids{2});
    CHECK(found(store, {"lieferung", "-\"nach ulm\""}) == Ids{3});
    CHECK(found(store, {"liefer*"}) == Ids{3, 2});
    CHECK(found(store, {"\"neue liefer\"*"}) == Ids{2});
    CHECK(found(store, {"\"nach ulm"}) == Ids{2}); // a quote that is not closed
}

TEST_CASE("nothing that is typed is taken for syntax")
{
    auto store = some_talks();
    for (const auto* text : {"OR", "NOT", "AND", "NEAR(a b)", "subject:x", "a^b", "(", "x\"y", "{",
                             "text : lieferung", "+", "a AND b", "*a"}) {
        CAPTURE(text);
        CHECK_NOTHROW(found(store, {text, "x"}));
    }
    CHECK(found(store, {"or", "not"}) == Ids{2});
    CHECK(found(store, {"eilt"}) == Ids{2});
}

TEST_CASE("a search without a word is a slip")
{
    auto store = some_talks();
    for (const auto& texts : {Texts{""}, Texts{"-ulm"}, Texts{"!?"}, Texts{"\"\""}, Texts{"-"}})
        CHECK(throws(ErrorKind::usage, [&] { found(store, texts); }));
}

TEST_CASE("the check finds entries that are not found by just their words")
{
    for (const auto* script : {
             "UPDATE log_entry SET subject = 'anders' WHERE id = 1",
             "INSERT INTO log_text_index (log_text_index, rowid, subject, text) VALUES ('delete', "
             "1, 'angebot fur schlauche', '')",
             "INSERT INTO log_text_index (rowid, subject, text) VALUES (1, 'mehr', '')",
         }) {
        CAPTURE(script);
        auto store = some_talks();
        store.execute(script);
        CHECK(breaches(store) == Texts{"log-search: log entry 1 is not found by just its words"});
    }
}

} // namespace crm::test
