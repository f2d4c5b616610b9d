// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_order.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"
#include "crm/exit_code.hpp"
#include "crm/flags.hpp"
#include "crm/named_document.hpp"
#include "crm/order/paper.hpp"

namespace crm
{

namespace
{

struct PrintOptions {
    std::string number;
    std::optional<std::string> as, contact;
};

void declare_print(CLI::App& verb, PrintOptions& o)
{
    argument(verb, "number", o.number, "an order, delivery note, invoice or credit note");
    option(verb, "--as", o.as, "PAPER",
           "what to write, text unless given; html prints on sheets of A4");
    declare_whose(verb, o.contact);
}

int run_print(Context& ctx, const PrintOptions& o)
{
    const auto as = o.as.value_or("text");
    if (as != "text" && as != "html")
        throw error(ErrorKind::usage, "'{}' is no value for --as", as)
            .with_hint("one of: text, html");
    auto store = ctx.open_store();
    std::optional<std::int64_t> contact_id;
    if (o.contact)
        contact_id = contact_to_read(store, *o.contact).id;
    const auto paper =
        told_apart(o.contact, [&] { return paper_of(store, o.number, ctx.today(), contact_id); });
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
