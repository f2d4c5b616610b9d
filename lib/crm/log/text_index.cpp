// SPDX-License-Identifier: MIT
#include "crm/log/text_index.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

#include <algorithm>
#include <vector>

namespace crm
{

namespace
{

/// One word or phrase of a search.
struct Term {
    std::string text; ///< folded
    bool excluded = false;
    bool prefix = false;
};

bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Takes the next term off the front of `text`.
Term next_term(std::string_view& text)
{
    Term term;
    if (text.size() > 1 && text.front() == '-') {
        term.excluded = true;
        text.remove_prefix(1);
    }
    const bool quoted = text.front() == '"';
    if (quoted)
        text.remove_prefix(1);
    const auto* const end =
        quoted ? std::ranges::find(text, '"') : std::ranges::find_if(text, is_blank);
    const auto size = static_cast<std::size_t>(end - text.begin());
    auto content = text.substr(0, size);
    text.remove_prefix(std::min(text.size(), size + (quoted ? 1 : 0)));
    const bool star = quoted ? text.starts_with('*') : content.ends_with('*');
    if (star && quoted)
        text.remove_prefix(1);
    term.prefix = star;
    term.text = fold(content);
    return term;
}

std::vector<Term> terms_of(std::span<const std::string> texts)
{
    std::vector<Term> terms;
    for (std::string_view text : texts)
        while (!(text = trim(text)).empty())
            if (auto term = next_term(text); !next_word(term.text).empty())
                terms.push_back(std::move(term));
    return terms;
}

/// A string of FTS5: in its quotes nothing but a quote means anything, and that is doubled.
std::string quoted(const Term& term)
{
    std::string text = "\"";
    for (const char c : term.text) {
        text += c;
        if (c == '"')
            text += c;
    }
    return text += term.prefix ? "\"*" : "\"";
}

void write_text(Store& store, const char* sql, std::int64_t id, std::string_view subject,
                std::string_view text)
{
    store.prepare(sql)
        .bind(":id", id)
        .bind(":subject", fold(subject))
        .bind(":text", fold(text))
        .run();
}

} // namespace

void add_log_text(Store& store, std::int64_t id, std::string_view subject, std::string_view text)
{
    write_text(store,
               "INSERT INTO log_text_index (rowid, subject, text) VALUES (:id, :subject, :text)",
               id, subject, text);
}

void remove_log_text(Store& store, std::int64_t id, std::string_view subject, std::string_view text)
{
    write_text(store, R"sql(
        INSERT INTO log_text_index (log_text_index, rowid, subject, text)
        VALUES ('delete', :id, :subject, :text))sql",
               id, subject, text);
}

std::string log_search_expression(std::span<const std::string> texts)
{
    const auto terms = terms_of(texts);
    std::string wanted;
    std::string excluded;
    for (const auto& term : terms)
        if (term.excluded)
            excluded += " NOT " + quoted(term);
        else
            wanted += (wanted.empty() ? "" : " AND ") + quoted(term);
    if (wanted.empty())
        throw error(ErrorKind::usage, "there is no word to search for")
            .with_hint("give at least one word without a dash");
    return excluded.empty() ? wanted : "(" + wanted + ")" + excluded;
}

void search_log(Store& store, std::span<const std::string> texts, std::int64_t limit,
                const std::function<bool(std::int64_t id)>& use)
{
    auto query = store.prepare(R"sql(
        SELECT rowid FROM log_text_index
         WHERE log_text_index MATCH :expression
         ORDER BY bm25(log_text_index, 4.0, 1.0), rowid DESC -- a subject says more than a text
         LIMIT :limit)sql");
    query.bind(":expression", log_search_expression(texts)).bind(":limit", limit);
    while (query.step())
        if (!use(query.integer(0)))
            return;
}

} // namespace crm
