#include <fmt/format.h>

#include "record/fact_rows.hpp"

namespace chancery::record {
namespace {

class Reader {
 public:
  Reader(Database& database, int64_t version, Document& document)
      : database_(database), version_(version), document_(document), spans_(document) {}

  void entities() {
    Rows rows = database_.query(
        "SELECT e.id, e.key, e.confidence, e.stage, e.type, e.name, e.country, e.gender, e.plural, p.key, e.linked_by FROM "
        "entities e LEFT JOIN people p ON p.id = e.person WHERE e.version = ? AND e.standing <> 'rejected' ORDER BY e.id",
        version_);
    while (rows.next()) {
      Entity& e = document_.entities.emplace_back();
      entity_.emplace(rows.integer(0), static_cast<Index>(document_.entities.size() - 1));
      read_fact(e, rows, 1);
      e.type = code<MentionType>(rows, 4);
      e.name = rows.string(5);
      e.country = rows.string(6);
      e.gender = rows.text(7) == "male" ? Gender::male : rows.text(7) == "female" ? Gender::female : Gender::unknown;
      e.plural = rows.integer(8) != 0;
      e.person = rows.string(9);
      e.linked_by = rows.string(10);
    }
    names();
    offices();
    members();
  }

  void mentions() {
    Rows rows = database_.query(
        "SELECT id, key, confidence, stage, part, begin, end, type, form, entity, country FROM mentions WHERE version "
        "= ? AND standing <> 'rejected' ORDER BY id",
        version_);
    while (rows.next()) {
      Mention& m = document_.mentions.emplace_back();
      read_fact(m, rows, 1);
      m.span = spans_.span(rows, 4);
      m.type = code<MentionType>(rows, 7);
      m.form = code<Form>(rows, 8);
      m.entity = index_in(entity_, rows, 9);
      m.country = rows.string(10);
    }
  }

  void times() {
    Rows rows = database_.query(
        "SELECT id, key, confidence, stage, part, begin, end, type, value, mod, quant, freq, from_day, to_day, zone, calendar FROM "
        "times WHERE version = ? AND standing <> 'rejected' ORDER BY id",
        version_);
    while (rows.next()) {
      Timex& t = document_.times.emplace_back();
      read_fact(t, rows, 1);
      t.span = spans_.span(rows, 4);
      t.type = code<TimexType>(rows, 7);
      t.value = rows.string(8);
      t.mod = rows.string(9);
      t.quant = rows.string(10);
      t.freq = rows.string(11);
      t.from = maybe_day(rows, 12);
      t.to = maybe_day(rows, 13);
      t.zone = rows.string(14);
      t.calendar = rows.string(15);
    }
  }

  void statements() {
    IndexOf of = indices("statements");
    Rows rows = database_.query(
        "SELECT id, key, confidence, stage, part, begin, end, pieces, mode, speaker_span, reported_by, cue, cue_lemma, "
        "addressee, negated, parent, topics FROM statements WHERE version = ? AND standing <> 'rejected' ORDER BY id",
        version_);
    while (rows.next()) {
      Statement& s = document_.statements.emplace_back();
      read_fact(s, rows, 1);
      s.span = spans_.span(rows, 4);
      s.pieces = spans_.spans(rows, 7);
      s.mode = code<StatementMode>(rows, 8);
      s.speaker_span = spans_.json_span(rows, 9);
      s.reported_by = index_in(entity_, rows, 10);
      s.cue = spans_.json_span(rows, 11);
      s.cue_lemma = rows.string(12);
      s.addressee = index_in(entity_, rows, 13);
      s.negated = rows.integer(14) != 0;
      s.parent = index_in(of, rows, 15);
      s.topics = parse_list(rows.text(16));
    }
    joined(
        "SELECT x.statement, x.entity FROM statements s JOIN statement_speakers x ON x.statement = s.id WHERE "
        "s.version = ? ORDER BY s.id, x.position",
        of, document_.statements, &Statement::speakers);
  }

