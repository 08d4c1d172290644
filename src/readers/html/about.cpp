#include "readers/html/about.hpp"

#include <array>

#include "base/utf8.hpp"
#include "readers/fields.hpp"
#include "readers/html/linked_data.hpp"
#include "readers/published.hpp"

namespace chancery::readers::html {
namespace {

constexpr size_t kLongestPlace = 120;  // bytes

std::string ascii_lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

/// The values of <meta>, of <link rel=canonical>, of microdata and of a few elements, gathered in one pass.
class Gathered {
 public:
  explicit Gathered(const Page& page) : page_(page) {
    for (NodeIndex i = 1; i < page.nodes().size(); ++i) {
      const Node& node = page[i];
      if (node.name == "meta") {
        add_meta(i);
      } else if (node.name == "link" && canonical_.empty() && ascii_lower(page.attribute(i, "rel")) == "canonical") {
        canonical_ = one_line(page.attribute(i, "href"));
      } else if (node.name == "html" && language_.empty()) {
        language_ = page.has_attribute(i, "lang") ? page.attribute(i, "lang") : page.attribute(i, "xml:lang");
      } else if (node.name == "title" && title_.empty()) {
        title_ = page.words(i);
      }
      if (node.is_text()) continue;
      add_microdata(i);
      if (place_.empty() && (page.has_word(i, "class", "p-location") || page.has_word(i, "itemprop", "contentLocation") || page.has_word(i, "itemprop", "locationCreated"))) {
        place_ = page.words(i);
      }
    }
  }

  /// The first non-empty value among these names, in their order.
  std::string meta(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      for (const auto& [key, value] : metas_) {
        if (key == name && !value.empty()) return value;
      }
    }
    return {};
  }

  const std::string& canonical() const { return canonical_; }
  const std::string& language() const { return language_; }
  const std::string& title() const { return title_; }
  const std::string& place() const { return place_; }
  const std::string& date_published() const { return date_published_; }

 private:
  void add_meta(NodeIndex i) {
    std::string value = one_line(page_.attribute(i, "content"));
    for (const char* attribute : {"property", "name", "http-equiv", "itemprop"}) {
      const std::string_view key = page_.attribute(i, attribute);
      if (!key.empty()) metas_.emplace_back(ascii_lower(key), value);
    }
  }

  void add_microdata(NodeIndex i) {
    if (!date_published_.empty() || page_[i].name == "meta" || page_.attribute(i, "itemprop") != "datePublished") return;
    for (const char* attribute : {"datetime", "content"}) {
      if (date_published_.empty()) date_published_ = page_.attribute(i, attribute);
    }
    if (date_published_.empty()) date_published_ = page_.words(i);
  }

