// SPDX-License-Identifier: MIT
#include "crm/base/translate.hpp"
#include "crm/log/text_index.hpp"
#include "crm/store/snapshot.hpp"

#include <set>
#include <tuple>

namespace crm
{

namespace
{

// The index is made once more beside it; then both are read word by word, in the same order.
constexpr const char* make_proof = R"sql(
    CREATE VIRTUAL TABLE temp.log_text_proof USING fts5(
        subject, text, content = '', tokenize = "unicode61 remove_diacritics 0");
    INSERT INTO temp.log_text_proof (rowid, subject, text)
    SELECT id, fold(subject), fold(coalesce(text, '')) FROM main.log_entry;
    CREATE VIRTUAL TABLE temp.log_words_found USING fts5vocab('main', 'log_text_index', 'instance');
    CREATE VIRTUAL TABLE temp.log_words_wanted USING fts5vocab('temp', 'log_text_proof', 'instance');
)sql";
constexpr const char* drop_proof = R"sql(
    DROP TABLE temp.log_words_found;
    DROP TABLE temp.log_words_wanted;
    DROP TABLE temp.log_text_proof;
)sql";

/// Where one word stands, in the order in which fts5vocab gives them.
using Place = std::tuple<std::string, std::int64_t, std::string, std::int64_t>;

class Words
{
  public:
    Words(Store& store, const char* sql) : query_(store.prepare(sql)) { next(); }
    void next()
    {
        there_ = query_.step();
        if (there_)
            place_ = {query_.string(0), query_.integer(1), query_.string(2), query_.integer(3)};
    }
    [[nodiscard]] bool there() const { return there_; }
    [[nodiscard]] const Place& place() const { return place_; }
    [[nodiscard]] std::int64_t entry() const { return std::get<1>(place_); }

  private:
    Statement query_;
    bool there_ = false;
    Place place_;
};

constexpr std::size_t most_named = 1000;

void compare(Store& store, const Report& report)
{
    Words found(store, "SELECT term, doc, col, offset FROM temp.log_words_found");
    Words wanted(store, "SELECT term, doc, col, offset FROM temp.log_words_wanted");
    std::set<std::int64_t> wrong;
    while ((found.there() || wanted.there()) && wrong.size() < most_named) {
        if (found.there() && wanted.there() && found.place() == wanted.place()) {
            found.next();
            wanted.next();
        } else if (!wanted.there() || (found.there() && found.place() < wanted.place())) {
            wrong.insert(found.entry());
            found.next();
        } else {
            wrong.insert(wanted.entry());
            wanted.next();
        }
    }
    for (const auto id : wrong)
        report(format("log entry {} is not found by just its words", id));
}

} // namespace

void check_log_text(Store& store, const Report& report)
{
    store.execute(make_proof);
    compare(store, report);
    store.execute(drop_proof);
}

} // namespace crm
