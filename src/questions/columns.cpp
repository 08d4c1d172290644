#include "questions/columns.hpp"

#include <vector>

namespace chancery::questions {
namespace {

using Columns = std::vector<Column>;

constexpr bool kRequired = true;
constexpr auto kParts = std::to_array<std::string_view>({"title", "text"});
constexpr auto kFactTimes = std::span(Names<TimeBasis>::all);

template <typename E>
std::span<const std::string_view> codes() {
  return Names<E>::all;
}

Columns operator+(Columns columns, const Columns& more) {
  columns.insert(columns.end(), more.begin(), more.end());
  return columns;
}

/// What every fact says of its document.
const Columns kOfDocument = {
    {"document", "string", "Id of the document whose account this is.", kRequired},
    {"title", "string", "Its title."},
    {"day", "date", "The day it was published."},
    {"publisher", "string", "Who published it."},
    {"publisher_country", "string", "The publisher's country, ISO 3166-1 alpha-3."},
    {"url", "string", "Its address."},
};

const Columns kPlace = {
    {"in", "string", "The part of the document that the words stand in.", kRequired, kParts},
    {"begin", "integer", "Their first character: Unicode code points, counted from 0.", kRequired},
    {"end", "integer", "The character after their last one.", kRequired},
};

const Column kId{"id", "string", "Id of the fact: the same for the same words in the same text.", kRequired};

const Columns kDocuments = {
    {"id", "string", "Id of the document in the record.", kRequired},
    {"title", "string", "Title as published."},
    {"published", "string", "Day or time of publication as given."},
    {"day", "date", "The day of it."},
    {"publisher", "string", "Who published it."},
    {"country", "string", "The publisher's country, ISO 3166-1 alpha-3."},
    {"language", "string", "BCP 47."},
    {"kind", "string", "What kind of text it is.", kRequired, codes<DocumentKind>()},
    {"url", "string", "Its address."},
    {"source", "string", "Where it was last read from."},
    {"added", "datetime", "When it came into the record, UTC.", kRequired},
    {"versions", "integer", "How many wordings of it the record has.", kRequired},
};

const Columns kStatements =
    Columns{kId,
            {"mode", "string", "How it is given: a turn of a transcript, direct, indirect or mixed speech.", kRequired, codes<StatementMode>()},
            {"speaker", "string", "Who is said to have said it; several are parted by \"; \"."},
            {"speaker_country", "string", "The country each acts for, in the same order, ISO 3166-1 alpha-3."},
            {"speaker_office", "string", "The office of each as written, in the same order."},
            {"reported_by", "string", "Who says that they said so, where the text names someone."},
            {"addressee", "string", "To whom it was said."},
            {"content", "string", "The words.", kRequired}} +
    kPlace + Columns{{"negated", "boolean", "Whether the text says that this was not said.", kRequired}} + kOfDocument +
    Columns{{"cue", "string", "The word that gives it, as it stands in the text."}, {"topics", "string", "What it is about; several are parted by \"; \"."}};

const Columns kEncounters = {
    {"id", "string", "Id of the encounter.", kRequired},
    {"type", "string", "What it is.", kRequired, codes<EventType>()},
    {"subtype", "string", "A finer kind."},
    {"status", "string", "Whether it took place.", kRequired, codes<Status>()},
    {"main", "boolean", "Whether the release is about it, and does not merely refer to it.", kRequired},
    {"value", "string", "When, in TIMEX3."},
    {"from", "date", "First day it may have been on."},
    {"to", "date", "Last day it may have been on."},
    {"time_basis", "string", "How the day is known; published: only that it was not later.", false, kFactTimes},
    {"place", "string", "Where."},
    {"place_country", "string", "The country of the place, ISO 3166-1 alpha-3; none where it is disputed and the text gives none."},
    {"place_basis", "string", "How the place is known.", false, codes<PlaceBasis>()},
    {"channel", "string", "In person, by telephone, by video, by letter ..."},
    {"format", "string", "One to one, extended, in the margins ..."},
    {"participants", "string", "Who took part, parted by \"; \"."},
    {"participant_countries", "string", "The country each acts for, in the same order."},
    {"roles", "string", "The role of each, in the same order."},
    {"accounts", "integer", "How many documents tell of it.", kRequired},
    {"quote", "string", "Words of the leading account that tell of it."},
    {"document", "string", "Id of the document with the leading account.", kRequired},
    {"title", "string", "Its title."},
    {"published", "string", "Day or time of its publication as given."},
    {"publisher", "string", "Who published it."},
    {"publisher_country", "string", "The publisher's country, ISO 3166-1 alpha-3."},
    {"url", "string", "Its address."},
};

const Columns kFigures =
    Columns{kId,
            {"value", "number", "The figure; the lower one of a range.", kRequired},
            {"value_to", "number", "The upper one of a range."},
            {"unit", "string", "percent, an ISO 4217 currency, or what is counted."},
            {"comparison", "string", "How it bounds what is measured.", kRequired, codes<Comparison>()},
            {"direction", "string", "Growth or decline."},
            {"indicator", "string", "What is measured, in the document's words."},
            {"period", "string", "The time it is for, in TIMEX3."},
            {"from", "date", "First day of that."},
            {"to", "date", "Last day of that."},
            {"time_basis", "string", "How that is known.", false, kFactTimes},
            {"about", "string", "Countries it is about, ISO 3166-1 alpha-3, parted by \"; \"."},
            {"speaker", "string", "Who is said to have given it."},
            {"speaker_country", "string", "The country that one acts for."},
            {"hedge", "string", "Words that soften it."},
            {"prefix", "string", "What stands before the words."},
            {"quote", "string", "The words.", kRequired},
            {"suffix", "string", "What stands after them."}} +
    kPlace + kOfDocument;

const Columns kCommitments =
    Columns{kId,
            {"class", "string", "A promise or plan that can be kept, an agenda, or a ritual.", kRequired, codes<CommitmentClass>()},
            {"strength", "string", "How firmly it is put.", kRequired, codes<Strength>()},
            {"by", "string", "Who makes it."},
            {"by_country", "string", "The country that one acts for."},
            {"parties", "string", "Who shares in it, parted by \"; \"."},
            {"party_countries", "string", "Their countries, in the same order."},
            {"to", "string", "To whom it is made."},
            {"to_country", "string", "The country that one acts for."},
            {"due", "string", "By when, in TIMEX3."},
            {"due_from", "date", "First day it may be due."},
            {"due_to", "date", "Last day it may be due."},
            {"due_basis", "string", "How that is known.", false, kFactTimes},
            {"open", "boolean", "Whether no due day is past; what was done about it is not in the record.", kRequired},
            {"condition", "string", "The words of a condition."},
            {"quote", "string", "The words.", kRequired}} +
    kPlace + kOfDocument;

const Columns kCourtesies =
    Columns{kId,
            {"kind", "string", "Greetings, congratulations, condolences ...", kRequired, codes<CourtesyKind>()},
            {"from", "string", "Who pays it."},
            {"from_country", "string", "The country that one acts for."},
            {"to", "string", "To whom."},
            {"to_country", "string", "The country that one acts for."},
            {"via", "string", "Through whom."},
            {"via_country", "string", "The country that one acts for."},
            {"quote", "string", "Words that tell of it."}} +
    kOfDocument;

const Columns kPoints =
    Columns{kId,
            {"act", "string", "What was done: discussed, raised, urged, agreed ...", kRequired, codes<PointAct>()},
            {"holders", "string", "Who is said to have done it, parted by \"; \"."},
            {"holder_countries", "string", "Their countries, in the same order."},
            {"topic", "string", "What it is about, in the document's words."},
            {"topic_label", "string", "What that is filed under."},
            {"condition", "string", "The words of a condition."},
            {"negated", "boolean", "Whether the text says that it was not done.", kRequired},
            {"prominence", "number", "How prominent the text makes it, 0 to 1."},
            {"quote", "string", "The words.", kRequired}} +
    kPlace + kOfDocument;

}  // namespace

std::span<const Column> columns_of(Rows rows) {
  switch (rows) {
    case Rows::documents: return kDocuments;
    case Rows::encounters: return kEncounters;
    case Rows::statements: return kStatements;
    case Rows::figures: return kFigures;
    case Rows::commitments: return kCommitments;
    case Rows::courtesies: return kCourtesies;
    case Rows::points: break;
  }
  return kPoints;
}

std::string csv_head(Rows rows) {
  std::string head;
  for (const Column& column : columns_of(rows)) head.append(head.empty() ? "" : ",").append(column.name);
  return head + "\r\n";
}

}  // namespace chancery::questions
