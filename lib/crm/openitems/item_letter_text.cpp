// SPDX-License-Identifier: MIT
#include "crm/openitems/item_letter_text.hpp"

#include "crm/base/error.hpp"
#include "crm/format/json_value.hpp"

namespace crm
{

namespace
{

Json pairs_of(const std::vector<std::pair<std::string, std::string>>& facts)
{
    auto pairs = Json::array();
    for (const auto& [name, value] : facts)
        pairs.push_back({name, value});
    return pairs;
}

Json rows_of(const std::vector<LetterLine>& lines)
{
    auto rows = Json::array();
    for (const auto& line : lines)
        rows.push_back({line.document, line.subject, line.due, line.amount});
    return rows;
}

LetterFrame frame_from(const Json& json)
{
    LetterFrame frame;
    frame.language = json.at("language") == "de" ? Language::german : Language::english;
    json.at("title").get_to(frame.title);
    json.at("sender").get_to(frame.sender);
    json.at("recipient").get_to(frame.recipient);
    json.at("foot").get_to(frame.foot);
    for (const auto& fact : json.at("facts"))
        frame.facts.emplace_back(fact.at(0), fact.at(1));
    return frame;
}

ItemLetter letter_from(const Json& json)
{
    ItemLetter letter;
    letter.frame = frame_from(json);
    json.at("file").get_to(letter.file);
    json.at("before").get_to(letter.before);
    json.at("after").get_to(letter.after);
    for (const auto& line : json.at("lines"))
        letter.lines.push_back({line.at(0), line.at(1), line.at(2), line.at(3)});
    json.at("currency").get_to(letter.currency);
    json.at("sum").get_to(letter.sum);
    letter.total = {json.at("total_cents").get<std::int64_t>()};
    json.at("code").get_to(letter.code);
    json.at("scan").get_to(letter.scan);
    return letter;
}

} // namespace

std::string letter_as_text(const ItemLetter& letter)
{
    const auto& frame = letter.frame;
    const Json json = {{"file", letter.file},
                       {"language", frame.language == Language::german ? "de" : "en"},
                       {"title", frame.title},
                       {"sender", frame.sender},
                       {"recipient", frame.recipient},
                       {"facts", pairs_of(frame.facts)},
                       {"before", letter.before},
                       {"lines", rows_of(letter.lines)},
                       {"currency", letter.currency},
                       {"sum", letter.sum},
                       {"total_cents", letter.total.cents},
                       {"after", letter.after},
                       {"code", letter.code},
                       {"scan", letter.scan},
                       {"foot", frame.foot}};
    return json_text(json, false);
}

ItemLetter letter_from_text(std::string_view text)
{
    try {
        return letter_from(Json::parse(text));
    } catch (const Json::exception&) {
        throw error(ErrorKind::io, "a letter in the database is damaged")
            .with_hint("`crm db check` says what else is");
    }
}

} // namespace crm
