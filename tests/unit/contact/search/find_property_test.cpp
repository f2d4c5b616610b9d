// SPDX-License-Identifier: MIT
#include "crm/base/phonetic.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/search/find.hpp"
#include "tests/unit/contact/sample.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

using namespace crm;
using namespace crm::test;

namespace
{

constexpr std::int64_t everything = 100'000;

constexpr std::array given_names = {"Anna",  "Jörg",  "Zoë", "Łukasz",     "Ayşe",  "Günther",
                                    "Émile", "Sönke", "Ute", "Hans-Peter", "Björn", "Käthe"};
constexpr std::array family_names = {
    "Müller",   "Mueller", "Meier",    "Mayr",   "Schmidt", "Schmitt", "Weiß", "Weiss",
    "Kowalski", "Çelik",   "Öztürk",   "Bauer",  "Steuer",  "Neuer",   "Löwe", "Loewe",
    "Groß",     "García",  "Petrović", "Jansen", "Janssen", "Noël",    "Bär",  "Baer"};
constexpr std::array trades = {"Metallbau", "Bäckerei",  "Küchenstudio", "Straßenbau",
                               "Software",  "Gerüstbau", "Getränke"};
constexpr std::array forms = {"GmbH", "AG", "OHG", "e. K.", "GmbH & Co. KG"};
constexpr std::array cities = {"Köln",    "Bonn",      "Düsseldorf",
                               "Münster", "Osnabrück", "Bad Säckingen"};

/// What the brute force knows of one line.
struct Line {
    std::string name;
    std::vector<std::string> words; ///< all, lower case
    std::string number;
    std::string email;
    std::string phone; ///< E.164
};

class People
{
  public:
    People() : store_(sample_store())
    {
        lines_.push_back({"Muster GmbH", {"muster", "gmbh"}, "10000", "", ""});
        for (int count = 0; count < 40; ++count)
            add_company(count);
    }

    Store& store() { return store_; }
    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }

    template<class List>
    std::string pick(const List& list)
    {
        return list[random() % list.size()];
    }

    std::size_t random() { return random_(); }

    /// A text with one random error.
    std::string mistyped(const std::string& text)
    {
        auto letters = code_points(text);
        const auto place = random() % letters.size();
        switch (random() % 4) {
        case 0:
            letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(place));
            break;
        case 1:
            letters.insert(letters.begin() + static_cast<std::ptrdiff_t>(place), "x");
            break;
        case 2:
            letters[place] = "q";
            break;
        default:
            std::swap(letters[place], letters[(place + 1 < letters.size()) ? place + 1 : 0]);
            if (place + 1 == letters.size()) // first and last are no neighbours
                std::swap(letters[place], letters[0]);
        }
        return fmt::format("{}", fmt::join(letters, ""));
    }

  private:
    static std::vector<std::string> code_points(const std::string& text)
    {
        std::vector<std::string> letters;
        for (const char c : text)
            if ((static_cast<unsigned char>(c) & 0xC0) == 0x80)
                letters.back() += c;
            else
                letters.emplace_back(1, c);
        return letters;
    }

    static void add_words(Line& line, const std::string& text)
    {
        for (const auto& word : words(text))
            line.words.push_back(lower(word));
    }

    /// Fills what the line and the data have in common.
    void complete(Line& line, ContactData& data, const std::string& name, int count)
    {
        line.name = name;
        line.email = fmt::format("{}{}@{}.example", lower(words(name).front()), count,
                                 name_key(pick(trades)));
        line.phone =
            fmt::format("+49{}{:07}", pick(std::array{"711", "228", "30"}), random() % 10'000'000);
        data.values[Field::name] = name;
        data.values[Field::email] = line.email;
        data.values[Field::phone] = line.phone;
        add_words(line, name);
    }

    void add_company(int count)
    {
        Line line;
        ContactData data;
        complete(line, data, fmt::format("{} {} {}", pick(family_names), pick(trades), pick(forms)),
                 count);
        const auto city = pick(cities);
        const auto postcode = fmt::format("5{:04}", random() % 10'000);
        data.values[Field::city] = city;
        data.values[Field::postcode] = postcode;
        const auto id = save(line, ContactKind::company, data, {city, postcode});
        for (int person = 0; person < 5; ++person)
            add_person(count * 10 + person, id, line.name, city);
    }

    void add_person(int count, std::int64_t company, const std::string& company_name,
                    const std::string& city)
    {
        Line line;
        ContactData data;
        complete(line, data, pick(given_names) + ' ' + pick(family_names), count);
        std::vector<std::string> context;
        if (count % 5 != 0) {
            data.employment.emplace().company_id = company;
            context = {company_name, city};
        }
        save(line, ContactKind::person, data, context);
    }

    std::int64_t save(Line& line, ContactKind kind, const ContactData& data,
                      const std::vector<std::string>& context)
    {
        const auto id = add(store_, kind, data);
        line.number = contact_by_id(store_, id).number;
        for (const auto& text : context)
            add_words(line, text);
        lines_.push_back(line);
        return id;
    }

    Store store_;
    std::mt19937 random_{20260630};
    std::vector<Line> lines_;
};

