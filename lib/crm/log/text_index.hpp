// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace crm
{

// The full-text index over subjects and texts. It holds their folded words and nothing else, so
// whoever takes an entry out of it has to say what it went in with.

void add_log_text(Store& store, std::int64_t id, std::string_view subject, std::string_view text);
void remove_log_text(Store& store, std::int64_t id, std::string_view subject,
                     std::string_view text);

/// What the texts of a search mean, as an FTS5 expression: every word must occur, `"a phrase"` as
/// it stands, `-word` not, `word*` begins so. Nothing that was typed is taken for FTS5's own
/// syntax. Throws usage if there is no word to find.
std::string log_search_expression(std::span<const std::string> texts);

/// Hands over the ids of the entries that fit, best first (bm25, where a word of the
/// subject counts four times), of equals the newest; until `use`
/// returns false. `limit` below 0: all.
void search_log(Store& store, std::span<const std::string> texts, std::int64_t limit,
                const std::function<bool(std::int64_t id)>& use);

/// Compares the index with what the entries say.
void check_log_text(Store& store, const Report& report);

} // namespace crm
