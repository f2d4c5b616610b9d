// SPDX-License-Identifier: MIT
#include "crm/format/vcard.hpp"
#include "crm/format/vcard_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace crm
{
namespace
{

constexpr std::size_t max_octets = 75; // of a line, without its end (RFC 2426, 2.6; RFC 6350, 3.2)

/// Appends a content line, folded before a byte that begins a character.
void append_folded(std::string& out, std::string_view line)
{
    std::size_t room = max_octets;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > room - 3 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) {
            --cut;
        }
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = max_octets - 1;
    }
    out.append(line).append("\r\n");
}

/// The parts of a structured value; no text at all if all of them are empty.
std::string structured(std::initializer_list<std::string_view> parts)
{
    std::string joined;
    bool any = false;
    for (const std::string_view part : parts) {
        joined += escape_vcard(part) + ';';
        any = any || !part.empty();
    }
    joined.pop_back();
    return any ? joined : std::string();
}

/// What may stand in a parameter or a property name without quotes.
std::string token(std::string_view text)
{
    std::string plain(text);
    std::erase_if(plain, [](char c) {
        return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                 c == '-' || c == '_');
    });
    return plain;
}

class Writer
{
  public:
    Writer(std::string& out, VCardVersion version) : out_(out), v4_(version == VCardVersion::v4_0)
    {
    }

    void write(const VCard& card);

  private:
    /// A line `HEAD:value`, whose value is escaped already; an empty value is left out.
    void line(std::string_view head, std::string_view value)
    {
        if (!value.empty()) {
            append_folded(out_, fmt::format("{}:{}", head, value));
        }
    }
    void text(std::string_view head, std::string_view value) { line(head, escape_vcard(value)); }
    template<class Entry>
    void entry(std::string_view name, const Entry& entry, std::string_view value);
    void names(const VCard& card);
    void entries(const VCard& card);
    void birthday(const std::string& day);
    void kind(const VCard& card);
    void others(const VCard& card);

    std::string& out_;
    bool v4_;
    int groups_ = 0;
};

/// A typed line; its label needs a group, the way of Apple that most others have taken over.
template<class Entry>
void Writer::entry(std::string_view name, const Entry& entry, std::string_view value)
{
    if (value.empty()) {
        return;
    }
    const std::string group = entry.label.empty() ? "" : fmt::format("item{}.", ++groups_);
    std::string head = group + std::string(name);
    for (const std::string& type : entry.types) {
        if (const std::string word = token(type); !word.empty()) {
            head += ";TYPE=" + (v4_ ? to_lower_ascii(word) : to_upper_ascii(word));
        }
    }
    if (entry.preferred) {
        head += v4_ ? ";PREF=1" : ";TYPE=PREF";
    }
    line(head, value);
    text(group + "X-ABLabel", entry.label);
}

void Writer::birthday(const std::string& day)
{
    if (!v4_) {
        text("BDAY", day);
    } else if (parse_birthday(day) != day) {
        text("BDAY;VALUE=text", day);
    } else { // 4.0 has the short form only: 19800403, --0403 (RFC 6350, 4.3.1)
        std::string digits = day;
        std::erase(digits, '-');
        line("BDAY", (day.starts_with("--") ? "--" : "") + digits);
    }
}

void Writer::kind(const VCard& card)
{
    if (v4_) {
        text("KIND", card.kind);
    } else if (card.kind == "org") {
        text("X-ABShowAs", "COMPANY");
    } else if (card.kind != "individual" || is_unnamed_organization(card)) {
        text("X-ADDRESSBOOKSERVER-KIND", card.kind);
    }
}

void Writer::others(const VCard& card)
{
    for (const auto& [name, value] : card.others) {
        std::string raw;
        for (const char c : value) {
            raw += c == '\n' ? "\\n" : std::string(1, c);
        }
        if (const std::string head = token(name); !head.empty()) {
            line(head, raw);
        }
    }
}

void Writer::names(const VCard& card)
{
    append_folded(out_, "FN:" + escape_vcard(display_name(card))); // compulsory, as is N in 3.0
    const auto name =
        structured({card.family, card.given, card.additional, card.prefix, card.suffix});
    line("N", name.empty() && !v4_ ? ";;;;" : name);
    std::string organization = escape_vcard(card.organization);
    for (const std::string& department : card.departments) {
        organization += ";" + escape_vcard(department);
    }
    line("ORG", organization);
    text("TITLE", card.title);
    text("ROLE", card.role);
    text("X-SALUTATION", card.salutation);
}

void Writer::entries(const VCard& card)
{
    for (const VCard::Typed& phone : card.phones) {
        entry("TEL", phone, escape_vcard(phone.value));
    }
    for (const VCard::Typed& email : card.emails) {
        entry("EMAIL", email, escape_vcard(email.value));
    }
    for (const VCard::Typed& url : card.urls) {
        entry("URL", url, escape_vcard(url.value));
    }
    for (const VCard::Address& a : card.addresses) {
        entry("ADR", a,
              structured({a.pobox, a.extended, a.street, a.city, a.region, a.postcode, a.country}));
    }
}

void Writer::write(const VCard& card)
{
    line("BEGIN", "VCARD");
    line("VERSION", v4_ ? "4.0" : "3.0");
    text("UID", card.uid);
    names(card);
    entries(card);
    birthday(card.birthday);
    text("NOTE", card.note);
    std::string categories;
    for (const std::string& category : card.categories) {
        categories += (categories.empty() ? "" : ",") + escape_vcard(category);
    }
    line("CATEGORIES", categories);
    text(v4_ ? "LANG" : "X-LANG", card.language);
    text(v4_ ? "GENDER" : "X-GENDER", card.gender);
    kind(card);
    others(card);
    line("END", "VCARD");
}

} // namespace

void write_vcard(std::string& out, const VCard& card, VCardVersion version)
{
    Writer(out, version).write(card);
}

} // namespace crm
