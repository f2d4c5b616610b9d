// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/format/vcard.hpp"
#include "crm/format/vcard_builder.hpp"
#include "crm/format/vcard_lines.hpp"
#include "crm/format/vcard_property.hpp"
#include "crm/format/vcard_text.hpp"

namespace crm
{
namespace
{

constexpr std::size_t max_card = std::size_t{8} << 20U;

/// Passes over a card inside a card (AGENT), as far as its END or the next BEGIN.
void skip_inner_card(VCardLines& lines)
{
    while (lines.next() && !is_card_end(lines.text()) && !lines.at_card()) {
    }
}

/// True for an AGENT whose card follows on lines of its own (2.1); in 3.0 it is one escaped value.
bool holds_inner_card(const VCardProperty& property)
{
    const std::string value = to_upper_ascii(property.value);
    return property.name == "AGENT" && value.find("END:VCARD") == std::string::npos;
}

/// Reads the lines of a card whose BEGIN has been read; what is wrong with it, or nothing.
std::string read_card(VCardLines& lines, VCardBuilder& builder, bool from_windows1252)
{
    std::string problem;
    std::size_t size = 0;
    while (!lines.at_card()) {
        if (!lines.next()) {
            return crm::format("the file ends before END:VCARD");
        }
        if (is_card_end(lines.text())) {
            return problem;
        }
        size += lines.text().size();
        if (lines.cut() || size > max_card) {
            problem = crm::format("line {}: the card is too large", lines.number());
            continue;
        }
        const auto property = parse_vcard_property(lines.text(), from_windows1252);
        if (holds_inner_card(property)) {
            skip_inner_card(lines);
        }
        builder.add(property);
    }
    return crm::format("another card begins before END:VCARD");
}

} // namespace

struct VCardReader::State {
    explicit State(TextSource& text) : source(text), lines(text) {}

    TextSource& source;
    VCardLines lines;
    bool any_card = false;
};

VCardReader::VCardReader(TextSource& source) : state_(std::make_unique<State>(source)) {}

VCardReader::~VCardReader() = default;

bool VCardReader::next(VCard& card)
{
    VCardLines& lines = state_->lines;
    if (!lines.find_card()) {
        if (!state_->any_card) {
            throw error(ErrorKind::rejected, "'{}' is no address book: it has no BEGIN:VCARD",
                        state_->source.name());
        }
        return false;
    }
    state_->any_card = true;
    card = VCard{};
    lines.next();
    card.line = lines.number();
    VCardBuilder builder(card);
    const bool from_windows1252 = state_->source.encoding() == Encoding::windows1252;
    card.problem = read_card(lines, builder, from_windows1252);
    builder.finish();
    return true;
}

} // namespace crm
