// SPDX-License-Identifier: MIT
#include "crm/contact/staff.hpp"
#include "tests/unit/contact/exchange/exchanging.hpp"
#include "tests/unit/database.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <random>

namespace crm::test
{

namespace
{

/// Makes up rows of an import in which every column is used, with texts that hurt.
class RandomContacts
{
  public:
    explicit RandomContacts(unsigned seed) : random_(seed) {}

    std::string csv(int companies, int persons)
    {
        std::string text =
            "number,kind,name,legal_form,given_name,family_name,salutation,title,company_number,"
            "role,department,street,postcode,city,region,country,phone,mobile,fax,email,web,"
            "language,birthday,customer,supplier,consumer,staff,extension,staff.deputy,manager,"
            "preferred_channel,blocks,consents,tags,note,archived,field.size,field.Größe,address."
            "invoice,"
            "address.lager,employment.phone,employment.email,employment.for,employment.main,"
            "employment.from\n"
            "20001,person,,,Eva,Ahl,,,10000,Leitung,,,,,,,,,,,,,,,,,EA,10,OB,,,,,,,,,,,,,,,,\n"
            "20002,person,,,Ole,Bär,,,10000,,,,,,,,,,,,,,,,,,OB,11,EA,EA,,,,,,,,,,,,,,,\n";
        for (int i = 0; i < companies; ++i)
            text += row(30000 + i, 0);
        for (int i = 0; i < persons; ++i) {
            const int number = 40000 + i;
            const int company = 30000 + below(companies);
            text += row(number, company);
            if (below(4) == 0 && companies > 1)
                text += further_employment(number, 30000 + (company - 29999) % companies);
        }
        return text;
    }

  private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

    std::string pick(std::initializer_list<const char*> choices)
    {
        return *(choices.begin() + below(static_cast<int>(choices.size())));
    }

    std::string words()
    {
        std::string text = "W" + std::to_string(below(1000));
        for (int i = below(3); i > 0; --i)
            text += pick({" Käse", " \"quer\"", "; mit", ", und", " 100 %", " \\n", " =A1", " Łódź",
                          " 'x'", " e\u0301", " a|b", " -", " 日本"});
        return text;
    }

    std::string maybe(const std::string& text) { return below(2) == 0 ? text : ""; }

    std::string cell(std::string text)
    {
        std::string quoted = "\"";
        for (const char c : text)
            quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
        return quoted + '"';
    }

    std::string address()
    {
        return words_without("|;\\") + "|12345|Ort|" + maybe("Land") + "|" + pick({"", "AT", "DE"});
    }

    std::string words_without(const char* signs)
    {
        auto text = words();
        std::erase_if(text, [&](char c) { return std::string_view(signs).find(c) < 3; });
        return text;
    }

    std::vector<std::string> employment_cells(bool employed)
    {
        if (!employed)
            return std::vector<std::string>(5);
        return {maybe("040 77"), maybe("work@x.example"), maybe("orders;mailing"), maybe("yes"),
                maybe("2020-01-31")};
    }

    /// A person if there is a company.
    std::string row(int number, int company)
    {
        const bool person = company != 0;
        const bool employed = person && below(3) > 0;
        std::vector<std::string> cells = {
            std::to_string(number),
            person ? "person" : "company",
            person ? "" : words(),
            person ? "" : maybe("GmbH"),
            person ? maybe(words()) : "",
            person ? words() : "",
            person ? maybe(pick({"Frau", "Herr", "Divers"})) : "",
            person ? maybe(pick({"Dr.", "Prof. Dr."})) : "",
            employed ? std::to_string(company) : "",
            employed ? maybe(words()) : "",
            employed ? maybe(words()) : "",
            maybe(words()),
            maybe("20457"),
            maybe(words()),
            maybe("Tirol"),
            pick({"", "DE", "AT", "GB"}),
            maybe("040 12" + std::to_string(below(9999))),
            maybe("0171 1234;0172 99"),
            maybe("+49 40 66"),
            maybe("a" + std::to_string(number) + "@x.example"),
            maybe("https://x.example/?a=1;b"),
            maybe(pick({"de", "en"})),
            person ? maybe("1980-04-03") : "",
            pick({"yes", "no"}),
            pick({"yes", "no"}),
            pick({"", "yes", "no"}),
            "",
            "",
            "",
            pick({"", "EA", "OB"}),
            pick({"", "email", "visit"}),
            pick({"", "post", "phone;fax"}),
            pick({"", "email", "newsletter;sms"}),
            maybe("messe;A, B"),
            maybe(pick({"", "=", "'+", "'", "-", "\"", "@"}) + words() + "\n" + words()),
            pick({"", "", "2026-01-31"}),
            maybe(words()),
            maybe(words()),
            maybe(address()),
            maybe(address() + ";" + address())};
        for (auto& each : employment_cells(employed))
            cells.push_back(std::move(each));
        return line(cells);
    }

