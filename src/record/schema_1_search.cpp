#include "record/schema_1.hpp"

namespace chancery::record {

// The tokenizer is one that SQLite itself has, so that sqlite3, Datasette and DuckDB can search the record too; a
// stemmer of our own would be known to our connections only. Porter's rules touch nothing but ASCII words.
const std::string_view kSchema1Search = R"sql(
CREATE VIEW document_texts AS  -- what document_search indexes: the current versions
  SELECT d.id AS id, v.title AS title, v.text AS text
  FROM documents d JOIN versions v ON v.id = d.version;

CREATE VIRTUAL TABLE document_search USING fts5(
  title, text, content = 'document_texts', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3');

CREATE VIEW statement_texts AS  -- what statement_search indexes: statements of the current versions
  SELECT s.id AS id, s.content AS content, s.speaker AS speaker
  FROM statements s JOIN documents d ON d.version = s.version WHERE s.standing <> 'rejected';

CREATE VIRTUAL TABLE statement_search USING fts5(
  content, speaker, content = 'statement_texts', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3');
)sql";

const std::string_view kSchema1Views = R"sql(
CREATE VIEW who_met_whom AS  -- one line an encounter, as its leading account tells it; newest: ORDER BY from_day DESC
  SELECT n.key AS encounter, a.from_day, a.to_day, a.time_basis, a.type, a.subtype, a.status, a.main,
         a.place, a.place_country, a.place_basis, a.channel,
         (SELECT group_concat(line, '; ') FROM (
            SELECT e.name || coalesce(' (' || e.country || ')', '') || ', ' || p.role AS line
            FROM participants p JOIN entities e ON e.id = p.entity WHERE p.account = a.id ORDER BY p.position)) AS participants,
         (SELECT count(*) FROM accounts o JOIN documents od ON od.version = o.version WHERE o.encounter = n.id) AS accounts,
         d.key AS document, d.title, d.publisher, d.day AS published_day, d.url, a.quote
  FROM encounters n JOIN accounts a ON a.id = n.leading JOIN documents d ON d.version = a.version
  WHERE a.standing <> 'rejected';

CREATE VIEW who_said_what AS  -- statements of current versions with their speakers: each is its document's account
  SELECT s.key AS statement, s.speaker,
         (SELECT group_concat(DISTINCT e.country) FROM statement_speakers x JOIN entities e ON e.id = x.entity WHERE x.statement = s.id) AS speaker_country,
         s.mode, s.content, s.negated, r.name AS reported_by, t.name AS addressee,
         d.key AS document, d.title, d.publisher, d.day, d.url, s.part, s.begin, s.end
  FROM statements s JOIN documents d ON d.version = s.version
  LEFT JOIN entities r ON r.id = s.reported_by LEFT JOIN entities t ON t.id = s.addressee
  WHERE s.standing <> 'rejected';

CREATE VIEW pairs_of_countries AS  -- encounters between two countries; a < b
  SELECT DISTINCT x.country AS a, y.country AS b, n.key AS encounter, c.from_day, c.type, c.status, c.main, d.key AS document
  FROM encounters n JOIN accounts c ON c.id = n.leading JOIN documents d ON d.version = c.version
  JOIN participants p ON p.account = c.id JOIN entities x ON x.id = p.entity
  JOIN participants q ON q.account = c.id JOIN entities y ON y.id = q.entity
  WHERE x.country < y.country AND c.standing <> 'rejected';

CREATE VIEW figures_given AS  -- figures of current versions with who gave them
  SELECT f.key AS figure, f.value, f.value_to, f.unit, f.comparison, f.direction, f.indicator, f.from_day, f.to_day, f.about,
         e.name AS speaker, f.quote, d.key AS document, d.title, d.publisher, d.day
  FROM figures f JOIN documents d ON d.version = f.version LEFT JOIN entities e ON e.id = f.speaker
  WHERE f.standing <> 'rejected';

CREATE VIEW commitments_made AS  -- commitments of current versions; class tells a promise from a ritual
  SELECT c.key AS commitment, b.name AS by_whom, t.name AS to_whom, c.quote, c.strength, c.class, c.due_from, c.due_to,
         d.key AS document, d.title, d.publisher, d.day
  FROM commitments c JOIN documents d ON d.version = c.version
  LEFT JOIN entities b ON b.id = c.by_entity LEFT JOIN entities t ON t.id = c.to_entity
  WHERE c.standing <> 'rejected';

CREATE VIEW greetings_carried AS  -- courtesies of current versions
  SELECT c.key AS courtesy, c.kind, f.name AS from_whom, t.name AS to_whom, v.name AS via, c.quote,
         d.key AS document, d.title, d.publisher, d.day
  FROM courtesies c JOIN documents d ON d.version = c.version
  LEFT JOIN entities f ON f.id = c.from_entity LEFT JOIN entities t ON t.id = c.to_entity LEFT JOIN entities v ON v.id = c.via_entity
  WHERE c.standing <> 'rejected';

CREATE VIEW accounts_that_differ AS  -- encounters whose accounts give different days or places
  SELECT n.key AS encounter, count(*) AS accounts, group_concat(DISTINCT a.from_day) AS days, group_concat(DISTINCT a.place) AS places
  FROM encounters n JOIN accounts a ON a.encounter = n.id JOIN documents d ON d.version = a.version
  GROUP BY n.id HAVING count(DISTINCT a.from_day) > 1 OR count(DISTINCT a.place) > 1;

CREATE VIEW made_by AS  -- which run made the facts of each version
  SELECT d.key AS document, v.number AS version, d.version = v.id AS current, r.made_by, r.command, r.started, v.added
  FROM versions v JOIN documents d ON d.id = v.document JOIN runs r ON r.id = v.run;

CREATE VIEW what_failed AS  -- what could not be read so far, latest first
  SELECT item, reason, attempts, first, last FROM failures ORDER BY last DESC;
)sql";

}  // namespace chancery::record
