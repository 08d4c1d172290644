#include "app/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <future>

#include "base/error.hpp"
#include "questions/compare/passage.hpp"
#include "questions/encounter.hpp"

namespace chancery::app {
namespace {

using questions::AccountView;
using questions::compare::Side;

constexpr size_t kMostRead = 512 * 1024;  ///< bytes: far more than any release that people lay beside another
constexpr size_t kNone = static_cast<size_t>(-1);

using Wording = std::unique_ptr<const questions::Novelty>;

/// One account before it is laid beside the other.
struct Account {
  Document document;
  std::string event;  ///< of which it is an account; empty: it is compared as a whole
  Wording wording;
};

SideBySide laid(Account&& a, Account&& b, const questions::compare::Lexicon& lexicon) {
  SideBySide out;
  out.wording_a = std::move(a.wording);
  out.wording_b = std::move(b.wording);
  out.a = std::make_unique<const Document>(std::move(a.document));
  out.b = std::make_unique<const Document>(std::move(b.document));
  const auto side = [](const Document& document, const Wording& wording, const std::string& event) {
    return Side{&document, questions::compare::passage_of(document, event), event, wording.get()};
  };
  out.comparison = compare(side(*out.a, out.wording_a, a.event), side(*out.b, out.wording_b, b.event), lexicon);
  return out;
}

/// Does both at once: reading two long texts takes its time.
template <typename A, typename B>
void both(A&& a, B&& b) {
  auto other = std::async(std::launch::async, std::forward<B>(b));
  std::forward<A>(a)();
  other.get();
}

Wording wording_of(const record::Record& record, const std::string& document) {
  return std::make_unique<const questions::Novelty>(questions::novelty(record, document));
}

bool is_called(const AccountView& view, const std::string& name) {
  return view.line.document.id.starts_with(name) || view.line.event.starts_with(name);
}

size_t account_called(const std::vector<AccountView>& accounts, const std::string& name) {
  // The whole id of one may begin that of another.
  auto found = std::ranges::find_if(accounts, [&](const AccountView& one) { return one.line.document.id == name || one.line.event == name; });
  if (found == accounts.end()) found = std::ranges::find_if(accounts, [&](const AccountView& one) { return is_called(one, name); });
  if (found == accounts.end()) {
    throw Error(ErrorKind::input, fmt::format("the encounter has no account by {}: name one by the id of its document or event", name));
  }
  return static_cast<size_t>(found - accounts.begin());
}

/// The first account beside another: of another publisher if there is one, else of another document.
size_t account_beside(const std::vector<AccountView>& accounts, size_t other) {
  const auto& own = accounts[other].line.document;
  size_t best = kNone;
  for (size_t i = 0; i < accounts.size(); ++i) {
    const auto& document = accounts[i].line.document;
    if (i == other) continue;
    if (document.publisher != own.publisher) return i;
    if (best == kNone || (document.id != own.id && accounts[best].line.document.id == own.id)) best = i;
  }
  return best;
}

std::array<size_t, 2> chosen(const std::vector<AccountView>& accounts, const std::string& a, const std::string& b) {
  if (!a.empty() && !b.empty()) return {account_called(accounts, a), account_called(accounts, b)};
  if (!b.empty()) {
    const size_t right = account_called(accounts, b);
    return {account_beside(accounts, right), right};
  }
  const size_t left = a.empty() ? 0 : account_called(accounts, a);
  return {left, account_beside(accounts, left)};
}

}  // namespace

Comparer::Comparer(std::shared_ptr<const Engine> engine)
    : engine_(std::move(engine)), lexicon_(questions::compare::Lexicon::load(engine_->data())) {}

/// Reads as much of a text as a comparison can show; the rest of it stays in the answer, unread.
void Comparer::analyse(Document& document) const {
  if (document.text.size() <= kMostRead) return engine_->analyse(document);
  std::string whole = std::move(document.text);
  size_t end = kMostRead;
  while (end > 0 && (static_cast<unsigned char>(whole[end]) & 0xC0) == 0x80) --end;
  document.text = whole.substr(0, end);
  engine_->analyse(document);
  document.text = std::move(whole);
  document.notes.push_back(fmt::format("the text is long: only the first {} KB were compared", kMostRead / 1024));
}

SideBySide Comparer::texts(Document a, Document b) const {
  both([&] { analyse(a); }, [&] { analyse(b); });
  return laid({std::move(a), {}, {}}, {std::move(b), {}, {}}, lexicon_);
}

/// A record keeps facts, not words: these are read again from its text, which is the same.
void Comparer::put_words(record::Kept& kept) const {
  Document fresh;
  fresh.info = kept.document.info;
  fresh.title = kept.document.title;
  fresh.text = kept.document.text;
  analyse(fresh);
  kept.document.blocks = std::move(fresh.blocks);
  kept.document.sentences = std::move(fresh.sentences);
  kept.document.tokens = std::move(fresh.tokens);
  kept.document.notes = std::move(fresh.notes);
  std::call_once(asked_, [this] { made_by_ = engine_->made_by(); });
  if (kept.made_by != made_by_) {
    kept.document.notes.push_back("its facts were made by another version of this program, so that some may be missing: `chancery reread` makes them anew");
  }
}

SideBySide Comparer::kept(const record::Record& record, const Chosen& a, const Chosen& b) const {
  record::Kept left = record.load(a.document), right = record.load(b.document);
  both([&] { put_words(left); }, [&] { put_words(right); });
  const std::string &id_a = left.document.info.id, &id_b = right.document.info.id;
  auto wording_a = wording_of(record, id_a), wording_b = wording_of(record, id_b);
  return laid({std::move(left.document), a.event, std::move(wording_a)}, {std::move(right.document), b.event, std::move(wording_b)}, lexicon_);
}

SideBySide Comparer::documents(const record::Record& record, const std::string& a, const std::string& b) const {
  const record::Record::Snapshot snapshot(record);
  return kept(record, {a, {}}, {b, {}});
}

SideBySide Comparer::accounts(const record::Record& record, const std::string& encounter, const std::string& a, const std::string& b) const {
  const record::Record::Snapshot snapshot(record);
  const auto view = questions::show_encounter(record, encounter);
  if (view.accounts.size() < 2) {
    throw Error(ErrorKind::input, fmt::format("the encounter {} has one account in this record; a comparison needs two. Two documents are compared by their ids", encounter));
  }
  const auto [left, right] = chosen(view.accounts, a, b);
  const auto account = [&](size_t i) { return Chosen{view.accounts[i].line.document.id, view.accounts[i].line.event}; };
  return kept(record, account(left), account(right));
}

}  // namespace chancery::app
