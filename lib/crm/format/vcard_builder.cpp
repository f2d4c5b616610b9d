// SPDX-License-Identifier: MIT
#include "crm/format/vcard_builder.hpp"

#include "crm/format/blanks.hpp"
#include "crm/format/vcard_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace crm
{
namespace
{

std::string text_of(std::string_view value)
{
    return std::string(trim_blanks(unescape_vcard(value)));
}

/// A part of a name may be a list (`Philip,Paul`); a comma before a blank belongs to the text.
std::string name_part(std::string_view value)
{
    std::string name;
    for (const std::string_view part : split_raw_vcard(value, ',')) {
        if (!name.empty() && !part.empty()) {
            name += part.starts_with(' ') ? "," : " ";
        }
        name += unescape_vcard(part);
    }
    return std::string(trim_blanks(name));
}

/// The value without `scheme`, which is lower case and ends with the colon.
std::string_view without_scheme(std::string_view value, std::string_view scheme)
{
    const bool has_it = to_lower_ascii(value.substr(0, scheme.size())) == scheme;
    return has_it ? value.substr(scheme.size()) : value;
}

/// tel:+49-30-1234;ext=56 (RFC 3966) as people write it; anything else is text.
std::string phone_of(std::string_view value)
{
    const std::string_view uri = without_scheme(value, "tel:");
    if (uri.size() == value.size()) {
        return text_of(value);
    }
    const auto parts = split_raw_vcard(uri, ';');
    std::string number = decode_percent(text_of(parts.front()));
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::string_view context = without_scheme(parts[i], "phone-context=");
        const std::string_view extension = without_scheme(parts[i], "ext=");
        if (context.size() < parts[i].size() && context.starts_with('+')) {
            number.insert(0, context);
        } else if (extension.size() < parts[i].size()) {
            number.append(" ext. ").append(extension);
        }
    }
    return std::string(trim_blanks(number));
}

std::string email_of(std::string_view value)
{
    const std::string_view uri = without_scheme(value, "mailto:");
    return uri.size() == value.size()
               ? text_of(value)
               : std::string(trim_blanks(decode_percent(text_of(uri.substr(0, uri.find('?'))))));
}

/// Apple's own labels are `_$!<Work>!$_`; those that are types become types.
void apply_label(std::string_view label, std::string& field, std::vector<std::string>& types)
{
    constexpr std::string_view opening = "_$!<";
    constexpr std::string_view closing = ">!$_";
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> known{
        {{"Work", "work"}, {"Home", "home"}, {"Mobile", "cell"}, {"Main", "main"}, {"Other", ""}}};
    if (!label.starts_with(opening) || !label.ends_with(closing) ||
        label.size() < opening.size() + closing.size()) {
        field = label;
        return;
    }
    label.remove_prefix(opening.size());
    label.remove_suffix(closing.size());
    const auto found = std::ranges::find(known, label, &decltype(known)::value_type::first);
    if (found == known.end()) {
        field = label;
    } else if (!found->second.empty() && std::ranges::find(types, found->second) == types.end()) {
        types.emplace_back(found->second);
    }
}

} // namespace

/// Which property is added how; the names are upper case.
struct VCardBuilder::Handler {
    std::string_view name;
    void (VCardBuilder::*add)(const VCardProperty&);
};

