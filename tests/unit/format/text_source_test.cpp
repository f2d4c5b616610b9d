// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/format/text_source.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace
{

using crm::Encoding;
using std::literals::string_literals::operator""s;

std::string read_all(crm::TextSource& source)
{
    std::string text;
    for (auto block = source.next_block(); !block.empty(); block = source.next_block()) {
        text += block;
    }
    return text;
}

std::string read(const std::string& bytes, Encoding encoding = Encoding::automatic)
{
    std::istringstream in(bytes);
    crm::TextSource source(in, "test", encoding);
    return read_all(source);
}

Encoding found(const std::string& bytes)
{
    std::istringstream in(bytes);
    return crm::TextSource(in, "test", Encoding::automatic).encoding();
}

std::string utf16(const std::string& ascii, bool big_endian)
{
    std::string bytes;
    for (const char c : ascii) {
        bytes += big_endian ? "\0"s + c : c + "\0"s;
    }
    return bytes;
}

/// A file that goes away with the test.
struct TemporaryFile {
    explicit TemporaryFile(const std::string& bytes)
        : path((std::filesystem::temp_directory_path() /
                ("crm_text_source_" + std::to_string(::getpid()) + ".txt"))
                   .string())
    {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    ~TemporaryFile() { std::remove(path.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    std::string path;
};

} // namespace

TEST_CASE("the encoding is found by mark, zero bytes, and validity")
{
    CHECK(found("") == Encoding::utf8);
    CHECK(found("name\n") == Encoding::utf8);
    CHECK(found("Größe\n") == Encoding::utf8);
    CHECK(found("\xEF\xBB\xBFname\n") == Encoding::utf8);
    CHECK(found("Gr\xF6\xDF"
                "e\n") == Encoding::windows1252);
    CHECK(found("\xFF\xFE" + utf16("a;b\n", false)) == Encoding::utf16);
    CHECK(found("\xFE\xFF" + utf16("a;b\n", true)) == Encoding::utf16);
    CHECK(found(utf16("a;b\n", false)) == Encoding::utf16);
    CHECK(found(utf16("a;b\n", true)) == Encoding::utf16);
}

TEST_CASE("all encodings give the same text, marks are dropped")
{
    CHECK(read("Größe €") == "Größe €");
    CHECK(read("\xEF\xBB\xBFGröße €") == "Größe €");
    CHECK(read("Gr\xF6\xDF"
               "e \x80") == "Größe €");
    CHECK(read("\xFF\xFE" + utf16("a;b\r\n", false)) == "a;b\r\n");
    CHECK(read("\xFE\xFF" + utf16("a;b\r\n", true)) == "a;b\r\n");
    CHECK(read(utf16("a;b\r\n", true)) == "a;b\r\n");
    CHECK(read("Gr\xC3\xB6\xC3\x9F"
               "e",
               Encoding::windows1252) == "GrÃ¶ÃŸe"); // as asked for
    CHECK(read(utf16("a;b", false), Encoding::utf16) == "a;b");
}

TEST_CASE("an encoding that was asked for is strict")
{
    CHECK_THROWS_WITH_AS(read("a\nb\nGr\xF6\xDF"
                              "e",
                              Encoding::utf8),
                         "'test' is not valid UTF-8: byte 7 in line 3", crm::Error);
    CHECK_THROWS_WITH_AS(read("\xEF\xBB\xBFGr\xF6\xDF"
                              "e"),
                         "'test' is not valid UTF-8: byte 6 in line 1", crm::Error);
    CHECK_THROWS_WITH_AS(read("a\nb\xC3", Encoding::utf8),
                         "'test' ends in the middle of a character (line 2)", crm::Error);
    CHECK_THROWS_WITH_AS(read(utf16("a\nb", false) + "\x3D\xD8" + utf16("c", false)),
                         "'test' is not valid UTF-16 in line 2", crm::Error);
    CHECK_THROWS_WITH_AS(read(utf16("a\nb", false) + "c", Encoding::utf16),
                         "'test' ends in the middle of a character (line 2)", crm::Error);
}

TEST_CASE("what is no text is refused")
{
    CHECK_THROWS_WITH_AS(read("a;b\n1;\0"s), "'test' is not a text file: zero byte in line 2",
                         crm::Error);
    CHECK_THROWS_WITH_AS(read("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0"s),
                         "'test' is not a text file: zero byte in line 3", crm::Error);
    CHECK_THROWS_WITH_AS(read("PK\x03\x04\x14\0"s),
                         "'test' is not a text file but an Excel or zip file", crm::Error);
    CHECK_THROWS_WITH_AS(read("SQLite format 3\0"s), "'test' is not a text file but a database",
                         crm::Error);
    CHECK_THROWS_WITH_AS(read("%PDF-1.7\n"), "'test' is not a text file but a PDF file",
                         crm::Error);
}

TEST_CASE("a file is judged by all of it, a pipe by its first MiB")
{
    std::string late;
    while (late.size() < 3'000'000) {
        late += "eine Zeile mit M\xC3\xBCller\n";
    }
    const std::size_t good = late.size();
    late += "Gr\xF6\xDF"
            "e\n";

    const TemporaryFile file(late);
    crm::TextSource from_file(file.path, Encoding::automatic);
    CHECK(from_file.encoding() == Encoding::windows1252);
    CHECK(from_file.total_bytes() == late.size());
    CHECK(read_all(from_file).ends_with("Größe\n"));
    CHECK(from_file.bytes_read() == late.size());

    std::istringstream in(late);
    crm::TextSource from_pipe(in, "-", Encoding::automatic);
    CHECK(from_pipe.encoding() == Encoding::utf8);
    CHECK_FALSE(from_pipe.total_bytes().has_value());
    try {
        read_all(from_pipe);
        FAIL("invalid UTF-8 was accepted");
    } catch (const crm::Error& failure) {
        CHECK(failure.kind == crm::ErrorKind::rejected);
        CHECK(failure.what() == "'-' is not valid UTF-8: byte " + std::to_string(good + 3) +
                                    " in line " + std::to_string(good / 23 + 1));
        CHECK(failure.hint == "a file of an older Windows program needs --encoding windows-1252");
    }
}

TEST_CASE("large files come out as they are, whatever the block borders cut")
{
    std::string text;
    for (int i = 0; text.size() < 1'500'000; ++i) {
        text += "Zeile " + std::to_string(i) + " – Größe 😀\n";
    }
    CHECK(read(text) == text);
    const TemporaryFile file(text);
    crm::TextSource source(file.path, Encoding::automatic);
    CHECK(read_all(source) == text);
}

TEST_CASE("a file that cannot be read is named with the reason")
{
    const auto open = [](const std::string& file) { crm::TextSource(file, Encoding::automatic); };
    CHECK_THROWS_WITH_AS(open("/nowhere/kunden.csv"),
                         "cannot read '/nowhere/kunden.csv': No such file or directory",
                         crm::Error);
    CHECK_THROWS_WITH_AS(open("/"), "cannot read '/': Is a directory", crm::Error);
}
