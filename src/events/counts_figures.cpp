#include "events/counts_figures.h"

#include <algorithm>
#include <string>

#include "events/counts_measures.h"
#include "events/counts_money.h"
#include "events/counts_nothing.h"
#include "events/counts_nouns.h"
#include "events/counts_numbers.h"
#include "events/fields_tree.h"

namespace gesta::counts {

namespace {

using tree::among;
using tree::lower_form;
using tree::lower_lemma;

// What happens to the singular noun of a determiner.
Figure one(const Document& document, uint32_t t) {
  constexpr std::string_view living[] = {"dog", "horse", "cow", "goat", "sheep", "camel", "animal", "bird", "elephant", "mule", "donkey", "pig"};
  const uint32_t noun = tree::head(document, t);
  if (noun == kNone || base(document.tokens[t].deprel) == Deprel::root || !is_one(document, noun) || noun < t) return {};
  const std::string lemma = lower_lemma(document, noun);
  if (is_thing(document, noun) || among(lemma, living) || !measure_of(lemma).empty() || acts(document, noun)) return {};
  const Governed told = govern(document, noun);
  if (told.what != "killed" && told.what != "injured" && told.what != "abducted") return {};
  return {told.what, 1, document.tokens[noun].span, noun, told.governor};
}

// "eight pupils entered the 29th day of a hunger strike"
bool holds(const Document& document, const EventSite& site, uint32_t noun) {
  constexpr std::string_view light[] = {"begin", "start", "stage",  "hold",   "enter",   "continue", "join",     "mount",
                                        "end",   "go",    "launch", "resume", "suspend", "keep",     "organise", "organize"};
  uint32_t at = site.head;
  for (int step = 0; step < 3 && at != kNone && !tree::is_verbal(document, at); ++step) {
    const Deprel relation = base(document.tokens[at].deprel);
    if (relation != Deprel::obj && relation != Deprel::nmod && relation != Deprel::obl) return false;
    at = tree::head(document, at);
  }
  return at != kNone && at != site.head && among(lower_lemma(document, at), light) && tree::subject_of(document, at) == noun;
}

// "police who made two arrests": the noun above the clause is its subject.
bool is_relative(const Document& document, uint32_t verb) {
  constexpr std::string_view who[] = {"who", "that", "which"};
  const uint32_t subject = tree::child(document, verb, {Deprel::nsubj});
  return document.tokens[verb].deprel == Deprel::acl_relcl && subject != kNone && among(lower_form(document, subject), who);
}

bool own_argument_of(const Document& document, const EventSite& site, uint32_t noun) {
  const Deprel relation = document.tokens[noun].deprel;
  if (tree::head(document, noun) != site.head) return false;
  if (site.type == "PROTEST")
    return (relation == Deprel::nsubj && tree::child(document, site.head, {Deprel::expl}) == kNone) || relation == Deprel::nsubj_pass ||
           (relation == Deprel::nmod && !tree::is_verbal(document, site.head));
  return relation == Deprel::obj || relation == Deprel::nsubj_pass ||
         (relation == Deprel::nmod && tree::has_child_form(document, noun, Deprel::case_, "of"));
}

// "a group of sixty soldiers": the word that stands for those counted.
uint32_t group_of(const Document& document, uint32_t noun) {
  constexpr std::string_view groups[] = {"group", "crowd", "band", "column", "gang", "mob", "team", "contingent", "squad", "party", "procession"};
  const uint32_t up = tree::head(document, noun);
  const bool of = up != kNone && document.tokens[noun].deprel == Deprel::nmod && tree::has_child_form(document, noun, Deprel::case_, "of");
  return of && among(lower_lemma(document, up), groups) ? up : noun;
}

// "79 pupils of a school near Bamenda, who were seized": the clause hangs from a noun below them.
bool stands_for(const Document& document, uint32_t noun, uint32_t held) {
  constexpr int kSteps = 5;
  for (int step = 0; step < kSteps && held != kNone && held != noun; ++step) {
    const uint32_t up = tree::head(document, held);
    const Deprel relation = base(document.tokens[held].deprel);
    if (up == kNone || (relation != Deprel::nmod && relation != Deprel::appos)) return false;
    if (is_person(document, held)) return false;
    held = up;
  }
  return held == noun;
}

class Reader {
 public:
  Reader(const Document& document, const EventSite& site, std::span<const TimeExpression> times) : document_(document), site_(site), times_(times) {}

