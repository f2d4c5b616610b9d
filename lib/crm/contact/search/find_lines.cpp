// SPDX-License-Identifier: MIT
#include "crm/contact/search/find_lines.hpp"

#include "crm/base/text.hpp"

namespace crm
{

namespace
{

std::string lines_sql()
{
    return std::string(R"sql(
    SELECT c.id, coalesce(e.id, 0), c.number, c.kind, c.name, k.name, e.role,
           coalesce(e.phone, c.phone, c.mobile), coalesce(e.email, c.email),
           coalesce(c.city, k.city), m.name,
           c.number_key, coalesce(c.postcode, k.postcode), coalesce(c.manager_id, k.manager_id),
           c.city, c.postcode, k.city, c.email, e.email, c.title
      FROM contact AS c
      LEFT JOIN employment AS e
        ON e.person_id = c.id
       AND coalesce(e.first_day, :today) <= :today
       AND coalesce(e.last_day, :today) >= :today
      LEFT JOIN contact AS k ON k.id = e.company_id
      LEFT JOIN contact AS m ON m.id = coalesce(c.manager_id, k.manager_id)
     WHERE c.id = :id)sql")
        .append(find_filter)
        .append(" ORDER BY e.main DESC, e.id");
}

bool postcode_passes(std::string_view postcode, std::string_view wanted)
{
    if (wanted.ends_with('*'))
        return postcode.starts_with(wanted.substr(0, wanted.size() - 1));
    return postcode == wanted;
}

} // namespace

void bind_find_filter(Statement& statement, const FindQuery& query)
{
    const auto kind = query.kind ? std::optional(to_string(*query.kind)) : std::nullopt;
    const auto tag = query.tag ? std::optional(lower(trim(*query.tag))) : std::nullopt;
    statement.bind(":archived", query.archived).bind(":kind", kind).bind(":tag", tag);
}

FindLines::FindLines(Store& store, const FindQuery& query, Date today, SearchIndexer& indexer,
                     bool with_phones)
    : query_(query), indexer_(indexer), with_phones_(with_phones),
      select_(store.prepare(lines_sql())), city_(query.city ? fold(trim(*query.city)) : "")
{
    select_.bind(":today", today);
    bind_find_filter(select_, query);
}

std::vector<FindLine> FindLines::of(std::int64_t contact_id)
{
    std::vector<FindLine> lines;
    select_.bind(":id", contact_id);
    while (select_.step())
        if (passes())
            lines.push_back(read());
    select_.reset();
    if (with_phones_ && !lines.empty())
        add_phones(lines);
    return lines;
}

bool FindLines::passes() const
{
    if (query_.city && fold(select_.text(9)) != city_)
        return false;
    if (query_.postcode && !postcode_passes(select_.text(12), trim(*query_.postcode)))
        return false;
    return !query_.manager_id || select_.integer(13) == *query_.manager_id;
}

FindLine FindLines::read() const
{
    FindLine line;
    auto& shown = line.shown;
    shown.id = select_.integer(0);
    shown.employment_id = select_.integer(1);
    shown.number = select_.string(2);
    shown.kind = select_.string(3);
    shown.name = select_.string(4);
    shown.company = select_.string(5);
    shown.role = select_.string(6);
    shown.phone = select_.string(7);
    shown.email = select_.string(8);
    shown.city = select_.string(9);
    shown.manager = select_.string(10);
    line.number_key = select_.string(11);

    auto& fields = line.fields;
    fields.contact_id = shown.id;
    fields.number = lower(shown.number);
    fields.add_words(shown.name, true);
    fields.add_words(shown.company, false);
    for (const int column : {14, 15, 16, 19}) // own city and postcode, company's city, title
        fields.add_words(select_.text(column), false);
    fields.add_emails(select_.text(17));
    fields.add_emails(select_.text(18));
    return line;
}

void FindLines::add_phones(std::vector<FindLine>& lines)
{
    for (const auto& point : indexer_.entry_of(lines.front().shown.id).points)
        for (auto& line : lines)
            if (point.kind != "email" &&
                (point.employment_id == 0 || point.employment_id == line.shown.employment_id))
                line.fields.phones.push_back(point.value);
}

} // namespace crm
