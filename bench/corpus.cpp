#include "corpus.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "app/read.hpp"
#include "base/hash.hpp"
#include "readers/reader.hpp"
#include "writers/json.hpp"

namespace chancery::bench {
namespace {

/// Order matters: the same lines in another order give another digest.
class Digest {
 public:
  void take(std::string_view line) { hash_ = hash64(line, hash_); }
  std::string text() const { return base32(hash_); }

 private:
  uint64_t hash_ = 0;
};

}  // namespace

std::vector<std::string> corpus_files(const std::string& path) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  if (fs::is_regular_file(path)) return {path};
  if (!fs::is_directory(path)) throw std::runtime_error(path + ": no such file or folder; give a JSON Lines file, or a folder with some");
  for (const auto& entry : fs::directory_iterator(path)) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path().string());
  }
  if (files.empty()) throw std::runtime_error(path + ": no JSON Lines file (.jsonl) is in this folder");
  std::sort(files.begin(), files.end());
  return files;
}

Loaded load(const std::vector<std::string>& files) {
  Loaded out;
  const Stopwatch watch;
  for (const auto& file : files) {
    readers::read_path(
        file, {},
        [&](Document&& document, const readers::Original&) {
          out.text_bytes += document.text.size();
          out.documents.push_back(std::move(document));
        },
        [](readers::Failure&& failure) { throw std::runtime_error(failure.message); });
  }
  out.reading = watch.elapsed();
  return out;
}

OneThread analyse_one_by_one(const app::Engine& engine, std::vector<Document> documents) {
  OneThread out;
  Digest digest;
  const Seconds before = processor_time();
  for (Document& document : documents) {
    const Stopwatch analysing;
    engine.analyse(document, &out.stages);
    out.analysing += analysing.elapsed();
    const Stopwatch writing;
    const std::string line = writers::to_json(document);
    out.writing += writing.elapsed();
    digest.take(line);
    out.json_bytes += line.size();
    out.words += document.tokens.size();
    out.without_words += document.tokens.empty();
    out.with_main_event += std::any_of(document.events.begin(), document.events.end(), [](const Event& e) { return e.main; });
    document = Document();  // give the memory back
  }
  out.processor = processor_time() - before;
  out.digest = digest.text();
  return out;
}

Streamed stream(const app::Engine& engine, const std::vector<std::string>& files, unsigned threads) {
  Streamed out;
  Digest digest;
  app::ReadOptions options;
  options.threads = threads;
  const Stopwatch watch;
  const auto count = app::read(engine, files, options, [](const Document& document) { return writers::to_json(document); },
                               [&](app::ReadResult&& result) { digest.take(result.written); });
  out.wall = watch.elapsed();
  out.documents = count.documents;
  out.failed = count.failed_documents + count.failed_sources;
  out.digest = digest.text();
  return out;
}

}  // namespace chancery::bench
