// What a file is, by its first bytes and the ending of its name.
#pragma once

#include <string>
#include <string_view>

#include "readers/reader.hpp"

namespace chancery::readers {

/// "a PDF document", "a ZIP archive (DOCX, XLSX, ODT ...)", or "binary data"; empty where it looks like text.
/// With `lines`, only by marks at its front: formats of lines refuse a spoilt line alone.
std::string binary_kind(std::string_view head, bool lines);

/// The format of a text, by its name first and then by its look. `head` is UTF-8, without its mark. Never automatic.
Input sniff(std::string_view name, std::string_view head);

}  // namespace chancery::readers
