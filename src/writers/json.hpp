// The contract chancery/analysis/1: one JSON object for one document. Offsets in it are code points.
#pragma once

#include <string>

#include "document/document.hpp"

namespace chancery::writers {

/// One line, without the line end, keys in the order of the contract, UTF-8 unescaped.
std::string to_json(const Document& document);

/// {"id","error"}: what stands in the stream for a document that could not be read.
std::string error_line(const std::string& id, const std::string& message);

}  // namespace chancery::writers
