// SPDX-License-Identifier: MIT
#include "crm/base/names.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace crm::test
{

TEST_CASE("a full name is split before the family name")
{
    struct Vector {
        const char *full, *given, *family;
    };
    const std::vector<Vector> vectors = {
        {"Anna Müller", "Anna", "Müller"},
        {"Anna Maria Müller", "Anna Maria", "Müller"},
        {"Anna Müller-Lüdenscheidt", "Anna", "Müller-Lüdenscheidt"},
        {"Ludwig van Beethoven", "Ludwig", "van Beethoven"},
        {"Vincent Van Gogh", "Vincent", "Van Gogh"},
        {"Ursula von der Leyen", "Ursula", "von der Leyen"},
        {"URSULA VON DER LEYEN", "URSULA", "VON DER LEYEN"},
        {"Karl Theodor zu Guttenberg", "Karl Theodor", "zu Guttenberg"},
        {"Karl von und zu Berg", "Karl", "von und zu Berg"},
        {"von u. zu Berg", "", "von u. zu Berg"},
        {"Karl und zu Berg", "Karl und", "zu Berg"},
        {"Oscar de la Renta", "Oscar", "de la Renta"},
        {"Robert De Niro", "Robert", "De Niro"},
        {"Leonardo da Vinci", "Leonardo", "da Vinci"},
        {"Luca della Robbia", "Luca", "della Robbia"},
        {"Maria dos Santos", "Maria", "dos Santos"},
        {"Hans vom Berg", "Hans", "vom Berg"},
        {"Gerard 't Hooft", "Gerard", "'t Hooft"},
        {"Li Da Wang", "Li Da", "Wang"}, // a capital: a given name
        {"Müller, Anna", "Anna", "Müller"},
        {"von der Leyen, Ursula", "Ursula", "von der Leyen"},
        {"Müller,", "", "Müller"},
        {", Anna Müller", "Anna", "Müller"},
        {"Müller", "", "Müller"},
        {"von Müller", "", "von Müller"},
        {"von", "", "von"},
        {"  Anna \t\u00A0 Müller ", "Anna", "Müller"},
        {"", "", ""},
        {",", "", ""},
        {"山田 太郎", "山田", "太郎"},
    };
    for (const auto& each : vectors) {
        CAPTURE(each.full);
        const auto name = split_name(each.full);
        CHECK(name.given == each.given);
        CHECK(name.family == each.family);
    }
}

} // namespace crm::test
