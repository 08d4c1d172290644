// What a document is told about itself by fields (JSON, CSV, front matter) or by the user, put in its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "readers/reader.hpp"

namespace chancery::readers {

/// The fields that a collection may give for each document, in the order of the table of names.
enum class Field : uint8_t { id, text, title, date, url, publisher, country, dateline, language };

/// "date", "published", "publication_date" => Field::date, in any case. Throws nothing; kNoField where unknown.
inline constexpr Field kNoField = static_cast<Field>(255);
Field field_of(std::string_view name);
std::string_view name_of(Field field);

/// Puts a value in its place, checked. Throws Error(input) that names the field.
void set_field(Document& document, Field field, std::string value);

/// After the reader is done: what the user gave fills what is missing, then a date line of the text, then the
/// language by its words. Throws Error(input) where what the user gave is no date.
void complete(Document& document, const Options& options);

/// BCP 47 in its usual case ("en-GB"), from "en_gb" or "en"; empty where it is no language tag.
std::string language_tag(std::string_view value);

/// White space at both ends removed, and each run of it inside made one blank: for titles and names.
std::string one_line(std::string_view text);

}  // namespace chancery::readers
