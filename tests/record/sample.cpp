#include "sample.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "document/identify.hpp"
#include "record/adder.hpp"

namespace chancery::sample {

namespace fs = std::filesystem;

namespace {

/// In memory where the system offers that: a sync there costs nothing, and tests make many.
fs::path quick_folder() {
  std::error_code ignored;
  return access("/dev/shm", W_OK) == 0 && fs::space("/dev/shm", ignored).available > (uintmax_t{256} << 20)
             ? fs::path("/dev/shm")
             : fs::temp_directory_path();
}

}  // namespace

Folder::Folder() {
  std::string name = (quick_folder() / "chancery-record-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::permissions(path_, fs::perms::owner_all, ignored);
  fs::remove_all(path_, ignored);
}

Span span_of(const Document& document, std::string_view words, Part part) {
  const size_t at = document.part(part).find(words);
  EXPECT_NE(at, std::string_view::npos) << words;
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size()), part};
}

namespace {

template <typename T>
T made(std::string_view stage, double confidence) {
  T fact;
  fact.stage = stage;
  fact.confidence = confidence;
  return fact;
}

void add_people(Document& d) {
  Entity host = made<Entity>("link", 0.9);
  host.name = "Sevda Əliyeva";
  host.names = {"Sevda Əliyeva", "Əliyeva"};
  host.country = "AZE";
  host.gender = Gender::female;
  host.offices = {{"President", "AZE", "current"}};
  Entity guest = made<Entity>("link", 0.8);
  guest.name = "Jiří Čapek";
  guest.names = {"Jiří Čapek"};
  guest.country = "CZE";
  guest.offices = {{"Minister of Foreign Affairs", "CZE", ""}, {"Deputy Prime Minister", "CZE", "former"}};
  Entity both = made<Entity>("link", 0.5);
  both.name = "the two sides";
  both.type = MentionType::group;
  both.plural = true;
  both.members = {0, 1};
  d.entities = {host, guest, both};
  for (const auto& [words, entity, part] : {std::tuple{"Sevda Əliyeva", 0U, Part::title},
                                            {"Sevda Əliyeva", 0U, Part::text},
                                            {"Jiří Čapek", 1U, Part::text},
                                            {"the two sides", 2U, Part::text}}) {
    Mention m = made<Mention>("names", 0.7);
    m.span = span_of(d, words, part);
    m.entity = entity;
    m.form = entity == 2 ? Form::description : Form::name;
    m.type = entity == 2 ? MentionType::group : MentionType::person;
    d.mentions.push_back(m);
  }
}

void add_words(Document& d) {
  Timex t = made<Timex>("times", 0.95);
  t.span = span_of(d, "yesterday");
  t.value = "2020-03-01";
  t.from = t.to = parse_day("2020-03-01");
  d.times = {t};
  Statement whole = made<Statement>("speech", 0.6);
  whole.span = span_of(d, "“Trade grew by more than 60 per cent,” he said, “and will grow.”");
  whole.pieces = {span_of(d, "“Trade grew by more than 60 per cent,”"), span_of(d, "“and will grow.”")};
  whole.mode = StatementMode::direct;
  whole.speakers = {1};
  whole.cue = span_of(d, "said");
  whole.cue_lemma = "say";
  whole.speaker_span = span_of(d, "he said");
  whole.addressee = 0;
  whole.topics = {"trade", "transport"};
  Statement inner = made<Statement>("speech", 0.4);
  inner.span = span_of(d, "Trade grew");
  inner.speakers = {0, 1};
  inner.reported_by = 1;
  inner.negated = true;
  inner.topics = {"trade"};
  inner.parent = 0;
  d.statements = {whole, inner};
  Point p = made<Point>("points", 0.3);
  p.span = span_of(d, "discussed the railway");
  p.holders = {0, 1};
  p.topic = span_of(d, "railway");
  p.topic_label = "transport";
  p.condition = span_of(d, "if funds allow");
  p.prominence = 0.25;
  d.points = {p};
}

void add_event(Document& d) {
  Event e = made<Event>("events", 0.85);
  e.type = EventType::reception;
  e.subtype = "courtesy call";
  e.main = true;
  e.plover = "CONSULT";
  e.mode = "visit";
  e.context = "economic";
  e.time = {"2020-03-01", parse_day("2020-03-01"), parse_day("2020-03-01"), TimeBasis::relative,
            span_of(d, "yesterday")};
  e.place = {"Bakı", "AZE", PlaceBasis::stated, span_of(d, "Bakı")};
  e.format = "one_to_one";
  e.level = "minister";
  e.initiator = 1;
  e.initiator_span = span_of(d, "at his request");
  e.duration = "PT1H";
  e.participants = {{0, Role::host, "target", span_of(d, "Sevda Əliyeva")},
                    {1, Role::guest, "source", span_of(d, "Jiří Čapek")}};
  e.evidence = {span_of(d, "received Jiří Čapek"), span_of(d, "Sevda Əliyeva", Part::title)};
  Event later = made<Event>("events", 0.2);
  later.type = EventType::visit;
  later.status = Status::planned;
  later.time = {"", {}, parse_day("2020-06-15"), TimeBasis::published, {}};
  later.participants = {{0, Role::guest, "", {}}};
  later.part_of = 0;
  later.reschedules = 0;
  later.evidence = {span_of(d, "will grow")};
  d.events = {e, later};
}

void add_rest(Document& d) {
  Figure f = made<Figure>("facts", 0.9);
  f.span = span_of(d, "more than 60 per cent");
  f.value = 60;
  f.value_to = 65.5;
  f.unit = "percent";
  f.comparison = Comparison::more_than;
  f.direction = "up";
  f.indicator = "trade";
  f.time = {"2019", parse_day("2019-01-01"), parse_day("2019-12-31"), TimeBasis::stated, {}};
  f.about = {"AZE", "CZE"};
  f.speaker = 1;
  f.hedge = span_of(d, "if funds allow");
  d.figures = {f};
  Commitment c = made<Commitment>("facts", 0.1);
  c.span = span_of(d, "will grow");
  c.by = 2;
  c.parties = {0, 1};
  c.to = 0;
  c.due = {"2021", parse_day("2021-01-01"), parse_day("2021-12-31"), TimeBasis::stated, span_of(d, "yesterday")};
  c.strength = Strength::agreed;
  c.kind = CommitmentClass::promise;
  c.condition = span_of(d, "if funds allow");
  d.commitments = {c};
  Courtesy y = made<Courtesy>("facts", 0.99);
  y.kind = CourtesyKind::greetings;
  y.from = 0;
  y.to = 1;
  y.via = 2;
  y.evidence = {span_of(d, "the two sides")};
  d.courtesies = {y};
}

}  // namespace

