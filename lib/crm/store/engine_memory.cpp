// SPDX-License-Identifier: MIT
#include "crm/store/engine_memory.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <sys/mman.h>

namespace crm
{

namespace
{

// In front of each piece stands its size.
using Head = std::uint64_t;

constexpr std::size_t step = 16;
constexpr std::size_t largest_small = 1024;
constexpr std::size_t block_size = 256 * 1024;

struct Free {
    Free* next;
};

struct Pieces {
    std::array<Free*, largest_small / step + 1> free{}; ///< by size in steps
    char* block = nullptr;                              ///< what is left of the last one
    std::size_t left = 0;
};

Pieces& pieces()
{
    static Pieces all;
    return all;
}

std::size_t size_of(void* piece)
{
    return static_cast<std::size_t>(static_cast<Head*>(piece)[-1]);
}

void* with_head(void* memory, std::size_t size)
{
    if (memory == nullptr)
        return nullptr;
    auto* head = static_cast<Head*>(memory);
    *head = size;
    return head + 1;
}

/// A new block, whose pages are there at once: asking for each when it is touched costs more.
char* map_block()
{
    auto* mapped = mmap(nullptr, block_size, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    return mapped == MAP_FAILED ? nullptr : static_cast<char*>(mapped);
}

void* cut(std::size_t size)
{
    auto& all = pieces();
    const auto wanted = size + sizeof(Head);
    if (all.left < wanted) {
        all.block = map_block();
        all.left = all.block == nullptr ? 0 : block_size;
        if (all.block == nullptr)
            return nullptr;
    }
    auto* memory = all.block;
    all.block += wanted;
    all.left -= wanted;
    return with_head(memory, size);
}

int round_up(int size)
{
    return static_cast<int>((static_cast<std::size_t>(size) + step - 1) / step * step);
}

/// SQLite asks for rounded sizes only, and never for 0.
void* take(int asked)
{
    const auto size = static_cast<std::size_t>(round_up(asked));
    if (size > largest_small)
        return with_head(std::malloc(size + sizeof(Head)), size);
    auto*& first = pieces().free[size / step];
    if (first == nullptr)
        return cut(size);
    auto* piece = first;
    first = piece->next;
    return piece;
}

void give_back(void* piece)
{
    if (piece == nullptr)
        return;
    const auto size = size_of(piece);
    if (size > largest_small)
        return std::free(static_cast<Head*>(piece) - 1);
    auto*& first = pieces().free[size / step];
    auto* freed = static_cast<Free*>(piece);
    freed->next = first;
    first = freed;
}

void* resize(void* piece, int asked)
{
    const auto former = size_of(piece);
    const auto size = static_cast<std::size_t>(round_up(asked));
    if (former > largest_small && size > largest_small)
        return with_head(std::realloc(static_cast<Head*>(piece) - 1, size + sizeof(Head)), size);
    if (size == former)
        return piece;
    auto* moved = take(asked);
    if (moved == nullptr)
        return nullptr;
    std::memcpy(moved, piece, std::min(former, size));
    give_back(piece);
    return moved;
}

int size_for_engine(void* piece)
{
    return piece == nullptr ? 0 : static_cast<int>(size_of(piece));
}

int start(void*)
{
    return SQLITE_OK;
}

void stop(void*) {}

} // namespace

const sqlite3_mem_methods& engine_memory()
{
    static const sqlite3_mem_methods methods = {take,     give_back, resize, size_for_engine,
                                                round_up, start,     stop,   nullptr};
    return methods;
}

} // namespace crm