const VCardBuilder::Handler* VCardBuilder::find_handler(std::string_view name)
{
    using Builder = VCardBuilder;
    static constexpr std::array handlers{
        Handler{"N", &Builder::add_name},
        Handler{"ORG", &Builder::add_organization},
        Handler{"ADR", &Builder::add_address},
        Handler{"LABEL", &Builder::add_label_text},
        Handler{"TEL", &Builder::add_phone},
        Handler{"EMAIL", &Builder::add_email},
        Handler{"URL", &Builder::add_url},
        Handler{"BDAY", &Builder::add_birthday},
        Handler{"NOTE", &Builder::add_note},
        Handler{"CATEGORIES", &Builder::add_categories},
        Handler{"LANG", &Builder::add_language},
        Handler{"X-LANG", &Builder::add_language},
        Handler{"GENDER", &Builder::add_gender},
        Handler{"X-GENDER", &Builder::add_gender},
        Handler{"X-WAB-GENDER", &Builder::add_gender},
        Handler{"KIND", &Builder::add_kind},
        Handler{"X-ABSHOWAS", &Builder::add_kind},
        Handler{"X-ADDRESSBOOKSERVER-KIND", &Builder::add_kind},
        Handler{"X-ABLABEL", &Builder::add_group_label},
        Handler{"X-ABADR", &Builder::ignore}, // a country, for the layout of the address
        Handler{"BEGIN", &Builder::ignore},   // of something else
        Handler{"END", &Builder::ignore},
        Handler{"VERSION", &Builder::ignore},
        Handler{"PRODID", &Builder::ignore},
        Handler{"REV", &Builder::ignore},
        Handler{"AGENT", &Builder::ignore},
        Handler{"PHOTO", &Builder::ignore},
        Handler{"LOGO", &Builder::ignore},
        Handler{"SOUND", &Builder::ignore},
        Handler{"KEY", &Builder::ignore},
    };
    const auto found = std::ranges::find(handlers, name, &Handler::name);
    return found == handlers.end() ? nullptr : &*found;
}

void VCardBuilder::add(const VCardProperty& property)
{
    const std::array<std::pair<std::string_view, std::string*>, 5> texts{
        {{"FN", &card_.formatted_name},
         {"UID", &card_.uid},
         {"TITLE", &card_.title},
         {"ROLE", &card_.role},
         {"X-SALUTATION", &card_.salutation}}};
    const auto text = std::ranges::find(texts, property.name, &decltype(texts)::value_type::first);
    if (property.encoded || property.name.empty() || property.value.empty()) {
        return;
    }
    if (const Handler* handler = find_handler(property.name)) {
        (this->*handler->add)(property);
    } else if (text != texts.end()) {
        add_text(*text->second, property);
    } else {
        card_.others.emplace_back(property.name, property.value);
    }
}

void VCardBuilder::add_text(std::string& field, const VCardProperty& property)
{
    if (field.empty()) {
        field = text_of(property.value);
    } else {
        card_.others.emplace_back(property.name, property.value);
    }
}

void VCardBuilder::add_name(const VCardProperty& property)
{
    const auto parts = split_raw_vcard(property.value, ';');
    const std::array fields{&card_.family, &card_.given, &card_.additional, &card_.prefix,
                            &card_.suffix};
    for (std::size_t i = 0; i < std::min(parts.size(), fields.size()); ++i) {
        if (fields[i]->empty()) { // a second N is the same name in another alphabet
            *fields[i] = name_part(parts[i]);
        }
    }
}

void VCardBuilder::add_organization(const VCardProperty& property)
{
    if (!card_.organization.empty()) {
        card_.others.emplace_back(property.name, property.value);
        return;
    }
    auto parts = split_vcard(property.value, ';');
    card_.organization = std::move(parts.front());
    parts.erase(parts.begin());
    std::erase(parts, std::string());
    card_.departments = std::move(parts);
}

void VCardBuilder::add_address(const VCardProperty& property)
{
    auto parts = split_vcard(property.value, ';');
    if (std::ranges::all_of(parts, &std::string::empty)) {
        return;
    }
    parts.resize(7);
    card_.addresses.push_back({.types = property.types,
                               .pobox = parts[0],
                               .extended = parts[1],
                               .street = parts[2],
                               .city = parts[3],
                               .region = parts[4],
                               .postcode = parts[5],
                               .country = parts[6],
                               .label = property.label,
                               .preferred = property.preferred});
    address_groups_.push_back(property.group);
}

