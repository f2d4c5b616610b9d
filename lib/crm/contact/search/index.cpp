// SPDX-License-Identifier: MIT
#include "crm/contact/search/index.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/phone.hpp"
#include "crm/base/phonetic.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/contact.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::size_t most_keys = 64 * 1024 * 1024; // bytes
constexpr std::size_t most_texts = 1024 * 1024; // what FTS5 itself collects, and is in its cache

/// Appends the words of `text` in lower case, and to `folded` the folded form where it differs.
void append_words(std::string_view text, std::string& plain, std::string& folded)
{
    for_each_word(text, [&](std::string_view word) {
        auto small = lower(word);
        auto fold_form = fold(word);
        if (fold_form != small) {
            folded += folded.empty() ? "" : " ";
            folded += fold_form;
        }
        plain += plain.empty() ? "" : " ";
        plain += small;
    });
}

void append_emails(std::string_view items, std::int64_t employment,
                   std::vector<ContactPoint>& points)
{
    for_each_item(items, [&](std::string_view item) {
        points.push_back({lower(item), employment, "email"});
    });
}

/// A number of this town, typed without its area code: only digits, blanks and hyphens, which DIN
/// 5008 sets before an extension, no 0 or + before it.
std::string with_area_code(std::string_view typed, const std::string& area_code)
{
    const bool local = !area_code.empty() && !typed.empty() && typed.front() >= '1' &&
                       typed.front() <= '9' &&
                       typed.find_first_not_of("0123456789 -") == std::string_view::npos;
    return local ? area_code + ' ' + std::string(typed) : std::string(typed);
}

/// A word for the kind of a contact point that stays where it is.
const char* lasting(std::string_view kind)
{
    for (const char* word : {"phone", "mobile", "fax"})
        if (kind == word)
            return word;
    return "email";
}

template<class Use>
void for_each_blank_word(std::string_view prepared, Use use)
{
    while (!prepared.empty()) {
        const auto end = prepared.find(' ');
        use(prepared.substr(0, end));
        prepared = end == std::string_view::npos ? std::string_view() : prepared.substr(end + 1);
    }
}

} // namespace

SearchIndexer::SearchIndexer(Store& store)
    : store_(store), region_(own_country(store)), area_code_(setting(store, "phone.area_code"))
{
}

std::optional<std::string> SearchIndexer::e164(std::string_view typed,
                                               std::string_view country) const
{
    if (country.empty() || country == region_)
        return normalize_phone(with_area_code(typed, area_code_), region_);
    return normalize_phone(typed, country);
}

void SearchIndexer::append_phones(SearchEntry& entry, std::string_view items, std::string_view kind,
                                  std::string_view country, std::int64_t employment) const
{
    const bool foreign = !country.empty() && country != region_;
    for_each_item(items, [&](std::string_view item) {
        auto number = e164(item, country);
        if (!number || (foreign && !item.starts_with('+') && !item.starts_with("00")))
            if (auto digits = digits_as_typed(item); digits.size() > 3) {
                if (auto letters = letters_as_typed(item); !number && letters != digits)
                    entry.points.push_back({std::move(letters), employment, std::string(kind)});
                entry.points.push_back({std::move(digits), employment, std::string(kind)});
            }
        if (number)
            entry.points.push_back({std::move(*number), employment, std::string(kind)});
        else
            entry.unreadable.emplace_back(item);
    });
}

