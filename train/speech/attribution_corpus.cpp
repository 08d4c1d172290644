#include "speech/attribution_corpus.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

#include "base/error.hpp"
#include "base/file.hpp"
#include "stages/encode/encode.hpp"
#include "stages/parse/parse.hpp"
#include "stages/segment/segment.hpp"
#include "stages/tag/morphology.hpp"
#include "stages/tag/tag.hpp"

namespace chancery::train {
namespace {

/// Byte offset of every code point, the end included.
std::vector<uint32_t> code_points(const std::string& text) {
  std::vector<uint32_t> at;
  for (size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) at.push_back(static_cast<uint32_t>(i));
  }
  at.push_back(static_cast<uint32_t>(text.size()));
  return at;
}

/// "12 20;25 30" in code points.
std::vector<Span> pieces_of(const std::string& places, const std::vector<uint32_t>& bytes) {
  std::vector<Span> pieces;
  std::istringstream all(places);
  for (std::string piece; std::getline(all, piece, ';');) {
    size_t begin = 0, end = 0;
    std::istringstream(piece) >> begin >> end;
    if (begin < end && end < bytes.size()) pieces.push_back({bytes[begin], bytes[end], Part::text});
  }
  return pieces;
}

constexpr std::array<std::string_view, 3> kRoles = {"Source", "Cue", "Content"};

/// "Content:T3", "Source2:T7"
size_t role_of(const std::string& item) {
  const auto name = std::string_view(item).substr(0, item.find_first_of(":0123456789"));
  return static_cast<size_t>(std::find(kRoles.begin(), kRoles.end(), name) - kRoles.begin());
}

std::vector<GoldAttribution> read_annotation(const std::filesystem::path& file, const Document& document) {
  const auto bytes = code_points(document.text);
  std::map<std::string, std::vector<Span>> spans;
  std::vector<GoldAttribution> out;
  std::istringstream lines(read_file(file));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream columns(line);
    std::string id, what;
    if (!std::getline(columns, id, '\t') || !std::getline(columns, what, '\t')) continue;
    if (id[0] == 'T') spans[id] = pieces_of(what.substr(std::min(what.find(' '), what.size())), bytes);
    if (id[0] != 'E') continue;
    std::array<std::vector<Span>, 3> roles;
    std::istringstream items(what);
    for (std::string item; items >> item;) {
      const size_t role = role_of(item);
      const auto span = spans.find(item.substr(std::min(item.find(':'), item.size() - 1) + 1));
      if (role < roles.size() && span != spans.end()) roles[role].insert(roles[role].end(), span->second.begin(), span->second.end());
    }
    GoldAttribution gold{words_in(document, roles[0]), words_in(document, roles[1]), words_in(document, roles[2])};
    gold.predicate = head_of(document, gold.cue);
    if (!gold.content.empty()) out.push_back(std::move(gold));
  }
  return out;
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) throw Error(ErrorKind::io, "there is no folder " + folder.string());
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<WordRange> words_in(const Document& document, std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), before);
  std::vector<WordRange> ranges;
  for (const Span& span : spans) {
    const auto [first, last] = document.tokens_in(span);
    if (first < last) ranges.push_back({first, last});
  }
  return ranges;
}

Index head_of(const Document& document, const std::vector<WordRange>& cue) {
  const auto inside = [&](Index i) { return std::any_of(cue.begin(), cue.end(), [&](const WordRange& r) { return r.first <= i && i < r.last; }); };
  for (const WordRange& range : cue) {
    for (Index i = range.first; i < range.last; ++i) {
      const Token& token = document.tokens[i];
      if (token.upos == "PUNCT" && (cue.size() > 1 || range.last - range.first > 1)) continue;
      if (token.head == kNone || !inside(token.head)) return i;
    }
  }
  return cue.empty() ? kNone : cue.front().first;
}

TextAnalyser::TextAnalyser(std::shared_ptr<const Model> model, const Knowledge& knowledge, const std::filesystem::path& data) {
  stages_.push_back(std::make_unique<SegmentStage>(data, model.get()));
  stages_.push_back(std::make_unique<EncodeStage>(model, knowledge));
  stages_.push_back(std::make_unique<TagStage>(model));
  stages_.push_back(std::make_unique<ParseStage>(model));
  stages_.push_back(std::make_unique<MorphologyStage>(model));
}
TextAnalyser::~TextAnalyser() = default;

AttributedText TextAnalyser::analyse(Document&& document) const {
  AttributedText out;
  out.document = std::make_unique<Document>(std::move(document));
  for (const auto& stage : stages_) stage->run(*out.document);
  out.vectors = std::move(out.document->vectors);
  out.document->vectors = {};
  out.view = std::make_unique<WordView>(*out.document);
  return out;
}

std::vector<AttributedText> read_brat(const std::filesystem::path& folder, const TextAnalyser& analyser) {
  const auto annotations = files_in(folder / "attributions");
  std::vector<AttributedText> out;
  for (const auto& file : files_in(folder / "text")) {
    const std::string id = file.stem().string() + "_";
    const auto annotation = std::find_if(annotations.begin(), annotations.end(), [&](const auto& a) { return a.filename().string().starts_with(id); });
    if (annotation == annotations.end()) continue;
    Document document;
    document.info.id = file.stem().string();
    document.text = read_file(file);
    out.push_back(analyser.analyse(std::move(document)));
    out.back().gold = read_annotation(*annotation, *out.back().document);
  }
  return out;
}

}  // namespace chancery::train
