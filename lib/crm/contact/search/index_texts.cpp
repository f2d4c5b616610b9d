// SPDX-License-Identifier: MIT
#include "crm/contact/search/index_texts.hpp"

#include "crm/store/bulk_rows.hpp"

namespace crm
{

namespace
{

// One statement for all is a savepoint, at which FTS5 writes out what it has collected.
constexpr std::size_t many = 100;

} // namespace

void IndexTexts::add(std::int64_t contact_id, const Columns& columns)
{
    auto& row = rows_.emplace_back();
    row.contact_id = contact_id;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        row.places[i] = static_cast<std::uint32_t>(texts_.size());
        texts_ += columns[i];
    }
    row.places.back() = static_cast<std::uint32_t>(texts_.size());
}

std::string_view IndexTexts::column(const Row& row, std::size_t place) const
{
    return std::string_view(texts_).substr(row.places[place],
                                           row.places[place + 1] - row.places[place]);
}

void IndexTexts::write(Store& store)
{
    rows_.size() < many ? write_each(store) : write_all(store);
    forget();
}

void IndexTexts::write_each(Store& store) const
{
    for (const auto& row : rows_)
        store
            .prepare(R"sql(
                INSERT INTO contact_text_index (rowid, name, name_folded, context, context_folded)
                VALUES (:id, :name, :name_folded, :context, :context_folded))sql")
            .bind(":id", row.contact_id)
            .bind(":name", column(row, 0))
            .bind(":name_folded", column(row, 1))
            .bind(":context", column(row, 2))
            .bind(":context_folded", column(row, 3))
            .run();
}

void IndexTexts::write_all(Store& store) const
{
    const auto value = [this](std::size_t place, int v) -> BulkValue {
        const auto& row = rows_[place];
        return v == 0 ? BulkValue(row.contact_id)
                      : BulkValue(column(row, static_cast<std::size_t>(v) - 1));
    };
    insert_rows(store, R"sql(
        INSERT INTO contact_text_index (rowid, name, name_folded, context, context_folded)
        SELECT v0, v1, v2, v3, v4 FROM bulk_rows)sql",
                {rows_.size(), value});
}

void IndexTexts::forget()
{
    texts_.clear();
    rows_.clear();
}

} // namespace crm
