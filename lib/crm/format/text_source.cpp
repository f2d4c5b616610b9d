// SPDX-License-Identifier: MIT
#include "crm/format/text_source.hpp"

#include "crm/base/error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>

namespace crm
{
namespace
{

constexpr std::size_t opening_size = std::size_t{1} << 20U; // what is looked at to choose
constexpr std::size_t block_size = std::size_t{1} << 17U;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_little_mark = "\xFF\xFE";
constexpr std::string_view utf16_big_mark = "\xFE\xFF";

enum class ByteOrder { unknown, little, big };

/// Files that offices take for text; most others betray themselves by a zero byte.
struct Signature {
    std::string_view start;
    const char* what;
};

constexpr std::array signatures{
    Signature{"PK\x03\x04", "an Excel or zip file"},
    Signature{"\xD0\xCF\x11\xE0", "an old Excel or Word file"},
    Signature{"%PDF-", "a PDF file"},
    Signature{"SQLite format 3", "a database"},
};

/// Line feeds, eight bytes at a time: every byte of every file passes here.
std::int64_t count_lines(std::string_view text)
{
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t low_bits = 0x7F * ones;
    std::uint64_t lines = 0;
    for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), sizeof word);
        word ^= '\n' * ones; // a line feed is now zero
        const std::uint64_t other = ((word & low_bits) + low_bits) | word; // top bit: not zero
        lines += ((~other >> 7U & ones) * ones) >> 56U;
    }
    return static_cast<std::int64_t>(lines) + std::ranges::count(text, '\n');
}

/// Text in Latin letters has a zero in nearly every UTF-16 unit, always on the same side.
ByteOrder guess_utf16(std::string_view opening)
{
    const std::size_t units = opening.size() / 2;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < 2 * units; ++at) {
        zeros[at % 2] += opening[at] == '\0' ? 1U : 0U;
    }
    const auto [even, odd] = zeros;
    if (odd > units / 4 && even < odd / 16 + 1) {
        return ByteOrder::little;
    }
    return even > units / 4 && odd < even / 16 + 1 ? ByteOrder::big : ByteOrder::unknown;
}

void refuse_known_binary(std::string_view opening, const std::string& name)
{
    for (const auto& [start, what] : signatures) {
        if (opening.starts_with(start)) {
            throw error(ErrorKind::rejected, "'{}' is not a text file but {}", name, tr(what))
                .with_hint("save it as CSV (UTF-8) in the program that made it");
        }
    }
}

} // namespace

TextSource::TextSource(const std::string& file, Encoding encoding)
    : name_(file), encoding_(encoding), file_(std::fopen(file.c_str(), "rbe"), &std::fclose)
{
    struct stat status {
    };
    if (!file_ || ::fstat(::fileno(file_.get()), &status) != 0) {
        throw error(ErrorKind::io, "cannot read '{}': {}", name_, std::strerror(errno));
    }
    std::setvbuf(file_.get(), nullptr, _IONBF, 0);
    if (S_ISREG(status.st_mode)) {
        total_bytes_ = static_cast<std::uint64_t>(status.st_size);
    }
    open();
}

TextSource::TextSource(std::istream& in, std::string name, Encoding encoding)
    : name_(std::move(name)), encoding_(encoding), stream_(&in)
{
    open();
}

std::string TextSource::read_raw(std::size_t size)
{
    std::string bytes = std::move(raw_);
    bytes.resize(ended_ ? 0 : size);
    if (ended_) {
        return bytes;
    }
    errno = 0;
    bool failed = false;
    if (file_) {
        bytes.resize(std::fread(bytes.data(), 1, size, file_.get()));
        failed = std::ferror(file_.get()) != 0;
    } else {
        stream_->read(bytes.data(), static_cast<std::streamsize>(size));
        bytes.resize(static_cast<std::size_t>(stream_->gcount()));
        failed = stream_->bad();
    }
    if (failed) {
        throw error(ErrorKind::io, "cannot read '{}': {}", name_,
                    std::strerror(errno == 0 ? EIO : errno));
    }
    ended_ = bytes.size() < size;
    return bytes;
}

void TextSource::open()
{
    std::string opening;
    for (std::size_t size = 4096; opening.size() < opening_size && !ended_; size = opening.size()) {
        opening += read_raw(size); // a small file needs no large buffer
    }
    raw_ = std::move(opening);
    refuse_known_binary(raw_, name_);
    choose_encoding();
}

