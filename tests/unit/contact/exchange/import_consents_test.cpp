// SPDX-License-Identifier: MIT
#include "crm/contact/consent.hpp"
#include "tests/unit/contact/exchange/exchanging.hpp"
#include "tests/unit/database.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

Imported update(Store& store, const std::string& csv)
{
    ImportOptions options;
    options.on_duplicate = OnDuplicate::update;
    options.minute = 14 * 60 + 5;
    return import_csv(store, csv, options);
}

/// Every row as "channel state source", in the order in which they were recorded.
std::string history(Store& store)
{
    return value(store, "SELECT group_concat(channel || ' ' || state || ' ' || source, ', ')"
                        "  FROM (SELECT * FROM consent ORDER BY id)");
}

} // namespace

TEST_CASE("channels of a row are recorded with where they are from")
{
    auto store = sample_store();
    CHECK(
        update(store, "number,name,blocks,consents\n20000,Eins GmbH,post; phone,email\n").failure ==
        "");
    CHECK(history(store) == "post block import, phone block import, email allow import");
    CHECK(value(store, "SELECT at FROM consent") == "2026-06-30T14:05");
}

TEST_CASE("an import adds blocks and consents, and repeats and lifts none")
{
    auto store = sample_store();
    const std::string first = "number,name,blocks,consents\n20000,Eins GmbH,post,email\n";
    update(store, first);
    update(store, first);
    CHECK(history(store) == "post block import, email allow import");
    CHECK(update(store, "number,blocks,consents\n20000,,\n").warned.empty());
    CHECK(update(store, "number,blocks\n20000,-\n").warned ==
          Lines{"2: '-' takes no block or consent back; 'crm contact allow' and 'block' do"});
    CHECK(update(store, "number,consents\n20000,post\n").warned ==
          Lines{"2: post stays blocked; only 'crm contact allow' lifts a block"});
    CHECK(history(store) == "post block import, email allow import");
    update(store, "number,blocks\n20000,email\n");
    CHECK(history(store) == "post block import, email allow import, email block import");
}

TEST_CASE("a row that contradicts itself or a block is rejected")
{
    auto store = sample_store();
    const auto reason = [&](const std::string& csv) {
        const auto imported = update(store, csv);
        return imported.rejected.empty() ? "" : imported.rejected.front();
    };
    CHECK(reason("name,blocks,consents\nEins,post,email;post\n") ==
          "2: 'post' is blocked, so it is neither consented to nor preferred");
    CHECK(reason("name,blocks,preferred_channel\nEins,post,post\n") ==
          "2: 'post' is blocked, so it is neither consented to nor preferred");
    CHECK(reason("name,blocks\nEins,visit\n") == "2: 'visit' is no valid value for blocks");
    CHECK(reason("name,consents\nEins,E-Mail\n") == "2: 'E-Mail' is no valid value for consents");
    update(store, "number,name,blocks\n20000,Eins GmbH,post\n");
    CHECK(reason("number,preferred_channel\n20000,post\n") ==
          "2: post is blocked for Eins GmbH since 2026-06-30");
}

TEST_CASE("a block takes the preference away, and the import says so")
{
    auto store = sample_store();
    update(store, "number,name,preferred_channel\n20000,Eins GmbH,email\n");
    CHECK(update(store, "number,blocks\n20000,email\n").warned ==
          Lines{"2: email was the preferred channel and is no longer"});
    CHECK(value(store, "SELECT preferred_channel FROM contact WHERE number = '20000'") == "");
}

TEST_CASE("what is set for all rows adds to what a row blocks")
{
    auto store = sample_store();
    ImportOptions options;
    options.settings = {{*exchange_key("blocks"), "fax"}};
    import_csv(store, "name,blocks\nEins GmbH,post\n", options);
    CHECK(history(store) == "post block import, fax block import");
}

} // namespace crm::test