  void points() {
    const IndexOf of = indices("points");
    Rows rows = database_.query(
        "SELECT id, key, confidence, stage, part, begin, end, act, topic, topic_label, condition, negated, prominence "
        "FROM points WHERE version = ? AND standing <> 'rejected' ORDER BY id",
        version_);
    while (rows.next()) {
      Point& p = document_.points.emplace_back();
      read_fact(p, rows, 1);
      p.span = spans_.span(rows, 4);
      p.act = code<PointAct>(rows, 7);
      p.topic = spans_.json_span(rows, 8);
      p.topic_label = rows.string(9);
      p.condition = spans_.json_span(rows, 10);
      p.negated = rows.integer(11) != 0;
      p.prominence = maybe_real(rows, 12);
    }
    joined(
        "SELECT x.point, x.entity FROM points s JOIN point_holders x ON x.point = s.id WHERE s.version = ? ORDER BY "
        "s.id, x.position",
        of, document_.points, &Point::holders);
  }

  void events() {
    const IndexOf of = indices("accounts");
    Rows rows = database_.query(
        "SELECT id, key, confidence, stage, type, subtype, main, status, plover, mode, context, time_value, from_day, "
        "to_day, time_basis, time_span, place, place_country, place_basis, place_span, channel, format, level, "
        "initiator, initiator_span, duration, part_of, reschedules, evidence FROM accounts WHERE version = ? AND "
        "standing <> 'rejected' ORDER BY id",
        version_);
    while (rows.next()) {
      Event& e = document_.events.emplace_back();
      read_fact(e, rows, 1);
      e.type = code<EventType>(rows, 4);
      e.subtype = rows.string(5);
      e.main = rows.integer(6) != 0;
      e.status = code<chancery::Status>(rows, 7);
      e.plover = rows.string(8);
      e.mode = rows.string(9);
      e.context = rows.string(10);
      e.time = spans_.time(rows, 11);
      e.place = {rows.string(16), rows.string(17), maybe<PlaceBasis>(rows, 18), spans_.json_span(rows, 19)};
      e.channel = rows.string(20);
      e.format = rows.string(21);
      e.level = rows.string(22);
      e.initiator = index_in(entity_, rows, 23);
      e.initiator_span = spans_.json_span(rows, 24);
      e.duration = rows.string(25);
      e.part_of = index_in(of, rows, 26);
      e.reschedules = index_in(of, rows, 27);
      e.evidence = spans_.spans(rows, 28);
    }
    participants(of);
  }

  void figures() {
    Rows rows = database_.query(
        "SELECT id, key, confidence, stage, part, begin, end, value, value_to, unit, comparison, direction, indicator, "
        "time_value, from_day, to_day, time_basis, time_span, about, speaker, hedge FROM figures WHERE version = ? AND "
        "standing <> 'rejected' ORDER BY id",
        version_);
    while (rows.next()) {
      Figure& f = document_.figures.emplace_back();
      read_fact(f, rows, 1);
      f.span = spans_.span(rows, 4);
      f.value = rows.real(7);
      f.value_to = maybe_real(rows, 8);
      f.unit = rows.string(9);
      f.comparison = code<Comparison>(rows, 10);
      f.direction = rows.string(11);
      f.indicator = rows.string(12);
      f.time = spans_.time(rows, 13);
      f.about = parse_list(rows.text(18));
      f.speaker = index_in(entity_, rows, 19);
      f.hedge = spans_.json_span(rows, 20);
    }
  }

  void commitments() {
    const IndexOf of = indices("commitments");
    Rows rows = database_.query(
        "SELECT id, key, confidence, stage, part, begin, end, by_entity, to_entity, due_value, due_from, due_to, "
        "due_basis, due_span, strength, class, condition FROM commitments WHERE version = ? AND standing <> 'rejected' "
        "ORDER BY id",
        version_);
    while (rows.next()) {
      Commitment& c = document_.commitments.emplace_back();
      read_fact(c, rows, 1);
      c.span = spans_.span(rows, 4);
      c.by = index_in(entity_, rows, 7);
      c.to = index_in(entity_, rows, 8);
      c.due = spans_.time(rows, 9);
      c.strength = code<Strength>(rows, 14);
      c.kind = code<CommitmentClass>(rows, 15);
      c.condition = spans_.json_span(rows, 16);
    }
    joined(
        "SELECT x.commitment, x.entity FROM commitments s JOIN commitment_parties x ON x.commitment = s.id WHERE "
        "s.version = ? ORDER BY s.id, x.position",
        of, document_.commitments, &Commitment::parties);
  }