  // The figures of a sentence; those of groups that suffer the same together are one: "twelve inmates and two warders were hurt" are 14.
  std::vector<Figure> run(const Sentence& sentence) const {
    std::vector<Figure> found;
    uint32_t last = kNone;  // the noun of the last group
    each_group(sentence, [&](const Figure& figure) {
      if (figure.noun == kNone) return;
      if (!found.empty() && joins(figure, found.back(), last))
        found.back().value += figure.value, found.back().span.end = figure.span.end;
      else
        found.push_back(figure), found.back().value += figure.what == "protesters" ? 0 : named_beside(figure.noun);
      last = figure.noun;
    });
    return found;
  }

 private:
  const Token& token(uint32_t t) const { return document_.tokens[t]; }
  uint32_t head(uint32_t t) const { return tree::head(document_, t); }

  bool joins(const Figure& next, const Figure& group, uint32_t last) const {
    constexpr std::string_view people[] = {"killed", "injured", "arrested", "abducted"};
    const uint32_t up = head(next.noun);
    return next.what == group.what && among(next.what, people) && is_person(document_, next.noun) && token(next.noun).deprel == Deprel::conj &&
           up != kNone && (up == group.noun || up == last);
  }

  // "Rafik al-Hariri and fourteen others", "was killed with 21 others", "the mayor and five councillors": who is not counted is one more.
  int named_beside(uint32_t noun) const {
    const bool others = lower_lemma(document_, noun) == "other" || lower_form(document_, noun - std::min(noun, 1u)) == "other";
    const uint32_t up = head(noun);
    if (up == kNone) return 0;
    if (others && token(noun).deprel == Deprel::obl && tree::has_child_form(document_, noun, Deprel::case_, "with")) {
      const uint32_t whom = tree::child(document_, up, {Deprel::obj});
      const uint32_t who = whom != kNone ? whom : tree::subject_of(document_, up);
      return who != kNone && (is_named(who) || is_known(who)) ? 1 : 0;
    }
    if (others && token(noun).deprel == Deprel::nsubj)  // "twenty others died with her"
      for (const uint32_t c : tree::children(document_, up))
        if (base(token(c).deprel) == Deprel::obl && c > up && is_named(c) && tree::has_child_form(document_, c, Deprel::case_, "with")) return 1;
    if (token(noun).deprel != Deprel::conj || !(is_known(up) || (others && is_named(up)))) return 0;
    int named = 1;
    for (const uint32_t c : tree::children(document_, up))
      named += c < noun && token(c).deprel == Deprel::conj && (is_known(c) || (others && is_named(c)));
    return named;
  }
  // "the driver", "its owner": one, though no number says so.
  bool is_known(uint32_t t) const {
    if (token(t).upos != Upos::NOUN || token(t).xpos != "NN" || !is_person(document_, t) || !measure_of(lower_lemma(document_, t)).empty())
      return false;
    return tree::has_child_form(document_, t, Deprel::det, "the") || tree::child(document_, t, {Deprel::nmod_poss}) != kNone;
  }
  bool is_named(uint32_t t) const {
    constexpr std::string_view one[] = {"he", "him", "she", "her", "who"};
    return token(t).upos == Upos::PROPN ? token(t).xpos != "NNPS" : token(t).upos == Upos::PRON && among(lower_form(document_, t), one);
  }

  // The token behind the expression of time that holds the token; 0 outside of them. They ascend and do not overlap.
  uint32_t end_of_time(uint32_t t) const {
    const auto after =
        std::upper_bound(times_.begin(), times_.end(), t, [](uint32_t token, const TimeExpression& time) { return token < time.first; });
    return after != times_.begin() && t < std::prev(after)->last ? std::prev(after)->last : 0;
  }

