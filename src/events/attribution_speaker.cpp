// Which phrase names who speaks, and what is known of him: a pronoun's person or body, the name beside an office, without the day it was said.
#include "events/attribution_speaker.h"

#include <cctype>
#include <vector>

#include "base/utf8.h"
#include "events/attribution_words.h"
#include "events/fields_tree.h"
#include "events/when_event.h"

namespace gesta {

using namespace attribution_words;
using tree::among;
using tree::lower_form;
using tree::lower_lemma;

uint32_t meant_by_relative(const Document& document, uint32_t verb, uint32_t subject) {
  const bool relative = document.tokens[verb].deprel == Deprel::acl_relcl && (subject == kNone || among(lower_form(document, subject), kRelative));
  return relative ? document.tokens[verb].head : subject;
}

bool Speakers::reporting(uint32_t verb) const {
  const std::string lemma = lower_lemma(document_, verb);
  const bool name = verb > 0 && document_.tokens[verb].form == "Said" && document_.tokens[verb - 1].form == "," &&
                    verb + 1 < document_.tokens.size() &&
                    document_.tokens[verb + 1].upos == Upos::PROPN;  // "the leader of the opposition, Said Abdullo Nuri"
  if (name) return false;
  return among(lemma, kSay) || (lemma == "point" && tree::has_child_form(document_, verb, "out")) || lets_know(verb);
}

// "let it be known", "let it be understood"
bool Speakers::lets_know(uint32_t verb) const {
  if (verb >= document_.tokens.size() || lower_lemma(document_, verb) != "let" || !tree::has_child_form(document_, verb, "it")) return false;
  const uint32_t what = tree::child(document_, verb, {Deprel::xcomp});
  return what != kNone && (lower_lemma(document_, what) == "know" || lower_lemma(document_, what) == "understand");
}

uint32_t Speakers::resolved(uint32_t who) const {
  if (!among(lower_form(document_, who), kPronouns)) return who;
  const uint32_t chained = best_of_chain(who);
  if (chained != kNone && speaks(chained)) return chained;
  if (const uint32_t last = last_speaker(who); last != kNone) return best_of_chain(last) == chained && chained != kNone ? chained : last;
  return chained != kNone ? chained : earlier(who);
}

uint32_t Speakers::best_of_chain(uint32_t token) const {
  for (const Mention& mention : document_.mentions)
    if (mention.head == token && mention.chain != kNone && mention.chain < document_.chains.size()) {
      const Mention& best = document_.mentions[document_.chains[mention.chain].best];
      if (best.kind != MentionKind::pronoun) return named_by(best.head);
    }
  return kNone;
}

// "army spokesman Colonel Dembele": the noun that a name's parts hang from.
uint32_t Speakers::named_by(uint32_t name) const {
  const Token& token = document_.tokens[name];
  return base(token.deprel) == Deprel::flat && token.head < document_.tokens.size() ? token.head : name;
}

bool Speakers::speaks(uint32_t who) const {
  const uint32_t verb = document_.tokens[who].head;
  return document_.tokens[who].deprel == Deprel::nsubj && verb < document_.tokens.size() && tree::is_verbal(document_, verb) && reporting(verb);
}

// "Two sources told Reuters. Fighters then stormed the base, they added.": who spoke last, of the pronoun's number; or the person that
// a sentence since then is about.
uint32_t Speakers::last_speaker(uint32_t who) const {
  const std::string pronoun = lower_form(document_, who);
  if (!speaks(who) || (pronoun != "they" && pronoun != "he" && pronoun != "she")) return kNone;
  constexpr uint32_t near = 2;  // sentences
  const uint32_t sentence = document_.tokens[who].sentence;
  for (uint32_t t = who; t-- > 0 && document_.tokens[t].sentence + near >= sentence;) {
    const Token& token = document_.tokens[t];
    const bool subject = token.deprel == Deprel::nsubj && token.upos == Upos::PROPN && token.head < document_.tokens.size() &&
                         document_.tokens[token.head].deprel == Deprel::root && !tree::in_quotes(document_, t);
    if ((!speaks(t) && !subject) || token.head >= who || among(lower_form(document_, t), kPronouns)) continue;
    const bool plural = token.xpos == "NNS" || token.xpos == "NNPS" || token.upos == Upos::NUM;
    if (plural == (pronoun == "they")) return t;
  }
  return kNone;
}

// Without a chain: the subject of the nearest earlier clause that speaks or acts and agrees in being no pronoun.
uint32_t Speakers::earlier(uint32_t who) const {
  const uint32_t floor = who > 120 ? who - 120 : 0;
  for (uint32_t t = who; t-- > floor;) {
    const Deprel relation = document_.tokens[t].deprel;
    if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass) continue;
    if (document_.tokens[t].upos == Upos::PRON || document_.tokens[t].upos == Upos::DET || document_.tokens[t].upos == Upos::NUM ||
        among(lower_form(document_, t), kPronouns))
      continue;
    return t;
  }
  return who;
}

