// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/search/find.hpp"
#include "crm/contact/search/index.hpp"
#include "crm/contact/search/match.hpp"

#include <string>
#include <vector>

namespace crm
{

/// The filters that SQL looks after, for a statement in which `c` is the contact; bound by
/// bind_find_filter.
inline constexpr std::string_view find_filter = R"sql(
       AND c.merged_into_id IS NULL
       AND (:archived OR c.archived_on IS NULL)
       AND (:kind IS NULL OR c.kind = :kind)
       AND (:tag IS NULL
            OR EXISTS (SELECT 1 FROM contact_tag WHERE contact_id = c.id AND tag_key = :tag)))sql";
void bind_find_filter(Statement& statement, const FindQuery& query);

/// One line in which a contact can be shown, and what it can be found by.
struct FindLine {
    FoundContact shown;
    std::string number_key;
    MatchFields fields;
};

/// The lines of a contact that pass all filters: of a company one, of a person one for each present
/// employment, the main one first, or one without.
class FindLines
{
  public:
    /// `with_phones`: fields.phones are wanted. The references must outlive this.
    FindLines(Store& store, const FindQuery& query, Date today, SearchIndexer& indexer,
              bool with_phones);

    std::vector<FindLine> of(std::int64_t contact_id);

  private:
    [[nodiscard]] FindLine read() const;
    [[nodiscard]] bool passes() const;
    void add_phones(std::vector<FindLine>& lines);

    const FindQuery& query_;
    SearchIndexer& indexer_;
    bool with_phones_;
    Statement select_;
    std::string city_; ///< folded
};

} // namespace crm