  template <class Use>
  void each_group(const Sentence& sentence, const Use& use) const {
    for (uint32_t t = sentence.first; t < sentence.last;) {
      const auto number = read_number(document_, t);
      if (!number || number->ordinal) {
        use(single(t));
        ++t;
        continue;
      }
      if (const uint32_t last = end_of_time(t); last > t) {
        t = last;
        continue;
      }
      const bool dozen = number->value == 12 && lower_form(document_, t) == "dozen";
      if (!number->vague || dozen) use(of_number(t, *number));
      t = std::max(number->last, t + 1);
    }
  }

  Figure of_number(uint32_t t, const Number& number) const {
    Figure figure;
    figure.value = number.value;
    figure.span = {token(t).span.begin, token(number.last - 1).span.end};
    if (is_money(document_, t, number)) {
      if (number.value < 1000) return {};
      figure.what = "amount";
      figure.noun = figure.governor = t;
      return figure;
    }
    if (number.value != static_cast<double>(static_cast<int64_t>(number.value)) || number.value < 1) return {};
    if (is_share(document_, t, number) || is_best(document_, t, number)) return {};
    uint32_t noun = number.last - 1;  // the counted noun is the head of the number
    if (base(token(noun).deprel) == Deprel::nummod && head(noun) != kNone) noun = head(noun);
    while (number.value > 1 && noun > number.last - 1 && token(noun).xpos == "NN" && token(noun).deprel == Deprel::compound && head(noun) > noun &&
           lower_form(document_, number.last) != "-")
      noun = head(noun);  // "300 tractor plant workers", hung from the plant
    const uint32_t after = number.last;
    if (lower_form(document_, after) == "-" && lower_form(document_, after + 1) == "strong") {
      figure.what = "protesters";
      figure.noun = figure.governor = head(after + 1) != kNone ? head(after + 1) : after + 1;
      return figure;
    }
    if (is_age(document_, t, number) || is_label(document_, t) || is_hour(document_, t, number)) return {};
    // "30 of the soldiers"
    if (lower_form(document_, after) == "of" && among(lower_form(document_, after + 1), kOwners)) {
      noun = number.last - 1;
      for (const uint32_t c : tree::children(document_, noun))
        if (c > noun && token(c).deprel == Deprel::nmod && is_thing(document_, c)) return {};
    }
    if (is_part(document_, t, noun)) return {};
    if (const uint32_t hurt = hurt_before(t); hurt != kNone && (token(noun).upos == Upos::NUM || is_person(document_, noun))) {
      figure.what = "injured", figure.noun = noun, figure.governor = hurt;
      return figure;
    }
    return measured(noun, figure);
  }
  // "killed six soldiers and wounded at least eleven", however the tree joins them
  uint32_t hurt_before(uint32_t t) const {
    constexpr std::string_view about[] = {"at", "least", "about", "some", "more", "than", "over", "nearly", "another"};
    constexpr uint32_t kNear = 3;  // tokens
    uint32_t before = t;
    while (before > 0 && before + kNear > t && among(lower_form(document_, before - 1), about)) --before;
    const bool hurt = before > 1 && token(before - 1).sentence == token(t).sentence && among(lower_form(document_, before - 1), kHurt);
    return hurt && lower_form(document_, before - 2) == "and" ? before - 1 : kNone;
  }
  static constexpr std::string_view kOwners[] = {"the", "its", "his", "their", "her", "them", "those", "our"};

  // "a youth", "another soldier", "killing a headmistress": one. Things may be seized, only the living killed or hurt.
  Figure single(uint32_t t) const {
    const std::string form = lower_form(document_, t);
    if (form != "a" && form != "an" && form != "another") return {};
    const Figure figure = one(document_, t);
    if (figure.noun != kNone && (is_part(document_, t, figure.noun) || denied(figure.noun) || denied(t))) return {};
    const bool person = figure.noun != kNone && (is_person(document_, figure.noun));
    return person || figure.what == "killed" || figure.what == "injured" ? figure : Figure{};
  }