/// The rules of match.cpp once more, in the plainest way: how well a word fits a line, 5 for not.
int brute_word(const std::string& typed, const Line& line)
{
    const auto small = lower(typed);
    const auto folded = fold(typed);
    const bool digits =
        std::any_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
    int best = 5;
    const auto improve = [&](bool fits, int level) { best = fits ? std::min(best, level) : best; };
    improve(line.number == typed || line.email == small, 0);
    improve(line.number.starts_with(typed) || line.email.starts_with(small), 1);
    for (const auto& word : line.words) {
        const auto other = fold(word);
        const auto sound = cologne(word);
        improve(word == small, 0);
        improve(word.starts_with(small), 1);
        improve(other.starts_with(folded), 2);
        const bool telling =
            sound.size() > (sound.starts_with('0') ? 2U : 1U) ||
            (other.size() > 2 && folded.size() > 2 &&
             std::max(other.size(), folded.size()) - std::min(other.size(), folded.size()) < 2);
        improve(!digits && !sound.empty() && sound == cologne(typed) && telling, 3);
        improve(!digits && folded.size() > 2 && within_one_edit(folded, other), 4);
    }
    return best;
}

std::multimap<std::string, int> brute_force(const std::vector<Line>& lines,
                                            const std::vector<std::string>& typed)
{
    std::multimap<std::string, int> found;
    for (const auto& line : lines) {
        int worst = 0;
        for (const auto& word : typed)
            worst = std::max(worst, brute_word(word, line));
        if (worst < 5)
            found.emplace(line.number, worst);
    }
    return found;
}

std::multimap<std::string, int> search(Store& store, const std::vector<std::string>& texts)
{
    FindQuery query;
    query.texts = texts;
    query.limit = everything;
    std::multimap<std::string, int> found;
    int last = 0;
    for (const auto& each : find_contacts(store, query, today)) {
        CHECK(static_cast<int>(each.match) >= last); // best first
        last = static_cast<int>(each.match);
        found.emplace(each.number, last);
    }
    return found;
}

bool finds(Store& store, const std::string& text, const Line& line)
{
    return search(store, {text}).contains(line.number);
}

std::string with_umlauts_spelled(const std::string& text)
{
    std::string result = text;
    for (const auto& [umlaut, spelled] : std::map<std::string, std::string>{
             {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}, {"Ö", "OE"}})
        for (auto place = result.find(umlaut); place != std::string::npos;
             place = result.find(umlaut))
            result.replace(place, umlaut.size(), spelled);
    return result;
}

/// Ten ways to write a German number given as E.164.
std::vector<std::string> notations(const std::string& e164)
{
    const auto area = e164.substr(3, e164.size() - 10);
    const auto rest = e164.substr(e164.size() - 7);
    return {
        e164,
        "0049" + area + rest,
        '0' + area + rest,
        fmt::format("0{}/{}", area, rest),
        fmt::format("(0{}) {}-{}", area, rest.substr(0, 4), rest.substr(4)),
        fmt::format("+49 {} {} {}", area, rest.substr(0, 3), rest.substr(3)),
        fmt::format("+49 (0){} {}", area, rest),
        fmt::format("0049 {} - {}", area, rest),
        fmt::format("+49.{}.{}", area, rest),
        fmt::format("0 {} {} {} {}", area, rest.substr(0, 2), rest.substr(2, 2), rest.substr(4))};
}

} // namespace

TEST_CASE("every contact is found by all that is known of it")
{
    People people;
    for (const auto& line : people.lines()) {
        for (const auto& word : words(line.name)) {
            CHECK_MESSAGE(finds(people.store(), word, line), word);
            CHECK_MESSAGE(finds(people.store(), with_umlauts_spelled(word), line), word);
            CHECK_MESSAGE(finds(people.store(), fold(word), line), word);
            if (fold(word).size() > 3)
                if (const auto typo = people.mistyped(fold(word)); fold(typo) == typo)
                    CHECK_MESSAGE(finds(people.store(), typo, line), word << " as " << typo);
        }
        CHECK_MESSAGE(finds(people.store(), line.name, line), line.name);
        for (const auto& word : line.words)
            CHECK_MESSAGE(finds(people.store(), word, line), word);
        CHECK(finds(people.store(), line.number, line));
        if (line.phone.empty())
            continue;
        for (const auto& phone : notations(line.phone))
            CHECK_MESSAGE(finds(people.store(), phone, line), phone);
        CHECK(finds(people.store(), line.email.substr(0, 4 + people.random() % 6), line));
    }
}

TEST_CASE("a search finds what a look at every line finds, no more and no less")
{
    People people;
    const auto& lines = people.lines();
    for (int round = 0; round < 400; ++round) {
        std::vector<std::string> typed;
        for (std::size_t count = 1 + people.random() % 3; typed.size() < count;) {
            const auto& line = lines[people.random() % lines.size()];
            const auto& source =
                people.random() % 3 == 0 ? lines[people.random() % lines.size()] : line;
            auto word = source.words[people.random() % source.words.size()];
            switch (people.random() % 6) {
            case 0:
                word = fold(word);
                break;
            case 1:
                word = fold(word).substr(0, 2 + people.random() % 4);
                break;
            case 2:
                word = people.mistyped(word);
                break;
            case 3:
                word = fold(source.email.substr(0, 5));
                break;
            default:
                break;
            }
            // One word each, and none that could be a part of a phone number.
            if (words(word).size() == 1 && words(word).front() == word &&
                word.find_first_not_of("0123456789") != std::string::npos)
                typed.push_back(word);
        }
        CHECK_MESSAGE(search(people.store(), typed) == brute_force(lines, typed),
                      fmt::format("{}", fmt::join(typed, " ")));
    }
}
