#include "writers/atom.hpp"

#include "base/utf8.hpp"

namespace chancery::writers {
namespace {

bool in_xml(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0x7F && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) || c > 0xFFFF;
}

/// For content and for attributes in double quotes.
std::string xml(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const auto one = utf8::decode(text, at);
    at += one.length;
    switch (one.code_point) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      // As it is, a reader would make it a line feed.
      case '\r': out += "&#13;"; break;
      default:
        if (in_xml(one.code_point)) utf8::append(out, one.code_point);
    }
  }
  return out;
}

/// An element that may not be empty is left out where there is nothing to say.
void element(std::string& out, std::string_view indent, std::string_view name, const std::string& text) {
  if (!text.empty()) out.append(indent).append("<").append(name).append(">").append(xml(text)).append("</").append(name).append(">\n");
}

void person(std::string& out, std::string_view indent, const std::string& name) {
  if (!name.empty()) out.append(indent).append("<author><name>").append(xml(name)).append("</name></author>\n");
}

void links(std::string& out, std::string_view indent, const std::vector<AtomLink>& all) {
  for (const AtomLink& link : all) {
    if (link.address.empty()) continue;
    out.append(indent).append("<link rel=\"").append(link.relation).append("\"");
    if (!link.media_type.empty()) out.append(" type=\"").append(xml(link.media_type)).append("\"");
    out.append(" href=\"").append(xml(link.address)).append("\"/>\n");
  }
}

void content(std::string& out, const AtomEntry& entry) {
  if (entry.passages.empty()) return;
  out += "    <content type=\"xhtml\"";
  if (!entry.language.empty()) out += " xml:lang=\"" + xml(entry.language) + "\"";
  out += "><div xmlns=\"http://www.w3.org/1999/xhtml\">";
  for (const AtomPassage& passage : entry.passages) {
    if (!passage.whose.empty()) out += "<p xml:lang=\"en\">" + xml(passage.whose) + "</p>";
    out += "<blockquote><p>" + xml(passage.words) + "</p></blockquote>";
  }
  out += "</div></content>\n";
}

void write(std::string& out, const AtomEntry& entry) {
  out += "  <entry>\n";
  element(out, "    ", "id", entry.id);
  // A title is required and may be empty.
  out += "    <title>" + xml(entry.title) + "</title>\n";
  element(out, "    ", "updated", entry.updated);
  element(out, "    ", "published", entry.published);
  person(out, "    ", entry.author);
  links(out, "    ", entry.links);
  element(out, "    ", "summary", entry.summary);
  content(out, entry);
  out += "  </entry>\n";
}

}  // namespace

std::string to_atom(const AtomFeed& feed) {
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n";
  element(out, "  ", "id", feed.id);
  out += "  <title>" + xml(feed.title) + "</title>\n";
  element(out, "  ", "subtitle", feed.subtitle);
  element(out, "  ", "updated", feed.updated);
  person(out, "  ", feed.author);
  links(out, "  ", feed.links);
  element(out, "  ", "generator", feed.generator);
  for (const AtomEntry& entry : feed.entries) write(out, entry);
  return out + "</feed>\n";
}

}  // namespace chancery::writers
