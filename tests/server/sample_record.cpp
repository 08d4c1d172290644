#include "sample_record.hpp"

#include <unistd.h>

#include <string>

#include "document/identify.hpp"
#include "record/record.hpp"

namespace chancery::server::testing {
namespace {

namespace fs = std::filesystem;

Span find(const Document& document, std::string_view words) {
  const auto begin = static_cast<uint32_t>(document.text.find(words));
  return {begin, begin + static_cast<uint32_t>(words.size()), Part::text};
}

Index add_person(Document& document, const std::string& name, const std::string& country, const std::string& office) {
  Entity entity;
  entity.type = MentionType::person;
  entity.name = name;
  entity.names = {name};
  entity.country = country;
  if (!office.empty()) entity.offices.push_back({office, country, ""});
  document.entities.push_back(entity);
  const auto index = static_cast<Index>(document.entities.size() - 1);
  Mention mention;
  mention.span = find(document, name);
  mention.entity = index;
  document.mentions.push_back(mention);
  return index;
}

void add_event(Document& document, EventType type, Status status, const char* day, std::string_view words, Index host, Index guest) {
  Event event;
  event.type = type;
  event.main = true;
  event.status = status;
  event.time = {day, parse_day(day), parse_day(day), TimeBasis::stated, {}};
  event.place = {"Baku", "AZE", PlaceBasis::assumed, {}};
  event.participants = {{host, Role::host, "", {}}, {guest, Role::guest, "", {}}};
  event.evidence = {find(document, words)};
  document.events.push_back(event);
}

void add_statement(Document& document, std::string_view words, Index speaker, Index addressee) {
  Statement statement;
  statement.span = find(document, words);
  statement.mode = StatementMode::direct;
  statement.speakers = {speaker};
  statement.addressee = addressee;
  document.statements.push_back(statement);
}

Document reception() {
  Document document;
  document.info.id = "d-1";
  document.info.published = "2017-11-19T19:23";
  document.info.language = "en";
  document.info.publisher = "Ministry A";
  document.info.country = "AZE";
  document.info.kind = DocumentKind::readout;
  document.title = "The minister was received in Baku";
  document.text = "Rəna Əliyeva received Pavel Orlov in Baku.\n\nPavel Orlov said: \"The gas pipeline will be open by spring.\"\n";
  const Index host = add_person(document, "Rəna Əliyeva", "AZE", "President");
  const Index guest = add_person(document, "Pavel Orlov", "RUS", "Minister of Foreign Affairs");
  add_event(document, EventType::reception, Status::happened, "2017-11-19", "Rəna Əliyeva received Pavel Orlov in Baku.", host, guest);
  add_statement(document, "The gas pipeline will be open by spring.", guest, host);
  Commitment commitment;
  commitment.span = find(document, "will be open by spring");
  commitment.by = guest;
  commitment.due = {"2018-SP", parse_day("2018-03-01"), parse_day("2018-05-31"), TimeBasis::relative, {}};
  document.commitments.push_back(commitment);
  Figure figure;
  figure.span = find(document, "gas pipeline");
  figure.value = 3.5;
  figure.indicator = "gas trade";
  figure.about = {"AZE", "RUS"};
  figure.speaker = guest;
  document.figures.push_back(figure);
  return document;
}

Document call() {
  Document document;
  document.info.id = "a/b";
  document.info.published = "2018-02-03";
  document.info.language = "en";
  document.info.publisher = "Ministry B";
  document.info.country = "RUS";
  document.info.kind = DocumentKind::announcement;
  document.title = "=1+1 <b>A call is planned</b>";
  document.text = "Pavel Orlov will speak with Jane Roe by telephone about gas.\n";
  const Index host = add_person(document, "Pavel Orlov", "RUS", "");
  const Index guest = add_person(document, "Jane Roe", "USA", "Secretary of State");
  add_event(document, EventType::phone_call, Status::planned, "2018-02-05", "Pavel Orlov will speak with Jane Roe by telephone", host, guest);
  return document;
}

}  // namespace

SampleRecord::SampleRecord()
    : folder_(fs::temp_directory_path() / ("chancery_server_test_" + std::to_string(::getpid()))), path_(folder_ / "sample.db") {
  fs::remove_all(folder_);
  fs::create_directories(folder_);
  record::Record record = record::Record::open(path_, {record::Mode::create, std::chrono::seconds(10), {}});
  const record::RunId run = record.begin_run({"chancery test", "add", ""});
  for (Document document : {reception(), call()}) {
    identify(document);
    record.add(document, {kOriginalPage, "text/html"}, run);
  }
  record.failed("broken.html", "it is empty", run);
  record.end_run(run);
}

SampleRecord::~SampleRecord() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

}  // namespace chancery::server::testing
