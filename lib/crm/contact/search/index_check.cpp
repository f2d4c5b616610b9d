// SPDX-License-Identifier: MIT
#include "crm/contact/search/index_check.hpp"

#include "crm/base/phonetic.hpp"
#include "crm/base/text.hpp"
#include "crm/base/translate.hpp"
#include "crm/contact/search/index.hpp"
#include "crm/store/snapshot.hpp"

#include <unordered_map>
#include <unordered_set>

namespace crm
{

namespace
{

/// Compares one contact after the other; the sums at the end show what is there besides.
class IndexComparison
{
  public:
    IndexComparison(Store& store, const Report& report)
        : store_(store), report_(report), indexer_(store), name_(store.prepare(R"sql(
              SELECT 1 FROM contact_name_index WHERE name_key = :key AND contact_id = :id)sql")),
          point_(store.prepare(R"sql(
              SELECT kind FROM contact_point_index
               WHERE value = :value AND contact_id = :id AND employment_id = :employment)sql")),
          text_(store.prepare(R"sql(
              SELECT name, name_folded, context, context_folded FROM contact_text_index
               WHERE rowid = :id)sql")),
          word_(store.prepare(R"sql(
              SELECT reversed, sound FROM contact_word_index WHERE word = :word)sql"))
    {
    }

    void compare(std::int64_t id, std::string_view number)
    {
        const auto entry = indexer_.entry_of(id);
        if (!has_name(id, entry))
            report_(format("{} is not found by its name", number));
        for (const auto& point : entry.points)
            if (!has_point(id, point))
                report_(format("{} is not found by {}", number, point.value));
        if (!has_text(id, entry))
            report_(format("{} is not found by its words", number));
        see_words(entry.name);
        see_words(entry.context);
        ++contacts_;
        points_ += static_cast<std::int64_t>(entry.points.size());
    }

    void finish()
    {
        for (const auto& [word, sound_fits] : words_)
            if (!sound_fits)
                report_(format("the word '{}' is not found by its sound or spelling", word));
        compare_count("contact_name_index", contacts_);
        compare_count("contact_point_index", points_);
        compare_count("contact_text_index", contacts_);
    }

  private:
    bool has_name(std::int64_t id, const SearchEntry& entry)
    {
        name_.reset();
        return name_.bind(":key", entry.name_key).bind(":id", id).step();
    }

    bool has_point(std::int64_t id, const ContactPoint& point)
    {
        point_.reset();
        point_.bind(":value", point.value).bind(":id", id).bind(":employment", point.employment_id);
        return point_.step() && point_.text(0) == point.kind;
    }

    bool has_text(std::int64_t id, const SearchEntry& entry)
    {
        text_.reset();
        return text_.bind(":id", id).step() && text_.text(0) == entry.name &&
               text_.text(1) == entry.name_folded && text_.text(2) == entry.context &&
               text_.text(3) == entry.context_folded;
    }

    /// Words that fold to the same share one row, which has the sound of one of them.
    void see_words(const std::string& prepared)
    {
        for_each_word(prepared, [&](std::string_view plain) {
            if (!seen_.emplace(plain).second)
                return;
            const auto word = fold(plain);
            auto& sound_fits = words_.try_emplace(word, false).first->second;
            word_.reset();
            if (!sound_fits && word_.bind(":word", word).step())
                sound_fits = word_.text(0) == reversed(word) && word_.text(1) == cologne(plain);
        });
    }

    void compare_count(const char* table, std::int64_t wanted)
    {
        auto query = store_.prepare(fmt::format("SELECT count(*) FROM {}", table));
        query.step();
        if (query.integer(0) > wanted)
            report_(
                format("{} entries of {} belong to no contact", query.integer(0) - wanted, table));
    }

    Store& store_;
    const Report& report_;
    SearchIndexer indexer_;
    Statement name_;
    Statement point_;
    Statement text_;
    Statement word_;
    std::int64_t contacts_ = 0;
    std::int64_t points_ = 0;
    std::unordered_set<std::string> seen_;
    std::unordered_map<std::string, bool> words_; ///< whether its row is right
};

} // namespace

void check_search_index(Store& store, const Report& report)
{
    const Snapshot snapshot(store);
    IndexComparison comparison(store, report);
    auto contacts = store.prepare(R"sql(
        SELECT id, number FROM contact WHERE merged_into_id IS NULL ORDER BY id)sql");
    while (contacts.step())
        comparison.compare(contacts.integer(0), contacts.text(1));
    comparison.finish();
}

} // namespace crm
