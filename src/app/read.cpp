#include "app/read.hpp"

#include <exception>

#include "app/ordered_work.hpp"
#include "base/error.hpp"

namespace chancery::app {
namespace {

struct Item {
  std::optional<Document> document;
  std::optional<readers::Failure> failure;
  bool whole_source = false;
};

ReadResult analysed(const Engine& engine, const WriteDocument& write, Item&& item) {
  ReadResult result;
  if (item.document) {
    engine.analyse(*item.document);
    result.written = write(*item.document);
    result.id = item.document->info.id;
  } else {
    result.failure = std::move(item.failure);
    result.whole_source = item.whole_source;
  }
  return result;
}

void count(ReadCount& counts, const ReadResult& result) {
  if (!result.failure) {
    ++counts.documents;
  } else if (result.whole_source) {
    ++counts.failed_sources;
  } else {
    ++counts.failed_documents;
  }
}

/// Thrown through a reader to leave it when the work behind it has failed; never leaves this file.
struct Broken {};

}  // namespace

ReadCount read(const Engine& engine, const std::vector<std::string>& paths, const ReadOptions& options, const WriteDocument& write,
               const OnResult& on_result) {
  ReadCount counts;
  std::exception_ptr broken;
  OrderedWork<Item, ReadResult> work(
      Bounds{.threads = options.threads}, [&](Item&& item) { return analysed(engine, write, std::move(item)); },
      [&](ReadResult&& result) {
        count(counts, result);
        on_result(std::move(result));
      });
  const auto put = [&](Item&& item, size_t weight) {
    try {
      work.put(std::move(item), weight);
    } catch (...) {
      broken = std::current_exception();
      throw Broken{};
    }
  };
  const auto read_one = [&](const std::string& path) {
    try {
      readers::read_path(
          path, options.input,
          [&](Document&& document, const readers::Original&) {
            const size_t weight = document.text.size();
            put(Item{std::move(document), std::nullopt, false}, weight);
          },
          [&](readers::Failure&& failure) {
            const bool whole = failure.id == path;
            put(Item{std::nullopt, std::move(failure), whole}, 0);
          });
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::io && error.kind() != ErrorKind::input) throw;
      put(Item{std::nullopt, readers::Failure{path, error.what()}, true}, 0);
    }
  };
  try {
    for (const std::string& path : paths) read_one(path);
  } catch (const Broken&) {
    std::rethrow_exception(broken);
  }
  work.finish();
  return counts;
}

}  // namespace chancery::app
