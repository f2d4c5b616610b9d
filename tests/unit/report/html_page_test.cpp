// SPDX-License-Identifier: MIT
#include "crm/report/html_cell.hpp"
#include "crm/report/html_page.hpp"
#include "tests/unit/format/rows.hpp"
#include "tests/unit/report/reporting.hpp"

#include <doctest/doctest.h>
#include <pugixml.hpp>

#include <set>

namespace crm::test
{

namespace
{

using namespace std::chrono_literals;

constexpr Date key_date = Date(2026y / 6 / 30);

FinishedReport report(std::string name, std::vector<ColumnInfo> columns,
                      std::vector<std::vector<Cell>> rows)
{
    FinishedReport report;
    report.name = std::move(name);
    report.title = "revenue by month";
    report.scope = "2026-01-01 to 2026-06-30, invoiced";
    report.unit = "EUR";
    report.columns = std::move(columns);
    report.drawn = 1;
    report.rows = [rows = std::move(rows)](const FinishedReport::Use& use) {
        for (const auto& row : rows)
            if (!use(row))
                return;
    };
    return report;
}

FinishedReport by_month(std::vector<std::vector<Cell>> rows)
{
    auto made = report("revenue",
                       {{"month", "MONTH", Kind::text},
                        {"net", "NET", Kind::money},
                        {"share", "SHARE", Kind::percent},
                        {"previous", "PREVIOUS", Kind::money}},
                       std::move(rows));
    made.over_time = true;
    return made;
}

FinishedReport figures(std::vector<std::vector<Cell>> rows)
{
    return report("kpi",
                  {{"key", "KEY", Kind::text},
                   {"value", "VALUE", Kind::real},
                   {"unit", "UNIT", Kind::text},
                   {"previous", "PREVIOUS", Kind::real}},
                  std::move(rows));
}

std::string page_of(std::vector<FinishedReport> reports)
{
    return report_page({"Müller & Söhne <GmbH>", key_date, std::move(reports)});
}

struct Parsed {
    pugi::xml_document document;
    explicit Parsed(const std::string& page)
    {
        const auto result = document.load_string(page.c_str(), pugi::parse_full);
        REQUIRE_MESSAGE(result, result.description());
    }
    [[nodiscard]] std::vector<std::string> texts(const char* path) const
    {
        std::vector<std::string> texts;
        for (const auto& node : document.select_nodes(path)) {
            std::string text;
            for (const auto& part : node.node().select_nodes(".//text()"))
                text += part.node().value();
            texts.push_back(text);
        }
        return texts;
    }
    [[nodiscard]] std::size_t count(const char* path) const
    {
        return document.select_nodes(path).size();
    }
};

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a page shows each report with its chart, its table and the place it is found at")
{
    const Parsed page(page_of({by_month({{text("2026-01"), Money{123'456}, Rate{2'500}, Cell()},
                                         {text("2026-02"), Money{-5}, Cell(), Cell()}})}));
    CHECK(page.texts("//h1") == Texts{"Figures of the business"});
    CHECK(page.texts("//p[@class='company']") == Texts{"Müller & Söhne <GmbH>"});
    CHECK(page.texts("//header/p[@class='quiet']") ==
          Texts{"2026-01-01 to 2026-06-30, invoiced, EURas of 2026-06-30"});
    CHECK(page.texts("//nav//a") == Texts{"revenue by month"});
    CHECK(page.texts("//nav//a[@href='#revenue-month']").size() == 1);
    CHECK(page.count("//section[@id='revenue-month']") == 1);
    CHECK(page.count("//section//div[@class='wide']/svg") == 1);
    CHECK(page.count("//section//div[@class='narrow']/svg") == 1);
    CHECK(page.count("//html[@lang='en']") == 1);
    CHECK(page.count("//meta[@name='viewport']") == 1);
}

TEST_CASE("a table has the columns that have values, as people read them")
{
    const Parsed page(page_of({by_month({{text("2026-01"), Money{123'456}, Rate{2'549}, Cell()},
                                         {text(""), Money{-5}, Cell(), Cell()}})}));
    CHECK(page.texts("//thead//th") == Texts{"MONTH", "NET", "SHARE"});
    CHECK(page.texts("//tbody//th") == Texts{"2026-01", "not known"});
    CHECK(page.texts("//tbody//td") == Texts{"1,234.56", "25.5 %", "-0.05", ""});
    CHECK(page.texts("//td[@class='n minus']") == Texts{"-0.05"});
}

TEST_CASE("the key figures are tiles on top")
{
    const Parsed page(
        page_of({by_month({{text("2026-01"), Money{1}, Cell(), Cell()}}),
                 figures({{text("revenue"), Money{123'456}, text("EUR"), Money{200'000}},
                          {text("margin_pct"), Rate{-1'250}, text("%"), Rate{-1'300}},
                          {text("dso"), Cell(), text("days"), Cell()},
                          {text("talks"), std::int64_t{3}, Cell(), std::int64_t{3}}})}));
    CHECK(page.texts("//dl//dt") ==
          Texts{"revenue", "margin of revenue", "days sales outstanding", "talks"});
    CHECK(page.texts("//dl//dd[contains(@class, 'figure')]") ==
          Texts{"1,234.56 EUR", "-12.5 % ", "– ", "3 "});
    CHECK(page.texts("//dl//dd[@class='before']") ==
          Texts{"▼ before: 2,000.00", "▲ before: -13.0 %", "▬ before: 3"});
    CHECK(page.texts("//nav//a").size() == 1);
    CHECK(page.count("//dd[@class='figure minus']") == 1);
}

TEST_CASE("a report of nothing says so, one without figures has no chart")
{
    const Parsed page(
        page_of({by_month({}), by_month({{text("2026-01"), Money{}, Cell(), Cell()}})}));
    CHECK(page.texts("//p[@class='empty']") == Texts{"there is nothing in this period"});
    CHECK(page.count("//table") == 1);
    CHECK(page.count("//svg") == 0);
}

TEST_CASE("a page shows the first rows of a long list, but every month")
{
    std::vector<std::vector<Cell>> rows;
    for (std::int64_t number = 1; number <= 60; ++number)
        rows.push_back({fmt::format("{}", number), Money{number}, Cell(), Cell()});
    auto list = by_month(rows);
    list.over_time = false;
    const Parsed shortened(page_of({list}));
    CHECK(shortened.count("//tbody/tr") == 40);
    CHECK(shortened.texts("//div[@class='remarks']/p") == Texts{"the first 40 of 60 rows"});
    const Parsed complete(page_of({by_month(rows)}));
    CHECK(complete.count("//tbody/tr") == 60);
    CHECK(complete.count("//div[@class='scroll short']") == 0);
}

TEST_CASE("what is missing from a report stands below it")
{
    auto made = by_month({{text("2026-01"), Money{1}, Cell(), Cell()}});
    made.warnings = {"2 documents in USD are left out"};
    made.remarks = {"5 is the best fifth"};
    const Parsed page(page_of({made}));
    CHECK(page.texts("//div[@class='remarks']/p") ==
          Texts{"2 documents in USD are left out", "5 is the best fifth"});
    CHECK(page.count("//div[@class='scroll short']") == 1);
}

TEST_CASE("a page loads nothing and runs nothing, whatever the names of customers")
{
    const std::string name = "<script src='http://a/'>\x01{{title}}</script>&amp;\"\xff";
    auto made =
        by_month({{text(name), Money{1}, Cell(), Cell()}, {text("b"), Money{2}, Cell(), Cell()}});
    made.over_time = false;
    const auto html = page_of({made, figures({{text(name), Money{1}, text(name), Money{2}}})});
    const Parsed page(html);
    CHECK(page.texts("//tbody//th").front() ==
          "<script src='http://a/'>\\x01{{title}}</script>&amp;\"\\xff");
    std::set<std::string> elements;
    for (const auto& node : page.document.select_nodes("//*"))
        elements.insert(node.node().name());
    for (const auto* refused : {"script", "link", "img", "image", "iframe", "object", "use"})
        CHECK_MESSAGE(elements.count(refused) == 0, refused);
    for (const auto& node : page.document.select_nodes("//@href"))
        CHECK(std::string_view(node.attribute().value()).starts_with("#"));
    CHECK(page.count("//@src") == 0);
    for (const auto* refused : {"@import", "url(", "//www", "https:"})
        CHECK_MESSAGE(html.find(refused) == html.npos, refused);
    CHECK(page_of({by_month({{text("2026-01"), Money{1}, Cell(), Cell()}})}).find("http") ==
          std::string::npos);
}

TEST_CASE("a page is made of every report there is, compared with the period before")
{
    auto store = trading_company();
    auto order = sold(store, 10, "2026-02-01");
    delivered(store, order, {}, "2026-02-02");
    invoiced(store, order, "2026-02-03");
    std::vector<std::size_t> steps;
    std::size_t announced = 0;
    auto reports = page_reports(
        store, [](const ReportInfo&) { return asked("2026-01-01", "2026-06-30", true); },
        [&](std::size_t made, std::size_t all) {
            steps.push_back(made);
            announced = all;
        });
    CHECK(steps.size() == reports.size());
    CHECK(announced == reports.size());
    std::set<std::string> names;
    for (const auto& made : reports)
        names.insert(made.name);
    for (const auto& info : crm::reports())
        CHECK_MESSAGE(names.count(info.name) == 1, info.name);
    const Parsed page(page_of(reports));
    CHECK(page.count("//section") == reports.size() - 1);
    const auto links = page.document.select_nodes("//nav//a/@href");
    std::set<std::string> targets;
    for (const auto& link : links) {
        const std::string target = std::string(link.attribute().value()).substr(1);
        CHECK(page.count(fmt::format("//section[@id='{}']", target).c_str()) == 1);
        targets.insert(target);
    }
    CHECK(targets.size() == links.size());
    CHECK(page.texts("//dl//dd[@class='before']").size() > 3);
}

TEST_CASE("every kind of value is written in the language of the page")
{
    using enum Language;
    CHECK(page_text(Cell(), german).empty());
    CHECK(page_text(Money{-123'456}, german) == "-1.234,56");
    CHECK(page_text(UnitPrice{12'345}, english) == "1.2345");
    CHECK(page_text(Quantity{1'234'500}, german) == "1.234,5");
    CHECK(page_text(Rate{1'000}, german) == "10,0 %");
    CHECK(page_text(Rate{-25}, english) == "-0.3 %");
    CHECK(page_text(std::int64_t{12'345}, english) == "12,345");
    CHECK(page_text(NumberText{"1234.5"}, german) == "1.234,5");
    CHECK(page_text(key_date, german) == "30.06.2026");
    CHECK(page_text(true, english) == "yes");
    CHECK(page_text(List{"a;b"}, english) == "a;b");
}

TEST_CASE("values grow or shrink only compared with their own kind")
{
    CHECK(growth_of(Money{2}, Money{1}) == 1);
    CHECK(growth_of(Rate{1}, Rate{2}) == -1);
    CHECK(growth_of(Quantity{1}, Quantity{1}) == 0);
    CHECK(growth_of(Money{2}, Rate{1}) == 0);
    CHECK(growth_of(Cell(), Cell()) == 0);
    CHECK(sign_of(Money{-1}) == -1);
    CHECK(sign_of(std::int64_t{0}) == 0);
}

} // namespace crm::test
