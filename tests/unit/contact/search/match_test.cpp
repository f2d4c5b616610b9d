// SPDX-License-Identifier: MIT
#include "crm/contact/search/match.hpp"
#include "tests/unit/contact/sample.hpp"

#include <doctest/doctest.h>

using namespace crm;
using namespace crm::test;

namespace
{

std::vector<std::string> texts_of(const std::vector<SearchTerm>& terms)
{
    std::vector<std::string> texts;
    for (const auto& term : terms)
        texts.push_back(term.text);
    return texts;
}

SearchTerms read(std::vector<std::string> texts)
{
    auto store = sample_store();
    return read_terms(store, SearchIndexer(store), texts);
}

std::optional<Fit> fit_of(const std::string& typed, const MatchFields& fields)
{
    const auto terms = read({typed});
    return terms.readings.empty() ? std::nullopt : fit(terms.readings.front(), fields);
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("texts are taken apart at blanks")
{
    const auto terms = read({" Müller & Söhne", "-nord -süd west", "\tköln\n"});
    REQUIRE(terms.readings.size() == 1);
    CHECK(texts_of(terms.readings[0]) == Texts{"Müller", "Söhne", "west", "köln"});
    CHECK(texts_of(terms.excluded) == Texts{"nord", "süd"});
    CHECK(read({"-nord"}).readings.empty());
    CHECK(read({"&", "", "--"}).readings.empty());
}

TEST_CASE("neighbouring terms of digits are read as one number, too")
{
    const auto terms = read({"meier", "0711", "12", "34", "köln", "5"});
    REQUIRE(terms.readings.size() == 4);
    CHECK(texts_of(terms.readings[0]) == Texts{"meier", "0711", "12", "34", "köln", "5"});
    CHECK(texts_of(terms.readings[1]) == Texts{"meier", "07111234", "köln", "5"});
    CHECK(texts_of(terms.readings[2]) == Texts{"meier", "071112", "34", "köln", "5"});
    CHECK(texts_of(terms.readings[3]) == Texts{"meier", "0711", "1234", "köln", "5"});
    CHECK(read({"0711 -1234"}).readings.size() == 2); // the dash belongs to the number
    CHECK(read({"0711", "-1234"}).excluded.size() == 1);
    CHECK(read({"0711", "+49711"}).readings.size() == 1);
}

TEST_CASE("a term fits by its best way, a line by its worst term")
{
    MatchFields fields;
    fields.contact_id = 99;
    fields.number = "k100";
    fields.add_words("Hans Müller", true);
    fields.add_words("Maier Bau", false);
    fields.add_emails("Hans@Maier.example; info@maier.example");
    CHECK(fit_of("hans", fields) == Fit{Match::exact, 0});
    CHECK(fit_of("hans@maier.example", fields) == Fit{Match::exact, 2});
    CHECK(fit_of("info", fields) == Fit{Match::prefix, 2});
    CHECK(fit_of("K100", fields) == Fit{Match::exact, 0});
    CHECK(fit_of("k10", fields) == Fit{Match::prefix, 0});
    CHECK(fit_of("mueller bau", fields) == Fit{Match::folded, 1});
    CHECK(fit_of("meyer", fields) == Fit{Match::phonetic, 2});
    CHECK(fit_of("mülelr meyer", fields) == Fit{Match::typo, 1});
    CHECK(fit_of("maier-bau", fields) == Fit{Match::exact, 2});
    CHECK_FALSE(fit_of("maier-hoch", fields));
    CHECK_FALSE(fit_of("k101", fields)); // numbers have no typing errors
    CHECK_FALSE(fit_of("ns", fields));
    CHECK_FALSE(fit(std::span<const SearchTerm>(), fields));
}
