// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/vcard.hpp"
#include "crm/format/vcard_property.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crm
{

/// Collects the properties of one card.
class VCardBuilder
{
  public:
    explicit VCardBuilder(VCard& card) : card_(card) {}

    /// Puts a property where it belongs: a known one in its field, any other one among the others.
    void add(const VCardProperty& property);

    /// To be called once after the last property: gives grouped labels to what they name, and fills
    /// in what the card does not say but means.
    void finish();

  private:
    struct Handler;

    static const Handler* find_handler(std::string_view name);
    void add_name(const VCardProperty& property);
    void add_organization(const VCardProperty& property);
    void add_address(const VCardProperty& property);
    void add_label_text(const VCardProperty& property);
    void add_phone(const VCardProperty& property);
    void add_email(const VCardProperty& property);
    void add_url(const VCardProperty& property);
    void add_birthday(const VCardProperty& property);
    void add_note(const VCardProperty& property);
    void add_categories(const VCardProperty& property);
    void add_language(const VCardProperty& property);
    void add_gender(const VCardProperty& property);
    void add_kind(const VCardProperty& property);
    void add_group_label(const VCardProperty& property);
    void ignore(const VCardProperty& property);
    void add_text(std::string& field, const VCardProperty& property);
    void apply_labels();

    VCard& card_;
    bool kind_given_ = false;
    // The groups of the entries, index by index.
    std::vector<std::string> phone_groups_, email_groups_, url_groups_, address_groups_;
    std::vector<std::pair<std::string, std::string>> group_labels_;
    std::vector<VCard::Address>
        written_addresses_; // LABEL: an address as it is written on a letter
};

} // namespace crm
