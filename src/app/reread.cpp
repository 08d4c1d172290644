#include "app/reread.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/bare.hpp"
#include "app/encounters.hpp"
#include "app/ordered_work.hpp"
#include "app/people.hpp"
#include "base/error.hpp"

namespace chancery::app {
namespace {

struct Item {
  std::string id;
  Document document;
  std::string failure;
};

std::vector<std::string> wanted(const record::Record& record, const std::string& today, const RereadOptions& options) {
  if (!options.made_by) return record.documents();
  auto ids = record.documents(options.made_by);
  if (ids.empty()) {
    std::vector<std::string> names;
    for (const auto& count : record.status().made_by) names.push_back(count.value);
    throw Error(ErrorKind::input, fmt::format("no facts in the record were made by \"{}\"; they were made by: {}", *options.made_by,
                                              names.empty() ? "nobody, it is empty (this program is " + today + ")" : fmt::format("{}", fmt::join(names, "; "))));
  }
  return ids;
}

/// The text as kept, without its facts.
Item loaded(const record::Record& record, const std::string& id) {
  try {
    return {id, bare(record.load(id).document), {}};
  } catch (const Error& error) {
    return {id, {}, error.what()};
  }
}

}  // namespace

RereadCount reread(const Engine& engine, record::Record& record, const RereadOptions& options, const RereadEvents& events,
                   std::stop_token stop) {
  const std::string today = engine.made_by();
  auto ids = wanted(record, today, options);
  RereadCount count;
  if (!options.all && !options.made_by) {
    auto current = record.documents(today);
    std::sort(current.begin(), current.end());
    count.current = std::erase_if(ids, [&](const auto& id) { return std::binary_search(current.begin(), current.end(), id); });
  }
  if (ids.empty()) return count;
  const auto source = record::Record::open(record.path(), {});
  const record::RunId run = record.begin_run({.made_by = today, .command = "reread", .settings = ""});
  PeopleLinker people(record, engine.knowledge());
  const auto keep = [&](Item&& item) {
    try {
      if (item.failure.empty()) people.link(item.document);
      if (item.failure.empty()) record.replace_facts(item.id, item.document, run);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::input) throw;
      item.failure = error.what();
    }
    item.failure.empty() ? ++count.documents : ++count.failed;
    if (!item.failure.empty() && events.on_failed) events.on_failed(item.id, item.failure);
    if (events.on_progress) events.on_progress(count.documents + count.failed, ids.size());
  };
  OrderedWork<Item, Item> work(
      Bounds{.threads = options.threads},
      [&](Item&& item) {
        if (item.failure.empty()) engine.analyse(item.document);
        return std::move(item);
      },
      keep);
  for (const auto& id : ids) {
    if (stop.stop_requested()) {
      count.interrupted = true;
      break;
    }
    Item item = loaded(source, id);
    const size_t weight = item.document.text.size();
    work.put(std::move(item), weight);
  }
  work.finish();
  if (count.documents > 0) people.link_open(record);
  match_encounters(record);
  record.end_run(run);
  return count;
}

}  // namespace chancery::app
