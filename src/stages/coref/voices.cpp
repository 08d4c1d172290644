#include "stages/coref/voices.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "base/one_of.hpp"
#include "document/mentions.hpp"
#include "stages/coref/groups.hpp"
#include "stages/coref/pronouns.hpp"

namespace chancery {
namespace coref {
namespace {

constexpr double kSpeaker = 0.95, kAddressee = 0.8, kSide = 0.7;  ///< how often each reading is right
constexpr Index kOpening = 16;  ///< words in which a speaker greets those present

/// The innermost turn or quotation over each token, as an index into `statements`; kNone outside.
std::vector<Index> own_words(const Document& document) {
  std::vector<Index> owner(document.tokens.size(), kNone), order(document.statements.size());
  std::iota(order.begin(), order.end(), Index{0});
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return document.statements[a].span.size() > document.statements[b].span.size(); });
  for (const Index s : order) {
    const Statement& statement = document.statements[s];
    if (statement.mode != StatementMode::turn && statement.mode != StatementMode::direct) continue;
    const auto paint = [&](const Span& span) {
      const auto [first, last] = document.tokens_in(span);
      std::fill(owner.begin() + first, owner.begin() + last, s);
    };
    if (statement.pieces.empty()) paint(statement.span);
    for (const Span& piece : statement.pieces) paint(piece);
  }
  return owner;
}

class VoicesReader {
 public:
  VoicesReader(Document& document, const CorefLexicon& lexicon) : document_(document), lexicon_(lexicon), groups_(document), owner_(own_words(document)), principals_(principals_of(document)) {
    for (Index e = 0; e < document.entities.size(); ++e) {
      const Entity& entity = document.entities[e];
      if (entity.type == MentionType::country && !entity.country.empty()) countries_.try_emplace(entity.country, e);
    }
  }

  void run() {
    open_third_persons();
    for (Index i = 0; i < document_.tokens.size(); ++i) {
      if (document_.tokens[i].span.part == Part::title || taken(i)) continue;
      const Pronoun pronoun = pronoun_of(document_.tokens[i].lower, true);
      if (pronoun.person == 1) first_person(i, pronoun);
      if (pronoun.person == 2 && owner_[i] != kNone) second_person(i);
    }
    for (Mention& mention : added_) document_.mentions.push_back(std::move(mention));
    sort_mentions(document_.mentions);
  }

 private:
  void open_third_persons() {
    for (Mention& mention : document_.mentions) {
      if (mention.form != Form::pronoun || mention.entity == kNone) continue;
      const Index token = document_.tokens_in(mention.span).first;
      const Index words = token < owner_.size() ? owner_[token] : kNone;
      if (words == kNone || pronoun_of(document_.tokens[token].lower, true).person != 3) continue;
      const auto& speakers = document_.statements[words].speakers;
      if (speakers.size() != 1 || speakers.front() != mention.entity) continue;
      mention.entity = kNone;
      mention.confidence.reset();
    }
  }

  bool taken(Index token) const {
    const Span& span = document_.tokens[token].span;
    const Index m = document_.first_mention(span);
    return m < document_.mentions.size() && document_.mentions[m].span == span;
  }

  void first_person(Index i, const Pronoun& pronoun) {
    const Index words = owner_[i];
    const std::vector<Index> nobody;
    const auto& speakers = words == kNone ? nobody : document_.statements[words].speakers;
    if (pronoun.form == Case::possessive && i + 1 < document_.tokens.size()) {
      if (pronoun.plural) our_country(i, speakers);
      if (!pronoun.plural && speakers.size() == 1) my_counterpart(i, speakers.front());
    }
    if (!pronoun.plural && speakers.size() == 1 && document_.entities[speakers.front()].type == MentionType::person) {
      add(i, i + 1, MentionType::person, Form::pronoun, speakers.front(), kSpeaker);
    } else if (pronoun.plural && speakers.size() > 1) {
      add(i, i + 1, MentionType::group, Form::pronoun, groups_.of(speakers, std::string(document_.of(document_.tokens[i]))), kSide);
    }
  }

  /// The one spoken to, unless the words are for a whole room: "Thank you, everyone", "Mr Silva, ladies and gentlemen".
  void second_person(Index i) {
    const Statement& words = document_.statements[owner_[i]];
    const auto [first, last] = document_.tokens_in(words.span);
    const auto is_room = [&](Index from, Index to) {
      return std::any_of(document_.tokens.begin() + from, document_.tokens.begin() + std::min(to, last), [&](const Token& t) { return lexicon_.is(t.lower, "audience"); });
    };
    if (words.addressee == kNone || is_room(first, first + kOpening) || is_room(i + 1, i + 3)) return;
    add(i, i + 1, MentionType::person, Form::pronoun, words.addressee, kAddressee);
  }

  /// "our country", "our state": the speaker's; outside somebody's words the publisher's.
  void our_country(Index i, const std::vector<Index>& speakers) {
    if (!lexicon_.is(document_.tokens[i + 1].lower, "homeland")) return;
    const bool narrative = owner_[i] == kNone;
    const std::string code = narrative ? document_.info.country : speakers.size() == 1 ? document_.entities[speakers.front()].country : std::string();
    const auto known = countries_.find(code);
    if (known != countries_.end()) add(i, i + 2, MentionType::country, Form::description, known->second, kSide);
  }

  /// "my counterpart", "my colleague": the other one of two.
  void my_counterpart(Index i, Index speaker) {
    if (!lexicon_.is(document_.tokens[i + 1].lower, "relative") || principals_.size() != 2) return;
    const bool named = i + 2 < document_.tokens.size() && (document_.tokens[i + 2].shape == Shape::capitalised || document_.tokens[i + 2].lower == ",");
    if (named || std::find(principals_.begin(), principals_.end(), speaker) == principals_.end()) return;
    add(i, i + 2, MentionType::person, Form::description, principals_[principals_[0] == speaker ? 1 : 0], kSide);
  }

  void add(Index first, Index last, MentionType type, Form form, Index entity, double confidence) {
    if (entity == kNone) return;
    Mention mention;
    mention.stage = "voices";
    mention.span = joined(document_.tokens[first].span, document_.tokens[last - 1].span);
    mention.type = type;
    mention.form = form;
    mention.entity = entity;
    mention.confidence = confidence;
    added_.push_back(std::move(mention));
  }

  Document& document_;
  const CorefLexicon& lexicon_;
  Groups groups_;
  std::vector<Index> owner_;
  std::vector<Index> principals_;
  std::unordered_map<std::string, Index> countries_;  ///< entity by code
  std::vector<Mention> added_;
};

}  // namespace
}  // namespace coref

VoicesStage::VoicesStage(const std::filesystem::path& data_folder) : lexicon_(coref::CorefLexicon::load(data_folder / "coref" / "en")) {}

void VoicesStage::run(Document& document) const { coref::VoicesReader(document, lexicon_).run(); }

}  // namespace chancery
