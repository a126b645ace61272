// The article node of a JSON-LD block, schema.org Article and its kinds. Blocks nest lists, @graph and mainEntity; depth and size are bounded.
#include <simdjson.h>

#include <algorithm>

#include "base/lists.h"
#include "pages/json_repair.h"
#include "pages/meta.h"

namespace gesta {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr size_t kLongest = 4u << 20;
constexpr int kDeepest = 12;
constexpr std::string_view kArticleTypes[] = {"Article",
                                              "NewsArticle",
                                              "BlogPosting",
                                              "ReportageNewsArticle",
                                              "AnalysisNewsArticle",
                                              "OpinionNewsArticle",
                                              "LiveBlogPosting",
                                              "Report",
                                              "ScholarlyArticle",
                                              "TechArticle",
                                              "BackgroundNewsArticle",
                                              "ReviewNewsArticle",
                                              "AdvertiserContentArticle",
                                              "DiscussionForumPosting",
                                              "SatiricalArticle",
                                              "SocialMediaPosting",
                                              "MedicalScholarlyArticle",
                                              "Review"};

std::string_view text_of(const element& value) {
  std::string_view text;
  return value.get(text) ? std::string_view() : text;
}

std::string_view text_at(const object& node, std::string_view key) {
  element value;
  return node[key].get(value) ? std::string_view() : text_of(value);
}

// "http://schema.org/NewsArticle", "schema:NewsArticle"
std::string_view plain_type(std::string_view type) { return type.substr(type.find_last_of("/:#") + 1); }

template <class Known>
bool has_type(const object& node, const Known& known) {
  element type;
  if (node["@type"].get(type)) return false;
  array list;
  if (type.get(list)) return known(plain_type(text_of(type)));
  for (const element one : list)
    if (known(plain_type(text_of(one)))) return true;
  return false;
}

// A date: a text, a number of seconds, the first of a list, or an object that holds one.
std::string date_at(const object& node, std::string_view key) {
  element value;
  if (node[key].get(value)) return {};
  array list;
  if (!value.get(list) && list.size() > 0) value = list.at(0);
  object thing;
  if (!value.get(thing) && thing["@value"].get(value)) return {};
  int64_t number = 0;
  return value.get(number) ? collapsed(text_of(value)) : std::to_string(number);
}

bool is_article(const object& node) {
  return has_type(node, [](std::string_view name) { return among(kArticleTypes, name); });
}

// "givenName" and "familyName"
std::string whole_name(const object& person) {
  return collapsed(std::string(text_at(person, "givenName")) + " " + std::string(text_at(person, "familyName")));
}

// Authors are a name, a thing with a name or the @id of one, or a list of either.
void add_names(const element& value, std::vector<std::string>& out, int depth, const JsonLd::Things& things = {}) {
  if (out.size() >= 20 || depth > 3) return;
  array list;
  object thing;
  if (!value.get(list)) {
    for (const element one : list) add_names(one, out, depth + 1, things);
  } else if (!value.get(thing)) {
    element name;
    for (const std::string_view key : {"name", "@list", "@graph"})
      if (!thing[key].get(name)) return add_names(name, out, depth + 1, things);
    if (const std::string whole = whole_name(thing); !whole.empty()) return out.push_back(whole);
    const std::string_view id = text_at(thing, "@id");
    for (const auto& [known, called] : things)
      if (!id.empty() && known == id) return out.push_back(called);
    if (const std::string_view url = text_at(thing, "url"); !url.empty()) out.emplace_back(url);  // may spell a name
  } else if (const std::string name = collapsed(text_of(value)); !name.empty()) {
    if (!among(out, name)) out.push_back(name);
  }
}

void fill(std::string& to, std::string_view from) {
  if (to.empty()) to = collapsed(from);
}

void read_section(const object& node, JsonLd& out) {
  element section;
  if (node["articleSection"].get(section)) return;
  std::vector<std::string> names;
  add_names(section, names, 0);
  if (!names.empty()) fill(out.section, names[0]);
}

void read_article_node(const object& node, JsonLd& out) {
  out.article = true;
  if (!date_at(node, "datePublished").empty()) out.published.clear();  // a page or recipe around it has one as well
  fill(out.headline, text_at(node, "headline"));
  for (const std::string_view key : {"datePublished", "dateCreated"}) fill(out.published, date_at(node, key));
  fill(out.modified, date_at(node, "dateModified"));
  fill(out.url, text_at(node, "url"));
  fill(out.language, text_at(node, "inLanguage"));
  element free;
  if (bool yes = true; !node["isAccessibleForFree"].get(free)) {
    const std::string_view word = text_of(free);
    out.paid = (!free.get(yes) && !yes) || word == "False" || word == "false" || word.ends_with("/False");
  }
  if (out.body.empty()) out.body = std::string(text_at(node, "articleBody"));
  read_section(node, out);
  element value;
  for (const std::string_view key : {"author", "authors", "creator"})
    if (out.authors.empty() && !node[key].get(value)) add_names(value, out.authors, 0, out.people);
  object publisher;
  if (!node["publisher"].get(publisher)) fill(out.site, text_at(publisher, "name"));
}

// Who made a thing that is no article but has an author, and when: a recipe, a page.
void read_work(const object& node, JsonLd& out) {
  static constexpr std::string_view kWorks[] = {"Recipe", "HowTo", "CreativeWork", "WebPage", "MedicalWebPage", "Episode", "PodcastEpisode"};
  if (!has_type(node, [](std::string_view name) { return among(kWorks, name); })) return;
  fill(out.published, date_at(node, "datePublished"));
  if (element value; out.makers.empty() && !node["author"].get(value)) add_names(value, out.makers, 0, out.people);
}

// People of the block, by their @id.
void read_people(const element& value, JsonLd& out, int depth) {
  array list;
  object node;
  if (depth > 4 || out.people.size() > 50) return;
  if (!value.get(list)) {
    for (const element one : list) read_people(one, out, depth + 1);
  } else if (!value.get(node)) {
    element inner;
    if (!node["@graph"].get(inner)) read_people(inner, out, depth + 1);
    if (has_type(node, [](std::string_view name) { return name == "Person"; }) && !text_at(node, "@id").empty())
      out.people.emplace_back(std::string(text_at(node, "@id")), text_at(node, "name").empty() ? whole_name(node) : collapsed(text_at(node, "name")));
  }
}

void walk(const element& value, JsonLd& out, int depth) {
  if (depth > kDeepest) return;
  array list;
  if (!value.get(list)) {
    for (const element one : list) walk(one, out, depth + 1);
    return;
  }
  object node;
  if (value.get(node)) return;
  if (is_article(node)) {
    if (!out.article) read_article_node(node, out);
    return;
  }
  for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    element inner;
    if (!node[key].get(inner)) walk(inner, out, depth + 1);
  }
  read_work(node, out);
  if (has_type(node, [](std::string_view name) { return name == "WebSite"; })) fill(out.site, text_at(node, "name"));
}

