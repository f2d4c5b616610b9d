// SPDX-License-Identifier: MIT
#include "crm/contact/consent.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/erase.hpp"
#include "crm/contact/staff.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 6> channels = {"post",  "email", "newsletter",
                                                      "phone", "sms",   "fax"};

constexpr std::array<Column<Consent>, 8> columns = {{
    {"id", "ID", Kind::integer, [](const Consent& c) -> Cell { return c.id; }},
    {"at", "AT", Kind::time, [](const Consent& c) { return text_cell(c.at); }},
    {"channel", "CHANNEL", Kind::text, [](const Consent& c) { return text_cell(c.channel); }},
    {"state", "STATE", Kind::text,
     [](const Consent& c) { return text_cell(c.blocks ? "block" : "allow"); }},
    {"source", "SOURCE", Kind::text, [](const Consent& c) { return text_cell(c.source); }},
    {"reason", "REASON", Kind::text, [](const Consent& c) { return text_cell(c.reason); }},
    {"confirmed", "CONFIRMED", Kind::date, [](const Consent& c) { return cell(c.confirmed_on); }},
    {"staff", "STAFF", Kind::text, [](const Consent& c) { return text_cell(c.staff); }},
}};

Consent read_consent(const Statement& query)
{
    return {.id = query.integer(0),
            .at = query.string(1),
            .channel = query.string(2),
            .blocks = query.text(3) == "block",
            .source = query.string(4),
            .reason = query.string(5),
            .confirmed_on = query.date(6),
            .staff = query.string(7)};
}

struct NewConsent {
    std::string_view channel;
    bool blocks = false;
    std::string_view at;
    std::string_view source = {};
    std::string_view reason = {};
    std::string_view wording = {};
    std::optional<Date> confirmed_on = {};
};

void insert(Store& store, std::int64_t contact_id, const NewConsent& consent,
            std::optional<std::int64_t> staff_id)
{
    store
        .prepare(R"sql(
            INSERT INTO consent (contact_id, channel, state, at, source, reason, wording,
                                 confirmed_on, staff_id)
            VALUES (:contact, :channel, :state, :at, :source, :reason, :wording, :confirmed,
                    :staff))sql")
        .bind(":contact", contact_id)
        .bind(":channel", consent.channel)
        .bind(":state", consent.blocks ? "block" : "allow")
        .bind(":at", consent.at)
        .bind_or_null(":source", consent.source)
        .bind_or_null(":reason", consent.reason)
        .bind_or_null(":wording", consent.wording)
        .bind(":confirmed", consent.confirmed_on)
        .bind(":staff", staff_id)
        .run();
}

/// What is blocked cannot be preferred; returns whether it was.
bool clear_preference(Store& store, std::int64_t contact_id, std::string_view channel)
{
    store
        .prepare(R"sql(
            UPDATE contact SET preferred_channel = NULL
             WHERE id = :contact AND preferred_channel = :channel)sql")
        .bind(":contact", contact_id)
        .bind(":channel", channel)
        .run();
    return store.changes() > 0;
}

} // namespace

std::span<const std::string_view> advertising_channels()
{
    return channels;
}

void check_advertising_channel(std::string_view channel)
{
    if (std::ranges::find(channels, channel) == channels.end())
        throw error(ErrorKind::usage, "unknown channel '{}'", channel)
            .with_hint("one of: {}", joined(channels));
}

std::span<const Column<Consent>> consent_columns()
{
    return columns;
}

std::vector<Consent> consent_history(Store& store, std::int64_t contact_id)
{
    auto query = store.prepare(R"sql(
        SELECT n.id, n.at, n.channel, n.state, n.source, n.reason, n.confirmed_on, s.code
          FROM consent AS n
          LEFT JOIN staff AS s ON s.contact_id = n.staff_id
         WHERE n.contact_id IN (SELECT :contact
                                 UNION ALL
                                SELECT id FROM contact WHERE merged_into_id = :contact)
         ORDER BY n.id)sql");
    query.bind(":contact", contact_id);
    std::vector<Consent> history;
    while (query.step())
        history.push_back(read_consent(query));
    return history;
}

