// SPDX-License-Identifier: MIT
#include "crm/read_file.hpp"

#include "crm/base/error.hpp"

#include <cerrno>
#include <cstring>
#include <iostream>

namespace crm
{

namespace
{

constexpr std::size_t block_size = 256 * 1024;

} // namespace

FileBlocks::FileBlocks(const std::string& file)
    : name_(file), file_(file == "-" ? std::ifstream() : std::ifstream(file, std::ios::binary)),
      in_(file == "-" ? &std::cin : &file_)
{
}

std::string_view FileBlocks::next()
{
    const bool opened = in_ == &std::cin || file_.is_open();
    block_.resize(block_size);
    if (opened)
        in_->read(block_.data(), static_cast<std::streamsize>(block_.size()));
    if (!opened || in_->bad())
        throw error(ErrorKind::io, "cannot read '{}': {}", name_, std::strerror(errno));
    return std::string_view(block_).substr(0, static_cast<std::size_t>(in_->gcount()));
}

std::string read_file(const std::string& file)
{
    FileBlocks blocks(file);
    std::string bytes;
    for (auto block = blocks.next(); !block.empty(); block = blocks.next())
        bytes += block;
    return bytes;
}

} // namespace crm
