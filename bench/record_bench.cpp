#include "record_bench.hpp"

#include "app/add.hpp"
#include "questions/search.hpp"

namespace chancery::bench {
namespace {

app::AddCount added(const app::Engine& engine, record::Record& record, const std::vector<std::string>& files, unsigned threads) {
  app::AddOptions options;
  options.threads = threads;
  return app::add(engine, record, app::find_sources(files), options, {});
}

std::vector<questions::SearchQuery> queries_of(const std::vector<std::string>& words) {
  std::vector<questions::SearchQuery> queries;
  for (size_t i = 0; i < words.size(); ++i) {
    questions::SearchQuery query;
    query.words = words[i];
    if (i % 7 == 0) query.filters.from = make_day(2000, 1, 1);
    query.statements = i % 11 == 0;
    queries.push_back(std::move(query));
  }
  return queries;
}

}  // namespace

Adding add_to_record(const app::Engine& engine, const std::vector<std::string>& files, const std::filesystem::path& path, unsigned threads) {
  Adding out;
  record::OpenOptions options;
  options.mode = record::Mode::create;
  auto record = record::Record::open(path, options);
  const Stopwatch first;
  out.added = added(engine, record, files, threads).added;
  out.wall = first.elapsed();
  const Stopwatch again;
  out.known = added(engine, record, files, threads).known;
  out.again = again.elapsed();
  out.file_bytes = std::filesystem::file_size(path);
  return out;
}

Searching search_record(const std::filesystem::path& path, const std::vector<std::string>& words) {
  Searching out;
  const auto record = record::Record::open(path, {});
  const auto queries = queries_of(words);
  for (const auto& query : queries) questions::search(record, query);  // warm
  for (const auto& query : queries) {
    const Stopwatch watch;
    const auto result = questions::search(record, query);
    out.milliseconds.push_back(watch.elapsed().count() * 1000);
    ++out.queries;
    out.found += result.total > 0;
  }
  return out;
}

}  // namespace chancery::bench
