// SPDX-License-Identifier: MIT
#include "crm/format/payment_code.hpp"

#include "crm/base/error.hpp"
#include "crm/base/utf8.hpp"

#include <dlfcn.h>
#include <memory>
#include <qrencode.h>

namespace crm
{

namespace
{

constexpr const char* library_name = "libqrencode.so.4";
constexpr std::size_t quiet_zone = 4; // modules, ISO/IEC 18004

/// The functions of libqrencode that we call. It is loaded at run time, because Debian has no
/// static archive of it and no other command shall pay for its loading.
struct QrLibrary {
    decltype(&::QRcode_encodeString8bit) encode;
    decltype(&::QRcode_free) free;
};

QrLibrary load()
{
    void* const handle = ::dlopen(library_name, RTLD_NOW | RTLD_LOCAL); // stays loaded
    const auto find = [&](const char* name) {
        return handle == nullptr ? nullptr : ::dlsym(handle, name);
    };
    void* const encode = find("QRcode_encodeString8bit");
    void* const free = find("QRcode_free");
    if (encode == nullptr || free == nullptr)
        throw error(ErrorKind::io, "payment codes need the library '{}'", library_name)
            .with_hint("apt-get install libqrencode4");
    return {reinterpret_cast<decltype(QrLibrary::encode)>(encode),
            reinterpret_cast<decltype(QrLibrary::free)>(free)};
}

/// At most so many characters of a text.
std::string_view cut(std::string_view text, int characters)
{
    std::size_t end = 0;
    for (; characters > 0 && end < text.size(); --characters)
        end += first_code_point(text.substr(end)).length;
    return text.substr(0, end);
}

/// One rectangle for each run of dark modules in a row.
std::string path_of(const QRcode& code)
{
    const auto width = static_cast<std::size_t>(code.width);
    const auto dark = [&](std::size_t row, std::size_t column) {
        return (code.data[row * width + column] & 1) != 0;
    };
    std::string path;
    for (std::size_t row = 0; row < width; ++row)
        for (std::size_t column = 0; column < width;) {
            auto end = column;
            while (end < width && dark(row, end))
                ++end;
            if (end > column)
                path += fmt::format("M{} {}h{}v1h-{}z", column + quiet_zone, row + quiet_zone,
                                    end - column, end - column);
            column = end + 1;
        }
    return path;
}

} // namespace

bool fits_transfer_code(Money amount)
{
    return amount >= Money{1} && amount <= Money{99'999'999'999};
}

std::string transfer_code_text(const TransferCode& code)
{
    return fmt::format("BCD\n002\n1\nSCT\n{}\n{}\n{}\nEUR{}\n\n\n{}", code.bic, cut(code.name, 70),
                       code.iban, to_string(code.amount), cut(code.text, 140));
}

std::string qr_svg(std::string_view text)
{
    static const QrLibrary library = load();
    const std::unique_ptr<QRcode, decltype(QrLibrary::free)> code(
        library.encode(std::string(text).c_str(), 0, QR_ECLEVEL_M), library.free);
    if (!code)
        throw error(ErrorKind::rejected, "a QR code cannot hold {} bytes", text.size());
    const auto side = static_cast<std::size_t>(code->width) + 2 * quiet_zone;
    return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" )"
                       R"(shape-rendering="crispEdges"><path d="{1}"/></svg>)",
                       side, path_of(*code));
}

} // namespace crm