  Figure measured(uint32_t noun, Figure figure) const {
    if (figure.value == 1 && (denied(noun) || (head(noun) != kNone && denied(head(noun))))) return {};
    figure.noun = noun;
    const std::string lemma = lower_lemma(document_, noun);
    const bool bare = token(noun).upos == Upos::NUM;
    const bool plural = token(noun).xpos == "NNS" || token(noun).xpos == "NNPS";
    const bool people = bare || is_person(document_, noun) || (plural && !is_thing(document_, noun)) || token(noun).upos == Upos::ADJ ||
                        (figure.value > 1 && token(noun).upos == Upos::PROPN && token(noun).span.begin >= figure.span.end);  // "five Kyrgyz"
    if (lemma == "dead" || lemma == "wounded" || lemma == "injured" || lemma == "death" || lemma == "fatality" || lemma == "killing" ||
        lemma == "arrest" || lemma == "displaced" || lemma == "abduction" || lemma == "wounding" || lemma == "corpse" ||
        (lemma == "life" && !saved(noun)) || lemma == "body") {
      figure.what = lemma == "life" || lemma == "body" ? "killed" : measure_of(lemma), figure.governor = noun;
      return figure;
    }
    // "four killed and 17 injured", however the tree joins them
    const bool itself = among(lower_form(document_, noun), kHurt);
    const uint32_t hurt = itself ? noun : noun + 1;
    if ((people || itself) && hurt < document_.tokens.size() && token(hurt).sentence == token(noun).sentence &&
        among(lower_form(document_, hurt), kHurt) && tree::subject_of(document_, hurt) != noun) {
      figure.what = "injured", figure.governor = hurt;
      return figure;
    }
    const bool protests = site_.type == "PROTEST" && token(noun).deprel == Deprel::nsubj && !is_thing(document_, noun);
    if (!people && !protests) return {};
    for (const uint32_t c : tree::children(document_, noun)) {  // "31 civilians dead", "20 women hostage"
      if (lower_form(document_, c) == "dead") figure.what = "killed";
      if (among(lower_form(document_, c), kHurt) && c > noun && !tree::has_child_form(document_, c, Deprel::case_, "of")) figure.what = "injured";
    }
    if (!figure.what.empty()) {
      figure.governor = noun;
      return figure;
    }
    if (toll(document_, noun)) {
      figure.what = "killed", figure.governor = head(noun) != kNone ? head(noun) : noun;
      return figure;
    }
    if (const Governed told = govern(document_, noun); !told.what.empty()) {
      figure.what = told.what, figure.governor = told.governor;
      return figure;
    }
    // Done to it by the event itself, or it does it, where only the code of the event tells what.
    if (own_argument(document_, site_, noun)) figure.what = measure_of_type(), figure.governor = site_.head;
    if (figure.what.empty())
      if (const std::string_view own = measure_of(lemma);
          (own == "protesters" && is_person(document_, noun)) || own == "abducted" || own == "arrested" || own == "displaced")
        figure.what = own, figure.governor = noun;
    return figure.what.empty() && does_it(noun) ? Figure{} : figure;
  }

  // "thirty mutineers hold seven ministers", "the two men who shot a marine": those who do the deed, not those to whom it is done.
  bool does_it(uint32_t noun) const {
    noun = group_of(document_, noun);
    constexpr std::string_view light[] = {"have", "get", "receive", "lose", "spend", "serve", "suffer", "face", "see", "leave"};
    if (site_.type == "PROTEST") return false;
    const auto deed = [&](uint32_t verb) {
      return tree::is_verbal(document_, verb) && tree::child(document_, verb, {Deprel::obj}) != kNone &&
             tree::child(document_, verb, {Deprel::nsubj_pass, Deprel::aux_pass}) == kNone && !among(lower_lemma(document_, verb), light);
    };
    const uint32_t event = site_.head;
    if (token(noun).deprel == Deprel::obl_agent && head(noun) == event) return true;
    if (is_relative(document_, event) && head(event) == noun) return deed(event);
    return deed(event) && tree::subject_of(document_, event) == noun;
  }

  // "have not made one arrest", "not a single marcher was arrested"
  bool denied(uint32_t word) const {
    for (const uint32_t c : tree::children(document_, word))
      if (lower_form(document_, c) == "not" || lower_form(document_, c) == "n't" || lower_form(document_, c) == "never") return true;
    return false;
  }
  bool saved(uint32_t noun) const { return head(noun) != kNone && lower_lemma(document_, head(noun)) == "save"; }