  const Page& page_;
  std::vector<std::pair<std::string, std::string>> metas_;
  std::string canonical_, language_, title_, date_published_, place_;
};

/// A time as ISO, from what a page gives; empty where it is none or not a day one can publish on.
std::string as_published(std::string_view value) {
  const std::string plain = one_line(value);
  if (plain.empty()) return {};
  if (const auto day = parse_day(plain)) return is_plausible(*day) ? plain : std::string();
  return read_date_line(plain).value_or("");
}

bool near(NodeIndex i, const MainText& main, const Page& page) {
  const NodeIndex from = main.heading == kNoNode ? main.root : main.heading;
  // What stands right above the headline dates the release as often as what stands below it.
  const NodeIndex earliest = from > 60 ? from - 60 : 1;
  return i >= earliest && (main.root == kNoNode || i < page[main.root].end);
}

/// In a row with its own heading ("First shown | 14 October 1999") a date is about the subject, not about the page.
bool is_table_of_facts(const Page& page, NodeIndex i) {
  while (i != 0 && page[i].name != "tr") i = page[i].parent;
  if (i == 0) return false;
  for (NodeIndex child = i + 1; child < page[i].end; child = page[child].end) {
    if (page[child].name == "th") return true;
  }
  return false;
}

/// The first <time> or line that is a date, near the headline and before the text gets going.
std::string visible_date(const Page& page, const MainText& main) {
  if (main.root == kNoNode) return {};
  std::string line_date;
  for (NodeIndex i = 1; i < page.nodes().size(); ++i) {
    const Node& node = page[i];
    if (node.is_text() || node.is(kUnseen) || !near(i, main, page)) continue;
    if (node.name == "time") {
      std::string found = as_published(page.attribute(i, "datetime"));
      if (found.empty()) found = as_published(page.words(i));
      if (!found.empty()) return found;
    }
    if (!line_date.empty() || node.end - i > 12 || is_table_of_facts(page, i)) continue;
    line_date = read_date_line(page.words(i)).value_or("");
  }
  return line_date;
}

constexpr std::array<std::string_view, 9> kSeparators = {" | ", " \u2013 ", " \u2014 ", " - ", " \u2022 ", " :: ", " \u00B7 ", " \u00BB ", " / "};

/// "Headline | Site" in two, at the last separator. The second is empty where there is none.
std::pair<std::string, std::string> parted(const std::string& title) {
  size_t at = std::string::npos, length = 0;
  for (const std::string_view separator : kSeparators) {
    const size_t found = title.rfind(separator);
    if (found != std::string::npos && (at == std::string::npos || found > at)) {
      at = found;
      length = separator.size();
    }
  }
  if (at == std::string::npos) return {title, {}};
  return {one_line(title.substr(0, at)), one_line(title.substr(at + length))};
}

/// The headline without the site's name behind it.
std::string without_site(const std::string& title, const std::string& site) {
  const auto [headline, suffix] = parted(title);
  if (suffix.empty() || site.empty() || headline.empty()) return title;
  return folded(suffix) == folded(site) ? headline : title;
}

std::string headline(const Page& page, const MainText& main, const Gathered& gathered, const LinkedData& linked, const std::string& site) {
  const std::string heading = main.heading == kNoNode ? std::string() : page.words(main.heading);
  std::string given = linked.headline;
  if (given.empty()) given = gathered.meta({"og:title", "dc.title", "dcterms.title", "twitter:title"});
  const std::string folded_heading = folded(heading);
  // The heading is the title where the page's other titles begin with it or are it; or where there is none.
  if (!heading.empty()) {
    if (given.empty() && gathered.title().empty()) return heading;
    if (!folded_heading.empty() && (folded(given).starts_with(folded_heading) || folded(gathered.title()).find(folded_heading) != std::string::npos)) return heading;
    if (given.empty() && page[main.heading].name == "h1") return heading;
  }
  if (!given.empty()) return without_site(given, site);
  return without_site(gathered.title(), site);
}

std::string publisher(const Page& page, const MainText& main, const Gathered& gathered, const LinkedData& linked) {
  for (const std::string& name : {linked.publisher, gathered.meta({"og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "citation_publisher"}), linked.site,
                                  gathered.meta({"application-name"})}) {
    if (!name.empty()) return name;
  }
  // "Headline | Site", where the headline is the page's own, names the site plainly.
  if (main.heading == kNoNode) return {};
  const auto [first, site] = parted(gathered.title());
  return !site.empty() && folded(first) == folded(page.words(main.heading)) ? site : std::string();
}

bool is_utc(std::string_view time) { return time.ends_with("Z") || time.ends_with("+00:00") || time.ends_with("+0000"); }

bool is_day_beside(std::string_view one, std::string_view other) {
  const auto a = parse_day(one), b = parse_day(other);
  return a && b && (*a - *b == std::chrono::days{1} || *b - *a == std::chrono::days{1});
}

std::string published(const Page& page, const MainText& main, const Gathered& gathered, const LinkedData& linked) {
  const std::string stated[] = {linked.published,
                                gathered.meta({"article:published_time", "og:article:published_time", "og:published_time"}),
                                gathered.date_published(),
                                gathered.meta({"datepublished", "dc.date.issued", "dcterms.issued", "dc.date.published", "dcterms.date", "dc.date", "dcterms.created",
                                               "dc.date.created", "citation_publication_date", "publication_date", "publish-date", "publishdate", "pubdate", "article:published"})};
  std::string shown = visible_date(page, main);
  for (const std::string& value : stated) {
    std::string found = as_published(value);
    // Systems state times in UTC, where the publisher's day may be another; what the page shows is the publisher's.
    if (!found.empty()) return is_utc(found) && is_day_beside(shown, found) ? shown : found;
  }
  if (!shown.empty()) return shown;
  return as_published(gathered.meta({"date", "parsely-pub-date", "sailthru.date"}));
}

bool is_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    i += d.length;
    if (utf8::is_letter(d.code_point) || utf8::is_digit(d.code_point)) utf8::append(out, utf8::lower(d.code_point));
  }
  return out;
}

About about(const Page& page, const MainText& main) {
  const Gathered gathered(page);
  const LinkedData linked = read_linked_data(page);
  About found;
  found.publisher = publisher(page, main, gathered, linked);
  found.title_is_stated = main.heading != kNoNode || !linked.headline.empty() || !gathered.meta({"og:title", "dc.title", "dcterms.title"}).empty();
  found.title = headline(page, main, gathered, linked, found.publisher);
  found.published = published(page, main, gathered, linked);
  found.dateline = linked.place.empty() ? gathered.place() : linked.place;
  if (found.dateline.size() > kLongestPlace) found.dateline.clear();
  for (const std::string& tag : {gathered.language(), linked.language, gathered.meta({"og:locale", "content-language", "dc.language", "dcterms.language", "language"})}) {
    if (found.language.empty()) found.language = language_tag(tag);
  }
  for (const std::string& url : {gathered.canonical(), gathered.meta({"og:url"}), linked.url}) {
    if (found.url.empty() && is_address(url)) found.url = url;
  }
  return found;
}

}  // namespace chancery::readers::html
