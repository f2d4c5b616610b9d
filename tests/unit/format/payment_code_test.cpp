// SPDX-License-Identifier: MIT
#include "crm/format/payment_code.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace crm;

namespace
{

const TransferCode code{
    "Muster GmbH", "DE02120300000000202051", "BYLADEM1001", {123'456}, "10002 RE2026-00001"};

/// Whether the module in that row and column is dark, as the path of the picture says.
bool dark(const std::string& svg, int row, int column)
{
    for (auto place = svg.find('M'); place != std::string::npos; place = svg.find('M', place + 1)) {
        int x = 0, y = 0, width = 0;
        if (std::sscanf(svg.c_str() + place, "M%d %dh%dv1", &x, &y, &width) == 3 && y == row &&
            column >= x && column < x + width)
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("a payment code has the fields of EPC069-12, a line each")
{
    CHECK(transfer_code_text(code) == "BCD\n002\n1\nSCT\nBYLADEM1001\nMuster GmbH\n"
                                      "DE02120300000000202051\nEUR1234.56\n\n\n10002 RE2026-00001");
    auto longer = code;
    longer.name = "";
    longer.text = "";
    for (int i = 0; i < 200; ++i) {
        longer.name += "ä";
        longer.text += "€";
    }
    const auto text = transfer_code_text(longer);
    CHECK(text.find("\n" + longer.name.substr(0, 140) + "\nDE") != std::string::npos);
    CHECK(text.ends_with("\n\n\n" + longer.text.substr(0, 420)));
    CHECK(fits_transfer_code(Money{1}));
    CHECK_FALSE(fits_transfer_code(Money{0}));
    CHECK_FALSE(fits_transfer_code(Money{-1}));
    CHECK(fits_transfer_code(Money{99'999'999'999}));
    CHECK_FALSE(fits_transfer_code(Money{100'000'000'000}));
}

TEST_CASE("a QR code is a picture with three finders and a quiet zone")
{
    const auto svg = qr_svg(transfer_code_text(code));
    REQUIRE(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "));
    const int side = std::stoi(svg.substr(svg.find("0 0 ") + 4));
    CHECK((side - 8 - 17) % 4 == 0); // 17 + 4 * version, and 4 modules of quiet zone around it
    for (const auto& [row, column] : {std::pair{4, 4}, {4, side - 11}, {side - 11, 4}}) {
        CHECK(dark(svg, row, column));
        CHECK(dark(svg, row, column + 6));
        CHECK_FALSE(dark(svg, row + 1, column + 1));
        CHECK(dark(svg, row + 3, column + 3));
        CHECK_FALSE(dark(svg, row, column - 1));
        CHECK_FALSE(dark(svg, row, column + 7));
    }
    CHECK(qr_svg("another text") != svg);
}
