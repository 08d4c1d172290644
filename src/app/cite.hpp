// Citations from the record in one of their forms: what the program prints and the API answers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "questions/cite.hpp"
#include "questions/json.hpp"

namespace chancery::app {

enum class CitationForm : uint8_t { text, csl, bibtex };
std::optional<CitationForm> parse_citation_form(std::string_view name);

/// One citation a line or entry; CSL is one array. Ends with a line end. Throws as questions::cite.
std::string cite(const record::Record& record, const questions::CiteQuery& query, CitationForm form);

/// {"citations":[{"document","fact","begin","end","in","quote","link","text","csl","bibtex"}]}
questions::Json cite_json(const record::Record& record, const questions::CiteQuery& query);

}  // namespace chancery::app