std::vector<Consent> current_consents(Store& store, std::int64_t contact_id)
{
    std::array<std::optional<Consent>, channels.size()> latest;
    for (auto& consent : consent_history(store, contact_id)) {
        const auto place = std::ranges::find(channels, consent.channel) - channels.begin();
        latest.at(static_cast<std::size_t>(place)) = std::move(consent);
    }
    std::vector<Consent> current;
    for (auto& consent : latest)
        if (consent)
            current.push_back(std::move(*consent));
    return current;
}

std::optional<Consent> current_consent(Store& store, std::int64_t contact_id,
                                       std::string_view channel)
{
    for (auto& consent : current_consents(store, contact_id))
        if (consent.channel == channel)
            return std::move(consent);
    return std::nullopt;
}

Blocked block_channel(Store& store, std::int64_t contact_id, std::string_view channel,
                      const BlockGround& ground, LocalTime at)
{
    check_advertising_channel(channel);
    const auto current = current_consent(store, contact_id, channel);
    const auto why = trim(ground.reason);
    Blocked blocked;
    blocked.before = current && current->blocks;
    if (!blocked.before || (!why.empty() && why != current->reason))
        insert(store, contact_id,
               {.channel = channel,
                .blocks = true,
                .at = to_string(at),
                .source = ground.source,
                .reason = why},
               acting_staff(store));
    blocked.preferred = clear_preference(store, contact_id, channel);
    return blocked;
}

bool allow_channel(Store& store, std::int64_t contact_id, std::string_view channel,
                   const ConsentProof& proof, LocalTime at)
{
    check_advertising_channel(channel);
    if (trim(proof.source).empty())
        throw error(ErrorKind::rejected, "a consent needs a source")
            .with_hint("say where it was given, as in --source 'fair in Cologne'");
    if (proof.confirmed_on > at.day)
        throw error(ErrorKind::rejected, "the consent would be confirmed in the future, on {}",
                    to_string(*proof.confirmed_on));
    const auto current = current_consent(store, contact_id, channel);
    insert(store, contact_id,
           {.channel = channel,
            .at = to_string(at),
            .source = trim(proof.source),
            .wording = proof.wording,
            .confirmed_on = proof.confirmed_on},
           acting_staff(store));
    return current && current->blocks;
}

void check_not_blocked(Store& store, std::int64_t contact_id, std::string_view channel)
{
    const auto current = current_consent(store, contact_id, channel);
    if (current && current->blocks)
        throw error(ErrorKind::rejected, "{} is blocked for {} since {}", channel,
                    contact_by_id(store, contact_id).name, current->at.substr(0, 10))
            .with_hint("'crm contact allow' lifts a block");
}

void prefer_channel(Store& store, std::int64_t contact_id, std::string_view channel)
{
    const bool none = channel == "none";
    const auto known = preferred_channels();
    if (!none && std::ranges::find(known, channel) == known.end())
        throw error(ErrorKind::usage, "unknown channel '{}'", channel)
            .with_hint("one of: {}, none", joined(known));
    check_not_blocked(store, contact_id, channel);
    store.prepare("UPDATE contact SET preferred_channel = :channel WHERE id = :contact")
        .bind_or_null(":channel", none ? std::string_view() : channel)
        .bind(":contact", contact_id)
        .run();
}

void erase_consent_words(Store& store, std::int64_t contact_id, std::span<const std::int64_t> kept)
{
    for (const auto& consent : consent_history(store, contact_id)) {
        if (consent.source == erasure_source || std::ranges::find(kept, consent.id) != kept.end())
            continue;
        store
            .prepare(R"sql(
                UPDATE consent
                   SET source = CASE WHEN source IS NOT NULL THEN :erased END,
                       reason = CASE WHEN reason IS NOT NULL THEN :erased END,
                       wording = NULL
                 WHERE id = :id)sql")
            .bind(":erased", erased_name)
            .bind(":id", consent.id)
            .run();
    }
}

void keep_blocks(Store& store, std::int64_t contact_id, const std::vector<Consent>& former)
{
    for (const auto& block : former) {
        if (!block.blocks)
            continue;
        const auto current = current_consent(store, contact_id, block.channel);
        if (!current || !current->blocks)
            insert(store, contact_id,
                   {.channel = block.channel,
                    .blocks = true,
                    .at = block.at,
                    .source = "merge",
                    .reason = block.reason},
                   acting_staff(store));
        clear_preference(store, contact_id, block.channel);
    }
}

} // namespace crm
