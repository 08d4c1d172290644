// Raw bytes, compressed with zstd.
#pragma once

#include <string>
#include <string_view>

namespace chancery::record {

std::string compress(std::string_view bytes);

/// `size` is what the table says; throws Error(record) where the frame is damaged or holds something else.
std::string decompress(std::string_view frame, size_t size);

}  // namespace chancery::record