// The phrase with the name that stands beside it: "the justice minister, Sheikh Khalid", "the head of the agency, Mohamed ElBaradei", "its leader
// Mohamed Abdelaziz". Parsers hang the name from the phrase, from its last noun or, without a comma, from the verb.
Span Speakers::named_span(uint32_t head) const {
  const auto& tokens = document_.tokens;
  Span span = tree::phrase_span(document_, head);
  constexpr uint32_t near = 40;  // bytes
  for (uint32_t t = head + 1; t < tokens.size() && tokens[t].span.begin < span.end + near; ++t) {
    const Token& token = tokens[t];
    if (token.span.begin < span.end || token.head == kNone || among(lower_lemma(document_, t), kTimes)) continue;
    const bool apposed =
        token.deprel == Deprel::appos && (token.head == head || (token.upos == Upos::PROPN && span.contains(tokens[token.head].span)));
    const bool joined =
        token.upos == Upos::PROPN && token.span.begin <= span.end + 1 && token.head == tokens[head].head && token.deprel == tokens[head].deprel;
    if (!apposed && !joined) continue;
    const Span beside = tree::phrase_span(document_, t);
    if (beside.begin >= span.end) span.end = beside.end;
  }
  for (const uint32_t c : tree::children(document_, head))  // "in the Ogaden, Human Rights Watch said"
    if (tokens[c].deprel == Deprel::compound && c + 1 < head && tokens[c + 1].form == ",") span.begin = tokens[c + 2].span.begin;
  return without_day(whole_words(span), head);
}

// "Ban Ki-moon", its parts hung apart.
Span Speakers::whole_words(Span span) const {
  const std::string_view text = document_.text;
  const auto letter = [&](uint32_t at) {
    return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) || static_cast<unsigned char>(text[at]) >= 0x80);
  };
  while (span.end < text.size() && text[span.end] == '-' && letter(span.end + 1))
    for (++span.end; letter(span.end);) ++span.end;
  return span;
}

// "the Japanese government on Friday", "a spokesperson here on Monday": who, and not when.
Span Speakers::without_day(Span span, uint32_t head) const {
  static constexpr std::string_view kBefore[] = {"on", "late", "early", "last", "here"};
  for (uint32_t t = head + 1; t < document_.tokens.size() && span.contains(document_.tokens[t].span); ++t) {
    const std::string form = lower_form(document_, t);
    if (!is_weekday(form) && form != "yesterday" && form != "today") continue;
    while (t > head + 1 && among(lower_form(document_, t - 1), kBefore)) --t;
    span.end = document_.tokens[t - 1].span.end;
    break;
  }
  return span;
}

Said Speakers::made(uint32_t who, uint32_t cue) const {
  Said said;
  const uint32_t real = resolved(who);
  said.span = named_span(real);
  said.name = std::string(said.span.of(document_.text));
  static constexpr std::string_view kArticles[] = {"the ", "The ", "a ", "A ", "an ", "An "};
  for (const std::string_view article : kArticles)
    if (said.name.rfind(article, 0) == 0) {
      said.name.erase(0, article.size());
      said.span.begin += static_cast<uint32_t>(article.size());
    }
  if (const size_t open = said.name.rfind(" ("); open != std::string::npos && said.name.find(')', open) == std::string::npos) {  // "Network (SDN"
    said.span.end -= static_cast<uint32_t>(said.name.size() - open);
    said.name.resize(open);
  }
  said.cue = std::string(document_.tokens[cue].form);
  identify(said, real);
  return said;
}

void Speakers::identify(Said& said, uint32_t head) const {
  std::vector<uint32_t> tokens;
  for (uint32_t t = head > 12 ? head - 12 : 0; t < document_.tokens.size() && t < head + 12; ++t)
    if (said.span.contains(document_.tokens[t].span)) tokens.push_back(t);
  for (size_t i = 0; i < tokens.size(); ++i) {
    std::vector<std::string_view> words;
    for (size_t k = i; k < tokens.size(); ++k) words.push_back(document_.tokens[tokens[k]].form);
    if (const auto hit = knowledge_.find_actor(words, std::nullopt); hit && !hit->guessed) {
      said.country = std::string(hit->actor.country);
      said.sector = std::string(hit->actor.sector);
      if (tokens[i] + hit->words > head) break;
    } else if (const auto country = knowledge_.country_of_adjective(words[0]); country && said.country.empty()) {
      said.country = std::string(*country);
    }
  }
  std::vector<std::string> lemmas;
  for (const uint32_t t : tokens)
    if (t <= head) lemmas.push_back(lower_lemma(document_, t));
  if (const AgentEntry* agent = knowledge_.find_agent(std::vector<std::string_view>(lemmas.begin(), lemmas.end())); agent && said.sector.empty())
    said.sector = std::string(agent->sector);
}

}  // namespace gesta
