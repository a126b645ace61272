// The room's verb: text to tokens, sentences, trees and mentions. Sentences are parsed in batches, so that the weights are read once for
// many words; everything that changes lives in a Scratch taken from a pool, so one reader serves many threads.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>

#include "base/lists.h"
#include "base/result.h"
#include "base/utf8.h"
#include "language/arguments.h"
#include "language/children.h"
#include "language/feats.h"
#include "language/kinds.h"
#include "language/language.h"
#include "language/lemmas.h"
#include "language/mentions.h"
#include "language/parser.h"
#include "language/pool.h"
#include "language/relevance.h"
#include "language/seen_states.h"
#include "language/sentence_ends.h"
#include "language/tagger.h"
#include "language/titles.h"
#include "language/tokenizer.h"

namespace gesta {
namespace {

constexpr size_t kBatch = 128;         // tokens of a batch, unless one sentence has more
constexpr size_t kMostTokens = 20480;  // of a text that is searched for events
constexpr size_t kMostTelling = 8192;  // of its sentences that may tell of one: an article of four pages has a quarter of them
constexpr size_t kPassage = 100;       // tokens of sentences that the further taggers of events read in one go, as in their training
constexpr uint32_t kAround = 64;       // of the sentence before and of the one after
constexpr size_t kLead = 3;            // sentences at the start of the text that are tagged in any case
constexpr size_t kBefore = 2;          // and sentences before one that is parsed
constexpr float kLook = 0.25f;         // no event is coded from words that the tagger finds less likely
constexpr float kRule = 0.5f;          // how sure a rule alone is
constexpr float kDoubt = 0.6f;         // names: from here on the first tagger alone decides
constexpr double kSure = 0.97;         // the tagger seldom is surer; no event of the development texts hangs on it
constexpr size_t kLemmaGrowth = 12;    // a lemma is at most this much longer than its form ("'d" would)

}  // namespace

struct LanguageReader::Models {
  WordVectors words;
  Parser parser;
  Lemmas lemmas;
  std::vector<std::unique_ptr<const Tagger>> entities;
  std::vector<std::unique_ptr<const Tagger>> events;  // the first looks at every sentence that may matter, all together read those that do
  std::optional<EventLabels> event_labels;
  std::optional<Relevance> relevance;
  std::optional<Kinds> kinds;
  std::optional<SentenceEnds> ends;
  mutable WorkspacePool for_likely{Scratch::kFew}, for_all{1};  // for sentences that may matter, and for all

  explicit Models(const std::string& folder)
      : words(WordVectors::load(folder + "/words.gmdl")),
        parser(words, ModelFile::open(folder + "/english.gmdl")),
        lemmas(Lemmas::load(folder + "/lemmas.txt")) {
    const auto there = [](const std::string& path) { return std::filesystem::exists(path); };
    const auto load = [&](const std::string& kind, const std::vector<std::string_view>& wanted) {
      std::vector<std::unique_ptr<const Tagger>> out;
      for (const std::string& name : {"/" + kind + ".gmdl", "/" + kind + "2.gmdl"}) {
        if (!there(folder + name)) break;
        out.push_back(std::make_unique<const Tagger>(words, ModelFile::open(folder + name), wanted));
        if (!out.back()->same_labels(*out.front()))
          throw SetupError(folder + name + ": its labels are not those of " + kind + ".gmdl; train both alike");
      }
      return out;
    };
    entities = load("entities", {}), events = load("events", {"root", "status", "said"});
    if (const std::string path = folder + "/sentences.gmdl"; there(path)) ends.emplace(ModelFile::open(path));
    if (const std::string path = folder + "/kinds.gmdl"; there(path)) kinds.emplace(words, ModelFile::open(path));
    if (!events.empty()) event_labels.emplace(*events.front()), relevance.emplace(words, ModelFile::open(folder + "/relevance.gmdl"));
  }

