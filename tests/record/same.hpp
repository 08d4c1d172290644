// Whether two documents hold the same facts, told as text so that a difference can be read.
#pragma once

#include <string>

#include "document/document.hpp"

namespace chancery::sample {

/// Every field that the record keeps, one fact a line.
std::string dump(const Document& document);

}  // namespace chancery::sample