Document reception() {
  Document d;
  d.title = "Sevda Əliyeva received Jiří Čapek 🤝";
  d.text =
      "Sevda Əliyeva yesterday received Jiří Čapek in Bakı at his request.\r\n\r\n"
      "“Trade grew by more than 60 per cent,” he said, “and will grow.”\r\n"
      "They discussed the railway, and the two sides will build it if funds allow.";
  d.info.source = "texts/reception.txt";
  d.info.url = "https://example.org/news/1";
  d.info.published = "2020-03-02T10:00";
  d.info.language = "en";
  d.info.publisher = "The Presidency";
  d.info.country = "AZE";
  d.info.dateline = "Bakı";
  d.info.kind = DocumentKind::readout;
  d.info.terms = {"on_record", "corrected"};
  d.notes = {"written for a test"};
  add_people(d);
  add_words(d);
  add_event(d);
  add_rest(d);
  identify(d);
  return d;
}

Document call(int number) {
  Document d;
  d.title = fmt::format("Call number {}", number);
  d.text = fmt::format(
      "President Ada North spoke by phone with Prime Minister Omar South. They discussed item{} of the list.", number);
  d.info.id = fmt::format("call-{}", number);
  d.info.source = "calls.jsonl";
  d.info.url = fmt::format("https://example.org/calls/{}", number);
  d.info.published = iso(*make_day(2021, 1, 1) + std::chrono::days{number % 700});
  d.info.publisher = number % 2 == 0 ? "North House" : "South Office";
  d.info.country = number % 2 == 0 ? "NOR" : "SUR";
  d.info.kind = DocumentKind::readout;
  for (const auto& [name, country, office] :
       {std::tuple{"Ada North", "NOR", "President"}, {"Omar South", "SUR", "Prime Minister"}}) {
    Entity e;
    e.name = name;
    e.names = {name};
    e.country = country;
    e.offices = {{office, country, ""}};
    d.entities.push_back(e);
    Mention m;
    m.span = span_of(d, name);
    m.entity = static_cast<Index>(d.entities.size() - 1);
    d.mentions.push_back(m);
  }
  Statement s;
  s.span = span_of(d, fmt::format("discussed item{} of the list", number));
  s.speakers = {0};
  d.statements = {s};
  Event e;
  e.type = EventType::phone_call;
  e.main = true;
  e.time = {d.info.published, parse_day(d.info.published), parse_day(d.info.published), TimeBasis::published, {}};
  e.participants = {{0, Role::party, "", {}}, {1, Role::party, "", {}}};
  e.evidence = {span_of(d, "spoke by phone")};
  d.events = {e};
  identify(d);
  return d;
}

void add_calls(record::Record& record, int count) {
  record::Adder adder(
      record, begin(record), [](const record::Added&) {},
      [](const std::string& item, const std::string& reason) { ADD_FAILURE() << item << ": " << reason; });
  for (int i = 0; i < count; ++i) {
    Document document = call(i);
    const std::string bytes = document.text;
    adder.add(std::move(document), {bytes, "application/json"});
  }
  adder.flush();
}

record::Original original_of(const Document& document) { return {document.text, "text/plain"}; }

record::Record create(const fs::path& path) {
  record::OpenOptions options;
  options.mode = record::Mode::create;
  return record::Record::open(path, options);
}

record::RunId begin(record::Record& record, const std::string& made_by) {
  return record.begin_run({made_by, "add", "{}"});
}

}  // namespace chancery::sample
