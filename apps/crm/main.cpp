// SPDX-License-Identifier: MIT
#include "crm/cli.hpp"
#include "crm/environment.hpp"

#include <libintl.h>

#include <clocale>
#include <csignal>
#include <iostream>

int main(int argc, char** argv)
{
    std::setlocale(LC_MESSAGES, "");
    std::setlocale(LC_CTYPE, "");
    bindtextdomain("crm", crm::catalogue_folder().c_str());
    bind_textdomain_codeset("crm", "UTF-8");
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is seen where it is written
    return crm::run({argv + 1, argv + argc});
}
