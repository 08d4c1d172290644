#include "base/utf8.hpp"
#include "record/query.hpp"

namespace chancery::record {
namespace {

struct Term {
  std::string words;
  bool phrase = false;
  bool unwanted = false;
  bool closed = true;  ///< something stands after it, so that it is no beginning of a word
};

bool is_quote(char32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x00AB || c == 0x00BB;
}
bool is_dash(char32_t c) { return c == '-' || c == 0x2212; }

bool has_word(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    if (d.valid && (utf8::is_letter(d.code_point) || utf8::is_digit(d.code_point) || d.code_point >= 0x3000))
      return true;
    i += d.length;
  }
  return false;
}

class Splitter {
 public:
  std::vector<Term> split(std::string_view typed) {
    for (size_t i = 0; i < typed.size();) {
      const utf8::Decoded d = utf8::decode(typed, i);
      take(d);
      i += d.length;
    }
    if (!term_.words.empty()) {
      term_.closed = in_phrase_;
      finish();
    }
    return std::move(terms_);
  }

 private:
  void take(const utf8::Decoded& d) {
    if (is_quote(d.code_point)) {
      finish();
      in_phrase_ = !in_phrase_;
      term_.phrase = in_phrase_;
      term_.unwanted = in_phrase_ && minus_;
      minus_ = false;
      return;
    }
    const bool gap = utf8::is_space(d.code_point) || d.code_point < 0x20 || !d.valid;
    if (gap && !in_phrase_) {
      finish();
      minus_ = false;
    } else if (is_dash(d.code_point) && !in_phrase_ && term_.words.empty()) {
      minus_ = true;
    } else {
      if (term_.words.empty()) term_.unwanted = term_.unwanted || minus_;
      if (gap) {
        term_.words += ' ';
      } else {
        utf8::append(term_.words, d.code_point);
      }
      if (!in_phrase_) minus_ = false;
    }
  }

  void finish() {
    if (has_word(term_.words)) terms_.push_back(term_);
    term_ = {};
  }

  std::vector<Term> terms_;
  Term term_;
  bool in_phrase_ = false;
  bool minus_ = false;
};

/// One letter may begin half the words there are: gathering them all is slow and tells nothing.
bool is_beginning(const std::string& word) { return word.size() > 1; }

/// A string of FTS5 holds anything once its quotes are doubled.
std::string quoted(const std::string& words) {
  std::string out = "\"";
  for (const char c : words) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::string match_expression(std::string_view typed, bool typing) {
  const std::vector<Term> terms = Splitter().split(typed);
  std::string wanted, unwanted;
  for (size_t i = 0; i < terms.size(); ++i) {
    std::string& side = terms[i].unwanted ? unwanted : wanted;
    if (!side.empty()) side += terms[i].unwanted ? " OR " : " AND ";
    side += quoted(terms[i].words);
    if (typing && i + 1 == terms.size() && !terms[i].closed && !terms[i].phrase && is_beginning(terms[i].words))
      side += " *";
  }
  // FTS5 knows no "all but": what is unwanted alone restricts nothing.
  if (wanted.empty() || unwanted.empty()) return wanted;
  return "(" + wanted + ") NOT (" + unwanted + ")";
}

}  // namespace chancery::record