void TextSource::choose_encoding()
{
    const auto may_be = [this](Encoding encoding) {
        return encoding_ == Encoding::automatic || encoding_ == encoding;
    };
    const std::string_view opening = raw_;
    if (may_be(Encoding::utf8) && opening.starts_with(utf8_mark)) {
        encoding_ = Encoding::utf8;
        skip_mark(utf8_mark);
    } else if (may_be(Encoding::utf16) && opening.starts_with(utf16_little_mark)) {
        encoding_ = Encoding::utf16;
        skip_mark(utf16_little_mark);
    } else if (may_be(Encoding::utf16) && opening.starts_with(utf16_big_mark)) {
        encoding_ = Encoding::utf16;
        utf16_ = Utf16Decoder(true);
        skip_mark(utf16_big_mark);
    } else if (may_be(Encoding::utf16)) {
        const ByteOrder order = guess_utf16(opening);
        if (order != ByteOrder::unknown) {
            encoding_ = Encoding::utf16;
        }
        utf16_ = Utf16Decoder(order == ByteOrder::big);
    }
    if (encoding_ == Encoding::automatic) {
        encoding_ = valid_to_the_end() ? Encoding::utf8 : Encoding::windows1252;
    }
}

bool TextSource::begins_with(std::string_view word) const
{
    for (const char c : raw_) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (word.empty() || (c != '\0' && !blank && (c | 0x20) != (word.front() | 0x20))) {
            break;
        }
        word.remove_prefix(c == '\0' || blank ? 0 : 1); // every other byte of UTF-16 is zero
    }
    return word.empty();
}

void TextSource::skip_mark(std::string_view mark)
{
    raw_.erase(0, mark.size());
    mark_size_ = mark.size();
    bytes_read_ = mark.size();
}

/// Reads a file through once: whether its bytes are UTF-8 may show in its last line only.
bool TextSource::valid_to_the_end()
{
    Utf8Checker checker;
    if (!checker.accept(raw_)) {
        return false;
    }
    if (ended_ || !total_bytes_) {
        return !ended_ || checker.complete();
    }
    std::string opening = std::move(raw_);
    raw_.clear();
    bool valid = true;
    do {
        raw_ = read_raw(block_size);
        valid = checker.accept(raw_);
    } while (valid && !raw_.empty());
    raw_ = std::move(opening);
    ended_ = false;
    if (std::fseek(file_.get(), static_cast<long>(raw_.size()), SEEK_SET) != 0) {
        throw error(ErrorKind::io, "cannot read '{}': {}", name_, std::strerror(errno));
    }
    return valid && checker.complete();
}

bool TextSource::next_raw()
{
    if (!opening_) {
        raw_ = read_raw(block_size);
    }
    opening_ = false;
    bytes_read_ += raw_.size();
    return !raw_.empty();
}

std::string_view TextSource::next_block()
{
    while (next_raw()) {
        const std::string_view block = decode();
        if (const auto zero = block.find('\0'); zero != std::string_view::npos) {
            throw error(ErrorKind::rejected, "'{}' is not a text file: zero byte in line {}", name_,
                        lines_ + count_lines(block.substr(0, zero)) + 1);
        }
        lines_ += count_lines(block);
        if (!block.empty()) {
            return block;
        }
    }
    finish();
    return {};
}

std::string_view TextSource::decode()
{
    if (encoding_ == Encoding::utf8) {
        return checked_utf8();
    }
    text_.clear();
    if (encoding_ == Encoding::windows1252) {
        if (ascii_prefix(raw_) == raw_.size()) {
            return raw_;
        }
        append_windows1252(text_, raw_);
    } else if (!utf16_.append(text_, raw_)) {
        throw error(ErrorKind::rejected, "'{}' is not valid UTF-16 in line {}", name_,
                    lines_ + count_lines(text_) + 1);
    }
    return text_;
}

std::string_view TextSource::checked_utf8()
{
    const std::uint64_t before = bytes_read_ - raw_.size() - mark_size_;
    if (utf8_.accept(raw_)) {
        return raw_;
    }
    const std::uint64_t bad = utf8_.bad_offset();
    const std::size_t in_block = bad > before ? static_cast<std::size_t>(bad - before) : 0;
    throw error(ErrorKind::rejected, "'{}' is not valid UTF-8: byte {} in line {}", name_,
                bad + mark_size_ + 1, lines_ + count_lines({raw_.data(), in_block}) + 1)
        .with_hint("a file of an older Windows program needs --encoding windows-1252");
}

void TextSource::finish()
{
    const bool whole = encoding_ == Encoding::utf16 ? utf16_.complete() : utf8_.complete();
    if (!whole) {
        throw error(ErrorKind::rejected, "'{}' ends in the middle of a character (line {})", name_,
                    lines_ + 1);
    }
}

} // namespace crm
