// Writes a reading in the published form: one JSON object a line (docs/formats.md). Field names are fixed; offsets are bytes into `text`.
#include "base/json.h"
#include "pipeline.h"

namespace gesta {
namespace {

void write_span(JsonWriter& json, Span span) { json.key("span").begin_array().number(int64_t{span.begin}).number(int64_t{span.end}).end_array(); }

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
  json.key(key).begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

void write_field(JsonWriter& json, std::string_view key, std::string_view value) { json.key(key).string_or_null(value); }

void write_parties(JsonWriter& json, std::string_view key, const std::vector<Party>& parties) {
  json.key(key).begin_array();
  for (const Party& party : parties) {
    json.begin_object();
    json.key("name").string(party.name);
    for (const auto& [name, value] : {std::pair{"id", &party.id}, {"country", &party.country}, {"sector", &party.sector}, {"code", &party.code}}) {
      write_field(json, name, *value);
    }
    write_span(json, party.span);
    json.end_object();
  }
  json.end_array();
}

void write_said_by(JsonWriter& json, const std::vector<Said>& said_by) {
  json.key("said_by").begin_array();
  for (const Said& said : said_by) {
    json.begin_object();
    json.key("name").string(said.name);
    write_field(json, "country", said.country);
    write_field(json, "sector", said.sector);
    write_field(json, "cue", said.cue);
    write_span(json, said.span);
    json.end_object();
  }
  json.end_array();
}

void write_when(JsonWriter& json, const std::optional<When>& when) {
  json.key("when");
  if (!when) return void(json.null());
  json.begin_object();
  write_field(json, "start", when->start);
  write_field(json, "end", when->end);
  write_field(json, "basis", when->basis);
  write_span(json, when->span);
  json.end_object();
}

void write_where(JsonWriter& json, const std::optional<Where>& where) {
  json.key("where");
  if (!where) return void(json.null());
  json.begin_object();
  json.key("name").string(where->name);
  write_field(json, "country", where->country);
  write_field(json, "admin1", where->admin1);
  if (where->lat && where->lon) {
    json.key("lat").number(*where->lat).key("lon").number(*where->lon);
  } else {
    json.key("lat").null().key("lon").null();
  }
  json.key("geonames");
  where->geonames ? json.number(int64_t{where->geonames}) : json.null();
  write_field(json, "precision", where->precision);
  write_span(json, where->span);
  json.end_object();
}

void write_counts(JsonWriter& json, const std::vector<Count>& counts) {
  json.key("counts").begin_object();
  for (const Count& count : counts) {
    const auto whole = static_cast<int64_t>(count.value);
    json.key(count.what);
    static_cast<double>(whole) == count.value ? json.number(whole) : json.number(count.value);
  }
  json.end_object();
}

void write_event(JsonWriter& json, const Report& report, const Reading& reading) {
  json.begin_object();
  json.key("id").string(report.id);
  write_span(json, report.span);
  json.key("words").string(report.span.of(reading.article->text));
  const Span sentence = reading.document.sentences[report.sentence].span;
  json.key("sentence").begin_array().number(int64_t{sentence.begin}).number(int64_t{sentence.end}).end_array();
  for (const auto& [name, value] : {std::pair{"act", &report.act}, {"matter", &report.matter}, {"type", &report.type}, {"mode", &report.mode}}) {
    write_field(json, name, *value);
  }
  write_strings(json, "context", report.context);
  write_field(json, "cameo", report.cameo);
  write_field(json, "root", report.root);
  json.key("quad").number(int64_t{report.quad}).key("goldstein").number(report.goldstein);
  write_parties(json, "source", report.source);
  write_parties(json, "target", report.target);
  json.key("status").string(name(report.status));
  write_said_by(json, report.said_by);
  write_when(json, report.when);
  write_where(json, report.where);
  write_counts(json, report.counts);
  write_strings(json, "contradicts", report.contradicts);
  json.key("confidence").number(report.confidence);
  write_field(json, "rule", report.rule);
  json.end_object();
}

}  // namespace

std::string to_json(const Reading& reading) {
  const Article& article = *reading.article;
  JsonWriter json;
  json.begin_object();
  json.key("id").string(article.id);
  write_field(json, "url", article.url);
  write_field(json, "site", article.site);
  write_field(json, "title", article.title);
  write_strings(json, "byline", article.byline);
  write_field(json, "section", article.section);
  write_field(json, "language", article.language);
  json.key("published").begin_object();
  write_field(json, "date", article.published.date);
  write_field(json, "latest", article.published.latest);
  json.key("basis").string(article.published.basis).key("trust").string(article.published.trust).end_object();
  json.key("modified");
  if (article.modified.date.empty()) {
    json.null();
  } else {
    json.begin_object().key("date").string(article.modified.date).key("basis").string(article.modified.basis);
    json.key("trust").string(article.modified.trust).end_object();
  }
  json.key("text").string(article.text);
  json.key("related").begin_array();
  for (const Related& related : article.related) {
    json.begin_object();
    json.key("title").string(related.title).key("text").string(related.text);
    write_field(json, "url", related.url);
    json.end_object();
  }
  json.end_array();
  json.key("posts").begin_array();
  for (const Post& post : article.posts) {
    json.begin_object();
    write_span(json, post.text);
    json.key("date").string(post.date).end_object();
  }
  json.end_array();
  json.key("kind").string(reading.kinds.article);
  json.key("paragraphs").begin_array();
  for (size_t i = 0; i < article.paragraphs.size(); ++i) {
    json.begin_object();
    write_span(json, article.paragraphs[i].span);
    json.key("block").string(name(article.paragraphs[i].block)).key("kind").string(reading.kinds.paragraphs[i]).end_object();
  }
  json.end_array();
  write_field(json, "duplicate_of", article.duplicate_of);
  write_strings(json, "notes", article.notes);
  json.key("events").begin_array();
  for (const Report& report : reading.reports) write_event(json, report, reading);
  json.end_array().end_object();
  return json.take();
}

}  // namespace gesta
