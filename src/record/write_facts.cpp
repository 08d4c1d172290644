#include <fmt/format.h>

#include <set>

#include "record/clock.hpp"
#include "record/encounter_rows.hpp"
#include "record/facts.hpp"
#include "record/normal.hpp"
#include "record/offsets.hpp"
#include "record/person_rows.hpp"

namespace chancery::record {
namespace {

using Row = std::optional<int64_t>;

std::optional<std::string> day(const std::optional<Day>& value) {
  return value ? std::optional(iso(*value)) : std::nullopt;
}

template <typename E>
std::optional<std::string_view> basis(const std::optional<E>& value) {
  return value ? std::optional(chancery::name_of(*value)) : std::nullopt;
}

std::optional<std::string_view> name_of_gender(Gender gender) {
  if (gender == Gender::male) return "male";
  if (gender == Gender::female) return "female";
  return std::nullopt;
}

class Writer {
 public:
  Writer(Database& database, int64_t version, const Document& document, const Belonging& belonging)
      : database_(database), version_(version), document_(document), belonging_(belonging), offsets_(document) {}

  void entities() {
    first_entity_ = next("entities");
    for (size_t i = 0; i < document_.entities.size(); ++i)
      entity(first_entity_ + static_cast<int64_t>(i), document_.entities[i]);
    for (size_t i = 0; i < document_.entities.size(); ++i) {
      entities_of("INSERT INTO members(entity, position, member) VALUES (?,?,?)",
                  first_entity_ + static_cast<int64_t>(i), document_.entities[i].members);
    }
  }

  void mentions() {
    for (const Mention& m : document_.mentions) {
      const Range at = offsets_.range(m.span);
      database_.run(
          "INSERT INTO mentions(version, key, part, begin, end, quote, type, form, country, entity, confidence, stage) "
          "VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
          version_, m.id, name_of(at.part), at.begin, at.end, document_.of(m.span), chancery::name_of(m.type),
          chancery::name_of(m.form), or_null(m.country), entity_row(m.entity), m.confidence, or_null(m.stage));
    }
  }

  void times() {
    for (const Timex& t : document_.times) {
      const Range at = offsets_.range(t.span);
      database_.run(
          "INSERT INTO times(version, key, part, begin, end, quote, type, value, mod, quant, freq, from_day, to_day, "
          "confidence, stage, zone, calendar) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
          version_, t.id, name_of(at.part), at.begin, at.end, document_.of(t.span), chancery::name_of(t.type),
          or_null(t.value), or_null(t.mod), or_null(t.quant), or_null(t.freq), day(t.from), day(t.to), t.confidence,
          or_null(t.stage), or_null(t.zone), or_null(t.calendar));
    }
  }

  void statements() {
    const int64_t first = next("statements");
    for (size_t i = 0; i < document_.statements.size(); ++i) {
      statement(first, first + static_cast<int64_t>(i), document_.statements[i]);
    }
  }

  void points() {
    int64_t row = next("points");
    for (const Point& p : document_.points) {
      const Range at = offsets_.range(p.span);
      database_.run(
          "INSERT INTO points(id, version, key, part, begin, end, quote, act, topic, topic_label, condition, negated, "
          "prominence, confidence, stage) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
          row, version_, p.id, name_of(at.part), at.begin, at.end, document_.of(p.span), chancery::name_of(p.act),
          offsets_.json(p.topic), or_null(p.topic_label), offsets_.json(p.condition), p.negated, p.prominence,
          p.confidence, or_null(p.stage));
      entities_of("INSERT INTO point_holders(point, position, entity) VALUES (?,?,?)", row, p.holders);
      ++row;
    }
  }

  void events() {
    const int64_t first = next("accounts");
    for (size_t i = 0; i < document_.events.size(); ++i)
      event(first, first + static_cast<int64_t>(i), document_.events[i]);
  }

  void figures() {
    for (const Figure& f : document_.figures) {
      const Range at = offsets_.range(f.span);
      database_.run(
          "INSERT INTO figures(version, key, part, begin, end, quote, value, value_to, unit, comparison, direction, "
          "indicator, time_value, from_day, to_day, time_basis, time_span, about, speaker, hedge, confidence, stage) "
          "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
          version_, f.id, name_of(at.part), at.begin, at.end, document_.of(f.span), f.value, f.value_to,
          or_null(f.unit), chancery::name_of(f.comparison), or_null(f.direction), or_null(f.indicator),
          or_null(f.time.value), day(f.time.from), day(f.time.to), basis(f.time.basis), offsets_.json(f.time.span),
          list_json(f.about), entity_row(f.speaker), offsets_.json(f.hedge), f.confidence, or_null(f.stage));
    }
  }

