#include "readers/fields.hpp"

#include <fmt/format.h>
#include <unicode/uloc.h>

#include <array>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "document/language.hpp"
#include "readers/published.hpp"

namespace chancery::readers {
namespace {

struct Named {
  std::string_view name;
  Field field;
};

// The first name of each field is the one that messages use.
constexpr std::array kNames = {
    Named{"id", Field::id}, Named{"text", Field::text}, Named{"title", Field::title}, Named{"date", Field::date}, Named{"url", Field::url},
    Named{"publisher", Field::publisher}, Named{"country", Field::country}, Named{"dateline", Field::dateline}, Named{"language", Field::language},
    Named{"doc_id", Field::id}, Named{"document_id", Field::id}, Named{"identifier", Field::id}, Named{"uid", Field::id},
    Named{"body", Field::text}, Named{"content", Field::text}, Named{"full_text", Field::text}, Named{"fulltext", Field::text},
    Named{"headline", Field::title}, Named{"heading", Field::title},
    Named{"published", Field::date}, Named{"published_at", Field::date}, Named{"publication_date", Field::date}, Named{"date_published", Field::date},
    Named{"pubdate", Field::date}, Named{"datetime", Field::date}, Named{"release_date", Field::date},
    Named{"link", Field::url}, Named{"href", Field::url}, Named{"address", Field::url}, Named{"canonical_url", Field::url},
    Named{"source", Field::publisher}, Named{"issuer", Field::publisher},
    Named{"country_code", Field::country}, Named{"lang", Field::language}, Named{"locale", Field::language}};

void set_country(Document& document, std::string value) {
  // ISO 3166-1 alpha-2 becomes alpha-3, what is neither is kept as given: it is the user's word.
  if (value.size() == 2) {
    const std::string locale = "und_" + value;
    if (const char* three = uloc_getISO3Country(locale.c_str()); three != nullptr && *three != '\0') value = three;
  }
  for (char& c : value) c = value.size() == 3 && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  document.info.country = std::move(value);
}

}  // namespace

Field field_of(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c == ' ' || c == '-') {
      plain += '_';
    } else {
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  for (const Named& named : kNames) {
    if (named.name == plain) return named.field;
  }
  return kNoField;
}

std::string_view name_of(Field field) { return kNames[static_cast<size_t>(field)].name; }

void set_field(Document& document, Field field, std::string value) {
  DocumentInfo& info = document.info;
  switch (field) {
    case Field::id: info.id = std::move(value); break;
    case Field::text: document.text = std::move(value); break;
    case Field::title: document.title = std::move(value); break;
    case Field::date: info.published = value.empty() ? std::string() : checked_published(value, "date"); break;
    case Field::url: info.url = std::move(value); break;
    case Field::publisher: info.publisher = std::move(value); break;
    case Field::country: set_country(document, std::move(value)); break;
    case Field::dateline: info.dateline = std::move(value); break;
    case Field::language: {
      std::string tag = language_tag(value);
      if (tag.empty() && !value.empty()) {
        throw Error(ErrorKind::input, fmt::format("field \"language\": \"{}\" is no language tag; write it as en, ru or pt-BR (BCP 47)", utf8::repaired(value.substr(0, 60))));
      }
      info.language = std::move(tag);
      break;
    }
  }
}

void complete(Document& document, const Options& options) {
  DocumentInfo& info = document.info;
  if (info.published.empty() && !options.date.empty()) info.published = checked_published(options.date, "date");
  if (info.published.empty()) info.published = find_date_line(document.text).value_or("");
  if (info.language.empty() && !options.language.empty()) set_field(document, Field::language, options.language);
  if (info.language.empty()) info.language = recognised_language(document.text);
  if (info.publisher.empty()) info.publisher = options.publisher;
  if (info.country.empty() && !options.country.empty()) set_field(document, Field::country, options.country);
}

std::string one_line(std::string_view text) {
  std::string out;
  bool gap = false;
  for (size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    // A no-break space inside a name is part of how it is written.
    const bool blank = d.code_point == ' ' || (d.code_point >= '\t' && d.code_point <= '\r') || d.code_point == 0x2028 || d.code_point == 0x2029;
    if (blank) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out.append(text.substr(i, d.length));
    }
    i += d.length;
  }
  return out;
}

}  // namespace chancery::readers
