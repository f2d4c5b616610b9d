// SPDX-License-Identifier: MIT
#include "crm/cli.hpp"
#include "crm/environment.hpp"

#include <libintl.h>

#include <clocale>
#include <csignal>
#include <iostream>
#include <string_view>

int main(int argc, char** argv)
{
    std::setlocale(LC_CTYPE, "");
    const char* const messages = std::setlocale(LC_MESSAGES, "");
    if (messages != nullptr && std::string_view(messages) != "C") { // which has no catalogue
        bindtextdomain("crm", crm::catalogue_folder().c_str());
        bind_textdomain_codeset("crm", "UTF-8");
    }
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is seen where it is written
    return crm::run({argv + 1, argv + argc});
}
