// Is an attack or a march a figure of speech? Sport, markets, reviews and medicine are told in the words of war ("Raja attacked from the whistle",
// "killer cells"), and exercises rehearse it. A text whose words are those of such a topic, and a sentence that names nobody who fights, guards or
// bleeds, tell of no incident. Word counts after the "one topic a text" reading of Gale, Church and Yarowsky (1992).
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/lists.h"
#include "events/fields.h"
#include "events/fields_tree.h"

namespace gesta {
namespace {

enum Topic : uint8_t { sport, markets, culture, medicine, drill, accident, topics };

struct TopicWords {
  Topic topic;
  std::string_view words;  // lemmas between spaces
};
constexpr TopicWords kTopics[] = {
    {sport,
     " match goal coach striker season league penalty semi-final quarter-final final keeper goalkeeper cup championship quarterback touchdown "
     "innings wicket "
     "tournament player fan derby referee midfielder defender halftime half-time shoot-out champion tackle bowler batsman medal race lap peloton "
     "sprint "
     "fixture squad playoff play-off snap homecoming pitch equaliser equalizer scorer winger forward basket rebound umpire "},
    {markets,
     " share index trader investor analyst stock market brand profit revenue bond currency retailer earnings portfolio broker brokerage exchange "
     "rival "
     "consumer sale supermarket price discount shareholder dividend "},
    {culture,
     " film novel director scene actor actress play album exhibition chapter plot audience debut feature critic author poem song screen gallery "
     "theatre "
     "comedy drama sequel character reader publisher script camera "},
    {medicine,
     " cell tumour tumor patient trial vaccine researcher bacterium bacteria virus dose mouse gene protein tuberculosis immune infection antibiotic "
     "drug "
     "disease scientist laboratory lab symptom therapy "},
    {drill, " exercise drill simulated scenario manoeuvre maneuver rehearsal mock fictional war-game wargame simulation cadet umpire "},
    {accident,
     " factory firework cracker boiler cylinder gas leak leaking chemical spark friction furnace refinery pipeline warehouse workshop welder licence "
     "inspector negligence accident accidental accidentally short-circuit electrical flammable kitchen cooker valve blaze burns smoke firefighter "
     "crew crash derail collision collide capsize landslide avalanche rescuer miner shaft methane "}};
// Whoever fights and what with: where none of them is named, outside of quotation marks, an explosion in the words of an accident is one.
constexpr std::string_view kFighting =
    " gunman gunmen militant rebel insurgent guerrilla terrorist terrorism jihadist militia militiaman fighter soldier troop army attack attacker "
    "assault bomb bomber bombing grenade mortar shell rocket missile shoot gunfire rifle weapon sabotage saboteur arson arsonist hijack kidnap stab "
    "murder assassin suicide claim enemy war raid strike mob protester demonstrator riot rioter police policeman suspect car device dynamite ";
// Who takes part in an incident, and what is left of it.
constexpr std::string_view kReal =
    " police policeman gunman gunmen soldier troop militant rebel insurgent guerrilla hospital wounded injured victim army militia jihadist "
    "terrorist officer "
    "protester demonstrator marcher union arrest detain tear-gas curfew ministry guard militiaman fighter villager civilian ";

// What a weapon is for, what may be so called, and words of a deed.
constexpr std::string_view kPurposes = " attack strike combat ";
constexpr std::string_view kHardware =
    " submarine ship warship vessel boat frigate destroyer carrier aircraft plane jet fighter bomber helicopter drone vehicle dog "
    "missile craft group ";
constexpr std::string_view kDeeds =
    " kill shoot fire shell hit destroy raid storm bomb bombard fight clash launch ram sink down target pound blast explode wound injure carry use ";

// The lemma, or for what was not tagged the word without its ending.
std::string plain(const Document& document, uint32_t token) {
  std::string word = tree::lower_lemma(document, token);
  if (document.tokens[token].lemma.empty() && word.size() > 4 && word.ends_with("s")) word.pop_back();
  return word;
}

}  // namespace

TopicOfText read_topic(const Document& document) {
  static const std::unordered_map<std::string_view, Topic> table = [] {
    std::unordered_map<std::string_view, Topic> all;
    for (const TopicWords& entry : kTopics)
      for (size_t at = 1; at < entry.words.size();) {
        const size_t end = entry.words.find(' ', at);
        all.emplace(entry.words.substr(at, end - at), entry.topic);
        at = end + 1;
      }
    return all;
  }();
  uint32_t words[topics] = {}, distinct[topics] = {};
  std::unordered_map<std::string_view, bool> seen;
  for (const Token& token : document.tokens) {
    const auto it = table.find(token.lemma);
    if (it == table.end()) continue;
    ++words[it->second];
    distinct[it->second] += !std::exchange(seen[it->first], true);
  }
  const auto strong = [&](Topic topic, uint32_t least) { return distinct[topic] >= least && words[topic] * 50 >= document.tokens.size(); };
  TopicOfText out;
  out.figurative = strong(sport, 4) || strong(markets, 5) || strong(culture, 5) || strong(medicine, 4);
  out.drill = distinct[drill] >= 3;
  out.accident = distinct[accident] >= 3;
  for (uint32_t t = 0; t < document.tokens.size() && out.accident; ++t)
    out.accident = !has_word(kFighting, plain(document, t)) || tree::in_quotes(document, t);
  return out;
}

bool is_figure(const Document& document, const TopicOfText& topic, std::string_view type, uint32_t sentence) {
  if ((!topic.figurative && !topic.drill && !topic.accident) || sentence >= document.sentences.size()) return false;
  if (type != "ASSAULT" && type != "PROTEST") return false;
  if (topic.drill || topic.accident) return type == "ASSAULT";
  const Sentence& around = document.sentences[sentence];
  for (uint32_t t = around.first; t < around.last; ++t)
    if (has_word(kReal, tree::lower_lemma(document, t))) return false;
  return true;
}

// "blew out the windows like a bomb", or the contract that was called "a bomb under the budget": the phrase opens the quotation, what governs it
// stands before.
bool is_simile(const Document& document, std::string_view type, uint32_t head) {
  constexpr std::string_view noises[] = {"bomb", "grenade", "rocket", "missile", "explosion", "gunshot", "gunfire", "shot", "shell", "bullet", "war"};
  if (type != "ASSAULT" || head >= document.tokens.size() || !tree::among(tree::lower_lemma(document, head), noises)) return false;
  if (head > 1 && document.tokens[head].xpos == "NN" && document.tokens[head].head < head - 2) {
    const std::string before = tree::lower_form(document, head - 1), mark = tree::lower_form(document, head - 2);
    if ((before == "a" || before == "an") && (mark == "\"" || mark == "``" || mark == "\u201c") && tree::in_quotes(document, head)) return true;
  }
  bool like = false, any = document.tokens[head].xpos != "NN";
  for (const uint32_t c : tree::children(document, head)) {
    const std::string form = tree::lower_form(document, c);
    like |= form == "like", any |= form == "a" || form == "an";
  }
  return like && any;
}

bool is_weapon_name(const Document& document, std::string_view type, Span words, uint32_t sentence) {
  if (type != "ASSAULT") return false;
  bool named = false;
  for (uint32_t t = document.sentences[sentence].first; t < document.sentences[sentence].last; ++t) {
    const Token& token = document.tokens[t];
    if (!words.overlaps(token.span)) continue;
    const std::string lemma = tree::lower_lemma(document, t);
    const bool of_weapon = has_word(kPurposes, lemma) && base(token.deprel) == Deprel::compound && token.head > t &&
                           token.head < document.tokens.size() && has_word(kHardware, tree::lower_lemma(document, token.head));
    if (!of_weapon && (has_word(kPurposes, lemma) || has_word(kDeeds, lemma))) return false;
    named |= of_weapon;
  }
  return named;
}

bool is_request_for_comment(const Document& document, std::string_view type, Span words, uint32_t sentence) {
  if (type != "REQUEST") return false;
  const Sentence& around = document.sentences[sentence];
  for (uint32_t t = around.first; t + 2 < around.last; ++t) {
    if (!words.overlaps(document.tokens[t].span) || plain(document, t) != "request" || tree::lower_form(document, t + 1) != "for") continue;
    uint32_t what = t + 2;
    while (what + 1 < around.last && has_word(" a an any immediate further ", tree::lower_form(document, what))) ++what;
    if (plain(document, what) == "comment") return true;
  }
  return false;
}

bool is_offer_of_wares(const Document& document, std::string_view type, uint32_t head) {
  constexpr std::string_view kSellers =
      " auction sale auctioneer exhibition museum gallery fair festival concert film book album shop store restaurant hotel menu course tour cruise "
      "website app ticket subscription package ";
  if (type != "AGREE" || head >= document.tokens.size()) return false;
  const std::string lemma = tree::lower_lemma(document, head);
  if (lemma != "offer" && lemma != "promise") return false;
  const uint32_t who = tree::child(document, head, {Deprel::nsubj});
  return who != kNone && document.tokens[who].upos == Upos::NOUN && has_word(kSellers, tree::lower_lemma(document, who));
}

bool is_mere_possibility(const Document& document, uint32_t head) {
  constexpr std::string_view kTalk = " discuss consider study examine weigh mull debate explore raise ";
  if (head >= document.tokens.size() || base(document.tokens[head].deprel) != Deprel::nmod) return false;
  const uint32_t possibility = document.tokens[head].head;
  if (possibility >= document.tokens.size() || !has_word(" possibility likelihood feasibility prospect ", tree::lower_lemma(document, possibility)))
    return false;
  const uint32_t verb = document.tokens[possibility].head;
  return document.tokens[possibility].deprel == Deprel::obj && verb < document.tokens.size() && has_word(kTalk, tree::lower_lemma(document, verb));
}

bool is_ruled_out(const Document& document, std::string_view type, Span words, uint32_t sentence) {
  constexpr std::string_view kBursts = " explosion blast explode blow fire blaze collapse crash derail ";
  constexpr uint32_t kSentences = 3, kObject = 6;  // kObject: words
  if (type != "ASSAULT") return false;
  bool burst = false;
  for (uint32_t t = document.sentences[sentence].first; t < document.sentences[sentence].last; ++t)
    burst |= words.overlaps(document.tokens[t].span) && has_word(kBursts, plain(document, t));
  if (!burst) return false;
  for (uint32_t s = sentence; s < document.sentences.size() && s <= sentence + kSentences; ++s)
    for (uint32_t t = document.sentences[s].first; t + 2 < document.sentences[s].last; ++t) {
      if (tree::lower_lemma(document, t) != "rule" || tree::lower_form(document, t + 1) != "out") continue;
      for (uint32_t o = t + 2; o < document.sentences[s].last && o < t + kObject; ++o)
        if (has_word(" sabotage terrorism attack bomb foul ", plain(document, o))) return true;
    }
  return false;
}

}  // namespace gesta
