// Document in, reports out: frames, composition, parties, the model that disposes (chooser.h), then the fields of each event.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

#include "base/date.h"
#include "base/hash.h"
#include "base/lists.h"
#include "events/chooser.h"
#include "events/coder_parts.h"
#include "events/composition.h"
#include "events/contacts.h"
#include "events/denied_shares.h"
#include "events/fields.h"
#include "events/fields_tree.h"
#include "events/in_force.h"
#include "events/patterns.h"
#include "knowledge/verb_patterns.h"

namespace gesta {
namespace {

constexpr uint32_t kNearVerb = 6;  // tokens

std::string stable_id(const std::string& article, const Report& report) {
  uint64_t hash = fnv1a64(article);
  hash = fnv1a64(std::to_string(report.span.begin) + "-" + std::to_string(report.span.end), hash);
  hash = fnv1a64(report.cameo, hash);
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

// "released two journalists who", "told the", "must be freed at": the last word says nothing of the event; but "called off" needs its "off".
bool only_joins(const Token& token) {
  constexpr std::array<std::string_view, 3> kRelative = {"who", "which", "that"};
  return token.upos == Upos::SCONJ || token.upos == Upos::CCONJ || token.upos == Upos::DET || token.upos == Upos::PUNCT ||
         (token.upos == Upos::ADP && token.deprel == Deprel::case_) || token.deprel == Deprel::nmod_poss || token.deprel == Deprel::mark ||
         (token.upos == Upos::PRON && among(kRelative, token.lemma));
}

Span words_of(const Candidate& candidate, const Tree& tree) {
  uint32_t first = candidate.head, last = candidate.head;
  for (const uint32_t token : candidate.tokens) {
    if (tree[token].sentence != tree[candidate.head].sentence) continue;
    first = std::min(first, token), last = std::max(last, token);
  }
  if (candidate.by_tagger) {
    first = candidate.first, last = candidate.last - 1;
    // "has" alone of "has vowed": with its verb.
    if (candidate.head >= last && candidate.head - last < kNearVerb) last = candidate.head;
    if (candidate.head <= first && first - candidate.head < kNearVerb) first = candidate.head;
    while (last > first && last != candidate.head && only_joins(tree[last])) --last;
    while (first < last && first != candidate.head && (tree[first].upos == Upos::PUNCT || tree[first].xpos == "POS")) ++first;  // "Sunday | 's riots"
  }
  return {tree[first].span.begin, tree[last].span.end};
}

std::vector<Party> parties_of(const std::vector<uint32_t>& heads, const PartyReader& reader, const std::vector<Party>& taken) {
  std::vector<Party> found;
  const auto same = [](const Party& a, const Party& b) { return a.name == b.name && a.code == b.code; };
  for (const uint32_t head : heads)
    for (Party& party : reader.read(head)) {
      const auto again = [&](const Party& other) { return same(party, other); };
      if (std::none_of(found.begin(), found.end(), again) && std::none_of(taken.begin(), taken.end(), again)) found.push_back(std::move(party));
    }
  return found;
}

Report coded(const Candidate& candidate, const Tree& tree, const PartyReader& parties) {
  Report report = with_code(*candidate.code, candidate.head, tree);
  report.span = words_of(candidate, tree);
  report.act = candidate.act, report.matter = candidate.matter.empty() ? "general" : candidate.matter;
  report.source = candidate.parties_chosen ? candidate.source_parties : parties_of(candidate.source, parties, {});
  report.target = candidate.parties_chosen ? candidate.target_parties : parties_of(candidate.target, parties, report.source);
  report.confidence = candidate.confidence, report.reasons = candidate.reasons;
  for (const Sense* sense : candidate.senses) report.rule += (report.rule.empty() ? "" : " + ") + std::string(sense->where);
  if (candidate.by_tagger) report.rule += report.rule.empty() ? "events.gmdl" : " + events.gmdl";
  return report;
}

// Fields are read at the topmost of the event's words, as they were learned: "due" of "is due to hold talks".
EventSite site_of(const Document& document, const Report& report) {
  uint32_t head = tree::head_of(document, report.span);
  if (head == kNone) head = report.head;
  if (head < document.tokens.size() && document.tokens[head].upos == Upos::AUX && document.tokens[head].head != kNone) {
    const Deprel relation = base(document.tokens[head].deprel);
    if (relation == Deprel::aux || relation == Deprel::cop) head = document.tokens[head].head;
  }
  EventSite site{head, report.sentence, report.type, report.cameo, {}, {}, {}};
  for (const Party& party : report.source) site.source_countries.push_back(party.country);
  for (const Party& party : report.target) site.targets.push_back(party.head), site.target_countries.push_back(party.country);
  return site;
}

std::string codes(const std::vector<Party>& parties) {
  std::string all;
  for (const Party& party : parties) all += "|" + party.code;
  return all;
}

std::string party_key(const Report& report) { return report.type + codes(report.source) + ">" + codes(report.target); }

// Is one of two words inside the other, and not beside it ("downed tools and staged a march")?
bool nested(const Tree& tree, uint32_t one, uint32_t other) {
  if (!tree.under(one, other)) std::swap(one, other);
  if (!tree.under(one, other)) return false;
  for (; one != other; one = tree[one].head)
    if (base(tree[one].deprel) == Deprel::conj) return false;
  return true;
}

// Kosovo Albanians in 1999 were of Serbia; but the Eritreans who had won were their own before the day.
void name_states_of_then(Report& report, std::string_view published) {
  for (auto* parties : {&report.source, &report.target})
    for (Party& party : *parties)
      if (std::string then = state_then(party.country, published); then != party.country && party.country != "ERI") {
        if (party.code.starts_with(party.country)) party.code = then + party.code.substr(party.country.size());
        party.country = std::move(then);
      }
}

// Two predicates of one sentence that say the same of the same parties, one of them inside the other, are one event.
void merge_same(std::vector<Report>& reports, const Tree& tree) {
  std::vector<Report> kept;
  for (Report& report : reports) {
    const auto same = [&](const Report& other) {
      if (other.sentence != report.sentence || other.type != report.type) return false;
      if (other.head == report.head) return true;
      return other.span.overlaps(report.span) || (nested(tree, report.head, other.head) && party_key(other) == party_key(report));
    };
    const auto before = std::find_if(kept.begin(), kept.end(), same);
    if (before == kept.end())
      kept.push_back(std::move(report));
    else if (report.source.size() + report.target.size() > before->source.size() + before->target.size())
      *before = std::move(report);
  }
  reports = std::move(kept);
}

// "His first visit" behind "his second visit to Moscow" went there too.
void share_targets(std::vector<Report>& reports, const Document& document) {
  constexpr uint32_t kBack = 2;  // sentences
  for (size_t k = 1; k < reports.size(); ++k) {
    Report& own = reports[k];
    if (!own.target.empty() || !is_one_of_several(document, own.head)) continue;
    for (size_t j = k; j-- > 0 && own.sentence - reports[j].sentence <= kBack;) {
      const Report& before = reports[j];
      if (before.target.empty() || before.type != own.type || document.tokens[before.head].lemma != document.tokens[own.head].lemma) continue;
      if (!own.source.empty() && codes(before.source) == codes(own.source)) own.target = before.target;
      break;
    }
  }
}

// "It was his second visit" behind another event of its type, "the visit will be his fourth" behind one of the same parties.
void drop_recounts(std::vector<Report>& reports, const Document& document) {
  std::vector<Report> kept;
  for (Report& report : reports) {
    const bool again = std::any_of(kept.begin(), kept.end(), [&](const Report& before) {
      return (before.type == report.type && counts_events(document, report.head)) ||
             (party_key(before) == party_key(report) && is_counted(document, report.head));
    });
    if (!again) kept.push_back(std::move(report));
  }
  reports = std::move(kept);
}

// ---- users' dictionaries ----
Report coded(const PatternEvent& event, const Tree& tree) {
  Candidate candidate;
  candidate.head = event.verb, candidate.tokens = event.tokens;
  Report report = with_code(*event.code, event.verb, tree);
  report.span = words_of(candidate, tree);
  report.act = event.code->act, report.matter = event.code->matter;
  report.source = event.source, report.target = event.target;
  report.confidence = 1, report.rule = event.where;  // the user said so
  return report;
}

// The user's patterns have the last word on their verbs: what was found there goes, its parties stay unless the pattern places its own. Beside the
// built-in lexicon a verb that only the dictionary takes for an event needs both parties (`pairs_only`), as in the programs it was written for.
void add_pattern_events(std::vector<Report>& reports, const std::vector<PatternEvent>& events, const Tree& tree, bool pairs_only) {
  std::vector<Report> own;
  for (const PatternEvent& event : events) {
    if (!event.code) continue;
    const auto same = std::find_if(reports.begin(), reports.end(), [&](const Report& report) { return report.head == event.verb; });
    if (pairs_only && same == reports.end() && (event.source.empty() || event.target.empty())) continue;
    own.push_back(coded(event, tree));
    if (event.placed || event.answer || same == reports.end()) continue;
    own.back().source = same->source, own.back().target = same->target;
  }
  std::erase_if(reports, [&](const Report& report) {
    return std::any_of(events.begin(), events.end(), [&](const PatternEvent& event) { return event.verb == report.head; });
  });
  reports.insert(reports.end(), own.begin(), own.end());
  std::stable_sort(reports.begin(), reports.end(), [](const Report& a, const Report& b) { return a.span.begin < b.span.begin; });
}

// What a dictionary of discards says about the text and about each sentence.
struct Discards {
  bool story = false;
  std::vector<bool> sentence;
};

Discards read_discards(const Document& document, const Knowledge& knowledge) {
  Discards out;
  std::vector<std::string_view> words;
  for (const Sentence& sentence : document.sentences) {
    words.clear();
    for (uint32_t i = sentence.first; i < sentence.last; ++i) words.push_back(document.tokens[i].form);
    const Knowledge::Discard discard = knowledge.discard(words);
    out.story = out.story || discard == Knowledge::Discard::story;
    out.sentence.push_back(discard != Knowledge::Discard::none);
  }
  return out;
}

}  // namespace

std::shared_ptr<const Coder::Files> Coder::read(const std::string& models_folder, const std::string& build_data_folder) {
  auto gazetteer = Gazetteer::load(build_data_folder + "/gazetteer.bin",
                                   (std::filesystem::path(build_data_folder) / "../../data/places.txt").lexically_normal().string());
  return std::make_shared<const Files>(Files{std::make_unique<const Gazetteer>(std::move(gazetteer)), Chooser::load(models_folder)});
}

Coder::Coder(const Knowledge& knowledge, std::shared_ptr<const Files> files)
    : knowledge_(&knowledge), files_(std::move(files)), codes_(std::make_shared<const CodeTable>(knowledge, files_->chooser.model())) {}

std::vector<Report> Coder::code(const Article& article, const Document& document, std::string_view kind, bool reasons) const {
  if (std::none_of(document.sentences.begin(), document.sentences.end(), [](const Sentence& s) { return s.parsed; })) return {};
  const Knowledge& knowledge = *knowledge_;
  const Tree tree(document);
  const std::string& published = article.published.date;
  std::string_view home = country_of_newsroom(knowledge, *files_->gazetteer, article.site);
  if (home.empty()) home = knowledge.country_of_outlet(article.url);
  const auto places = read_places(document, knowledge, files_->gazetteer.get(), {home, published, knowledge.reports_on_world(article.site)});
  const PartyReader parties(tree, knowledge, parse_iso_date(published), places, &files_->chooser.model(), home);
  const auto frames = read_frames(document, knowledge);
  Composer composer(tree, knowledge, parties, frames);
  const auto candidates = files_->chooser.choose({tree, knowledge, parties, composer, kind, reasons}, *codes_, composer.compose());
  std::vector<Report> reports;
  for (const Candidate& candidate : candidates) reports.push_back(coded(candidate, tree, parties));
  merge_same(reports, tree);
  share_targets(reports, document);
  drop_recounts(reports, document);
  if (!knowledge.verb_patterns().empty())
    add_pattern_events(reports, match_patterns(tree, knowledge, parties, parse_iso_date(published)), tree, !knowledge.all_senses().empty());
  if (knowledge.has_discards()) {
    const Discards discards = read_discards(document, knowledge);
    std::erase_if(reports, [&](const Report& report) { return discards.story || discards.sentence[report.sentence]; });
  }
  const TopicOfText topic = read_topic(document);
  std::erase_if(reports, [&](const Report& report) {
    return is_figure(document, topic, report.type, report.sentence) || is_simile(document, report.type, report.head) ||
           is_weapon_name(document, report.type, report.span, report.sentence) || is_offer_of_wares(document, report.type, report.head) ||
           is_request_for_comment(document, report.type, report.span, report.sentence) || is_mere_possibility(document, report.head) ||
           (report.source.empty() && is_ruled_out(document, report.type, report.span, report.sentence));
  });
  if (reports.empty()) return reports;
  add_contacts(tree, parties, composer, reports);
  const auto in_force = add_measures_in_force(tree, knowledge, parties, composer, reports);
  const auto times = read_times(document, knowledge, published, home);
  std::vector<EventSite> sites;
  for (const Report& report : reports) sites.push_back(site_of(document, report));
  std::vector<ToldOfEvent> told = read_told(document, knowledge, times, published, sites);
  for (size_t k = 0; k < reports.size(); ++k)
    if (among(in_force, reports[k].head)) told[k].status = Status::ongoing, told[k].when.reset();  // dates near it are those of the lifting
  const auto wheres = read_wheres(document, knowledge, places, sites, told);
  auto counts = read_counts(document, times, sites, told);
  for (size_t k = 0; k < reports.size(); ++k) {
    Report& report = reports[k];
    report.status = told[k].status, report.when = std::move(told[k].when), report.said_by = std::move(told[k].said_by);
    drop_own_words(document, report);
    report.where = wheres[k];
    name_states_of_then(report, published);
    report.counts = std::move(counts[k]);
  }
  add_denials(document, knowledge, reports);
  add_denied_shares(tree, knowledge, parties, composer, reports);
  for (Report& report : reports) report.id = stable_id(article.id, report);
  link_contradictions(document, reports);
  return reports;
}

}  // namespace gesta
