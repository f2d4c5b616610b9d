// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crm
{

/// Hands out a text block by block, empty at the end. A block is valid until the next is asked for.
using NextBlock = std::function<std::string_view()>;

/// Cuts the many elements at one place out of an XML document while it is read: each can be parsed
/// and forgotten before the next, and only the rest is kept, so that memory does not grow with
/// their number. For documents in UTF-8 or another encoding with the same ASCII characters.
///
/// It only finds where elements begin and end; whether the document is well-formed shows when the
/// pieces and the rest are parsed. Throws rejected for zero bytes, which no such encoding has, and
/// for a document type: declarations of entities are how hostile files grow or reach for other
/// files.
class XmlPieces
{
  public:
    /// `path` has the local names that lead from below the root to the elements to cut out, at
    /// least two: the last but one is of the wholes that they are parts of. Elements of the same
    /// names elsewhere, as in data of others, are left alone.
    explicit XmlPieces(std::vector<std::string_view> path) : path_(std::move(path)) {}

    /// A piece, whose text may be changed, and in which whole it lies, counted from 1 on.
    using Use = std::function<void(std::string& piece, std::size_t whole)>;
    /// Reads to the end.
    void read(const NextBlock& next, const Use& use);

    /// The document without the pieces.
    [[nodiscard]] const std::string& rest() const { return rest_; }
    /// How many wholes there were.
    [[nodiscard]] std::size_t wholes() const { return wholes_; }
    /// Where in the file the piece at hand begins.
    [[nodiscard]] std::size_t piece_start() const { return file_offset_ + piece_start_; }
    /// Where in the file a place of the rest is.
    [[nodiscard]] std::size_t in_file(std::size_t place_in_rest) const;

  private:
    static constexpr std::size_t none = std::string::npos;

    /// Whether there is more to look at; else the next block is needed.
    bool step(const Use& use);
    bool skip(std::size_t begin, std::string_view opening, std::string_view closing);
    [[nodiscard]] std::size_t tag_end(std::size_t begin) const;
    bool open_tag(std::size_t begin, std::string_view name, bool empty);
    bool close_tag(std::string_view name);
    void close_piece(std::size_t end, const Use& use);
    void keep(std::size_t end);
    void forget_done();

    std::vector<std::string_view> path_;
    std::string text_;               ///< of the file, from file_offset_ on
    std::size_t file_offset_ = 0;    ///< how much of it was forgotten
    std::size_t place_ = 0;          ///< up to where it was looked at
    std::size_t kept_ = 0;           ///< up to where it is in the rest, or was cut out
    std::size_t piece_start_ = none; ///< of the element that is being cut out
    std::size_t nested_ = 0;         ///< elements of its name that are open in it, with itself
    std::size_t depth_ = 0;          ///< elements that are open, without the piece
    std::size_t on_path_ = 0;        ///< of these below the root, on the path
    std::size_t wholes_ = 0;
    std::string rest_, piece_;
    std::vector<std::pair<std::size_t, std::size_t>> origins_; ///< of the rest, piecewise
};

} // namespace crm
