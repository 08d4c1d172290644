#include "stages/points/reader.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "stages/points/finder.hpp"
#include "stages/points/label.hpp"

namespace chancery::points {
namespace {

constexpr Index kLongestSentence = 1200;  ///< tokens; what is longer is no sentence

Span span_of(const Document& document, const Range& range) {
  return joined(document.tokens[range.first].span, document.tokens[range.last - 1].span);
}

}  // namespace

Reader::Reader(Document& document, const Lexicon& lexicon, std::string_view stage)
    : document_(document),
      stage_(stage),
      tree_(document),
      setting_{document, tree_, lexicon},
      holders_(setting_),
      quoted_(document.tokens.size(), false),
      in_turn_(document.sentences.size(), false),
      party_(document.entities.size(), false) {
  for (const Event& event : document.events) {
    for (const Participant& one : event.participants) {
      if (event.main && one.entity < party_.size()) party_[one.entity] = true;
    }
  }
}

void Reader::run() {
  if (document_.info.kind == DocumentKind::order) return;
  find_speech();
  for (Index s = 0; s < document_.sentences.size(); ++s) {
    const Sentence& sentence = document_.sentences[s];
    const bool skipped = sentence.span.part == Part::title || in_turn_[s] || sentence.last - sentence.first > kLongestSentence;
    if (!skipped && document_.blocks[sentence.block].kind != BlockKind::heading) read_sentence(s);
  }
  read_statements();
  finish();
}

void Reader::read_sentence(Index s) {
  const Sentence& sentence = document_.sentences[s];
  const std::vector<Site> sites = find_sites(setting_, sentence, quoted_);
  for (const Site& site : sites) {
    cues_.push_back(span_of(document_, {site.match.first, site.match.last}));
    if (setting_.at(sentence.last - 1).lower == ":" && &site == &sites.back()) add_items(s, site, holders_.of(site, sentence));
  }
  std::vector<Draft> drafts = drafts_of(sentence, sites);
  if (setting_.at(sentence.first).lower == "they") resume_group(drafts);
  for (const Draft& draft : drafts) {
    const bool described = draft.holders.size() == 1 && draft.holders[0].entity == kNone;
    last_group_ = described ? draft.holders : std::vector<Holder>{};
  }
  for (Draft& draft : drafts) drafts_.push_back(std::move(draft));
}

/// "Senior officials reaffirmed ... They outlined ...": a group that had no entity yet when pronouns were resolved.
void Reader::resume_group(std::vector<Draft>& drafts) const {
  if (last_group_.empty()) return;
  for (Draft& draft : drafts) draft.holders = last_group_;
}

std::vector<Reader::Draft> Reader::drafts_of(const Sentence& sentence, const std::vector<Site>& sites) const {
  std::vector<Draft> drafts;
  for (const Site& site : sites) {
    const std::vector<Holder> holders = holders_.of(site, sentence);
    for (const Range& topic : split_topics(setting_, site)) {
      if (only_opens_list(topic, sentence) || (site.match.cue->has(Cue::mutual) && holders.size() < 2)) continue;
      Draft draft = draft_of(site, topic);
      draft.holders = holders;
      if (site.match.cue->has(Cue::joined) && holders.size() > 1) draft.point.act = PointAct::agreed;
      drafts.push_back(std::move(draft));
    }
  }
  return drafts;
}

/// "the following issues:", or nothing but the colon
bool Reader::only_opens_list(const Range& topic, const Sentence& sentence) const {
  if (setting_.at(topic.first).lower == ":") return true;
  if (setting_.at(sentence.last - 1).lower != ":") return false;
  for (Index i = topic.first; i < topic.last; ++i) {
    if (setting_.at(i).lower == "following") return true;
  }
  return false;
}

Reader::Draft Reader::draft_of(const Site& site, const Range& topic) const {
  Draft draft;
  Point& point = draft.point;
  point.stage = stage_;
  point.span = span_of(document_, topic);
  point.topic = span_of(document_, core_of(setting_, topic));
  point.topic_label = label_of(setting_, topic);
  point.act = site.match.cue->act;
  point.negated = site.negated;
  const Index head = tree_.top_within(topic.first, topic.first, topic.last);
  if (site.match.cue->has(Cue::restates) && setting_.lexicon.is(setting_.at(head), "restated")) point.act = PointAct::reaffirmed;
  const bool modal = std::ranges::any_of(tree_.children(site.verb), [&](Index c) { return tree_.is_kind(c, "aux") && setting_.at(c).xpos == "MD" && setting_.at(c).lower != "will"; });
  if (site.negated && !modal && site.match.cue->has(Cue::open)) {  // "could not discuss" tells of a hindrance
    point.act = PointAct::not_raised;
    point.negated = false;
  }
  point.condition = condition_of(site);
  return draft;
}

/// "They discussed:" or "on the following issues:" before a list: each item is a topic.
void Reader::add_items(Index s, const Site& site, const std::vector<Holder>& holders) {
  const Index end = static_cast<Index>(document_.blocks.size());
  for (Index b = document_.sentences[s].block + 1; b < end && document_.blocks[b].kind == BlockKind::list_item; ++b) {
    const Block& block = document_.blocks[b];
    if (block.first >= block.last) continue;
    Range item{document_.sentences[block.first].first, document_.sentences[block.first].last};
    while (item.first < item.last && setting_.at(item.first).shape == Shape::punctuation) ++item.first;
    while (item.last > item.first && one_of(setting_.at(item.last - 1).lower, {".", ";", ",", "and"})) --item.last;
    if (item.first == item.last) continue;
    Draft draft = draft_of(site, item);
    draft.holders = holders;
    drafts_.push_back(std::move(draft));
  }
}

/// A clause with "if", "unless" or "provided" on the cue or in its topic.
Span Reader::condition_of(const Site& site) const {
  const Sentence& sentence = document_.sentences[setting_.at(site.verb).sentence];
  for (Index i = sentence.first; i < site.limit && i < sentence.last; ++i) {
    const Token& token = setting_.at(i);
    const Index clause = token.head;
    if (token.deprel != "mark" || clause == kNone || !setting_.lexicon.is(token.lower, "condition")) continue;
    const bool own = i >= site.topic || tree_.head(clause) == site.verb;
    if (!own || !tree_.is_kind(clause, "advcl")) continue;
    const Index last = std::min(tree_.right(clause), i < site.match.first ? site.match.first - 1 : site.limit - 1);
    if (last >= i) return span_of(document_, {i, last + 1});
  }
  return {};
}

/// A parser's slip may leave "the" or a comma for a topic.
bool Reader::says_something(const Draft& draft) const {
  const auto [first, last] = document_.tokens_in(draft.point.span);
  for (Index i = first; i < last; ++i) {
    if (!one_of(setting_.at(i).upos, {"DET", "PUNCT", "ADP", "CCONJ", "SCONJ", "PART", "SYM"})) return true;
  }
  return false;
}

/// Entities for the groups that hold points, the order of the text, and how much each point takes of it.
void Reader::finish() {
  std::erase_if(drafts_, [&](const Draft& draft) { return !says_something(draft); });
  std::ranges::stable_sort(drafts_, [](const Draft& a, const Draft& b) { return before(a.point.span, b.point.span); });
  const auto same = [](const Draft& a, const Draft& b) { return a.point.span.begin == b.point.span.begin; };
  drafts_.erase(std::unique(drafts_.begin(), drafts_.end(), same), drafts_.end());
  double words = 0;
  const auto words_of = [&](const Point& p) {
    const auto [first, last] = document_.tokens_in(p.span);
    return static_cast<double>(last - first);
  };
  for (const Draft& draft : drafts_) words += words_of(draft.point);
  for (Draft& draft : drafts_) draft.point.prominence = words > 0 ? words_of(draft.point) / words : 0;
  Groups groups(document_, stage_);
  for (Draft& draft : drafts_) {
    for (const Holder& holder : draft.holders) draft.point.holders.push_back(holder.entity == kNone ? groups.entity_of(holder.words) : holder.entity);
    document_.points.push_back(std::move(draft.point));
  }
}

}  // namespace chancery::points
