// SPDX-License-Identifier: MIT
// Runs a fuzz harness without libFuzzer: replay FOLDER [MUTATIONS] feeds it every file of the
// folder, and that many random changes of each, always the same ones.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace
{

constexpr std::array<std::string_view, 16> pieces{
    "\"",   "\n",       "\r\n", "\r",           ";",          ",", ":", "=", "\\", " ", "\t",
    "\xC3", "\xFF\xFE", "=\n",  "\xEF\xBB\xBF", "END:VCARD\n"};

void run(const std::string& input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A few bytes changed, cut out, doubled, or replaced by what readers stumble over.
std::string mutate(std::string input, std::mt19937& random)
{
    const auto number = [&](std::size_t below) { return std::size_t{random()} % below; };
    for (auto steps = 1 + number(6); steps > 0; --steps) {
        const std::size_t at = number(input.size() + 1);
        const std::size_t size = std::min(number(32), input.size() - at);
        switch (number(5)) {
        case 0:
            input.erase(at, size);
            break;
        case 1:
            input.insert(at, input.substr(at, size));
            break;
        case 2:
            input.insert(number(input.size() + 1), input.substr(at, size));
            break;
        case 3:
            input.insert(at, 1, static_cast<char>(random() & 0xFFU));
            break;
        default:
            input.replace(at, std::min<std::size_t>(size, 1), pieces[number(pieces.size())]);
        }
    }
    return input;
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 2) {
        std::fprintf(stderr, "usage: %s FOLDER [MUTATIONS]\n", arguments[0]);
        return 2;
    }
    const long mutations = count > 2 ? std::strtol(arguments[2], nullptr, 10) : 0;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::mt19937 random(20260630);
    for (const auto& file : files) {
        const std::string seed = read_file(file);
        run(seed);
        for (long i = 0; i < mutations; ++i) {
            run(mutate(seed, random));
        }
    }
    std::printf("%zu files, %ld changes of each\n", files.size(), mutations);
    return files.empty() ? 1 : 0;
}
