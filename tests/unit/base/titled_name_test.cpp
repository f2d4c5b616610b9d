// SPDX-License-Identifier: MIT
#include "crm/base/titled_name.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace crm::test
{

TEST_CASE("salutation and title are taken off a name, and nothing gets lost")
{
    struct Vector {
        const char *full, *salutation, *title, *name;
    };
    const std::vector<Vector> vectors = {
        {"Anna Groß", "", "", "Anna Groß"},
        {"Dr. Anna Groß", "", "Dr.", "Anna Groß"},
        {"dr Anna Groß", "", "dr", "Anna Groß"},
        {"Frau Dr. Anna Groß", "Frau", "Dr.", "Anna Groß"},
        {"Herrn Prof. Dr. Karl von und zu Berg", "Herr", "Prof. Dr.", "Karl von und zu Berg"},
        {"Hr. Dipl.-Ing. (FH) Jan Ott", "Herr", "Dipl.-Ing. (FH)", "Jan Ott"},
        {"Dr.-Ing. habil. Jan Ott", "", "Dr.-Ing. habil.", "Jan Ott"},
        {"Dr. rer. nat. Jan Ott", "", "Dr. rer. nat.", "Jan Ott"},
        {"Dr.med. Jan Ott", "", "Dr.med.", "Jan Ott"},
        {"Prof. Dr. h. c. mult. Jan Ott", "", "Prof. Dr. h. c. mult.", "Jan Ott"},
        {"Dipl.-Kffr. Eva Meier", "", "Dipl.-Kffr.", "Eva Meier"},
        {"Anna Groß, MBA", "", "MBA", "Anna Groß"},
        {"Dr. Anna Groß, LL.M., MBA", "", "Dr. LL.M. MBA", "Anna Groß"},
        {"Anna Groß, Dipl.-Ing. (FH)", "", "Dipl.-Ing. (FH)", "Anna Groß"},
        {"Groß, Dr. Anna", "", "Dr.", "Groß, Anna"},
        {"Groß, Frau", "Frau", "", "Groß"},
        {"Dr. Groß, Anna, MBA", "", "Dr. MBA", "Groß, Anna"},
        {"Dr. Groß", "", "Dr.", "Groß"},
        {"Frau\u00A0Dr.\tAnna  Groß", "Frau", "Dr.", "Anna Groß"},
        // no titles, or nothing else
        {"Dr.", "", "", "Dr."},
        {"Frau Dr.", "Frau", "", "Dr."},
        {", MBA", "", "", ", MBA"},
        {"Dr. C. Meier", "", "Dr.", "C. Meier"},
        {"Phil Collins", "", "", "Phil Collins"},
        {"Phil. Meier", "", "", "Phil. Meier"},
        {"H. C. Meier", "", "", "H. C. Meier"},
        {"Dr.Groß Anna", "", "", "Dr.Groß Anna"},
        {"Graf Anton", "", "", "Graf Anton"},
        {"Groß, Anna", "", "", "Groß, Anna"},
        {"Groß, Anna Maria Dr.", "", "", "Groß, Anna Maria Dr."},
        {"Herr Frau", "Herr", "", "Frau"},
        {"", "", "", ""},
    };
    for (const auto& each : vectors) {
        CAPTURE(each.full);
        CHECK(take_off_titles(each.full) == TitledName{each.salutation, each.title, each.name});
    }
}

TEST_CASE("a part of a title is found in the whole whatever its dots and case")
{
    CHECK(has_words_of("Prof. Dr.", "dr"));
    CHECK(has_words_of("Dr. med.", ""));
    CHECK_FALSE(has_words_of("Dr.", "Prof. Dr."));
    CHECK_FALSE(has_words_of("", "Dr."));
}

TEST_CASE("what stands behind a name begins with the first degree")
{
    const std::string_view title = "Prof. Dr. MBA LL.M.";
    CHECK(title.substr(begin_of_suffix(title)) == "MBA LL.M.");
    CHECK(begin_of_suffix("Dipl.-Ing.") == 10);
    CHECK(begin_of_suffix("") == 0);
}

} // namespace crm::test
