// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_order.hpp"
#include "crm/context.hpp"
#include "crm/exit_code.hpp"
#include "crm/flags.hpp"
#include "crm/order/paper.hpp"

namespace crm
{

namespace
{

struct PrintOptions {
    std::string number;
    std::optional<std::string> as;
};

void declare_print(CLI::App& verb, PrintOptions& o)
{
    argument(verb, "number", o.number, "an order, delivery note, invoice or credit note");
    option(verb, "--as", o.as, "PAPER",
           "what to write, text unless given; html prints on sheets of A4");
}

int run_print(Context& ctx, const PrintOptions& o)
{
    const auto as = o.as.value_or("text");
    if (as != "text" && as != "html")
        throw error(ErrorKind::usage, "'{}' is no value for --as", as)
            .with_hint("one of: text, html");
    auto store = ctx.open_store();
    const auto paper = paper_of(store, o.number, ctx.today());
    ctx.output() << (as == "html" ? paper_html(paper) : paper_text(paper));
    return done;
}

} // namespace

void add_order_print(const Noun& noun)
{
    add_verb<PrintOptions>(
        noun, {"print", "print an order, delivery note or document in the contact's language"},
        declare_print, run_print);
}

} // namespace crm
