#include <chancery/chancery.hpp>

#include "app/engine.hpp"
#include "base/utf8.hpp"
#include "writers/json.hpp"

namespace chancery::api {
namespace {

std::string valid(const std::string& text) { return utf8::is_valid(text) ? text : utf8::repaired(text); }

Document document_of(const Release& release) {
  Document document;
  document.text = valid(release.text);
  document.title = valid(release.title);
  document.info.id = valid(release.id);
  document.info.published = valid(release.published);
  document.info.url = valid(release.url);
  document.info.publisher = valid(release.publisher);
  document.info.country = valid(release.country);
  document.info.language = valid(release.language);
  document.info.dateline = valid(release.dateline);
  return document;
}

Person person_of(const Document& document, Index index) {
  if (index >= document.entities.size()) return {};
  const Entity& entity = document.entities[index];
  return {entity.name, entity.offices.empty() ? std::string() : entity.offices.front().title, entity.country, {}};
}

template <typename E>
std::string written(const std::optional<E>& code) {
  return code ? std::string(name_of(*code)) : std::string();
}

Encounter encounter_of(const Document& document, const Event& event) {
  Encounter out;
  out.type = name_of(event.type);
  out.status = name_of(event.status);
  out.main = event.main;
  out.day = event.time.basis == TimeBasis::published ? std::string() : event.time.value;
  out.day_basis = written(event.time.basis);
  out.place = event.place.name;
  out.place_country = event.place.country;
  out.place_basis = written(event.place.basis);
  for (const Participant& participant : event.participants) {
    out.participants.push_back(person_of(document, participant.entity));
    out.participants.back().role = name_of(participant.role);
  }
  return out;
}

Statement statement_of(const Document& document, const chancery::Statement& statement) {
  Statement out;
  const utf8::CodePoints offsets(document.part(statement.span.part));
  out.mode = name_of(statement.mode);
  for (const Index speaker : statement.speakers) out.speakers.push_back(person_of(document, speaker));
  out.content = document.of(statement.span);
  out.begin = offsets.at(statement.span.begin);
  out.end = offsets.at(statement.span.end);
  out.in_title = statement.span.part == Part::title;
  return out;
}

app::EngineOptions options_for(const std::string& data_folder) {
  app::EngineOptions options;
  if (!data_folder.empty()) options.data = data_folder;
  return options;
}

}  // namespace

struct Engine::Parts {
  explicit Parts(const std::string& data_folder) : engine(options_for(data_folder)) {}

  Document analysed(const Release& release) const {
    Document document = document_of(release);
    engine.analyse(document);
    return document;
  }

  app::Engine engine;
};

Engine::Engine(const std::string& data_folder) : parts_(std::make_unique<Parts>(data_folder)) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

std::string Engine::analyse(const Release& release) const { return writers::to_json(parts_->analysed(release)); }

Account Engine::account(const Release& release) const {
  const Document document = parts_->analysed(release);
  Account account;
  for (const Event& event : document.events) account.encounters.push_back(encounter_of(document, event));
  for (const auto& statement : document.statements) account.statements.push_back(statement_of(document, statement));
  return account;
}

std::string Engine::made_by() const { return parts_->engine.made_by(); }

}  // namespace chancery::api
