#include "readers/html/page.hpp"

#include <libxml/HTMLparser.h>

#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "base/utf8.hpp"
#include "readers/fields.hpp"
#include "readers/html/flatten.hpp"

namespace chancery::readers::html {
namespace {

// Pages made by people stay far below; libxml2 looks through all open elements for each unmatched end tag.
constexpr size_t kDeepest = 512;

// What windows-1252 has at 0x80 to 0x9F. "&#146;" is meant so, as the HTML standard has it (numeric character references).
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                   0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                   0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool is_upper_control(std::string_view s, size_t at) {
  return s[at] == '\xC2' && at + 1 < s.size() && static_cast<unsigned char>(s[at + 1]) >= 0x80 && static_cast<unsigned char>(s[at + 1]) < 0xA0;
}

/// No page means the control characters U+0080 to U+009F.
std::string without_upper_controls(std::string_view s) {
  std::string out;
  for (size_t i = 0; i < s.size(); ++i) {
    if (is_upper_control(s, i)) {
      utf8::append(out, kWindows1252[static_cast<unsigned char>(s[++i]) - 0x80U]);
    } else {
      out += s[i];
    }
  }
  return out;
}

bool has_upper_control(std::string_view s) {
  for (size_t at = s.find('\xC2'); at != std::string_view::npos; at = s.find('\xC2', at + 1)) {
    if (is_upper_control(s, at)) return true;
  }
  return false;
}

std::string_view view(const xmlChar* s) { return s == nullptr ? std::string_view() : reinterpret_cast<const char*>(s); }

}  // namespace

uint16_t traits_of(std::string_view name) {
  static const std::unordered_map<std::string_view, uint16_t> table = [] {
    std::unordered_map<std::string_view, uint16_t> t;
    const auto add = [&](std::initializer_list<std::string_view> names, int traits) {
      for (const auto n : names) t[n] = static_cast<uint16_t>(t[n] | traits);
    };
    add({"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
         "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
         "td", "tfoot", "th", "thead", "tr", "ul", "caption", "legend"}, kBlock);
    add({"script", "style", "noscript", "template", "svg", "math", "head", "title", "iframe", "object", "embed", "canvas", "audio", "video", "map", "select", "option", "button",
         "input", "textarea", "datalist", "applet", "frameset", "noframes"}, kUnseen);
    add({"h1", "h2", "h3", "h4", "h5", "h6"}, kHeading);
    add({"p", "blockquote", "pre", "td", "li", "dd", "dt", "center", "address"}, kParagraph);
    add({"html", "body", "div", "section", "article", "main", "table", "tbody", "tr", "td", "form", "fieldset", "center", "blockquote", "details"}, kContainer);
    add({"nav", "aside", "footer", "dialog", "menu", "figcaption", "figure"}, kAside);
    return t;
  }();
  const auto found = table.find(name);
  return found == table.end() ? uint16_t{0} : found->second;
}

/// Receives libxml2's events and lays down nodes.
class Builder {
 public:
  explicit Builder(Page& page) : page_(page) { page_.nodes_.push_back({}); }

  void run(std::string_view text) {
    static std::once_flag once;
    std::call_once(once, [] { xmlInitParser(); });
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(), htmlFreeParserCtxt);
    if (!context) throw std::bad_alloc();
    context_ = context.get();
    htmlSAXHandler& sax = *context_->sax;
    sax = {};
    sax.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) { static_cast<Builder*>(self)->start(view(name), attributes); };
    sax.endElement = [](void* self, const xmlChar*) { static_cast<Builder*>(self)->end(); };
    sax.characters = sax.ignorableWhitespace = sax.cdataBlock = [](void* self, const xmlChar* chars, int length) {
      static_cast<Builder*>(self)->characters({reinterpret_cast<const char*>(chars), static_cast<size_t>(length)});
    };
    context_->userData = this;
    constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
    htmlCtxtReadMemory(context_, text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", kOptions);
    while (open_.size() > 1) end();
    page_.nodes_[0].end = static_cast<NodeIndex>(page_.nodes_.size());
  }

