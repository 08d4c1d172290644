#include "readers/html/linked_data.hpp"

#include <simdjson.h>

#include <array>

#include "base/utf8.hpp"
#include "readers/fields.hpp"

namespace chancery::readers::html {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDeepest = 8;  // statements lie near the top or in @graph

std::string text_of(element value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return one_line(Page::parse(text).words(0));  // entities such as &#8217; are decoded
  object inner;
  element name;
  if (value.get(inner) == simdjson::SUCCESS) {
    for (const char* key : {"name", "@value", "@id", "url"}) {
      if (inner[key].get(name) == simdjson::SUCCESS && name.is_string()) return text_of(name);
    }
  }
  array list;
  if (value.get(list) == simdjson::SUCCESS && list.begin() != list.end()) {
    const element first = *list.begin();
    if (!first.is_array()) return text_of(first);
  }
  return {};
}

std::string text_at(const object& from, const char* key) {
  element value;
  return from[key].get(value) == simdjson::SUCCESS ? text_of(value) : std::string();
}

void fill(std::string& place, std::string value) {
  if (place.empty()) place = std::move(value);
}

bool has_type(const object& o, bool (*test)(std::string_view)) {
  element type;
  if (o["@type"].get(type) != simdjson::SUCCESS) return false;
  std::string_view one;
  if (type.get(one) == simdjson::SUCCESS) return test(one);
  array many;
  if (type.get(many) != simdjson::SUCCESS) return false;
  for (const element each : many) {
    if (each.get(one) == simdjson::SUCCESS && test(one)) return true;
  }
  return false;
}

bool is_article(std::string_view type) {
  // NewsArticle, ReportageNewsArticle, GovernmentNotice ...: schema.org's kinds of Article end so.
  return type.ends_with("Article") || type == "BlogPosting" || type == "Report" || type == "PressRelease" || type == "SpecialAnnouncement" || type == "NewsItem";
}
bool is_page(std::string_view type) { return type == "WebPage" || type == "ItemPage" || type == "AboutPage"; }
bool is_site(std::string_view type) { return type == "WebSite" || type == "GovernmentOrganization" || type == "Organization" || type == "NewsMediaOrganization"; }

class Collector {
 public:
  void add(element value, int depth) {
    if (depth > kDeepest) return;
    object o;
    array list;
    if (value.get(list) == simdjson::SUCCESS) {
      for (const element each : list) add(each, depth + 1);
      return;
    }
    if (value.get(o) != simdjson::SUCCESS) return;
    if (has_type(o, is_article)) {
      take(o, article_);
    } else if (has_type(o, is_page)) {
      take(o, page_);
    } else if (has_type(o, is_site)) {
      fill(article_.site, text_at(o, "name"));
    }
    for (const auto& [key, inner] : o) {
      if (key == "@graph" || key == "mainEntity" || key == "mainEntityOfPage") add(inner, depth + 1);
    }
  }

  LinkedData result() {
    fill(article_.headline, page_.headline);
    fill(article_.published, page_.published);
    fill(article_.publisher, page_.publisher);
    fill(article_.language, page_.language);
    fill(article_.url, page_.url);
    fill(article_.place, page_.place);
    return std::move(article_);
  }

 private:
  static void take(const object& o, LinkedData& to) {
    fill(to.headline, text_at(o, "headline"));
    fill(to.headline, text_at(o, "name"));
    fill(to.published, text_at(o, "datePublished"));
    fill(to.published, text_at(o, "dateCreated"));
    fill(to.publisher, text_at(o, "publisher"));
    fill(to.language, text_at(o, "inLanguage"));
    fill(to.place, text_at(o, "dateline"));
    fill(to.place, text_at(o, "locationCreated"));
    fill(to.place, text_at(o, "contentLocation"));
    fill(to.url, text_at(o, "url"));
    fill(to.url, text_at(o, "mainEntityOfPage"));
    // A publisher that is only pointed at ("@id") is named elsewhere in the graph.
    if (to.publisher.starts_with("http") || to.publisher.starts_with("#") || to.publisher.starts_with("/")) to.publisher.clear();
  }

  LinkedData article_, page_;
};

}  // namespace

LinkedData read_linked_data(const Page& page) {
  Collector collector;
  simdjson::dom::parser parser;
  for (NodeIndex i = 1; i < page.nodes().size(); ++i) {
    if (page[i].name != "script" || utf8::lower(page.attribute(i, "type")).find("ld+json") == std::string::npos) continue;
    std::string json;
    for (NodeIndex k = i + 1; k < page[i].end; ++k) json += page[k].text;
    element root;
    if (parser.parse(json).get(root) == simdjson::SUCCESS) collector.add(root, 0);
  }
  return collector.result();
}

}  // namespace chancery::readers::html