void VCardBuilder::add_label_text(const VCardProperty& property)
{
    VCard::Address address;
    address.types = property.types;
    address.street = text_of(property.value);
    address.preferred = property.preferred;
    written_addresses_.push_back(std::move(address));
}

void VCardBuilder::add_phone(const VCardProperty& property)
{
    card_.phones.push_back(
        {phone_of(property.value), property.types, property.label, property.preferred});
    phone_groups_.push_back(property.group);
}

void VCardBuilder::add_email(const VCardProperty& property)
{
    card_.emails.push_back(
        {email_of(property.value), property.types, property.label, property.preferred});
    email_groups_.push_back(property.group);
}

void VCardBuilder::add_url(const VCardProperty& property)
{
    card_.urls.push_back(
        {text_of(property.value), property.types, property.label, property.preferred});
    url_groups_.push_back(property.group);
}

void VCardBuilder::add_birthday(const VCardProperty& property)
{
    if (!card_.birthday.empty()) {
        return;
    }
    const std::string typed = text_of(property.value);
    card_.birthday = parse_birthday(typed).value_or(typed);
    if (!property.omit_year.empty() && card_.birthday.starts_with(property.omit_year + "-")) {
        card_.birthday.replace(0, property.omit_year.size(), "-");
    }
}

void VCardBuilder::add_note(const VCardProperty& property)
{
    card_.note += (card_.note.empty() ? "" : "\n") + text_of(property.value);
}

void VCardBuilder::add_categories(const VCardProperty& property)
{
    for (std::string& category : split_vcard(property.value, ',')) {
        if (!category.empty() &&
            std::ranges::find(card_.categories, category) == card_.categories.end()) {
            card_.categories.push_back(std::move(category));
        }
    }
}

void VCardBuilder::add_language(const VCardProperty& property)
{
    if (card_.language.empty() || property.preferred) {
        card_.language = text_of(property.value);
    }
}

/// GENDER:M;text (RFC 6350), X-GENDER:Female or weiblich, X-WAB-GENDER:1 (Windows: 1 is female).
void VCardBuilder::add_gender(const VCardProperty& property)
{
    constexpr std::string_view letters = "mfwondu12";
    constexpr std::string_view meanings = "MFFONOUFM";
    const std::string gender = to_lower_ascii(text_of(property.value));
    const auto at = gender.empty() ? std::string_view::npos : letters.find(gender.front());
    if (card_.gender.empty() && at != std::string_view::npos) {
        card_.gender = meanings[at];
    }
}

void VCardBuilder::add_kind(const VCardProperty& property)
{
    const std::string kind = to_lower_ascii(text_of(property.value));
    card_.kind = kind == "company" || kind == "organization" ? "org" : kind;
    kind_given_ = true;
}

void VCardBuilder::add_group_label(const VCardProperty& property)
{
    group_labels_.emplace_back(property.group, text_of(property.value));
}

void VCardBuilder::ignore(const VCardProperty& /*property*/) {}

void VCardBuilder::apply_labels()
{
    const auto apply = [&](auto& entries, const std::vector<std::string>& groups) {
        for (const auto& [group, label] : group_labels_) {
            for (std::size_t i = 0; i < entries.size(); ++i) {
                if (!group.empty() && groups[i] == group) {
                    apply_label(label, entries[i].label, entries[i].types);
                }
            }
        }
    };
    apply(card_.phones, phone_groups_);
    apply(card_.emails, email_groups_);
    apply(card_.urls, url_groups_);
    apply(card_.addresses, address_groups_);
}

void VCardBuilder::finish()
{
    apply_labels();
    if (card_.addresses.empty()) {
        card_.addresses = std::move(written_addresses_);
    }
    if (!kind_given_ && is_unnamed_organization(card_)) {
        card_.kind = "org";
    }
    card_.formatted_name = display_name(card_);
}

} // namespace crm
