// SPDX-License-Identifier: MIT
#include "crm/contact/complete.hpp"
#include "crm/contact/contact_writer.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;

namespace
{

constexpr crm::Date today = std::chrono::sys_days(2026y / 6 / 30);

struct Fixture {
    crm::Store store = crm::Store::in_memory();
    crm::Transaction transaction{store};
    crm::ContactWriter writer{store, today};

    void add(crm::ContactKind kind, const std::string& name, const std::string& number,
             const std::string& tag = "")
    {
        crm::ContactData data;
        data.number = number;
        data.values[crm::Field::name] = name;
        if (!tag.empty())
            data.tags = {tag};
        writer.add(kind, data);
    }
};

using Values = std::vector<std::string>;

} // namespace

TEST_CASE_FIXTURE(Fixture, "contacts are completed by number and by whole name")
{
    add(crm::ContactKind::company, "Müller & Söhne GmbH", "10042");
    add(crm::ContactKind::company, "Muller AG", "100");
    add(crm::ContactKind::person, "Anna Groß", "ALFKI");
    CHECK(complete_contacts(store, "mü", 50) == Values{"Muller AG", "Müller & Söhne GmbH"});
    CHECK(complete_contacts(store, "Mueller &", 50) == Values{"Müller & Söhne GmbH"});
    CHECK(complete_contacts(store, "Müller & Söhne G", 50) == Values{"Müller & Söhne GmbH"});
    CHECK(complete_contacts(store, "anna gros", 50) == Values{"Anna Groß"});
    CHECK(complete_contacts(store, "10", 50) == Values{"100", "10042"});
    CHECK(complete_contacts(store, "1004", 50) == Values{"10042"});
    CHECK(complete_contacts(store, "alf", 50) == Values{"ALFKI"});
    CHECK(complete_contacts(store, "", 50).size() == 3);
    CHECK(complete_contacts(store, "Groß", 50).empty());
}

TEST_CASE_FIXTURE(Fixture, "a kind leaves the other out")
{
    add(crm::ContactKind::company, "Anker AG", "1");
    add(crm::ContactKind::person, "Anna Groß", "2");
    CHECK(complete_contacts(store, "an", 50, crm::ContactKind::company) == Values{"Anker AG"});
    CHECK(complete_contacts(store, "an", 50, crm::ContactKind::person) == Values{"Anna Groß"});
    CHECK(complete_contacts(store, "2", 50, crm::ContactKind::company).empty());
}

TEST_CASE_FIXTURE(Fixture, "a list that is cut still has the last match")
{
    for (int i = 10; i < 40; ++i)
        add(crm::ContactKind::company, "Maier " + std::to_string(i), "K" + std::to_string(i));
    add(crm::ContactKind::company, "Mzuri", "K99");
    const auto names = complete_contacts(store, "M", 5);
    CHECK(names == Values{"Maier 10", "Maier 11", "Maier 12", "Maier 13", "Mzuri"});
}

TEST_CASE_FIXTURE(Fixture, "tags are completed once, whatever their case")
{
    add(crm::ContactKind::company, "A", "1", "Stammkunde");
    add(crm::ContactKind::company, "B", "2", "Stammkunde");
    add(crm::ContactKind::company, "C", "3", "Stammlieferant");
    add(crm::ContactKind::company, "D", "4", "Öko");
    CHECK(complete_tags(store, "stamm", 50) == Values{"Stammkunde", "Stammlieferant"});
    CHECK(complete_tags(store, "ö", 50) == Values{"Öko"});
    CHECK(complete_tags(store, "", 2).size() == 2);
    CHECK(complete_tags(store, "x", 50).empty());
}
