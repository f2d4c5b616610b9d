// SPDX-License-Identifier: MIT
#include "crm/report/html_page.hpp"

#include "crm/format/chart_figures.hpp"
#include "crm/report/html_cell.hpp"
#include "crm/report/html_template.hpp"
#include "crm/report/report_chart.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

// Charts for a screen or paper, and for a phone held upright.
constexpr int wide = 760;
constexpr int narrow = 350;
/// More rows than that nobody reads on a page; times are never left out.
constexpr std::int64_t most_rows = 40;
/// A table of so many rows is not torn apart on paper.
constexpr std::int64_t short_table = 15;
constexpr std::string_view key_figures = "kpi";

using Rows = std::vector<TemplateValues>;

/// What a page shows by more than the report's own key.
struct FurtherKey {
    std::string_view report;
    ReportKey key;
};

constexpr auto further_keys = std::to_array<FurtherKey>({
    {"revenue", ReportKey::customer},
    {"revenue", ReportKey::product},
    {"revenue", ReportKey::group},
    {"revenue", ReportKey::manager},
    {"margin", ReportKey::customer},
    {"margin", ReportKey::product},
    {"abc", ReportKey::product},
});

std::size_t place_of(const FinishedReport& report, std::string_view key)
{
    const auto found = std::ranges::find(report.columns, key, &ColumnInfo::key);
    return static_cast<std::size_t>(found - report.columns.begin());
}

/// A report's cells as text, and which columns have any.
class PageTable
{
  public:
    PageTable(const FinishedReport& report, Language language)
        : report_(report), language_(language), filled_(report.columns.size())
    {
        report.rows([this](FinishedReport::Row row) {
            for (std::size_t place = 0; place < row.size(); ++place)
                filled_[place] = filled_[place] || !is_empty(row[place]);
            ++count_;
            return true;
        });
    }

    [[nodiscard]] std::int64_t count() const { return count_; }
    [[nodiscard]] std::int64_t shown() const
    {
        return report_.over_time ? count_ : std::min(count_, most_rows);
    }

    [[nodiscard]] Rows columns() const
    {
        Rows columns;
        for (std::size_t place = 0; place < filled_.size(); ++place)
            if (filled_[place])
                columns.push_back(TemplateValues()
                                      .set("title", report_.columns[place].title)
                                      .set("class", class_of(place, Cell(), "")));
        return columns;
    }

    [[nodiscard]] Rows rows() const
    {
        Rows rows;
        report_.rows([&](FinishedReport::Row row) {
            rows.push_back(TemplateValues().set("cells", cells(row)));
            return static_cast<std::int64_t>(rows.size()) < shown();
        });
        return rows;
    }

