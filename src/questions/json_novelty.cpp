#include "questions/json_novelty.hpp"

#include "questions/json_parts.hpp"

namespace chancery::questions {
namespace {

Json seen_in(const std::string& id, const std::string& day) { return {{"id", id}, {"day", day}}; }

Json reference(const Reference& one) {
  return {{"basis", name_of(one.basis)}, {"of", one.of}, {"kind", or_null(one.kind)}, {"since", or_null(one.since)}};
}

}  // namespace

Json to_json(const Formula& formula) {
  Json out = range(formula.span);
  out["novelty"] = "usual";
  out["basis"] = name_of(formula.basis);
  out["count"] = formula.count;
  out["of"] = formula.of;
  out["kind"] = or_null(formula.kind);
  out["first"] = seen_in(formula.first_id, formula.first);
  out["last"] = seen_in(formula.last_id, formula.last);
  return out;
}

Json to_json(const Dropped& dropped) {
  return {{"novelty", "dropped"}, {"words", dropped.words}, {"count", dropped.count}, {"of", dropped.of}, {"first", seen_in(dropped.first_id, dropped.first)},
          {"last", {{"id", dropped.document}, {"day", dropped.day}, {"begin", dropped.span.begin}, {"end", dropped.span.end}}}};
}

Json to_json(const Novelty& novelty) {
  Json out = {{"publisher", or_null(novelty.publisher)}, {"kind", or_null(novelty.kind)}, {"pair", nullptr}, {"references", Json::array()}, {"marks", Json::array()}};
  if (novelty.pair) out["pair"] = Json::array({novelty.pair->first, novelty.pair->second});
  for (const Reference& one : novelty.references) out["references"].push_back(reference(one));
  auto usual = novelty.usual.begin();
  const auto put_usual_before = [&](uint32_t place) {
    for (; usual != novelty.usual.end() && usual->span.begin < place; ++usual) out["marks"].push_back(to_json(*usual));
  };
  for (const NewWords& fresh : novelty.fresh) {
    put_usual_before(fresh.span.begin);
    Json mark = range(fresh.span);
    mark["novelty"] = "new";
    out["marks"].push_back(std::move(mark));
  }
  put_usual_before(std::numeric_limits<uint32_t>::max());
  out["dropped"] = list(novelty.dropped);
  out["notes"] = novelty.notes;
  return out;
}

}  // namespace chancery::questions
