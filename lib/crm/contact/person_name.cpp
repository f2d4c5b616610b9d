// SPDX-License-Identifier: MIT
#include "crm/contact/person_name.hpp"

#include "crm/base/names.hpp"
#include "crm/base/titled_name.hpp"

namespace crm
{

namespace
{

std::string with_blank(std::string first, std::string_view second)
{
    return first.append(first.empty() || second.empty() ? "" : " ").append(second);
}

/// Puts what was before the name into its field; returns it if it has no place there.
std::string place(FieldValues& values, const FieldValues& stored, Field field, std::string found)
{
    if (found.empty() || has_words_of(values.text(field), found))
        return {};
    if (values[field])
        return found;
    if (!has_words_of(stored.text(field), found))
        values[field] = std::move(found);
    return {};
}

} // namespace

void take_name_apart(FieldValues& values, const FieldValues& stored)
{
    if (!values[Field::name] || values[Field::family_name])
        return;
    auto titled = take_off_titles(*values[Field::name]);
    auto name = split_name(titled.name);
    auto before = place(values, stored, Field::salutation, std::move(titled.salutation));
    before =
        with_blank(std::move(before), place(values, stored, Field::title, std::move(titled.title)));
    if (!values[Field::given_name])
        values[Field::given_name] = with_blank(std::move(before), name.given);
    values[Field::family_name] = std::move(name.family);
}

std::string full_name(const FieldValues& values)
{
    return with_blank(std::string(values.text(Field::given_name)), values.text(Field::family_name));
}

} // namespace crm
