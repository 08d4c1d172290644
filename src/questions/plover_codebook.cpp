#include <array>

#include "questions/plover.hpp"

namespace chancery::questions {
namespace {

struct Meaning {
  std::string_view name, means;
};

constexpr std::string_view kOpening =
    "# Codebook of the PLOVER export\n\n"
    "`chancery export --format plover` writes what the record holds as coded events, one line of CSV a direction. The "
    "codes are\nthose of PLOVER (the Political Language Ontology for Verifiable Event Records), explained here in our "
    "own words;\n`chancery export --codebook` prints this page. A row is what its document says: it is no proof that it "
    "was so.\n\n"
    "## Rows\n\n"
    "- An event is a row of `chancery export encounters` that has a code: one encounter, or one other thing done, as "
    "the account\n  that leads tells it. `event` keeps its rows together: count distinct events, not rows.\n"
    "- An actor is a country with everyone named who acts for it, or a person or body for whom no country is known.\n  More "
    "than five such in one event are one actor together.\n"
    "- An act that goes one way is one row from `source` to `target`: who comes to whom, who urges whom. Who receives a "
    "guest or\n  a message is the target.\n"
    "- What partners do with each other has a row in each direction, and `symmetrical` is true in both. For measures "
    "without\n  direction take one of the two, say where `source_country < target_country`.\n"
    "- With more than two actors there is a row for each pair.\n"
    "- Within one country there is one row with that country on both sides; where all are partners, both sides hold the "
    "same\n  names and `symmetrical` is true.\n"
    "- An act without anyone it is done to has an empty `target`.\n"
    "- `status` tells what took place from what was planned, proposed, postponed, called off or denied. A plan is coded "
    "as the\n  words that it is (AGREE), not as the deed.\n\n";

constexpr auto kColumns = std::to_array<Meaning>({
    {"date", "first day of the event, ISO 8601; where only the publication is known, the publication day, which is then the last possible one"},
    {"source", "who does it: names as the document has them, with `; ` between several"},
    {"target", "to or with whom it is done, written in the same way; may be empty"},
    {"root", "the kind of act, see below"},
    {"mode", "how it was done, where the text says; else empty"},
    {"context", "in which field: diplomatic, military, economic, ...; else empty"},
    {"evidence", "the words of the document that say so"},
    {"address", "where the document was published"},
    {"source_country, target_country", "the country for which the actor acts, ISO 3166-1 alpha-3; empty where not known, and for bodies of several countries"},
    {"symmetrical", "`true` where the same event also has the row in the other direction"},
    {"status", "happened, planned, proposed, postponed, cancelled or denied"},
    {"date_to", "last day, inclusive; the same as `date` for a single day"},
    {"date_basis", "how the day is known: `stated` in the words; `relative`, worked out from words such as \"today\"; `published`, not given, no later than this; empty, not known"},
    {"type", "what kind of event the record has it for: meeting, phone_call, visit, letter, ..."},
    {"place, place_country", "where, as written, and the country of that place"},
    {"place_basis", "`stated` in the text, or `assumed`"},
    {"event", "id of the event; `chancery show ID` leads to it"},
    {"document, title, published, publisher, publisher_country", "the document that says so; `chancery show ID` leads to it"},
});

constexpr auto kRoots = std::to_array<Meaning>({
    {"AGREE", "undertakes something that is still to come: to meet, to help, to work together, to give way"},
    {"CONSULT", "meets, visits, receives, calls or negotiates with; mode `visit`, `phone` or `third-party` (on the ground of neither)"},
    {"SUPPORT", "stands up for in words or by a formal act: praises, defends, recognises, apologises, signs an agreement with"},
    {"CONCEDE", "gives way within the country: grants a right, eases a ban, changes a policy or who holds office"},
    {"COOPERATE", "does something together: shares intelligence, trades, exercises or investigates jointly"},
    {"AID", "gives: money, arms, relief, protection, shelter"},
    {"RETREAT", "gives way towards others or in arms: withdraws, releases, returns, lifts sanctions, ceases fire, lets observers in"},
    {"REQUEST", "asks, urges, demands or appeals; mode says what for: `assist`, `change`, `yield`, `meet`"},
    {"ACCUSE", "blames, condemns, alleges or disapproves; complains formally"},
    {"REJECT", "refuses what was asked, proposed or planned: to meet, to yield, to help, to change"},
    {"THREATEN", "announces harm or the end of something unless or because: force, sanctions, breaking off"},
    {"PROTEST", "shows dissent as a crowd or a body of people: demonstrates, strikes, blocks, riots"},
    {"SANCTION", "takes away what there was: expels, recalls, breaks off relations or talks, stops aid or trade"},
    {"MOBILIZE", "makes forces ready or moves them: troops, police, weapons; tests and parades of strength"},
    {"COERCE", "uses power over people or things without killing: arrests, seizes, bans, deports, censors"},
    {"ASSAULT", "uses violence against people: attacks, bombs, kills, tortures, abducts"},
});

void add_table(std::string& out, std::string_view heading, std::string_view name, const auto& rows, bool code) {
  out += "## " + std::string(heading) + "\n\n| " + std::string(name) + " | means |\n|---|---|\n";
  for (const Meaning& row : rows) {
    const std::string mark = code ? "`" : "";
    out += "| " + mark + std::string(row.name) + mark + " | " + std::string(row.means) + " |\n";
  }
  out += "\n";
}

}  // namespace

std::string plover_codebook() {
  std::string out(kOpening);
  add_table(out, "Columns", "column", kColumns, false);
  add_table(out, "Roots", "root", kRoots, true);
  out +=
      "The first four are cooperation in words, the next three in deeds; REQUEST, ACCUSE, REJECT and THREATEN are conflict "
      "in\nwords, the last five in deeds. CSV is RFC 4180 in UTF-8; a cell that a spreadsheet would take "
      "for a formula begins\nwith an apostrophe.\n";
  return out;
}

}  // namespace chancery::questions