 private:
  NodeIndex add(Node node) {
    node.parent = open_.back();
    page_.nodes_.push_back(node);
    return static_cast<NodeIndex>(page_.nodes_.size() - 1);
  }

  void start(std::string_view name, const xmlChar** attributes) {
    Node node;
    node.name = *page_.names_.emplace(name).first;
    node.traits = traits_of(name);
    node.first_attribute = static_cast<uint32_t>(page_.attributes_.size());
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
      page_.attributes_.push_back({*page_.names_.emplace(view(attributes[0])).first, page_.keep(view(attributes[1]))});
    }
    node.last_attribute = static_cast<uint32_t>(page_.attributes_.size());
    open_.push_back(add(node));
    if (open_.size() > kDeepest && !page_.cut_off_) {
      page_.cut_off_ = true;
      xmlStopParser(context_);
    }
  }

  void end() {
    if (open_.size() <= 1) return;
    page_.nodes_[open_.back()].end = static_cast<NodeIndex>(page_.nodes_.size());
    open_.pop_back();
  }

  void characters(std::string_view chars) {
    if (page_.cut_off_) return;
    std::string mended;
    if (has_upper_control(chars)) {
      mended = without_upper_controls(chars);
      chars = mended;
    }
    Node& last = page_.nodes_.back();
    // libxml2 hands long text over in pieces; the last string kept is then the one to lengthen.
    if (page_.nodes_.size() > 1 && last.is_text() && last.parent == open_.back()) {
      page_.strings_.back().append(chars);
      last.text = page_.strings_.back();
      return;
    }
    Node node;
    node.text = page_.keep(chars);
    const NodeIndex at = add(node);
    page_.nodes_[at].end = at + 1;
  }

  Page& page_;
  htmlParserCtxtPtr context_ = nullptr;
  std::vector<NodeIndex> open_{0};
};

Page Page::parse(std::string_view text) {
  std::string clean;
  if (text.find('\0') != std::string_view::npos) {
    // libxml2 stops at a zero byte; HTML has it shown as U+FFFD.
    for (const char c : text) c == '\0' ? clean.append("\uFFFD") : clean.append(1, c);
    text = clean;
  }
  Page page;
  Builder(page).run(text);
  if (!page.cut_off_) return page;
  Page flat;
  Builder(flat).run(flattened(text));
  flat.flat_ = true;
  return flat;
}

std::string_view Page::keep(std::string_view s) { return has_upper_control(s) ? strings_.emplace_back(without_upper_controls(s)) : strings_.emplace_back(s); }

std::string_view Page::attribute(NodeIndex node, std::string_view name) const {
  for (uint32_t i = nodes_[node].first_attribute; i < nodes_[node].last_attribute; ++i) {
    if (attributes_[i].name == name) return attributes_[i].value;
  }
  return {};
}

bool Page::has_attribute(NodeIndex node, std::string_view name) const {
  for (uint32_t i = nodes_[node].first_attribute; i < nodes_[node].last_attribute; ++i) {
    if (attributes_[i].name == name) return true;
  }
  return false;
}

bool Page::has_word(NodeIndex node, std::string_view attribute_name, std::string_view word) const {
  const std::string_view value = attribute(node, attribute_name);
  constexpr std::string_view kBlanks = " \t\r\n\f";
  for (size_t at = value.find(word); at != std::string_view::npos; at = value.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool begins = at == 0 || kBlanks.find(value[at - 1]) != std::string_view::npos;
    const bool ends = end == value.size() || kBlanks.find(value[end]) != std::string_view::npos;
    if (begins && ends) return true;
  }
  return false;
}

std::string Page::words(NodeIndex node) const {
  std::string all;
  for (NodeIndex i = node; i < nodes_[node].end;) {
    const Node& n = nodes_[i];
    if (i != node && n.is(kUnseen)) {
      i = n.end;
      continue;
    }
    if (n.is(kBlock) || n.name == "br") all += ' ';
    all += n.text;
    ++i;
  }
  return one_line(all);
}

}  // namespace chancery::readers::html