    std::string line(const std::vector<std::string>& cells)
    {
        std::string joined;
        for (const auto& each : cells)
            joined += (joined.empty() ? "" : ",") + cell(each);
        return joined + '\n';
    }

    std::string further_employment(int number, int company)
    {
        std::string line = std::to_string(number) + ",person,,,,,,," + std::to_string(company);
        line += ',' + cell(words());
        for (int i = 0; i < 30; ++i)
            line += ',';
        return line + ",040 88;040 89,,delivery,,\n";
    }

    std::mt19937 random_;
};

/// Neither the other database nor the check of it finds a difference.
void check_same(Store& copy, const std::string& csv)
{
    CHECK(export_csv(copy) == csv);
}

} // namespace

TEST_CASE(
    "an export makes an empty database the same, as CSV in both dialects, as TSV and as vCards")
{
    for (unsigned seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        auto store = sample_store();
        const auto made = import_csv(store, RandomContacts(seed).csv(7, 12));
        REQUIRE(made.failure == "");
        REQUIRE(made.rejected.empty());
        const auto csv = export_csv(store);

        auto from_csv = sample_store();
        CHECK(import_csv(from_csv, csv).failure == "");
        check_same(from_csv, csv);

        OutputOptions german;
        german.format = Format::csv;
        german.dialect = CsvDialect::excel_de;
        auto from_german = sample_store();
        CHECK(import_csv(from_german, export_csv(store, german)).failure == "");
        check_same(from_german, csv);

        OutputOptions tabs;
        tabs.format = Format::tsv;
        auto from_tabs = sample_store();
        CHECK(import_csv(from_tabs, export_csv(store, tabs)).failure == "");
        check_same(from_tabs, csv);

        auto from_cards = sample_store();
        CHECK(import_vcards(from_cards, export_vcf(store)).failure == "");
        check_same(from_cards, csv);
    }
}

TEST_CASE("own staff with a second employer, who have left, and an own company with another number")
{
    auto store = sample_store();
    add_company(store, "Zweit AG");
    add_staff(store, "Jan Peters", "JP");
    add_staff(store, "Eva Fort", "EF", 3);
    employ(store, 3, job_at(2));
    employ(store, 4, job_at(2));
    {
        Transaction transaction(store);
        end_employment(store, 4, own_company, today - std::chrono::days(30), today);
        ContactWriter(store, today).renumber(own_company, "N1");
        transaction.commit();
    }
    const auto csv = export_csv(store);
    for (const bool cards : {false, true}) {
        CAPTURE(cards);
        auto copy = sample_store();
        const auto imported =
            cards ? import_vcards(copy, export_vcf(store)) : import_csv(copy, csv);
        CHECK(imported.failure == "");
        check_same(copy, csv);
        CHECK(present_employments(copy, staff_by_code(copy, "EF")->id, today).size() == 1);
        // Once more: the former employment is not recorded again.
        ImportOptions update;
        update.on_duplicate = OnDuplicate::update;
        CHECK(import_csv(copy, csv, update).failure == "");
        check_same(copy, csv);
    }
}

TEST_CASE("another company with the name of the own one, in another town, is none of ours")
{
    auto store = sample_store();
    {
        Transaction transaction(store);
        ContactData data;
        data.values[Field::postcode] = "50667";
        data.values[Field::city] = "Köln";
        ContactWriter(store, today).change(own_company, data);
        transaction.commit();
    }
    const auto imported =
        import_csv(store, "number,name,postcode,city\nN7,Muster GmbH,20095,Hamburg\n");
    CHECK(imported.result.added == 1);
    CHECK(contact_by_id(store, own_company).number == "10000");
}

TEST_CASE("address books of other programs: what was taken comes back")
{
    const auto folder = std::filesystem::path(__FILE__).parent_path() / "../../../data/vcard";
    int files = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        CAPTURE(file.path().filename().string());
        auto store = sample_store();
        const auto taken =
            import_vcards(store, TextSource(file.path().string(), Encoding::automatic));
        CHECK(taken.failure == "");
        CHECK(taken.result.added > 0);
        auto copy = sample_store();
        CHECK(import_vcards(copy, export_vcf(store)).failure == "");
        check_same(copy, export_csv(store));
        ++files;
    }
    CHECK(files == 8);
}

} // namespace crm::test
