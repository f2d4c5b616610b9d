// SPDX-License-Identifier: MIT
#include "crm/base/phonetic.hpp"

#include "crm/base/text.hpp"

#include <algorithm>

namespace crm
{

namespace
{

bool is_one_of(std::string_view letters, char c)
{
    return c != '\0' && letters.find(c) != std::string_view::npos;
}

std::string_view code_of_c(char before, char after)
{
    const bool hard = before == '\0' ? is_one_of("ahkloqrux", after)
                                     : !is_one_of("sz", before) && is_one_of("ahkoqux", after);
    return hard ? "4" : "8";
}

/// The code of a letter between its neighbours, which are '\0' at the ends of the word.
std::string_view code_of(char letter, char before, char after)
{
    switch (letter) {
    case 'h':
        return "";
    case 'b':
        return "1";
    case 'p':
        return after == 'h' ? "3" : "1";
    case 'd':
    case 't':
        return is_one_of("csz", after) ? "8" : "2";
    case 'f':
    case 'v':
    case 'w':
        return "3";
    case 'g':
    case 'k':
    case 'q':
        return "4";
    case 'c':
        return code_of_c(before, after);
    case 'x':
        return is_one_of("ckq", before) ? "8" : "48";
    case 'l':
        return "5";
    case 'm':
    case 'n':
        return "6";
    case 'r':
        return "7";
    case 's':
    case 'z':
        return "8";
    default: // a e i j o u y
        return "0";
    }
}

} // namespace

std::string cologne(std::string_view word)
{
    auto letters = fold(word); // an `e` that goes here is a 0 beside a 0
    std::erase_if(letters, [](char c) { return c < 'a' || c > 'z'; });
    std::string code;
    char last = '\0';
    for (std::size_t place = 0; place < letters.size(); ++place) {
        const char before = place > 0 ? letters[place - 1] : '\0';
        const char after = place + 1 < letters.size() ? letters[place + 1] : '\0';
        for (const char digit : code_of(letters[place], before, after)) {
            if (digit != last && (digit != '0' || code.empty()))
                code += digit;
            last = digit;
        }
    }
    return code;
}

} // namespace crm