  std::vector<bool> look(Document& document, std::vector<Scratch>& scratch, SeenStates& seen) const;
  void read_events(Document& document, const std::vector<bool>& telling, const SeenStates& seen, std::vector<Scratch>& scratch) const;
  void parse(Document& document, Scratch& scratch) const;
  void lemmatise(Document& document) const;
  std::vector<std::string_view> entity_labels(const Document& document, Workspace& work) const;
};

LanguageReader::LanguageReader(LanguageReader&&) noexcept = default;
LanguageReader& LanguageReader::operator=(LanguageReader&&) noexcept = default;
LanguageReader::~LanguageReader() = default;
LanguageReader::LanguageReader(std::unique_ptr<const Models> models) : models_(std::move(models)) {}

LanguageReader LanguageReader::load(const std::string& models_folder) { return LanguageReader(std::make_unique<const Models>(models_folder)); }

KindsOfText LanguageReader::kinds(std::string_view title, const std::vector<std::string_view>& paragraphs) const {
  return models_->kinds ? models_->kinds->read(title, paragraphs) : KindsOfText();
}

namespace {

// The sentences that are tagged in batches of about kBatch tokens: visit(batch, sentences), the document's token at the start of each
// piece and whether it is to be parsed. Gold sentences may be longer than the splitter makes them: cut, each piece a tree of its own.
struct Pieces {
  std::vector<uint32_t> first;
  std::vector<bool> wanted;
};

// The probability of the likeliest label.
float likeliest(const float* logits, size_t count) {
  const float most = *std::max_element(logits, logits + count);
  float sum = 0;
  for (size_t k = 0; k < count; ++k) sum += std::exp(logits[k] - most);
  return 1 / sum;
}

// Is a word of it a proper noun, or one behind the first capital?
bool may_name(const Document& document, const Sentence& sentence) {
  for (uint32_t i = sentence.first; sentence.tagged && i < sentence.last; ++i) {
    const Token& token = document.tokens[i];
    if (token.upos == Upos::PROPN || (i > sentence.first && token.form != "I" && is_upper(decode_utf8(token.form, 0).value))) return true;
  }
  return false;
}

bool is_tagged(const Sentence& sentence) { return sentence.tagged; }

// A toll, or words that deny or take back what was told: of the event before, where the sentence tells of none itself.
bool goes_on_with_event(const Document& document, const Sentence& sentence) {
  static constexpr std::string_view kToll[] = {
      "killed",  "killing", "dead",   "died",     "dying",      "wounded", "wounding", "injured",  "injuring", "hurt",     "death", "deaths",  "toll",
      "victims", "bodies",  "wounds", "injuries", "casualties", "slain",   "maimed",   "arrested", "detained", "abducted", "fled",  "homeless"};
  static constexpr std::string_view kDenial[] = {"denied", "denies", "deny", "denying", "wrong", "false", "untrue", "unfounded", "baseless"};
  return std::any_of(document.tokens.begin() + sentence.first, document.tokens.begin() + sentence.last,
                     [](const Token& token) { return among(kToll, token.form) || among(kDenial, token.form); });
}

// The comma of a headline that stands for "and": "Kenya, Somalia agree to reopen border".
bool joins_in_headline(const Document& document, const Sentence& sentence, uint32_t comma) {
  constexpr uint32_t kLongest = 3;  // words of a name
  constexpr std::string_view kMarks[] = {".", "?", "!", "\"", "\u201d"}, kOthers[] = {"and", "or", "of", "in", "to", "on"};
  const auto form = [&](uint32_t i) { return document.tokens[i].form; };
  if (comma == sentence.first || comma > sentence.first + kLongest || among(kMarks, form(sentence.last - 1))) return false;
  for (uint32_t i = sentence.first; i < comma; ++i)
    if (!starts_upper(form(i))) return false;
  uint32_t verb = comma + 1;
  while (verb < sentence.last && verb <= comma + kLongest && starts_upper(form(verb))) ++verb;
  if (verb == comma + 1 || verb + 1 >= sentence.last) return false;
  const std::string_view word = form(verb);
  return word.size() > 2 && word[0] >= 'a' && word[0] <= 'z' && !word.ends_with('s') && !word.ends_with("ed") && !word.ends_with("ing") &&
         !among(kOthers, word);
}

// What the nets read: "Ali Omar and Said Hassan" holds no verb.
std::string_view read_as(const Document& document, uint32_t i) {
  constexpr std::string_view kParticles[] = {"al", "el", "bin", "ben", "ibn"};
  const Token& token = document.tokens[i];
  const Sentence& sentence = document.sentences[token.sentence];
  if (token.form == ",") return joins_in_headline(document, sentence, i) ? "and" : token.form;
  if (token.form != "Said" || i + 1 >= sentence.last) return token.form;
  const std::string_view next = document.tokens[i + 1].form;
  if (!among(kParticles, next) && !starts_upper(next)) return token.form;
  const auto quotes = [](const Token& other) { return other.form == "\"" || other.form == "\u201c" || other.form == "``" || other.form == ":"; };
  if (i == sentence.body && std::any_of(document.tokens.begin() + i, document.tokens.begin() + sentence.last, quotes)) return token.form;
  return "Saeed";
}

// `wanted(sentence)`: is it among them? `apart`: a dateline is a piece of its own.
template <class Wanted, class Visit>
void each_batch(const Document& document, Wanted wanted, Visit visit, bool apart = false) {
  Batch batch;
  Pieces pieces;
  const auto flush = [&] {
    if (pieces.first.empty()) return;
    batch.starts.push_back(batch.forms.size());
    visit(batch, pieces);
    batch.forms.clear(), batch.starts.clear(), pieces = {};
  };
  for (const Sentence& sentence : document.sentences) {
    if (!wanted(sentence)) continue;
    for (uint32_t at = sentence.first, end = at; at < sentence.last; at = end) {
      pieces.first.push_back(at), pieces.wanted.push_back(sentence.parsed);
      batch.starts.push_back(batch.forms.size());
      end = apart && at < sentence.body ? sentence.body : std::min(sentence.last, at + kLongestSentence);
      for (uint32_t i = at; i < end; ++i) batch.forms.push_back(read_as(document, i));
      if (batch.forms.size() >= kBatch) flush();
    }
  }
  flush();
}

// The sentences of a batch that follow one another, in runs of some kPassage tokens with the sentence before and the one after.
Passages passages_of(const Document& document, const Batch& batch, const std::vector<uint32_t>& first) {
  Passages out;
  const auto read = [&](uint32_t i, uint32_t end) {
    for (; i < end; ++i) out.batch.forms.push_back(read_as(document, i));
  };
  const auto before = [&](size_t sentence) {
    if (sentence == 0) return;
    const Sentence& other = document.sentences[sentence - 1];
    read(std::max(other.first, other.last - std::min(other.last, kAround)), other.last);
  };
  const auto after = [&](size_t sentence) {
    if (sentence + 1 == document.sentences.size()) return;
    const Sentence& other = document.sentences[sentence + 1];
    read(other.first, std::min(other.last, other.first + kAround));
  };
  for (size_t k = 0; k < first.size();) {
    size_t last = document.tokens[first[k]].sentence, told = 0;
    out.batch.starts.push_back(out.batch.forms.size());
    before(last);
    do {
      last = document.tokens[first[k]].sentence;
      for (size_t i = batch.starts[k]; i < batch.starts[k + 1]; ++i, ++told) {
        out.row.push_back(out.batch.forms.size());
        out.batch.forms.push_back(batch.forms[i]);
      }
      ++k;
    } while (k < first.size() && document.tokens[first[k]].sentence <= last + 1 && told + batch.starts[k + 1] - batch.starts[k] <= kPassage);
    after(last);
  }
  out.batch.starts.push_back(out.batch.forms.size());
  return out;
}

}  // namespace

// Says by the first tagger of events what is parsed and tagged. Names are wanted where a tree is, and just before, where what a pronoun or title
// means is found. Returns which sentences may tell of an event.
std::vector<bool> LanguageReader::Models::look(Document& document, std::vector<Scratch>& scratch, SeenStates& seen) const {
  while (scratch.size() < events.size()) scratch.emplace_back(scratch.empty() ? 1 : Scratch::kFew);  // further taggers read less
  std::vector<bool> telling(document.sentences.size(), events.empty());
  if (events.empty()) return telling;
  relevance->fill(document, scratch[0]);
  for (Sentence& sentence : document.sentences) sentence.tagged = event_odds(kSure, sentence.relevance) >= 0;
  std::vector<float> most(document.sentences.size(), 0);  // of its words
  const auto tells = [&](size_t i) { return event_odds(most[i] >= kLook ? std::max(most[i], kRule) : 0, document.sentences[i].relevance) >= 0; };
  Matrix probabilities;
  each_batch(document, is_tagged, [&](const Batch& batch, const Pieces& pieces) {
    events[0]->look(batch, scratch[0], probabilities);
    size_t settled = seen.pieces();  // what no sentence that is still to come needs is forgotten
    while (settled > 0 && document.tokens[seen.first_token(settled - 1)].sentence + kBefore >= document.tokens[pieces.first[0]].sentence) --settled;
    for (size_t k = 0; k < pieces.first.size(); ++k) {
      const uint32_t sentence = document.tokens[pieces.first[k]].sentence;
      for (size_t i = batch.starts[k]; i < batch.starts[k + 1]; ++i)
        most[sentence] = std::max(most[sentence], event_labels->any(probabilities.row(i)));
      seen.keep(scratch[0].q, batch.starts[k], batch.starts[k + 1] - batch.starts[k], pieces.first[k]);
    }
    const uint32_t end = document.tokens[pieces.first.back()].sentence;
    seen.forget(settled, [&](uint32_t first_token) {
      const size_t own = document.tokens[first_token].sentence;
      bool wanted = own + kBefore > end;
      for (size_t i = own; i <= std::min<size_t>(own + kBefore, end); ++i) wanted = wanted || tells(i);
      return wanted;
    });
  });
  size_t last = document.sentences.size() + kBefore + 1;  // the next that may tell of an event
  for (size_t i = document.sentences.size(); i-- > 0;) {
    Sentence& sentence = document.sentences[i];
    const bool own = tells(i);
    // The parties of an event may stand in the sentence before.
    sentence.parsed = own || (last == i + 1 && sentence.first < sentence.last);
    if (own) last = i;
    telling[i] = own;
    sentence.tagged = i < kLead || last <= i + kBefore;
  }
  for (size_t i = 1; i < telling.size(); ++i)  // the toll of an event or its denial often stands in the sentence after
    if (telling[i - 1] && goes_on_with_event(document, document.sentences[i])) document.sentences[i].parsed = document.sentences[i].tagged = true;
  return telling;
}

// Fills event_words.
void LanguageReader::Models::read_events(Document& document, const std::vector<bool>& telling, const SeenStates& seen,
                                         std::vector<Scratch>& scratch) const {
  if (events.empty()) return;
  document.event_words = event_labels->empty(document.tokens.size());
  auto& spans = document.event_words.spans;
  const Tagger& first = *events.front();
  ArgumentReader arguments(first, first.has_pairs() ? document.tokens.size() : 0);
  const auto number = [&](const Sentence& sentence) { return static_cast<size_t>(&sentence - document.sentences.data()); };
  TagAnswer answer;
  each_batch(
      document, [&](const Sentence& sentence) { return telling[number(sentence)]; },
      [&](const Batch& batch, const Pieces& pieces) {
        Tagger::run_together(events, batch, passages_of(document, batch, pieces.first), scratch, answer, seen.fill(pieces.first, scratch[0].q));
        for (size_t k = 0; k < pieces.first.size(); ++k) {
          const size_t row = batch.starts[k], count = batch.starts[k + 1] - row, before = spans.size();
          event_labels->add(answer, row, count, pieces.first[k], document.event_words);
          if (first.has_pairs()) arguments.keep(answer.sides, row, count, pieces.first[k], std::span(spans).subspan(before));
        }
      });
  if (!first.has_pairs()) return;
  // The parties of an event may stand in the sentences before.
  std::vector<bool> context(telling.size());
  for (size_t i = 0; i < telling.size(); ++i)
    for (size_t back = 1; telling[i] && back <= std::min(i, kBefore); ++back) context[i - back] = !telling[i - back];
  for (const bool known : {true, false})
    each_batch(
        document, [&](const Sentence& sentence) { return context[number(sentence)] && seen.has(sentence.first) == known; },
        [&](const Batch& batch, const Pieces& pieces) {
          if (seen.fill(pieces.first, scratch[0].q))
            first.sides_of_states(scratch[0], answer.sides);
          else
            first.sides(batch, scratch[0], answer.sides);
          for (size_t k = 0; k < pieces.first.size(); ++k)
            arguments.keep(answer.sides, batch.starts[k], batch.starts[k + 1] - batch.starts[k], pieces.first[k], {});
        });
  arguments.fill(document.sentences, spans);
}

void LanguageReader::Models::parse(Document& document, Scratch& scratch) const {
  std::vector<Parser::Answer> answers;
  each_batch(
      document, is_tagged,
      [&](const Batch& batch, const Pieces& pieces) {
        parser.run(batch, pieces.wanted, scratch, answers);
        for (size_t k = 0; k < pieces.first.size(); ++k) {
          for (size_t i = batch.starts[k]; i < batch.starts[k + 1]; ++i) {
            const Parser::Answer& answer = answers[i];
            Token& token = document.tokens[pieces.first[k] + i - batch.starts[k]];
            token.upos = answer.upos;
            token.xpos = penn_tag(answer.xpos);
            token.deprel = answer.deprel;
            token.head = answer.head == 0 || answer.head == kNone ? kNone : pieces.first[k] + answer.head - 1;
          }
        }
      },
      true);
  for (const Sentence& sentence : document.sentences) {
    if (!sentence.parsed) continue;
    mend_titles(document, sentence);
    if (sentence.body == sentence.first) continue;  // the dateline hangs on its sentence
    const auto root = [&](uint32_t first, uint32_t last) {
      while (first < last && document.tokens[first].head != kNone) ++first;
      return first;
    };
    const uint32_t of_line = root(sentence.first, sentence.body), of_body = root(sentence.body, sentence.last);
    if (of_line < sentence.body && of_body < sentence.last)
      document.tokens[of_line].head = of_body, document.tokens[of_line].deprel = Deprel::parataxis;
  }
}

void LanguageReader::Models::lemmatise(Document& document) const {
  size_t most = 0;
  for (const Token& token : document.tokens) most += token.form.size() * 2 + kLemmaGrowth;
  std::string lemmas_text;
  lemmas_text.reserve(most);
  std::vector<uint32_t> begin;
  begin.reserve(document.tokens.size() + 1);
  for (const Token& token : document.tokens) {
    begin.push_back(static_cast<uint32_t>(lemmas_text.size()));
    lemmas.append(token.form, token.xpos, lemmas_text);
  }
  begin.push_back(static_cast<uint32_t>(lemmas_text.size()));
  if (!document.arena) document.arena = std::make_unique<std::string[]>(2);  // 0 lemmas, 1 the forms of a CoNLL-U file
  document.arena[0] = std::move(lemmas_text);
  const std::string_view all = document.arena[0];
  for (size_t i = 0; i < document.tokens.size(); ++i) document.tokens[i].lemma = all.substr(begin[i], begin[i + 1] - begin[i]);
}

// One BIO label a token; none when there is no entity model. The first tagger reads all, the others the sentences in which it doubts a word.
std::vector<std::string_view> LanguageReader::Models::entity_labels(const Document& document, Workspace& work) const {
  std::vector<std::string_view> out;
  if (entities.empty()) return out;
  std::vector<Scratch>& scratch = work.entities;
  while (scratch.size() < entities.size()) scratch.emplace_back(work.share);
  const std::vector<std::string>& names = entities[0]->labels(0);
  Matrix logits, sums;
  sums.resize(document.tokens.size(), names.size());
  std::vector<size_t> readers(document.sentences.size());  // how many of the taggers read each sentence
  for (size_t i = 0; i < readers.size(); ++i) readers[i] = may_name(document, document.sentences[i]);
  const auto number = [&](const Sentence& sentence) { return static_cast<size_t>(&sentence - document.sentences.data()); };
  for (size_t k = 0; k < entities.size(); ++k)
    each_batch(
        document, [&](const Sentence& sentence) { return readers[number(sentence)] > k; },
        [&](const Batch& batch, const Pieces& pieces) {
          entities[k]->span_logits(batch, scratch[k], logits);
          for (size_t piece = 0; piece < pieces.first.size(); ++piece) {
            const uint32_t first = pieces.first[piece];
            for (size_t i = batch.starts[piece]; i < batch.starts[piece + 1]; ++i) {
              float* sum = sums.row(first + i - batch.starts[piece]);
              for (size_t label = 0; label < names.size(); ++label) sum[label] += logits.row(i)[label];
              if (k == 0 && likeliest(sum, names.size()) < kDoubt) readers[document.tokens[first].sentence] = entities.size();
            }
          }
        });
  out.assign(document.tokens.size(), "O");
  std::vector<uint8_t> tags(document.tokens.size());
  for (const Sentence& sentence : document.sentences) {
    if (readers[number(sentence)] == 0) continue;
    const float share = 1.0f / static_cast<float>(readers[number(sentence)]);
    for (uint32_t i = sentence.first; i < sentence.last; ++i)
      for (size_t label = 0; label < names.size(); ++label) sums.row(i)[label] *= share;
    entities[0]->best_spans(sums, sentence.first, sentence.last, tags.data() + sentence.first);
    for (uint32_t i = sentence.first; i < sentence.last; ++i) out[i] = names[tags[i]];
  }
  return out;
}

namespace {

// Reads no further than so many tokens of telling sentences.
void end_after(size_t most, Document& document, std::vector<bool>& telling) {
  size_t end = 0, tokens = 0;
  for (; end < telling.size(); ++end) {
    if (telling[end]) tokens += document.sentences[end].last - document.sentences[end].first;
    if (tokens > most) break;
  }
  if (end == telling.size()) return;
  document.read_to = document.sentences[end].span.begin;
  std::fill(telling.begin() + static_cast<std::ptrdiff_t>(end), telling.end(), false);
  for (; end < telling.size(); ++end) document.sentences[end].parsed = document.sentences[end].tagged = false;
}

}  // namespace

Document LanguageReader::read(std::string_view text, const std::vector<ParagraphMark>& paragraphs, Trees trees) const {
  Document document;
  document.text = text;
  document.tokens.reserve(text.size() / 5 + 16);
  uint32_t number = 0;
  document.read_to = static_cast<uint32_t>(text.size());
  for (const ParagraphMark& paragraph : paragraphs) {
    const auto first = static_cast<uint32_t>(document.tokens.size());
    const Span span{std::min(paragraph.span.begin, static_cast<uint32_t>(text.size())),
                    std::min(paragraph.span.end, static_cast<uint32_t>(text.size()))};
    if (span.begin < span.end) tokenize(text, span, document.tokens);
    if (trees == Trees::likely && document.tokens.size() > kMostTokens) {
      document.tokens.resize(kMostTokens);
      document.read_to = document.tokens.back().span.end;
    }
    split_sentences(first, number++, paragraph.heading, document.tokens, document.sentences, models_->ends ? &*models_->ends : nullptr);
    if (document.read_to < text.size()) break;
  }
  const auto work = (trees == Trees::likely ? models_->for_likely : models_->for_all).take();
  const auto all = [&] {
    for (Sentence& sentence : document.sentences) sentence.parsed = sentence.tagged = true;
  };
  if (trees == Trees::all) {
    all();
  } else {
    SeenStates seen;
    std::vector<bool> telling = models_->look(document, work->events, seen);
    if (trees == Trees::likely) end_after(kMostTelling, document, telling);
    if (trees == Trees::all_and_events) all();
    if (std::none_of(document.sentences.begin(), document.sentences.end(), [](const Sentence& s) { return s.parsed; })) return document;
    models_->read_events(document, telling, seen, work->events);
  }
  finish(document, work->parser);
  find_mentions(models_->entity_labels(document, *work), document);
  link_mentions(document, models_->words);
  return document;
}

void LanguageReader::parse(Document& document) const {
  const auto work = models_->for_all.take();
  finish(document, work->parser);
}

void LanguageReader::finish(Document& document, Scratch& scratch) const {
  models_->parse(document, scratch);
  fill_children(document);
  models_->lemmatise(document);
  for (uint32_t i = 0; i < document.tokens.size(); ++i) document.tokens[i].feats = feats_of(document, i);
}

}  // namespace gesta
