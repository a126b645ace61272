// Any bytes as a model file: they load or are a SetupError, and what loads can be run. Size and hash in the header are put right first, so
// that the directory and the tensors are reached; start from a corpus of small sound models.
#include <cstdint>
#include <cstring>
#include <string>

#include "base/hash.h"
#include "base/result.h"
#include "language/parser.h"
#include "language/sentence_ends.h"
#include "language/tagger.h"

namespace {

void put_right(std::string& bytes) {
  if (bytes.size() < 64) return;
  const uint32_t version = 1;  // the one whose hash goes over bytes
  const uint64_t size = bytes.size(), hash = gesta::fnv1a64(std::string_view(bytes).substr(64));
  std::memcpy(bytes.data(), "GESTAMDL", 8);
  std::memcpy(bytes.data() + 8, &version, sizeof(version));
  std::memcpy(bytes.data() + 16, &size, sizeof(size));
  std::memcpy(bytes.data() + 24, &hash, sizeof(hash));
}

template <class Read>
void attempt(Read read) {
  try {
    read();
  } catch (const gesta::SetupError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // Two files in one input, the word vectors in front: the first four bytes say how many bytes they have.
  if (size < 4) return 0;
  uint32_t first = 0;
  std::memcpy(&first, data, sizeof(first));
  const std::string_view all(reinterpret_cast<const char*>(data) + 4, size - 4);
  std::string words(all.substr(0, first % (all.size() + 1))), net(all.substr(words.size()));
  put_right(words), put_right(net);
  attempt([&] {
    const gesta::WordVectors vectors(gesta::ModelFile::from_bytes("words.gmdl", words));
    const gesta::Batch batch{{"Police", "detained", "twelve", "\xff\xc3", "."}, {0, 5}};
    gesta::Scratch scratch;
    attempt([&] {
      std::vector<gesta::Parser::Answer> answers;
      gesta::Parser(vectors, gesta::ModelFile::from_bytes("english.gmdl", net)).run(batch, {true}, scratch, answers);
    });
    attempt([&] { (void)gesta::SentenceEnds(gesta::ModelFile::from_bytes("sentences.gmdl", net)).ends({0, gesta::kEndSigns - 1}); });
    gesta::Scratch other;
    attempt([&] {
      gesta::TagAnswer tags;
      gesta::Tagger(vectors, gesta::ModelFile::from_bytes("entities.gmdl", net), {}).run(batch, other, tags);
    });
  });
  return 0;
}
