// Is an attack or a march a figure of speech? Sport, markets, reviews and medicine are told in the words of war ("Raja attacked from the whistle",
// "killer cells"), and exercises rehearse it. A text whose words are those of such a topic, and a sentence that names nobody who fights, guards or
// bleeds, tell of no incident. Word counts after the "one topic a text" reading of Gale, Church and Yarowsky (1992).
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "events/fields.h"
#include "events/fields_tree.h"

namespace gesta {
namespace {

enum Topic : uint8_t { sport, markets, culture, medicine, drill, topics };

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
    {drill, " exercise drill simulated scenario manoeuvre maneuver rehearsal mock fictional war-game wargame simulation cadet umpire "}};
// Who takes part in an incident, and what is left of it.
constexpr std::string_view kReal =
    " police policeman gunman gunmen soldier troop militant rebel insurgent guerrilla hospital wounded injured victim army militia jihadist "
    "terrorist officer "
    "protester demonstrator marcher union arrest detain tear-gas curfew ministry guard militiaman fighter villager civilian ";

bool has(std::string_view words, std::string_view word) {
  const size_t at = word.size() > 2 ? words.find(word) : std::string_view::npos;
  return at != std::string_view::npos && at > 0 && words[at - 1] == ' ' && at + word.size() < words.size() && words[at + word.size()] == ' ';
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
  return out;
}

bool is_figure(const Document& document, const TopicOfText& topic, std::string_view type, uint32_t sentence) {
  if ((!topic.figurative && !topic.drill) || sentence >= document.sentences.size()) return false;
  if (type != "ASSAULT" && type != "PROTEST") return false;
  if (topic.drill) return type == "ASSAULT";
  const Sentence& around = document.sentences[sentence];
  for (uint32_t t = around.first; t < around.last; ++t)
    if (has(kReal, tree::lower_lemma(document, t))) return false;
  return true;
}

// "blew out the windows like a bomb"
bool is_simile(const Document& document, std::string_view type, uint32_t head) {
  constexpr std::string_view noises[] = {"bomb", "grenade", "rocket", "missile", "explosion", "gunshot", "gunfire", "shot", "shell", "bullet", "war"};
  if (type != "ASSAULT" || head >= document.tokens.size() || !tree::among(tree::lower_lemma(document, head), noises)) return false;
  bool like = false, any = document.tokens[head].xpos != "NN";
  for (const uint32_t c : tree::children(document, head)) {
    const std::string form = tree::lower_form(document, c);
    like |= form == "like", any |= form == "a" || form == "an";
  }
  return like && any;
}

}  // namespace gesta
