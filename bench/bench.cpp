// Measures reading, adding, searching and starting over a collection of releases, checks that what came out is the same
// with one thread and with several, and prints the result as Markdown: docs/performance.md is what it printed last.
//
// usage: chancery-bench [--threads N] [--program FILE] [--pages-of RECORD] [FOLDER-OR-FILE]
// The collection is ../shared/corpora/readouts where none is named; --pages-of measures the pages of a copy of a record alone.
// Exits with 1 where a result is wrong, 2 for wrong usage; a target that is missed is said and does not fail.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <thread>

#include "corpus.hpp"
#include "pages.hpp"
#include "record_bench.hpp"

namespace chancery::bench {
namespace {

namespace fs = std::filesystem;

struct Settings {
  std::string corpus = "../shared/corpora/readouts";
  std::string program;
  std::string pages_of;  ///< measure the pages over this record and nothing else
  unsigned threads = std::max(2u, std::thread::hardware_concurrency());
};

class Report {
 public:
  void line(const std::string& text) { text_ += text + "\n"; }
  void target(Target target) { targets_.push_back(std::move(target)); }
  void check(bool right, const std::string& what) {
    if (!right) wrong_.push_back(what);
    ++checks_;
  }
  bool right() const { return wrong_.empty(); }

  std::string text() const {
    std::string out = text_ + "\n## Asked for\n\n| what | measured | at most | |\n|---|---|---|---|\n";
    for (const auto& t : targets_) out += fmt::format("| {} | {:.1f} {} | {:.0f} {} | {} |\n", t.what, t.value, t.unit, t.limit, t.unit, t.met() ? "met" : "**missed**");
    out += fmt::format("\n## Checked\n\n{} checks of the results, {} wrong.\n", checks_, wrong_.size());
    for (const auto& what : wrong_) out += "- wrong: " + what + "\n";
    return out;
  }