  void commitments() {
    int64_t row = next("commitments");
    for (const Commitment& c : document_.commitments) {
      const Range at = offsets_.range(c.span);
      database_.run(
          "INSERT INTO commitments(id, version, key, part, begin, end, quote, by_entity, to_entity, due_value, "
          "due_from, due_to, due_basis, due_span, strength, class, condition, confidence, stage) VALUES "
          "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
          row, version_, c.id, name_of(at.part), at.begin, at.end, document_.of(c.span), entity_row(c.by),
          entity_row(c.to), or_null(c.due.value), day(c.due.from), day(c.due.to), basis(c.due.basis),
          offsets_.json(c.due.span), chancery::name_of(c.strength), chancery::name_of(c.kind),
          offsets_.json(c.condition), c.confidence, or_null(c.stage));
      entities_of("INSERT INTO commitment_parties(commitment, position, entity) VALUES (?,?,?)", row, c.parties);
      ++row;
    }
  }

  void courtesies() {
    for (const Courtesy& c : document_.courtesies) {
      database_.run(
          "INSERT INTO courtesies(version, key, kind, from_entity, to_entity, via_entity, evidence, quote, confidence, "
          "stage) VALUES (?,?,?,?,?,?,?,?,?,?)",
          version_, c.id, chancery::name_of(c.kind), entity_row(c.from), entity_row(c.to), entity_row(c.via),
          offsets_.json(c.evidence), first_quote(c.evidence), c.confidence, or_null(c.stage));
    }
  }

 private:
  int64_t next(std::string_view table) {
    return database_.integer(fmt::format("SELECT max(id) FROM {}", table)).value_or(0) + 1;
  }

  Row entity_row(Index index) const {
    return index < document_.entities.size() ? Row(first_entity_ + static_cast<int64_t>(index)) : std::nullopt;
  }

  static Row sibling(int64_t first, Index index, size_t count) {
    return index < count ? Row(first + static_cast<int64_t>(index)) : std::nullopt;
  }

  std::optional<std::string_view> first_quote(const std::vector<Span>& evidence) const {
    return evidence.empty() ? std::nullopt : or_null(document_.of(evidence.front()));
  }

  void entities_of(std::string_view sql, int64_t row, const std::vector<Index>& entities) {
    int64_t position = 0;
    for (const Index index : entities) {
      if (const Row entity = entity_row(index)) database_.run(sql, row, position++, entity);
    }
  }

  void entity(int64_t row, const Entity& e) {
    database_.run(
        "INSERT INTO entities(id, version, key, type, name, normal, country, gender, plural, confidence, stage, person, "
        "identified, linked_by) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        row, version_, e.id, chancery::name_of(e.type), e.name, normal(e.name), or_null(e.country),
        name_of_gender(e.gender), e.plural, e.confidence, or_null(e.stage), person(e), or_null(e.person),
        or_null(e.linked_by));
    std::set<std::string> words;
    add_words(normal(e.name), words);
    for (size_t i = 0; i < e.names.size(); ++i) {
      const std::string plain = normal(e.names[i]);
      add_words(plain, words);
      database_.run("INSERT INTO names(entity, position, name, normal) VALUES (?,?,?,?)", row, i, e.names[i], plain);
    }
    for (const std::string& word : words) database_.run("INSERT INTO name_words(word, entity) VALUES (?,?)", word, row);
    for (size_t i = 0; i < e.offices.size(); ++i) {
      const Office& office = e.offices[i];
      database_.run("INSERT INTO offices(entity, position, title, country, status) VALUES (?,?,?,?,?)", row, i,
                    office.title, or_null(office.country), or_null(office.status));
    }
  }

  /// Whom the entity is shown as; nobody where the machine does not know.
  Row person(const Entity& e) {
    if (e.person.empty()) return std::nullopt;
    if (!release_) release_ = database_.integer("SELECT document FROM versions WHERE id = ?", version_);
    return person_row(database_, shown_person(database_, release_.value_or(0), e.id, e.person), e.name, e.country);
  }

  static void add_words(const std::string& name, std::set<std::string>& words) {
    for (std::string& word : words_of(name)) words.insert(std::move(word));
  }

