// SPDX-License-Identifier: MIT
#include "crm/format/template.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace crm;

namespace
{

constexpr std::array<std::string_view, 4> keys = {"name", "city", "lines", "rows"};

std::string plain(std::string_view text, const TemplateValues& values)
{
    return Template(text, TemplateKind::plain, keys).render(values);
}

std::string failure(std::string_view text)
{
    const auto error = test::thrown([&] { Template(text, TemplateKind::plain, keys); });
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::rejected);
    return error->what() + (error->hint.empty() ? "" : " | " + error->hint);
}

} // namespace

TEST_CASE("a template names values; what it does not know is empty")
{
    TemplateValues values;
    values.set("name", "Müller & Söhne <GmbH>");
    CHECK(plain("An {{name}}, {{ name }} in '{{city}}'", values) ==
          "An Müller & Söhne <GmbH>, Müller & Söhne <GmbH> in ''");
    CHECK(plain("{{&name}} {{{name}}}{{! nobody reads this }}", values) ==
          "Müller & Söhne <GmbH> Müller & Söhne <GmbH>");
    CHECK(plain("no braces { } at all", values) == "no braces { } at all");
    CHECK(plain("{{name}}", TemplateValues().set("name", "{{city}}")) == "{{city}}");
}

TEST_CASE("HTML is escaped unless it is asked for as it is")
{
    TemplateValues values;
    values.set("name", "A & <B>");
    const Template html("<p>{{name}}</p>{{{name}}}", TemplateKind::html, keys);
    CHECK(html.render(values) == "<p>A &amp; &lt;B&gt;</p>A & <B>");
}

TEST_CASE("sections repeat rows, and ask whether there is something")
{
    TemplateValues values;
    values.set("lines", std::vector<std::string>{"one", "two"});
    values.set("rows",
               std::vector<TemplateValues>{TemplateValues().set("name", "A").set("city", "Köln"),
                                           TemplateValues().set("name", "B")});
    CHECK(plain("{{#lines}}<{{.}}>{{/lines}}", values) == "<one><two>");
    CHECK(plain("{{#rows}}\n{{name}}{{#city}} in {{city}}{{/city}}\n{{/rows}}\nend", values) ==
          "A in Köln\nB\nend");
    CHECK(plain("{{^name}}nobody{{/name}}{{#name}}somebody{{/name}}", values) == "nobody");
}

TEST_CASE("a mistake in a template is named with its line")
{
    CHECK(failure("one\ntwo {{nmae}}") ==
          "line 2 of the template: there is no key 'nmae' for a template | "
          "one of: name, city, lines, rows");
    CHECK(failure("{{}}") == "line 1 of the template: there is no key '' for a template | "
                             "one of: name, city, lines, rows");
    CHECK(failure("{{#nmae}}{{/nmae}}").starts_with("line 1 of the template: there is no key"));
    CHECK(failure("{{name") == "line 1 of the template: '{{' is not closed");
    CHECK(failure("{{{name}}") == "line 1 of the template: '{{{' is not closed");
    CHECK(failure("\n{{#name}}\n\n{{city}}") ==
          "line 2 of the template: '{{#name}}' is not closed");
    CHECK(failure("\n{{/name}}") == "line 2 of the template: '{{/name}}' closes nothing");
    CHECK(failure("{{#name}}{{#city}}{{/name}}{{/city}}") ==
          "line 1 of the template: '{{/name}}' closes nothing");
    CHECK(failure("{{>name}}") == "line 1 of the template: '{{>name}}' has no meaning here");
    CHECK(failure("{{=<% %>=}}") == "line 1 of the template: '{{=<% %>=}}' has no meaning here");
}
