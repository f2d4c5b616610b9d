// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace crm::demo
{

// What names and addresses of the demo company are drawn from.

/// A city with postcodes that it has, and a block of phone numbers kept free for films (a decision
/// of the Bundesnetzagentur names one for each of these five).
struct City {
    std::string_view name;
    std::array<std::string_view, 4> postcodes;
    std::string_view area_code;
    std::string_view block; ///< three digits follow
};

inline constexpr std::array<City, 5> cities = {{
    {"Hamburg", {"20457", "20099", "22765", "22041"}, "040", "66969"},
    {"Berlin", {"10115", "10961", "12047", "13353"}, "030", "23125"},
    {"Köln", {"50667", "50823", "51063", "50968"}, "0221", "4710"},
    {"München", {"80331", "80469", "81541", "80797"}, "089", "99998"},
    {"Frankfurt am Main", {"60311", "60486", "60316", "60528"}, "069", "90009"},
}};

inline constexpr std::array<std::string_view, 16> streets = {
    "Hafenstraße", "Am Güterbahnhof", "Mühlenweg",    "Industriestraße",
    "Königsallee", "Lindenstraße",    "Gewerbepark",  "Zum Brückentor",
    "Röntgenweg",  "Schillerplatz",   "Gartenstraße", "An der Schleuse",
    "Werftstraße", "Kirchgasse",      "Daimlerring",  "Große Bergstraße",
};

inline constexpr std::array<std::string_view, 32> family_names = {
    "Müller",  "Schäfer", "Jäger",    "Groß",   "Weiß",      "Böhm",     "Krüger", "Vogt",
    "Özdemir", "Nowak",   "Petersen", "Brandt", "Hansen",    "Meyer",    "Maier",  "Schröder",
    "Lüders",  "Thoma",   "Kühn",     "Berger", "Yıldız",    "Sørensen", "García", "Pohl",
    "Strauß",  "Löffler", "Wulff",    "Engel",  "von Ahlen", "Dreyer",   "Bühler", "Kowalski",
};

struct GivenName {
    std::string_view name;
    std::string_view salutation;
};

inline constexpr std::array<GivenName, 24> given_names = {{
    {"Anna", "Frau"},   {"Jürgen", "Herr"},   {"Käthe", "Frau"},  {"Björn", "Herr"},
    {"Sabine", "Frau"}, {"Mehmet", "Herr"},   {"Ayşe", "Frau"},   {"Łukasz", "Herr"},
    {"Zoë", "Frau"},    {"Günter", "Herr"},   {"Petra", "Frau"},  {"Sönke", "Herr"},
    {"Renate", "Frau"}, {"Uwe", "Herr"},      {"Katrin", "Frau"}, {"Jonas", "Herr"},
    {"Bärbel", "Frau"}, {"Thomas", "Herr"},   {"Lena", "Frau"},   {"Émile", "Herr"},
    {"Silke", "Frau"},  {"Matthias", "Herr"}, {"Heike", "Frau"},  {"Nils", "Herr"},
}};

/// What a company does, and whether it sells to us.
struct Branch {
    std::string_view name;
    bool supplier;
};

inline constexpr std::array<Branch, 20> branches = {{
    {"Metallbau", false},      {"Tischlerei", false},     {"Maschinenbau", false},
    {"Werkzeugfabrik", true},  {"Gerüstbau", false},      {"Bootswerft", false},
    {"Elektrotechnik", false}, {"Schraubenwerk", true},   {"Dachdeckerei", false},
    {"Sanitär", false},        {"Messebau", false},       {"Schleifmittel", true},
    {"Kälteanlagen", false},   {"Gartenbau", false},      {"Möbelwerkstätten", false},
    {"Hydraulik", true},       {"Autohaus", false},       {"Landtechnik", false},
    {"Feinmechanik", false},   {"Gebäudetechnik", false},
}};

inline constexpr std::array<std::string_view, 6> legal_forms = {"GmbH",  "GmbH & Co. KG", "KG",
                                                                "e. K.", "OHG",           "AG"};

inline constexpr std::array<std::string_view, 6> roles = {
    "Einkauf", "Geschäftsführung", "Buchhaltung", "Werkstattleitung", "Lager", "Vertrieb"};

inline constexpr std::array<std::string_view, 5> tags = {"Stammkunde", "Messe 2026", "Handwerk",
                                                         "Großhandel", "VIP"};

} // namespace crm::demo
