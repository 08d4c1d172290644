#include "readers/sniff.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.hpp"
#include "readers/charset.hpp"

namespace chancery::readers {
namespace {

struct Magic {
  std::string_view bytes;
  std::string_view what;
  size_t at = 0;
};

using namespace std::string_view_literals;

constexpr std::array kMagics = {
    Magic{"%PDF-", "a PDF document"}, Magic{"PK\x03\x04", "a ZIP archive (DOCX, XLSX, ODT, EPUB ...)"}, Magic{"PK\x05\x06", "an empty ZIP archive"},
    Magic{"\x89PNG\r\n\x1a\n", "a PNG image"}, Magic{"\xFF\xD8\xFF", "a JPEG image"}, Magic{"GIF8", "a GIF image"}, Magic{"II*\0"sv, "a TIFF image"},
    Magic{"MM\0*"sv, "a TIFF image"}, Magic{"WEBP", "a WebP image", 8}, Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document (DOC, XLS, PPT, MSG)"},
    Magic{"{\\rtf", "an RTF document"}, Magic{"\x1F\x8B", "a gzip archive"}, Magic{"BZh", "a bzip2 archive"}, Magic{"\xFD" "7zXZ\0"sv, "an xz archive"},
    Magic{"\x28\xB5\x2F\xFD", "a Zstandard archive"}, Magic{"7z\xBC\xAF\x27\x1C", "a 7z archive"}, Magic{"Rar!\x1A\x07", "a RAR archive"},
    Magic{"ustar", "a tar archive", 257}, Magic{"SQLite format 3\0"sv, "an SQLite file (a record?)"}, Magic{"\x7F" "ELF", "a program"},
    Magic{"ID3", "an MP3 recording"}, Magic{"OggS", "an Ogg recording"}, Magic{"fLaC", "a FLAC recording"}, Magic{"ftyp", "an MP4 recording", 4},
    Magic{"RIFF", "a RIFF recording (WAV, AVI)"}, Magic{"\x1A\x45\xDF\xA3", "a Matroska recording"}, Magic{"PAR1", "a Parquet file"},
    Magic{"WARC/", "a web archive (WARC)"}, Magic{"wOF2", "a font"}, Magic{"wOFF", "a font"}};

constexpr std::array kSureMarks = {"%PDF-"sv, "{\\rtf"sv, "WARC/"sv, "PK\x03\x04"sv};

bool is_control(unsigned char c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B; }

struct Ending {
  std::string_view text;
  Input input;
};

constexpr std::array kEndings = {Ending{".txt", Input::text},      Ending{".text", Input::text},   Ending{".md", Input::markdown},  Ending{".markdown", Input::markdown},
                                 Ending{".html", Input::html},     Ending{".htm", Input::html},    Ending{".xhtml", Input::html},   Ending{".jsonl", Input::jsonl},
                                 Ending{".ndjson", Input::jsonl},  Ending{".json", Input::jsonl},  Ending{".csv", Input::csv},     Ending{".tsv", Input::csv},      Ending{".tab", Input::csv},
                                 Ending{".conllu", Input::conllu}, Ending{".conll", Input::conllu}};

std::optional<Input> by_ending(std::string_view name) {
  const std::string lower = utf8::lower(name.substr(0, name.find_first_of("?#")));
  for (const Ending& ending : kEndings) {
    if (lower.ends_with(ending.text)) return ending.input;
  }
  return std::nullopt;
}

std::string_view first_line(std::string_view head) {
  while (!head.empty() && (head.front() == '\n' || head.front() == '\r' || head.front() == ' ')) head.remove_prefix(1);
  return head.substr(0, std::min(head.find_first_of("\r\n"), head.size()));
}

bool is_html(std::string_view head) {
  const size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || head[start] != '<') return false;
  const std::string begin = utf8::lower(head.substr(start, 4096));
  if (begin.starts_with("<!doctype html") || begin.starts_with("<html")) return true;
  if (begin.starts_with("<?xml") || begin.starts_with("<!--")) return begin.find("<html") != std::string::npos;
  constexpr std::array kTags = {"<head", "<body", "<article", "<main", "<div", "<p>", "<p ", "<h1", "<section", "<title", "<meta"};
  return std::any_of(kTags.begin(), kTags.end(), [&](const char* tag) { return begin.starts_with(tag); });
}

bool is_conllu(std::string_view line) {
  if (line.starts_with("# newdoc") || line.starts_with("# sent_id") || line.starts_with("# text =") || line.starts_with("# global.columns")) return true;
  return line.starts_with("1") && std::count(line.begin(), line.end(), '\t') == 9;
}

/// A front matter opens and closes with a line of three dashes and has a "key:" in between.
bool is_front_matter(std::string_view head) {
  if (!head.starts_with("---\n") && !head.starts_with("---\r\n")) return false;
  const size_t end = head.find("\n---", 3);
  return end != std::string_view::npos && head.substr(0, end).find(':') != std::string_view::npos;
}

/// A header line whose columns are known names, "text" among them. Anything less is plain text with commas.
bool is_csv(std::string_view line) {
  for (const char delimiter : {',', ';', '\t', '|'}) {
    bool text = false;
    size_t columns = 0;
    size_t known = 0;
    for (size_t begin = 0; begin <= line.size(); ++columns) {
      const size_t end = std::min(line.find(delimiter, begin), line.size());
      std::string_view cell = line.substr(begin, end - begin);
      if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
      const std::string lower = utf8::lower(cell);
      text = text || lower == "text" || lower == "body" || lower == "content" || lower == "full_text";
      known += lower == "id" || lower == "title" || lower == "date" || lower == "url" || lower == "publisher" || lower == "published" ? 1 : 0;
      begin = end + 1;
    }
    if (text && columns > 1 && known > 0) return true;
  }
  return false;
}

}  // namespace

std::string binary_kind(std::string_view head, bool lines) {
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) { return is_control(static_cast<unsigned char>(c)); });
  for (const Magic& magic : kMagics) {
    if (head.size() < magic.at + magic.bytes.size() || head.substr(magic.at, magic.bytes.size()) != magic.bytes) continue;
    // Most marks could begin a text too ("RIFF"), which then has no zero bytes.
    const bool sure = std::find(kSureMarks.begin(), kSureMarks.end(), magic.bytes) != kSureMarks.end();
    if (sure || controls > 0 || !is_valid_utf8(head.substr(0, 16))) return std::string(magic.what);
  }
  if (lines) return {};
  // A stray NUL in a text is a stray NUL; one byte in ten is no text.
  return controls > 0 && static_cast<size_t>(controls) * 10 > head.size() ? "binary data" : "";
}

Input sniff(std::string_view name, std::string_view head) {
  if (const auto known = by_ending(name)) return *known;
  if (is_html(head)) return Input::html;
  const std::string_view line = first_line(head);
  if (line.starts_with("{\"") || line.starts_with("{ \"") || line.starts_with("[{\"") || line.starts_with("[{ \"")) return Input::jsonl;
  if (is_conllu(line)) return Input::conllu;
  if (is_front_matter(head)) return Input::markdown;
  if (is_csv(line)) return Input::csv;
  return Input::text;
}

}  // namespace chancery::readers
