// SPDX-License-Identifier: MIT
#include "crm/contact/permission.hpp"

#include "crm/contact/consent.hpp"
#include "crm/store/settings.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

/// The contact, and the companies at which it is approached.
constexpr const char* parties_sql = R"sql(
    WITH party (id, own) AS (
        SELECT :contact, 1
         UNION ALL
        SELECT :company, 0 WHERE :company <> 0
         UNION ALL
        SELECT company_id, 0
          FROM employment
         WHERE person_id = :contact AND :company = 0
           AND coalesce(first_day, :day) <= :day
           AND coalesce(last_day, :day) >= :day)
    SELECT p.own, c.id, c.number, c.kind = 'person', c.consumer
      FROM party AS p
      JOIN contact AS c ON c.id = p.id
     ORDER BY p.own DESC)sql";

// The newest first; with a condition on `at` SQLite would set up a sorter for each contact.
constexpr const char* word_sql = R"sql(
    SELECT state, at, source, reason, confirmed_on
      FROM consent
     WHERE contact_id = :contact AND channel = :channel
     ORDER BY id DESC)sql";

/// What was recorded of those merged into a contact counts for it, too.
constexpr const char* word_of_merged_sql = R"sql(
    SELECT state, at, source, reason, confirmed_on
      FROM consent
     WHERE contact_id IN (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact)
       AND channel = :channel
     ORDER BY id DESC)sql";

// In the order in which they were said: the last one counts.
constexpr const char* all_words_sql = R"sql(
    SELECT contact_id, state FROM consent WHERE channel = :channel AND at < :before ORDER BY id)sql";

constexpr std::size_t day_length = 10; ///< of a time in ISO's form

std::string in_brackets(std::string_view text)
{
    return text.empty() ? std::string() : fmt::format(" ({})", text);
}

std::string setting_of(Store& store, std::string_view channel, const char* kind, Date day)
{
    return setting(store, fmt::format("consent.{}.{}", channel, kind), day);
}

Statement prepare(Store& store, const char* sql, std::string_view channel)
{
    check_advertising_channel(channel);
    auto query = store.prepare(sql);
    query.bind(":channel", channel);
    return query;
}

/// How many look-ups take about as long as reading all words of all channels.
std::int64_t worth_reading_all(Store& store)
{
    constexpr std::int64_t words_a_look_up = 20;
    auto query = store.prepare("SELECT coalesce(max(id), 0) FROM consent"); // none is ever deleted
    query.step();
    return query.integer(0) / words_a_look_up + 1;
}

/// The first moment whose words do not count any more.
std::string end_of(Permissions::Words words, Date day)
{
    return words == Permissions::Words::all ? "9999" : to_string(day + std::chrono::days(1));
}

Statement prepare_parties(Store& store, Date day)
{
    auto query = store.prepare(parties_sql);
    query.bind(":day", day);
    return query;
}

std::unordered_set<std::int64_t> merged_contacts(Store& store)
{
    auto query = store.prepare(
        "SELECT DISTINCT merged_into_id FROM contact WHERE merged_into_id IS NOT NULL");
    std::unordered_set<std::int64_t> ids;
    while (query.step())
        ids.insert(query.integer(0));
    return ids;
}

Permission blocked(const Statement& word, std::string_view whose)
{
    return {false,
            fmt::format("{}blocked on {}{}", whose, word.text(1).substr(0, day_length),
                        in_brackets(word.text(3))),
            true};
}

/// Of the day on which it was given: it may have been typed long after (§ 7 UWG, an old consent may
/// lapse).
Permission consented(const Statement& word)
{
    const auto day = word.is_null(4) ? word.text(1).substr(0, day_length) : word.text(4);
    return {true, fmt::format("consent of {}{}", day, in_brackets(word.text(2)))};
}

} // namespace

Permissions::Permissions(Store& store, std::string_view channel, Date day, Words words)
    : parties_(prepare_parties(store, day)), word_(prepare(store, word_sql, channel)),
      word_of_merged_(prepare(store, word_of_merged_sql, channel)),
      all_words_(prepare(store, all_words_sql, channel)), before_(end_of(words, day)),
      merged_(merged_contacts(store)), many_(worth_reading_all(store)),
      consumers_(setting_of(store, channel, "consumer", day)),
      businesses_(setting_of(store, channel, "business", day))
{
}

Permissions::Word Permissions::word_of(std::int64_t contact_id)
{
    const auto known = known_word(contact_id);
    return known ? *known : look_up(contact_id);
}

std::optional<Permissions::Word> Permissions::known_word(std::int64_t contact_id)
{
    if (merged_.contains(contact_id))
        return std::nullopt;
    if (++questions_ == many_)
        read_all_words();
    if (questions_ < many_)
        return std::nullopt;
    const auto place = static_cast<std::size_t>(contact_id);
    return place < words_.size() ? words_[place] : Word::none;
}

Permissions::Word Permissions::look_up(std::int64_t contact_id)
{
    spoken_ = merged_.contains(contact_id) ? &word_of_merged_ : &word_;
    spoken_->reset();
    spoken_->bind(":contact", contact_id);
    while (spoken_->step())
        if (spoken_->text(1) < before_)
            return spoken_->text(0) == "block" ? Word::block : Word::consent;
    return Word::none;
}

void Permissions::read_all_words()
{
    all_words_.bind(":before", before_);
    while (all_words_.step()) {
        const auto place = static_cast<std::size_t>(all_words_.integer(0));
        if (place >= words_.size())
            words_.resize(place + 1);
        words_[place] = all_words_.text(1) == "block" ? Word::block : Word::consent;
    }
    all_words_.reset();
}

Permission Permissions::by_law(bool consumer) const
{
    const auto& rule = consumer ? consumers_ : businesses_;
    if (rule == "allowed")
        return {true, "allowed by law"};
    if (rule == "presumed")
        return {true, "presumed consent"};
    return {false, "no consent"};
}

Permission Permissions::of(std::int64_t contact_id, std::int64_t company_id)
{
    parties_.reset();
    parties_.bind(":contact", contact_id).bind(":company", company_id);
    std::string consent;
    bool person = false;
    bool employed = false;
    std::optional<bool> consumer;
    while (parties_.step()) {
        const bool own = parties_.boolean(0);
        const auto word = look_up(parties_.integer(1));
        if (word == Word::block)
            return blocked(*spoken_, own ? "" : fmt::format("company {} ", parties_.text(2)));
        if (!own) {
            employed = true;
            continue;
        }
        person = parties_.boolean(3);
        if (!parties_.is_null(4))
            consumer = parties_.boolean(4);
        if (word == Word::consent)
            consent = consented(*spoken_).basis;
    }
    if (!consent.empty())
        return {true, std::move(consent)};
    return by_law(consumer.value_or(person && !employed));
}

Permission Permissions::of_own(std::int64_t contact_id, bool consumer)
{
    if (known_word(contact_id) == Word::none)
        return by_law(consumer);
    switch (look_up(contact_id)) {
    case Word::consent:
        return consented(*spoken_);
    case Word::block:
        return blocked(*spoken_, "");
    case Word::none:
        break;
    }
    return by_law(consumer);
}

bool Permissions::objects(std::int64_t contact_id)
{
    return word_of(contact_id) == Word::block;
}

Date Permissions::objected_on(std::int64_t contact_id)
{
    look_up(contact_id);
    return parse_iso_date(spoken_->text(1).substr(0, day_length)).value();
}

Permission permission(Store& store, std::int64_t contact_id, std::string_view channel, Date day)
{
    return Permissions(store, channel, day).of(contact_id);
}

} // namespace crm