  std::string speaker_names(const Statement& s) const {
    std::string names;
    for (const Index index : s.speakers) {
      if (index >= document_.entities.size()) continue;
      if (!names.empty()) names += "; ";
      names += document_.entities[index].name;
    }
    return names;
  }

  void statement(int64_t first, int64_t row, const Statement& s) {
    const Range at = offsets_.range(s.span);
    const std::optional<std::string> pieces = s.pieces.empty() ? std::nullopt : std::optional(offsets_.json(s.pieces));
    database_.run(
        "INSERT INTO statements(id, version, key, part, begin, end, content, pieces, mode, speaker, speaker_span, "
        "reported_by, cue, cue_lemma, addressee, negated, parent, topics, confidence, stage) VALUES "
        "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        row, version_, s.id, name_of(at.part), at.begin, at.end, document_.of(s.span), pieces,
        chancery::name_of(s.mode), speaker_names(s), offsets_.json(s.speaker_span), entity_row(s.reported_by),
        offsets_.json(s.cue), or_null(s.cue_lemma), entity_row(s.addressee), s.negated,
        sibling(first, s.parent, document_.statements.size()), list_json(s.topics), s.confidence, or_null(s.stage));
    entities_of("INSERT INTO statement_speakers(statement, position, entity) VALUES (?,?,?)", row, s.speakers);
  }

  struct Home {
    int64_t encounter = 0;
    std::string key;
  };

  /// The encounter an account belongs to, and the key it has by itself.
  Home home_of(const Event& e, int64_t account) {
    if (const auto found = belonging_.find(e.id); found != belonging_.end()) return {found->second.encounter, found->second.home};
    // The encounter is named after the account that first told of it; another document with the same words has
    // an account of that name too.
    std::string key = free_encounter_key(database_, "n-" + (e.id.starts_with("v-") ? e.id.substr(2) : e.id));
    database_.run("INSERT INTO encounters(key, leading, added) VALUES (?,?,?)", key, account, now());
    return {database_.last_row(), std::move(key)};
  }

  /// The day by which the account is looked for.
  std::optional<std::string> around(const Event& e) {
    if (e.time.from) return iso(*e.time.from);
    if (e.time.to) return iso(*e.time.to);
    return day(parse_day(document_.info.published));
  }

  void event(int64_t first, int64_t row, const Event& e) {
    const Home home = home_of(e, row);
    database_.run(
        "INSERT INTO accounts(id, encounter, version, key, type, subtype, main, status, plover, mode, context, "
        "time_value, from_day, to_day, time_basis, time_span, place, place_country, place_basis, place_span, channel, "
        "format, level, initiator, initiator_span, duration, part_of, reschedules, evidence, quote, confidence, stage, home, around) "
        "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        row, home.encounter, version_, e.id, chancery::name_of(e.type), or_null(e.subtype), e.main,
        chancery::name_of(e.status), or_null(e.plover), or_null(e.mode), or_null(e.context), or_null(e.time.value),
        day(e.time.from), day(e.time.to), basis(e.time.basis), offsets_.json(e.time.span), or_null(e.place.name),
        or_null(e.place.country), basis(e.place.basis), offsets_.json(e.place.span), or_null(e.channel),
        or_null(e.format), or_null(e.level), entity_row(e.initiator), offsets_.json(e.initiator_span),
        or_null(e.duration), sibling(first, e.part_of, document_.events.size()),
        sibling(first, e.reschedules, document_.events.size()), offsets_.json(e.evidence), first_quote(e.evidence),
        e.confidence, or_null(e.stage), home.key, around(e));
    int64_t position = 0;
    for (const Participant& p : e.participants) {
      const Row who = entity_row(p.entity);
      if (!who) continue;
      database_.run("INSERT INTO participants(account, position, entity, role, side, mention) VALUES (?,?,?,?,?,?)",
                    row, position++, who, chancery::name_of(p.role), or_null(p.side), offsets_.json(p.mention));
    }
  }

  Database& database_;
  int64_t version_;
  const Document& document_;
  const Belonging& belonging_;
  Offsets offsets_;
  int64_t first_entity_ = 1;
  Row release_;  ///< row of the document
};

}  // namespace

void write_facts(Database& database, int64_t version, const Document& document, const Belonging& belonging) {
  Writer writer(database, version, document, belonging);
  writer.entities();
  writer.mentions();
  writer.times();
  writer.statements();
  writer.points();
  writer.events();
  writer.figures();
  writer.commitments();
  writer.courtesies();
}

}  // namespace chancery::record
