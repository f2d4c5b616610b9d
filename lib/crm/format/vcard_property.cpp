// SPDX-License-Identifier: MIT
#include "crm/format/vcard_property.hpp"

#include "crm/format/blanks.hpp"
#include "crm/format/encoding.hpp"
#include "crm/format/vcard_text.hpp"

#include <algorithm>
#include <optional>

namespace crm
{
namespace
{

/// What of a head concerns the value only.
struct ValueCoding {
    bool quoted_printable = false;
    std::string charset{}; // upper case
};

/// Where the value begins: the first colon outside quotes, or at all if the quotes do not pair.
std::size_t find_colon(std::string_view line)
{
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == ':' && !quoted) {
            return at;
        }
        quoted = quoted != (line[at] == '"');
    }
    return line.find(':');
}

/// Takes the next piece off a text: up to a separator outside quotes.
std::string_view take_piece(std::string_view& text, char separator)
{
    bool quoted = false;
    std::size_t at = 0;
    for (; at < text.size() && (quoted || text[at] != separator); ++at) {
        quoted = quoted != (text[at] == '"');
    }
    const std::string_view piece = text.substr(0, at);
    text.remove_prefix(std::min(text.size(), at + 1));
    return piece;
}

/// A parameter's value without quotes, with RFC 6868 resolved.
std::string parameter_text(std::string_view text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        if (text[at] == '^' && (next == 'n' || next == '\'' || next == '^')) {
            plain += next == 'n' ? '\n' : next == '\'' ? '"' : '^';
            ++at;
        } else if (text[at] != '"') {
            plain += text[at];
        }
    }
    return plain;
}

void add_types(VCardProperty& property, std::string_view list)
{
    std::string types = to_lower_ascii(parameter_text(list));
    for (std::string_view rest = types; !rest.empty();) {
        const std::string_view type = trim_blanks(take_piece(rest, ','));
        if (type == "pref") {
            property.preferred = true;
        } else if (!type.empty() && type != "internet" && // says nothing: which e-mail is not
                   std::ranges::find(property.types, type) == property.types.end()) {
            property.types.emplace_back(type);
        }
    }
}

/// UTF-8 for bytes of a charset; those not known, or wrongly named, are judged by their looks.
std::string to_utf8(std::string bytes, std::string_view charset)
{
    const bool latin = charset.starts_with("ISO-8859") || charset.starts_with("WINDOWS-125");
    if (!latin && is_utf8(bytes)) {
        return bytes;
    }
    std::string text;
    append_windows1252(text, bytes);
    return text;
}

/// Android's label: X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=4C=61=67=65=72)
std::string custom_label(std::string_view parameter)
{
    std::string_view inner = parameter.substr(parameter.find('(') + 1);
    inner = inner.substr(0, inner.rfind(')'));
    const auto last = inner.rfind(',');
    const std::string_view coded = last == std::string_view::npos ? inner : inner.substr(last + 1);
    return std::string(trim_blanks(to_utf8(decode_quoted_printable(coded), {})));
}

/// vCard 2.1: a value without the name of its parameter.
void read_bare(std::string_view parameter, VCardProperty& property, ValueCoding& coding)
{
    const std::string upper = to_upper_ascii(trim_blanks(parameter));
    if (upper == "QUOTED-PRINTABLE") {
        coding.quoted_printable = true;
    } else if (upper == "BASE64") {
        property.encoded = true;
    } else if (upper.starts_with("X-CUSTOM(")) {
        property.label = custom_label(parameter);
    } else if (upper.starts_with("X-")) {
        property.label = trim_blanks(trim_blanks(parameter).substr(2));
    } else if (upper != "8BIT" && upper != "7BIT") {
        add_types(property, parameter);
    }
}

void read_parameter(std::string_view parameter, VCardProperty& property, ValueCoding& coding)
{
    const auto equals = parameter.find('=');
    const std::string key = to_upper_ascii(trim_blanks(parameter.substr(0, equals)));
    if (equals == std::string_view::npos || key.starts_with("X-CUSTOM(")) {
        read_bare(parameter, property, coding);
        return;
    }
    const std::string_view value = trim_blanks(parameter.substr(equals + 1));
    if (key == "TYPE") {
        add_types(property, value);
    } else if (key == "PREF") {
        property.preferred = property.preferred || parameter_text(value) == "1";
    } else if (key == "CHARSET") {
        coding.charset = to_upper_ascii(parameter_text(value));
    } else if (key == "ENCODING") {
        const std::string encoding = to_upper_ascii(parameter_text(value));
        coding.quoted_printable = encoding == "QUOTED-PRINTABLE" || encoding == "Q";
        property.encoded = encoding == "BASE64" || encoding == "B";
    } else if (key == "X-APPLE-OMIT-YEAR") {
        property.omit_year = parameter_text(value);
    }
}

/// CR LF, as quoted-printable has it, becomes a line feed; zero bytes vanish.
std::string one_line_break(std::string text)
{
    if (text.find_first_of(std::string_view("\r\0", 2)) == std::string::npos) {
        return text;
    }
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r') {
            plain.append(at + 1 < text.size() && text[at + 1] == '\n' ? 0U : 1U, '\n');
        } else if (text[at] != '\0') {
            plain += text[at];
        }
    }
    return plain;
}

std::string decode_value(std::string_view value, const ValueCoding& coding, bool from_windows1252)
{
    if (coding.quoted_printable) {
        const auto bytes = windows1252_bytes(value);
        const std::string_view raw = from_windows1252 && bytes ? std::string_view(*bytes) : value;
        return to_utf8(decode_quoted_printable(raw), coding.charset);
    }
    if (from_windows1252 && ascii_prefix(value) < value.size()) {
        if (const auto bytes = windows1252_bytes(value); bytes && is_utf8(*bytes)) {
            return *bytes;
        }
    }
    return std::string(value);
}

} // namespace

VCardProperty parse_vcard_property(std::string_view line, bool from_windows1252)
{
    VCardProperty property;
    ValueCoding coding;
    const std::size_t colon = find_colon(line);
    std::string_view head = line.substr(0, colon);
    const std::string_view value =
        colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);

    const std::string_view full = trim_blanks(take_piece(head, ';'));
    const auto dot = full.rfind('.');
    if (dot != std::string_view::npos) {
        property.group = to_lower_ascii(full.substr(0, dot));
    }
    property.name = to_upper_ascii(dot == std::string_view::npos ? full : full.substr(dot + 1));
    while (!head.empty()) {
        read_parameter(take_piece(head, ';'), property, coding);
    }
    if (!property.encoded) {
        const std::string decoded = one_line_break(decode_value(value, coding, from_windows1252));
        property.value = trim_blanks(decoded);
    }
    return property;
}

} // namespace crm