// A block that was written once too often: its quotes are &quot; or \".
std::string with_quotes(std::string_view json) {
  std::string out(json);
  const auto put = [&](std::string_view from, std::string_view to) {
    size_t end = 0;
    for (size_t at = 0, next; at < json.size(); at = next + from.size()) {
      next = std::min(json.find(from, at), json.size());
      end += json.substr(at, next - at).copy(out.data() + end, std::string::npos);
      if (next < json.size()) end += to.copy(out.data() + end, std::string::npos);
    }
    out.resize(end);
  };
  const size_t quote = out.find('"');
  if (quote == std::string::npos)
    put("&quot;", "\"");
  else if (quote > 0 && out[quote - 1] == '\\')
    put("\\\"", "\"");
  return out;
}

}  // namespace

void read_json_ld(std::string_view json, JsonLd& out) {
  if (json.size() > kLongest) {
    out.broken = true;
    return;
  }
  std::string clean(json);
  for (char& c : clean)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  if (const size_t begin = clean.find_first_of("[{"); begin != std::string::npos && begin > 0) clean.erase(0, begin);
  if (const size_t end = clean.find_last_of("]}"); end != std::string::npos) clean.resize(end + 1);
  thread_local simdjson::dom::parser parser;
  element root;
  if (parser.parse(clean).get(root) && parser.parse(repaired_json(with_quotes(json))).get(root)) {
    out.broken = true;
    return;
  }
  read_people(root, out, 0);
  walk(root, out, 0);
}

}  // namespace gesta