 private:
  std::string text_;
  std::vector<Target> targets_;
  std::vector<std::string> wrong_;
  size_t checks_ = 0;
};

double megabytes(double bytes) { return bytes / 1e6; }

std::string processor() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return "unknown processor";
}

std::string load_now() {
  double loads[1] = {0};
  return getloadavg(loads, 1) == 1 ? fmt::format("{:.1f}", loads[0]) : "unknown";
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", std::gmtime(&now));
  return text;
}

void report_machine(Report& report, const app::Engine& engine, const Settings& settings) {
  report.line("# Performance\n");
  report.line(fmt::format("Printed by `make bench` on {}; do not edit.\n", today()));
  report.line(fmt::format("- Program: {}", engine.made_by()));
  report.line(fmt::format("- Machine: {}, {} cores; its load when it began was {}", processor(), std::thread::hardware_concurrency(), load_now()));
  report.line(fmt::format("- Collection: `{}`", fs::path(settings.corpus).filename().string()));
}

/// Seconds in the stages that find words, tags, trees and names, which are the first ones.
double until_names(const std::vector<std::string_view>& names, const OneThread& one) {
  double sum = 0;
  for (size_t i = 0; i < names.size() && i < one.stages.spent.size(); ++i) {
    sum += Seconds(one.stages.spent[i]).count();
    if (names[i] == "names") break;
  }
  return sum;
}

void report_stages(Report& report, const app::Engine& engine, const Loaded& loaded, const OneThread& one) {
  const double size = megabytes(static_cast<double>(loaded.text_bytes));
  report.line(fmt::format("- {} releases, {:.1f} MB of text, {:.2f} million words\n", loaded.documents.size(), size, static_cast<double>(one.words) / 1e6));
  report.line("## One thread\n\n| part | seconds | share | MB/s | words/s |\n|---|---:|---:|---:|---:|");
  const double all = (loaded.reading + one.analysing + one.writing).count();
  const auto row = [&](std::string_view name, double s) {
    report.line(fmt::format("| {} | {:.2f} | {:.0f} % | {:.1f} | {:.0f} |", name, s, 100 * s / all, size / s, static_cast<double>(one.words) / s));
  };
  row("reading JSON Lines", loaded.reading.count());
  const auto names = engine.stages();
  for (size_t i = 0; i < names.size() && i < one.stages.spent.size(); ++i) row("stage " + std::string(names[i]), Seconds(one.stages.spent[i]).count());
  const double language = until_names(names, one);
  row("*from text to names*", language);
  row("writing JSON", one.writing.count());
  row("**all**", all);
  report.line(fmt::format("\nProcessor time of analysing and writing: {:.1f} s.", one.processor.count()));
  report.target({"reading the collection on one core, all stages", all, 150, "s"});
  report.target({"words, tags, trees and names on one core, a word", 1e6 * language / static_cast<double>(one.words), 40, "µs"});
  report.check(one.without_words == 0, fmt::format("{} releases have no words", one.without_words));
  report.check(one.with_main_event * 10 > loaded.documents.size() * 8, fmt::format("only {} of {} releases have a main event", one.with_main_event, loaded.documents.size()));
  report.check(one.json_bytes > loaded.text_bytes, "less JSON came out than text went in");
}

void report_threads(Report& report, const Loaded& loaded, const Streamed& one, const Streamed& several, unsigned threads) {
  const double size = megabytes(static_cast<double>(loaded.text_bytes));
  report.line("\n## Streaming, from files to JSON\n\n| threads | seconds | MB/s |\n|---:|---:|---:|");
  report.line(fmt::format("| 1 | {:.2f} | {:.1f} |", one.wall.count(), size / one.wall.count()));
  report.line(fmt::format("| {} | {:.2f} | {:.1f} |", threads, several.wall.count(), size / several.wall.count()));
  if (threads == 2) report.target({"reading the collection on two cores, all stages", several.wall.count(), 90, "s"});
  if (threads == 2) report.target({"reading with two threads, of the time with one", 100 * several.wall.count() / one.wall.count(), 100 / 1.8, "%"});
  report.check(one.digest == several.digest, fmt::format("one thread and {} give different output", threads));
  report.check(one.documents == loaded.documents.size() && one.failed == 0, "not every release was streamed");
}

struct Memory {
  double once = 0, twice = 0;  ///< MB
  bool sound = true;
};

/// In children, and before anything is loaded here, for a child begins with what its parent holds.
Memory measure_memory(const app::Engine& engine, const Settings& settings, const std::vector<std::string>& files) {
  Memory memory;
  const auto peak = [&](size_t times) {
    std::vector<std::string> list;
    for (size_t i = 0; i < times; ++i) list.insert(list.end(), files.begin(), files.end());
    const auto use = in_child([&] { return stream(engine, list, settings.threads).failed == 0 ? 0 : 1; });
    memory.sound = memory.sound && use.exit == 0;
    return megabytes(static_cast<double>(use.peak_bytes));
  };
  memory.once = peak(1);
  memory.twice = peak(2);
  return memory;
}

void report_memory(Report& report, const Memory& memory) {
  report.line(fmt::format("\nPeak memory while streaming: {:.0f} MB for the collection, {:.0f} MB for it twice over.", memory.once, memory.twice));
  report.target({"peak memory for the collection", memory.once, 250, "MB"});
  report.target({"memory for twice the releases, of that for once", 100 * memory.twice / memory.once, 115, "%"});
  report.check(memory.sound, "streaming in a child failed");
}

/// The longer words of a sentence in each eighteenth release, one to three of them; and words that very many hold.
std::vector<std::string> search_words(const std::vector<Document>& documents) {
  std::vector<std::string> out = {"president", "gas transit", "security guarantees", "sanctions", "grain", "cooperation", "energy prices", "border", "meeting", "support for ukraine"};
  for (size_t i = 0; i < documents.size(); i += 18) {
    std::istringstream words(documents[i].text.substr(documents[i].text.size() / 3));
    std::string query;
    size_t taken = 0;
    for (std::string word; words >> word && taken < 1 + i / 18 % 3;) {
      if (word.size() < 5 || word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) continue;
      query += (query.empty() ? "" : " ") + word;
      ++taken;
    }
    if (!query.empty()) out.push_back(std::move(query));
  }
  return out;
}

/// A page is asked for some sixty things each, all over the record.
void report_pages(Report& report, const app::Engine& engine, const fs::path& record, const std::vector<std::string>& words) {
  report.line("\n## Pages\n\nWhat each page of the reading room asks, over HTTP, warm, the server on two threads.\n");
  report.line("| page | questions | median | 95th percentile | slowest | sent, each |\n|---|---:|---:|---:|---:|---:|");
  double worst = 0;
  for (const PageTimes& page : time_pages(engine, record, words)) {
    const double late = percentile(page.milliseconds, 0.95);
    const size_t asked = page.milliseconds.size();
    report.line(fmt::format("| {} | {} | {:.1f} ms | {:.1f} ms | {:.1f} ms | {:.0f} kB |", page.page, asked, percentile(page.milliseconds, 0.5), late, percentile(page.milliseconds, 1),
                            static_cast<double>(page.bytes) / 1e3 / static_cast<double>(asked)));
    report.check(page.failed == 0, fmt::format("{}: {} of {} questions failed; {}", page.page, page.failed, asked, page.first_failure));
    worst = std::max(worst, late);
  }
  report.target({"the slowest page's answer, 95th percentile", worst, 300, "ms"});
}

void report_record(Report& report, const app::Engine& engine, const Settings& settings, const std::vector<std::string>& files, const Loaded& loaded, const Streamed& one, const Streamed& several) {
  const fs::path folder = fs::temp_directory_path() / fmt::format("chancery-bench-{}", getpid());
  fs::create_directories(folder);
  const auto adding = add_to_record(engine, files, folder / "bench.db", settings.threads);
  report.line("\n## Record\n");
  report.line(fmt::format("- Adding the collection to a new record with {} threads: {:.2f} s; again, when all is known: {:.2f} s", settings.threads, adding.wall.count(), adding.again.count()));
  report.line(fmt::format("- The record: {:.1f} MB, texts, raw bytes, facts and index", megabytes(static_cast<double>(adding.file_bytes))));
  const auto alone = add_to_record(engine, files, folder / "alone.db", 1);
  report.line(fmt::format("- Adding it with one thread: {:.2f} s", alone.wall.count()));
  if (settings.threads == 2) report.target({"adding the collection to a record on two cores", adding.wall.count(), 120, "s"});
  report.target({"adding, of reading, on one core", 100 * alone.wall.count() / one.wall.count(), 200, "%"});
  report.target({fmt::format("adding, of reading, with {} threads", settings.threads), 100 * adding.wall.count() / several.wall.count(), 200, "%"});
  report.check(adding.added == loaded.documents.size(), fmt::format("{} of {} releases were added", adding.added, loaded.documents.size()));
  report.check(adding.known == loaded.documents.size(), fmt::format("{} of {} releases were known the second time", adding.known, loaded.documents.size()));
  const auto searching = search_record(folder / "bench.db", search_words(loaded.documents));
  report.line(fmt::format("- {} searches with facets, warm: median {:.1f} ms, 95th percentile {:.1f} ms, slowest {:.1f} ms", searching.queries,
                          percentile(searching.milliseconds, 0.5), percentile(searching.milliseconds, 0.95), percentile(searching.milliseconds, 1)));
  report.target({"search, 95th percentile", percentile(searching.milliseconds, 0.95), 50, "ms"});
  report.check(searching.found * 10 > searching.queries * 8, fmt::format("only {} of {} searches found anything", searching.found, searching.queries));
  report_pages(report, engine, folder / "bench.db", search_words(loaded.documents));
  fs::remove_all(folder);
}

void report_start(Report& report, const Settings& settings) {
  if (settings.program.empty()) return;
  const fs::path file = fs::temp_directory_path() / fmt::format("chancery-bench-{}.txt", getpid());
  std::ofstream(file) << "President of Austria Anna Berg met with Italian Minister of Foreign Affairs Carlo Dini in Vienna on 3 May 2024.\n";
  std::vector<double> milliseconds, processor;
  for (int i = 0; i < 21; ++i) {
    const auto use = run_program({settings.program, "read", "--format", "json", file.string()});
    report.check(use.exit == 0, "chancery read failed on a small file");
    milliseconds.push_back(use.wall.count() * 1000);
    processor.push_back(use.processor.count() * 1000);
  }
  fs::remove(file);
  report.line(fmt::format("\n## Start\n\n`chancery read` on a file of one sentence: median {:.0f} ms by the clock, {:.0f} ms of processor time.", percentile(milliseconds, 0.5), percentile(processor, 0.5)));
  report.target({"chancery read on a small file", percentile(milliseconds, 0.5), 150, "ms"});
}

int measure(const Settings& settings) {
  Report report;
  const app::Engine engine;
  report_machine(report, engine, settings);
  const auto files = corpus_files(settings.corpus);
  const Memory memory = measure_memory(engine, settings, files);
  const Loaded loaded = load(files);
  report.check(!loaded.documents.empty(), "nothing was read");
  const OneThread alone = analyse_one_by_one(engine, loaded.documents);
  report_stages(report, engine, loaded, alone);
  const Streamed one = stream(engine, files, 1), several = stream(engine, files, settings.threads);
  report.check(one.digest == alone.digest, "streaming and reading one by one give different output");
  report_threads(report, loaded, one, several, settings.threads);
  report_memory(report, memory);
  report_record(report, engine, settings, files, loaded, one, several);
  report_start(report, settings);
  std::fputs(report.text().c_str(), stdout);
  return report.right() ? 0 : 1;
}

/// The pages alone, over a copy of a record that is there already.
int measure_pages(const Settings& settings) {
  Report report;
  const app::Engine engine;
  const fs::path copy = fs::temp_directory_path() / fmt::format("chancery-bench-pages-{}.db", getpid());
  fs::copy_file(settings.pages_of, copy);
  report_pages(report, engine, copy, search_words(load(corpus_files(settings.corpus)).documents));
  for (const auto& file : fs::directory_iterator(copy.parent_path())) {
    if (file.path().filename().string().starts_with(copy.filename().string())) fs::remove(file.path());
  }
  std::fputs(report.text().c_str(), stdout);
  return report.right() ? 0 : 1;
}

int usage() {
  std::fputs("usage: chancery-bench [--threads N] [--program FILE] [--pages-of RECORD] [FOLDER-OR-FILE]\n", stderr);
  return 2;
}

}  // namespace
}  // namespace chancery::bench

int main(int count, char** values) {
  chancery::bench::Settings settings;
  for (int i = 1; i < count; ++i) {
    const std::string word = values[i];
    const bool takes = word == "--threads" || word == "--program" || word == "--pages-of";
    if (takes && ++i == count) return chancery::bench::usage();
    if (word == "--threads") settings.threads = static_cast<unsigned>(std::max(1, std::atoi(values[i])));
    else if (word == "--program") settings.program = values[i];
    else if (word == "--pages-of") settings.pages_of = values[i];
    else if (word.starts_with("--")) return chancery::bench::usage();
    else settings.corpus = word;
  }
  try {
    return settings.pages_of.empty() ? chancery::bench::measure(settings) : chancery::bench::measure_pages(settings);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "chancery-bench: %s\n", error.what());
    return 1;
  }
}