  void courtesies() {
    Rows rows = database_.query(
        "SELECT id, key, confidence, stage, kind, from_entity, to_entity, via_entity, evidence FROM courtesies WHERE "
        "version = ? AND standing <> 'rejected' ORDER BY id",
        version_);
    while (rows.next()) {
      Courtesy& c = document_.courtesies.emplace_back();
      read_fact(c, rows, 1);
      c.kind = code<CourtesyKind>(rows, 4);
      c.from = index_in(entity_, rows, 5);
      c.to = index_in(entity_, rows, 6);
      c.via = index_in(entity_, rows, 7);
      c.evidence = spans_.spans(rows, 8);
    }
  }

 private:
  IndexOf indices(std::string_view table) const {
    IndexOf of;
    Rows rows = database_.query(
        fmt::format("SELECT id FROM {} WHERE version = ? AND standing <> 'rejected' ORDER BY id", table), version_);
    while (rows.next()) of.emplace(rows.integer(0), static_cast<Index>(of.size()));
    return of;
  }

  template <typename T>
  void joined(std::string_view sql, const IndexOf& of, std::vector<T>& items, std::vector<Index> T::*list) {
    Rows rows = database_.query(sql, version_);
    while (rows.next()) {
      const Index item = index_in(of, rows, 0), who = index_in(entity_, rows, 1);
      if (item != kNone && who != kNone) (items[item].*list).push_back(who);
    }
  }

  void names() {
    Rows rows = database_.query(
        "SELECT n.entity, n.name FROM entities e JOIN names n ON n.entity = e.id WHERE e.version = ? ORDER BY e.id, "
        "n.position",
        version_);
    while (rows.next()) {
      if (const Index who = index_in(entity_, rows, 0); who != kNone)
        document_.entities[who].names.push_back(rows.string(1));
    }
  }

  void offices() {
    Rows rows = database_.query(
        "SELECT o.entity, o.title, o.country, o.status FROM entities e JOIN offices o ON o.entity = e.id WHERE "
        "e.version = ? ORDER BY e.id, o.position",
        version_);
    while (rows.next()) {
      const Index who = index_in(entity_, rows, 0);
      if (who != kNone) document_.entities[who].offices.push_back({rows.string(1), rows.string(2), rows.string(3)});
    }
  }

  void members() {
    Rows rows = database_.query(
        "SELECT m.entity, m.member FROM entities e JOIN members m ON m.entity = e.id WHERE e.version = ? ORDER BY "
        "e.id, m.position",
        version_);
    while (rows.next()) {
      const Index group = index_in(entity_, rows, 0), member = index_in(entity_, rows, 1);
      if (group != kNone && member != kNone) document_.entities[group].members.push_back(member);
    }
  }

  void participants(const IndexOf& of) {
    Rows rows = database_.query(
        "SELECT p.account, p.entity, p.role, p.side, p.mention FROM accounts a JOIN participants p ON p.account = a.id "
        "WHERE a.version = ? ORDER BY a.id, p.position",
        version_);
    while (rows.next()) {
      const Index event = index_in(of, rows, 0), who = index_in(entity_, rows, 1);
      if (event == kNone || who == kNone) continue;
      document_.events[event].participants.push_back(
          {who, code<Role>(rows, 2), rows.string(3), spans_.json_span(rows, 4)});
    }
  }

  Database& database_;
  int64_t version_;
  Document& document_;
  SpanRows spans_;
  IndexOf entity_;
};

}  // namespace

void read_facts(Database& database, int64_t version, Document& document) {
  Reader reader(database, version, document);
  reader.entities();
  reader.mentions();
  reader.times();
  reader.statements();
  reader.points();
  reader.events();
  reader.figures();
  reader.commitments();
  reader.courtesies();
}

}  // namespace chancery::record
