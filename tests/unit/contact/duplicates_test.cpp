// SPDX-License-Identifier: MIT
#include "crm/contact/duplicates.hpp"
#include "tests/unit/contact/sample.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

ContactData placed(const std::string& name, const std::string& postcode, const std::string& city)
{
    auto data = named(name);
    data.values[Field::postcode] = postcode;
    data.values[Field::city] = city;
    return data;
}

bool is_duplicate(Store& store, ContactKind kind, const ContactData& data)
{
    return find_duplicate(store, kind, data).has_value();
}

} // namespace

TEST_CASE("companies of the same folded name are one, unless postcode and city both differ")
{
    auto store = sample_store();
    add(store, ContactKind::company, placed("Müller & Söhne GmbH", "20457", "Hamburg"));
    const auto kind = ContactKind::company;
    CHECK(is_duplicate(store, kind, named("MUELLER UND SOEHNE")));
    CHECK(is_duplicate(store, kind, placed("Müller + Söhne KG", "20457", "Lübeck")));
    CHECK(is_duplicate(store, kind, placed("Müller & Söhne", "", "Lübeck")));
    CHECK_FALSE(is_duplicate(store, kind, placed("Müller & Söhne", "23552", "Lübeck")));
    CHECK_FALSE(is_duplicate(store, kind, named("Müller Sohn GmbH")));
    CHECK_FALSE(is_duplicate(store, ContactKind::person, named("Müller Söhne")));
}

TEST_CASE("the same VAT ID or IBAN is the same contact whatever its name")
{
    auto store = sample_store();
    auto data = named("Eine GmbH");
    data.values[Field::iban] = "DE89370400440532013000";
    add(store, ContactKind::company, data);
    data.values[Field::name] = "Ganz andere AG";
    CHECK(is_duplicate(store, ContactKind::company, data));
    CHECK_FALSE(is_duplicate(store, ContactKind::person, data));
}

TEST_CASE("persons of one name differ by employer, phone or e-mail")
{
    auto store = sample_store();
    const auto one = add_company(store, "Eins GmbH");
    const auto two = add_company(store, "Zwei GmbH");
    auto known = named("Anna Groß");
    known.values[Field::phone] = "0221 123456";
    known.employment = EmploymentData{};
    known.employment->company_id = one;
    add(store, ContactKind::person, known);

    auto data = named("Anna Gross");
    CHECK(is_duplicate(store, ContactKind::person, data));
    data.values[Field::phone] = "+49 221 123456";
    CHECK(is_duplicate(store, ContactKind::person, data));
    data.values[Field::phone] = "0221 999999";
    CHECK_FALSE(is_duplicate(store, ContactKind::person, data));
    data.values[Field::phone] = "";
    data.employment = EmploymentData{};
    data.employment->company_id = two;
    CHECK_FALSE(is_duplicate(store, ContactKind::person, data));
    data.employment->company_id = one;
    CHECK(is_duplicate(store, ContactKind::person, data));
}

TEST_CASE("the same phone or address alone is no duplicate")
{
    auto store = sample_store();
    auto data = placed("Eins GmbH", "20457", "Hamburg");
    data.values[Field::phone] = "040 66969123";
    add(store, ContactKind::company, data);
    data.values[Field::name] = "Zwei GmbH";
    CHECK_FALSE(is_duplicate(store, ContactKind::company, data));
}

TEST_CASE("pairs are listed with a score, best first")
{
    auto store = sample_store();
    auto data = placed("Doppelt GmbH", "20457", "Hamburg");
    add(store, ContactKind::company, data);
    add(store, ContactKind::company, placed("Doppelt AG", "20457", "Hamburg"));
    add(store, ContactKind::company, placed("Doppelt KG", "23552", "Lübeck"));
    const auto pairs = find_duplicates(store, 0);
    REQUIRE(pairs.size() == 3);
    CHECK(pairs[0].score == 90);
    CHECK(pairs[2].score == 60);
    CHECK(find_duplicates(store, 80).size() == 1);
}

TEST_CASE("names that only sound alike are a pair where a phone, an e-mail or the place is common")
{
    auto store = sample_store();
    add(store, ContactKind::company, placed("Meier Bau GmbH", "20457", "Hamburg"));
    add(store, ContactKind::company, placed("Maier Bau AG", "20457", "Hamburg"));
    add(store, ContactKind::company, placed("Mayer Bau", "20459", "Hamburg"));
    add(store, ContactKind::company, placed("Meyer Bau", "23552", "Lübeck"));
    add(store, ContactKind::company, placed("Meier Bau 2", "20457", "Hamburg"));
    add(store, ContactKind::company, placed("Bau Meier", "20457", "Hamburg"));
    add(store, ContactKind::person, placed("Meier Bau", "20457", "Hamburg"));
    const auto scores = [&](std::int64_t min_score) {
        std::vector<std::string> lines;
        for (const auto& pair : find_duplicates(store, min_score))
            lines.push_back(std::to_string(pair.score) + ' ' + pair.number + ' ' +
                            pair.other_number + ' ' + pair.reason);
        return lines;
    };
    using Lines = std::vector<std::string>;
    CHECK(scores(75) == Lines{"75 10001 10002 names sound alike, same postcode, city"});
    CHECK(scores(76) == Lines{});
    CHECK(scores(0) == Lines{"75 10001 10002 names sound alike, same postcode, city",
                             "65 10001 10003 names sound alike, same city",
                             "65 10002 10003 names sound alike, same city"});
}

TEST_CASE("persons whose names sound alike differ if employers, phones or e-mails do")
{
    auto store = sample_store();
    const auto person = [&](const std::string& name, const std::string& phone,
                            const std::string& email) {
        auto data = placed(name, "20457", "Hamburg");
        data.values[Field::phone] = phone;
        data.values[Field::email] = email;
        return add(store, ContactKind::person, data);
    };
    person("Anna Schmidt", "040 111222", "a@x.example");
    person("Anna Schmitt", "040 111222", "");
    person("Anna Schmid", "040 333444", "");
    person("Anne Schmied", "", "A@x.example");
    std::vector<std::string> found;
    for (const auto& pair : find_duplicates(store, 75))
        found.push_back(std::to_string(pair.score) + pair.name + pair.other_name);
    CHECK(found ==
          std::vector<std::string>{"85Anna SchmidtAnna Schmitt", "85Anna SchmidtAnne Schmied",
                                   "75Anna SchmittAnne Schmied", "75Anna SchmidAnne Schmied"});
}

} // namespace crm::test