std::string digits_as_typed(std::string_view phone)
{
    std::string digits = "=";
    std::copy_if(phone.begin(), phone.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

std::string letters_as_typed(std::string_view phone)
{
    std::string both = "=";
    for_each_word(fold(phone), [&](std::string_view word) { both += word; });
    return both;
}

SearchEntry SearchIndexer::make_entry(const SearchableContact& contact) const
{
    SearchEntry entry;
    entry.name_key = contact_name_key(contact.kind, contact.name);
    append_words(contact.name, entry.name, entry.name_folded);
    append_words(contact.title, entry.context, entry.context_folded);
    append_words(contact.city, entry.context, entry.context_folded);
    append_words(contact.postcode, entry.context, entry.context_folded);
    entry.own_context = entry.context.size();
    append_phones(entry, contact.phone, "phone", contact.country, 0);
    append_phones(entry, contact.mobile, "mobile", contact.country, 0);
    append_phones(entry, contact.fax, "fax", contact.country, 0);
    append_emails(contact.email, 0, entry.points);
    for (const auto& work : contact.work) {
        append_words(work.company, entry.context, entry.context_folded);
        append_words(work.city, entry.context, entry.context_folded);
        append_phones(entry, work.phone, "phone", work.country, work.employment_id);
        append_emails(work.email, work.employment_id, entry.points);
    }
    // The same number twice, as phone and as mobile, is one way to the contact.
    std::sort(entry.points.begin(), entry.points.end());
    const auto same = [](const ContactPoint& a, const ContactPoint& b) {
        return a.value == b.value && a.employment_id == b.employment_id;
    };
    entry.points.erase(std::unique(entry.points.begin(), entry.points.end(), same),
                       entry.points.end());
    return entry;
}

SearchEntry SearchIndexer::entry_of(std::int64_t contact_id)
{
    auto contact = store_.prepare(R"sql(
        SELECT name, city, postcode, phone, mobile, fax, email, country, kind, title
          FROM contact
         WHERE id = :id)sql");
    contact.bind(":id", contact_id);
    if (!contact.step())
        throw error(ErrorKind::not_found, "there is no contact with the id {}", contact_id);
    SearchableContact found{.kind = parse_contact_kind(contact.text(8)),
                            .name = contact.text(0),
                            .title = contact.text(9),
                            .city = contact.text(1),
                            .postcode = contact.text(2),
                            .country = contact.text(7),
                            .phone = contact.text(3),
                            .mobile = contact.text(4),
                            .fax = contact.text(5),
                            .email = contact.text(6),
                            .work = {}};
    auto work = store_.prepare(R"sql(
        SELECT e.id, c.name, c.city, c.country, e.phone, e.email
          FROM employment AS e
          JOIN contact AS c ON c.id = e.company_id
         WHERE e.person_id = :id
         ORDER BY e.id)sql");
    work.bind(":id", contact_id);
    while (work.step())
        found.work.push_back({work.integer(0), work.string(1), work.string(2), work.string(3),
                              work.string(4), work.string(5)});
    return make_entry(found);
}

void SearchIndexer::add(std::int64_t contact_id)
{
    auto merged =
        store_.prepare("SELECT 1 FROM contact WHERE id = :id AND merged_into_id IS NOT NULL");
    if (merged.bind(":id", contact_id).step())
        return;
    write(contact_id, entry_of(contact_id));
}

std::vector<std::string> SearchIndexer::add(std::int64_t contact_id,
                                            const SearchableContact& contact)
{
    auto entry = make_entry(contact);
    auto unreadable = std::move(entry.unreadable);
    write(contact_id, entry);
    return unreadable;
}

void SearchIndexer::write(std::int64_t contact_id, const SearchEntry& entry)
{
    texts_.add(contact_id, {entry.name, entry.name_folded, entry.context, entry.context_folded});
    add_words(entry.name);
    // A company's words are written with the company.
    add_words(std::string_view(entry.context).substr(0, entry.own_context));
    names_.add(entry.name_key, contact_id);
    for (const auto& point : entry.points)
        points_.add(point.value, contact_id, point.employment_id, lasting(point.kind));
    if (!collecting_ || names_.bytes() + points_.bytes() >= most_keys)
        flush();
    else if (texts_.bytes() >= most_texts)
        texts_.write(store_);
}

void SearchIndexer::collect()
{
    collecting_ = true;
}

void SearchIndexer::forget()
{
    known_words_.clear();
    texts_.forget();
    names_.forget();
    points_.forget();
}

void SearchIndexer::flush()
{
    texts_.write(store_);
    names_.write(store_, R"sql(
        INSERT OR FAIL INTO contact_name_index (name_key, contact_id)
        SELECT v0, v1 FROM bulk_rows)sql");
    points_.write(store_, R"sql(
        INSERT OR FAIL INTO contact_point_index (value, contact_id, employment_id, kind)
        SELECT v0, v1, v2, v3 FROM bulk_rows)sql");
}

void SearchIndexer::remove(std::int64_t contact_id)
{
    flush();
    const auto entry = entry_of(contact_id);
    store_.prepare("DELETE FROM contact_name_index WHERE name_key = :key AND contact_id = :id")
        .bind(":key", entry.name_key)
        .bind(":id", contact_id)
        .run();
    auto point = store_.prepare(R"sql(
        DELETE FROM contact_point_index
         WHERE value = :value AND contact_id = :id AND employment_id = :employment)sql");
    for (const auto& each : entry.points)
        point.bind(":value", each.value)
            .bind(":id", contact_id)
            .bind(":employment", each.employment_id)
            .run();
    // Words stay in contact_word_index: one too many there finds nothing and does no harm.
    store_.prepare("DELETE FROM contact_text_index WHERE rowid = :id")
        .bind(":id", contact_id)
        .run();
}

void SearchIndexer::add_words(std::string_view prepared)
{
    for_each_blank_word(prepared, [&](std::string_view plain) {
        if (known_words_.contains(plain))
            return;
        known_words_.emplace(plain);
        const auto word = fold(plain);
        store_
            .prepare(R"sql(
                INSERT INTO contact_word_index (word, reversed, sound)
                VALUES (:word, :reversed, :sound) ON CONFLICT DO NOTHING)sql")
            .bind(":word", word)
            .bind(":reversed", reversed(word))
            .bind(":sound", cologne(plain))
            .run();
    });
}

void SearchIndexer::rebuild()
{
    forget();
    region_ = own_country(store_);
    area_code_ = setting(store_, "phone.area_code");
    store_.execute("DELETE FROM contact_text_index; DELETE FROM contact_word_index;"
                   "DELETE FROM contact_name_index; DELETE FROM contact_point_index;");
    auto ids = store_.prepare("SELECT id FROM contact WHERE merged_into_id IS NULL ORDER BY id");
    while (ids.step())
        add(ids.integer(0));
}

void rebuild_search_index(Store& store)
{
    SearchIndexer(store).rebuild();
}

} // namespace crm
