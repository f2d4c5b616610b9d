// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/encoding.hpp"

#include <cstdint>
#include <cstdio>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// A text file or stream, handed out as UTF-8 block by block: memory stays flat whatever its size.
///
/// `Encoding::automatic` goes by a byte order mark; then by zero bytes on one side only, which are
/// UTF-16; else it is UTF-8 if all of it is valid (a file is read through once to know, a pipe
/// is judged by its first MiB), else Windows-1252. Whatever was chosen is then strict: invalid
/// bytes are a `rejected` error that names the line. Zero bytes, and the signatures of files that
/// people take for text, are rejected as "not a text file".
class TextSource
{
  public:
    /// Opens a file; an `io` error with the reason if it cannot be opened or read.
    TextSource(const std::string& file, Encoding encoding);

    /// Reads a stream that is called `name` in messages and outlives this object.
    TextSource(std::istream& in, std::string name, Encoding encoding);

    /// The next piece of text, empty at the end. A piece may end inside a character or between CR
    /// and LF, and is valid until the next call.
    std::string_view next_block();

    /// Whether the text begins with this word of ASCII letters, whatever their case, after blanks.
    /// To be asked before the first block is taken.
    bool begins_with(std::string_view word) const;

    /// The file's name, for messages.
    const std::string& name() const { return name_; }

    /// What was found, or asked for: never `automatic`.
    Encoding encoding() const { return encoding_; }

    /// How much of the file has been handed out, in bytes of the file; for a progress bar.
    std::uint64_t bytes_read() const { return bytes_read_; }

    /// The size of the file, unknown for a pipe.
    std::optional<std::uint64_t> total_bytes() const { return total_bytes_; }

  private:
    using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

    std::string read_raw(std::size_t size);
    void open();
    void choose_encoding();
    bool valid_to_the_end();
    void skip_mark(std::string_view mark);
    bool next_raw();
    std::string_view decode();
    std::string_view checked_utf8();
    void finish();

    std::string name_;
    Encoding encoding_;
    File file_{nullptr, nullptr};
    std::istream* stream_ = nullptr;
    std::optional<std::uint64_t> total_bytes_;
    std::uint64_t bytes_read_ = 0;
    std::uint64_t mark_size_ = 0; // bytes of the byte order mark
    std::int64_t lines_ = 0;      // line feeds handed out
    std::string raw_;             // the bytes of the current block
    bool ended_ = false;          // nothing is left to read
    bool opening_ = true;         // raw_ still holds the opening, not handed out
    std::string text_;            // the block as UTF-8, where it is not raw_ itself
    Utf8Checker utf8_;
    Utf16Decoder utf16_{false};
};

} // namespace crm
