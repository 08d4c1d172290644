#include "cli/compare_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/compare_rows.hpp"
#include "cli/line_parts.hpp"
#include "cli/progress.hpp"
#include "questions/compare/words.hpp"
#include "questions/novelty.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using namespace questions::compare;
using questions::compare::Comparison;
using writers::padded;
using writers::safe_line;
using writers::wrapped;

constexpr size_t kLeastBeside = 80;  ///< columns below which the accounts are stacked
constexpr size_t kMostWide = 160;
constexpr std::string_view kGap = "  ";

class Page {
 public:
  Page(const Comparison& comparison, const Console& console)
      : c_(comparison), console_(console), width_(std::min(width_of(console), kMostWide)), beside_(width_ >= kLeastBeside) {
    column_ = beside_ ? (width_ - 5) / 2 : width_;
  }

  std::vector<std::string> lines() {
    head();
    units();
    dropped();
    facts();
    pairs("Figures", c_.figures, [](const Document& d, Index i) { return std::string(d.of(d.figures[i].span)); });
    pairs("Commitments", c_.commitments, [](const Document& d, Index i) { return std::string(d.of(d.commitments[i].span)); });
    for (const std::string& note : c_.notes) {
      for (const auto& line : wrapped("note: " + safe_line(note), width_)) put(line);
    }
    return std::move(lines_);
  }

 private:
  void put(std::string line) {
    while (line.ends_with(' ')) line.pop_back();
    lines_.push_back(std::move(line));
  }
  void heading(const std::string& words) {
    put("");
    put(console_.styled(words, Style::bold));
  }

  std::string account(const Side& side, const Length& length, const char* letter) const {
    const auto& info = side.document->info;
    return fmt::format("{}  {}{}{}{}\n{} characters, {} words, {} sentences; {} points, {} statements", letter, safe_line(info.publisher),
                       info.publisher.empty() ? "" : ", ", safe_line(info.published.substr(0, 10)),
                       side.document->title.empty() ? "" : "\n" + safe_line(side.document->title), grouped(length.characters), grouped(length.words),
                       grouped(length.sentences), grouped(length.points), grouped(length.statements));
  }

  void head() {
    cells(account(c_.a, c_.length_a, "A"), account(c_.b, c_.length_b, "B"), " ", Style::bold);
    put("");
  }

  /// Two cells on one row, with what they are to each other between them; on a narrow screen below each other.
  void cells(const std::string& a, const std::string& b, const std::string& relation, Style style) {
    const auto wrap = [&](const std::string& cell) {
      std::vector<std::string> out;
      for (size_t begin = 0; begin <= cell.size() && !cell.empty();) {
        const size_t end = std::min(cell.find('\n', begin), cell.size());
        for (auto& line : wrapped(cell.substr(begin, end - begin), column_)) out.push_back(std::move(line));
        begin = end + 1;
      }
      return out;
    };
    const auto left = wrap(a), right = wrap(b);
    if (!beside_) {
      for (const auto& line : left) put(line);
      if (!left.empty() && !right.empty()) put(console_.styled(relation, style));
      for (const auto& line : right) put(line);
      return;
    }
    for (size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      const std::string between = i == 0 ? console_.styled(relation, style) : " ";
      put(padded(i < left.size() ? left[i] : "", column_) + std::string(kGap) + between + std::string(kGap) + (i < right.size() ? right[i] : ""));
    }
  }

  std::string cell(bool of_a, size_t unit) const {
    std::vector<Span> marks;
    for (const Link& link : c_.links) {
      const bool own = of_a ? link.a == unit : link.b == unit;
      if (!own) continue;
      // Of several counterparts, what differs from all of them differs.
      const auto& here = of_a ? link.marks_a : link.marks_b;
      if (marks.empty()) marks = here;
      else std::erase_if(marks, [&](const Span& m) { return std::ranges::none_of(here, [&](const Span& other) { return other.overlaps(m); }); });
    }
    return described(of_a ? c_.a : c_.b, (of_a ? c_.units_a : c_.units_b)[unit], of_a ? 'A' : 'B', unit, marks, console_);
  }

  void units() {
    for (const Row& row : rows_of(c_)) {
      const std::string a = row.a ? cell(true, *row.a) : row.again_a ? fmt::format("(A{} again)", *row.again_a + 1) : "";
      const std::string b = row.b ? cell(false, *row.b) : row.again_b ? fmt::format("(B{} again)", *row.again_b + 1) : "";
      cells(a, b, row.link ? std::string(sign_of(row.link->relation)) : " ", row.link && row.link->relation == Relation::contradicts ? Style::red : Style::bold);
      if (row.link) say(*row.link);
      put("");
    }
    put(console_.styled("= the same   ~ worded differently   ! contradicts   a clause by itself: no counterpart found", Style::dim));
  }

  void say(const Link& link) {
    for (const NamePair& pair : link.names) {
      const std::string line = fmt::format("   {}: A “{}”, B “{}”", pair.of, safe_line(c_.a.document->of(pair.a)), safe_line(c_.b.document->of(pair.b)));
      for (const auto& part : wrapped(line, width_)) put(console_.styled(part, Style::dim));
    }
    if (!link.incompatible) return;
    const std::string line = fmt::format("   cannot both hold ({}): A “{}”, B “{}”", link.incompatible->what, safe_line(c_.a.document->of(link.incompatible->a)),
                                         safe_line(c_.b.document->of(link.incompatible->b)));
    for (const auto& part : wrapped(line, width_)) put(console_.styled(part, Style::red));
  }

  /// What is usual where each comes from and that it has not.
  void dropped() {
    const auto words_of = [](const Side& side) { return side.wording ? side.wording->dropped : std::vector<questions::Dropped>(); };
    const auto a = words_of(c_.a), b = words_of(c_.b);
    if (a.empty() && b.empty()) return;
    heading("Usual in earlier releases on these two countries, absent here");
    const auto said = [](const std::vector<questions::Dropped>& all, size_t i) {
      if (i >= all.size()) return std::string(i == 0 ? "-" : "");
      return fmt::format("“{}” in {} of {}, first {}, last {}", safe_line(all[i].words), all[i].count, all[i].of, all[i].first, all[i].day);
    };
    for (size_t i = 0; i < std::max(a.size(), b.size()); ++i) cells(said(a, i), said(b, i), " ", Style::bold);
  }

  void facts() {
    heading("The encounter");
    for (const EncounterFact& fact : c_.facts) {
      if (fact.standing == Standing::neither) continue;
      put(console_.styled(fact.what, Style::bold) + ": " + std::string(spoken_standing(fact.standing)));
      cells(fact.a ? safe_line(fact.a->value) : "-", fact.b ? safe_line(fact.b->value) : "-", std::string(sign_of(fact.standing)), Style::bold);
    }
  }

  template <typename Quote>
  void pairs(const std::string& name, const std::vector<FactPair>& pairs, const Quote& quote) {
    if (pairs.empty()) return;
    heading(name);
    for (const FactPair& pair : pairs) {
      cells(pair.a == kNone ? "-" : safe_line(quote(*c_.a.document, pair.a)), pair.b == kNone ? "-" : safe_line(quote(*c_.b.document, pair.b)),
            std::string(sign_of(pair.standing)), pair.standing == Standing::contradicts ? Style::red : Style::bold);
    }
  }

  const Comparison& c_;
  const Console& console_;
  const size_t width_;
  const bool beside_;
  size_t column_ = 0;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> comparison_lines(const Comparison& comparison, const Console& console) { return Page(comparison, console).lines(); }

}  // namespace chancery::cli