  private:
    static bool is_empty(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

    /// n: a number, k: a code or date that stays in one line, minus: below zero.
    [[nodiscard]] std::string class_of(std::size_t place, const Cell& cell,
                                       std::string_view text) const
    {
        if (is_number(report_.columns[place].kind))
            return sign_of(cell) < 0 ? "n minus" : "n";
        return text.find(' ') == std::string_view::npos ? "k" : "";
    }

    [[nodiscard]] Rows cells(FinishedReport::Row row) const
    {
        Rows cells;
        for (std::size_t place = 0; place < row.size(); ++place) {
            if (!filled_[place])
                continue;
            auto text = page_text(row[place], language_);
            if (place == report_.label && text.empty())
                text = tr("not known");
            cells.push_back(TemplateValues()
                                .set("class", class_of(place, row[place], text))
                                .set(place == report_.label ? "head" : "text", std::move(text)));
        }
        return cells;
    }

    const FinishedReport& report_;
    Language language_;
    std::vector<bool> filled_; ///< columns with a value in some row
    std::int64_t count_ = 0;
};

std::string id_of(const FinishedReport& report)
{
    return report.name + '-' + report.columns.front().key;
}

std::string scope_of(const FinishedReport& report)
{
    return report.unit.empty() ? report.scope : report.scope + ", " + report.unit;
}

TemplateValues section(const FinishedReport& report, Language language)
{
    const PageTable table(report, language);
    auto remarks = report.warnings;
    remarks.insert(remarks.end(), report.remarks.begin(), report.remarks.end());
    if (table.shown() < table.count())
        remarks.push_back(format("the first {} of {} rows", table.shown(), table.count()));
    TemplateValues values;
    values.set("id", id_of(report))
        .set("name", report.title)
        .set("scope", scope_of(report))
        .set("remarks", std::move(remarks))
        .set("rows", table.rows())
        .set("nothing", tr("there is nothing in this period"));
    if (table.count() == 0)
        return values;
    values.set("table", "yes")
        .set("short", table.shown() <= short_table ? "yes" : "")
        .set("columns", table.columns());
    const auto chart = chart_of(report);
    if (!figures_of(chart).nothing())
        values.set("wide", chart_svg_for_page(chart, wide))
            .set("narrow", chart_svg_for_page(chart, narrow));
    return values;
}

/// What a key figure was, with an arrow to where it went since.
std::string before_text(const Cell& now, const Cell& before, Language language)
{
    if (std::holds_alternative<std::monostate>(before))
        return {};
    const auto change = growth_of(now, before);
    return format("{} before: {}",
                  change > 0   ? "▲"
                  : change < 0 ? "▼"
                               : "▬",
                  page_text(before, language));
}

/// What people call a key figure; its key without a name here.
std::string name_of(std::string_view key)
{
    constexpr auto names = std::to_array<std::pair<std::string_view, const char*>>({
        {"margin_pct", "margin of revenue"},
        {"dso", "days sales outstanding"},
        {"overdue", "overdue receivables"},
        {"overdue_share", "overdue, of receivables"},
        {"order_value", "value of an order"},
        {"hit_rate", "quotes accepted"},
        {"days_to_pay", "days until customers pay"},
        {"stock_turn", "turnover of stock"},
        {"coverage", "stock lasts for"},
        {"customers_active", "customers who bought"},
        {"customers_new", "new customers"},
        {"customers_lost", "customers lost"},
    });
    for (const auto& [known, name] : names)
        if (known == key)
            return tr(name);
    std::string name(key);
    std::ranges::replace(name, '_', ' ');
    return tr(name.c_str());
}

Rows tiles(const FinishedReport& report, Language language)
{
    const auto value = place_of(report, "value");
    const auto unit = place_of(report, "unit");
    const auto previous = place_of(report, "previous");
    Rows tiles;
    report.rows([&](FinishedReport::Row row) {
        const auto text = page_text(row[value], language);
        const bool has_unit = text.empty() || text.ends_with('%');
        tiles.push_back(TemplateValues()
                            .set("name", name_of(page_text(row[report.label], language)))
                            .set("value", text.empty() ? "–" : text)
                            .set("class", sign_of(row[value]) < 0 ? " minus" : "")
                            .set("unit", has_unit ? "" : page_text(row[unit], language))
                            .set("before", before_text(row[value], row[previous], language)));
        return true;
    });
    return tiles;
}

} // namespace

std::string report_page(const ReportPage& page)
{
    const auto language = local_language();
    const auto day = written(language, page.day);
    Rows sections;
    TemplateValues values;
    std::vector<std::string> facts;
    for (const auto& report : page.reports) {
        if (facts.empty())
            facts.push_back(scope_of(report));
        if (report.name == key_figures)
            values.set("tiles", tiles(report, language));
        else
            sections.push_back(section(report, language));
    }
    facts.push_back(format("as of {}", day));
    values.set("language", language == Language::german ? "de" : "en")
        .set("title", tr("Figures of the business"))
        .set("company", page.company)
        .set("facts", std::move(facts))
        .set("contents", tr("contents"))
        .set("reports", std::move(sections))
        .set("foot", format("made by crm {} on {}", CRM_VERSION, day));
    return report_page_template().render(values);
}

std::vector<FinishedReport>
page_reports(Store& store, const std::function<ReportQuery(const ReportInfo&)>& query,
             const std::function<void(std::size_t made, std::size_t all)>& told)
{
    std::vector<std::pair<const ReportInfo*, std::optional<ReportKey>>> wanted;
    for (const auto& info : reports()) {
        wanted.emplace_back(&info, std::nullopt);
        for (const auto& [name, key] : further_keys)
            if (name == info.name)
                wanted.emplace_back(&info, key);
    }
    std::vector<FinishedReport> made;
    for (const auto& [info, key] : wanted) {
        told(made.size(), wanted.size());
        auto asked = query(*info);
        if (key)
            asked.by = key;
        made.push_back(info->make(store, asked));
    }
    return made;
}

} // namespace crm