  // What the code of the event counts when no word does (CAMEO 173 arrests, 181 abductions, 186 assassinations ...).
  std::string_view measure_of_type() const {
    const std::string_view root = site_.cameo.substr(0, 3);
    if (site_.type == "PROTEST") return "protesters";
    if (site_.type == "COERCE" && root == "173") return "arrested";
    if (root == "181") return "abducted";
    if (root == "203" || root == "174") return "displaced";
    if (root == "186" || root == "185" || root == "202" || site_.cameo == "1823") return "killed";
    return {};
  }

  const Document& document_;
  const EventSite& site_;
  std::span<const TimeExpression> times_;
};

}  // namespace

// "the dead number 170", "putting the dead at 19", "the toll stood at 42", "a crowd that he put at 100,000".
bool toll(const Document& document, uint32_t number) {
  constexpr std::string_view reaching[] = {"number", "reach", "exceed", "pass", "total", "top", "be", "hit", "stand", "rise"};
  if (document.tokens[number].upos != Upos::NUM) return false;
  // "Sunday's dead in Egypt number 57", however the tree joins them
  constexpr uint32_t kNear = 6;  // tokens
  if (number > kNear && lower_form(document, number - 1) == "number")
    for (uint32_t t = number - kNear; t < number - 1; ++t)
      if (document.tokens[t].sentence == document.tokens[number].sentence && lower_lemma(document, t) == "dead") return true;
  bool at = false;
  for (const uint32_t c : tree::children(document, number)) at |= lower_form(document, c) == "at" || lower_form(document, c) == "to";
  const auto tells = [&](uint32_t c) {
    const std::string lemma = lower_lemma(document, c);
    return c != number && (lemma == "toll" || lemma == "dead" || lemma == "death");
  };
  // "the toll is 170": the number is the predicate.
  if (const uint32_t subject = tree::child(document, number, {Deprel::nsubj}); subject != kNone && tells(subject)) return true;
  const uint32_t verb = tree::head(document, number);
  if (verb == kNone) return false;
  for (const uint32_t c : tree::children(document, verb))
    if (tells(c) && (at || (base(document.tokens[c].deprel) == Deprel::nsubj && among(lower_lemma(document, verb), reaching)))) return true;
  return false;
}

bool own_argument(const Document& document, const EventSite& site, uint32_t noun) {
  noun = group_of(document, noun);
  const Deprel relation = document.tokens[noun].deprel;
  const uint32_t up = tree::head(document, noun), event = site.head;
  const Deprel own = document.tokens[event].deprel;
  // "300 schoolboys abducted from ..."
  const uint32_t held = tree::head(document, event);
  if ((own == Deprel::acl || own == Deprel::acl_relcl) && (held == noun || (site.type != "PROTEST" && stands_for(document, noun, held))))
    return site.type == "PROTEST" || (document.tokens[event].xpos != "VBG" && !is_relative(document, event));
  if (up != event) {
    if (relation == Deprel::conj && up != kNone) return own_argument_of(document, site, up);
    // "have been missing since April and may have been murdered"
    if (site.type != "PROTEST" && tree::child(document, event, {Deprel::aux_pass}) != kNone && tree::subject_of(document, event) == noun) return true;
    if (site.type == "PROTEST" && holds(document, site, noun)) return true;
    return site.type == "PROTEST" && tree::is_verbal(document, event) && tree::subject_of(document, event) == noun;
  }
  return own_argument_of(document, site, noun);
}

Figure definite(const Document& document, uint32_t t) {
  const std::string form = lower_form(document, t);
  if (form != "the" && form != "his" && form != "her" && form != "their" && form != "its") return {};
  Figure figure = one(document, t);
  if (figure.what == "killed") figure.what = "the killed";
  if (figure.what == "injured") figure.what = "the injured";
  if (figure.what == "abducted") figure.what = "the abducted";
  return figure;
}

std::vector<Figure> figures(const Document& document, const EventSite& site, const Sentence& sentence, std::span<const TimeExpression> times) {
  return Reader(document, site, times).run(sentence);
}

}  // namespace gesta::counts
