#include "language/lemmas.h"

#include <algorithm>
#include <charconv>

#include "base/file.h"
#include "base/hash.h"
#include "base/result.h"
#include "base/utf8.h"

namespace gesta {
namespace {

constexpr size_t kLongestEnding = 8, kLongestWord = 40, kMostRows = 1u << 20;

// The hash runs from the last byte to the first, so that every ending is a step on the way. The tag goes in front; 0 is kept free.
uint64_t start(std::string_view tag) { return fnv1a64(tag); }
uint64_t step(uint64_t hash, char c) { return fnv1a64({&c, 1}, hash); }
uint64_t filled(uint64_t hash) { return hash == 0 ? 1 : hash; }

uint64_t key_of(std::string_view tag, std::string_view ending) {
  uint64_t hash = start(tag);
  for (size_t k = ending.size(); k > 0; --k) hash = step(hash, ending[k - 1]);
  return filled(hash);
}

}  // namespace

Lemmas Lemmas::load(const std::string& path) { return parse(path, map_setup_file(path).bytes()); }

Lemmas Lemmas::parse(const std::string& path, std::string_view text) {
  Lemmas lemmas;
  lemmas.slots_.resize(1024);
  size_t number = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const size_t a = line.find('\t'), b = line.find('\t', a + 1), c = line.find('\t', b + 1);
    Change change;
    const bool whole = a != line.npos && b != line.npos && c != line.npos && line.find('\t', c + 1) == line.npos;
    if (!whole || std::from_chars(line.data() + b + 1, line.data() + c, change.strip).ptr != line.data() + c || lemmas.used_ > kMostRows) {
      throw SetupError(path + ":" + std::to_string(number) + ":1: expected tag, ending, number of signs and new ending, set apart by tabs");
    }
    change.key = key_of(line.substr(0, a), line.substr(a + 1, b - a - 1));
    change.put = line.substr(c + 1);
    lemmas.insert(std::move(change));
  }
  return lemmas;
}

void Lemmas::insert(Change change) {
  if (2 * ++used_ > slots_.size()) {
    std::vector<Change> old(slots_.size() * 2);
    old.swap(slots_);
    used_ = 1;
    for (Change& other : old)
      if (other.key != 0) insert(std::move(other));
  }
  size_t at = change.key & (slots_.size() - 1);
  while (slots_[at].key != 0 && slots_[at].key != change.key) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = std::move(change);
}

const Lemmas::Change* Lemmas::find(uint64_t key) const {
  for (size_t at = filled(key) & (slots_.size() - 1); slots_[at].key != 0; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].key == filled(key)) return &slots_[at];
  return nullptr;
}

void Lemmas::append(std::string_view form, std::string_view tag, std::string& out) const {
  const size_t begin = out.size();
  if (tag == "NNP" || tag == "NNPS") {
    out += form;
    if (tag == "NNP") return;
  } else {
    for (size_t at = 0; at < form.size();) {
      const auto byte = static_cast<unsigned char>(form[at]);
      const CodePoint point = byte < 0x80 ? CodePoint{byte, 1} : decode_utf8(form, at);
      if (point.value == 0xFFFD) {
        out.append(form.substr(at, point.length));
      } else {
        append_utf8(out, to_lower(point.value));
      }
      at += point.length;
    }
  }
  const std::string_view low = std::string_view(out).substr(begin);
  if (low.size() > kLongestWord) return;
  uint64_t hash = start(tag);
  const Change* best = find(hash);  // of the tag alone
  for (size_t k = low.size(); k > 0; --k) {
    hash = step(hash, low[k - 1]);
    if (low.size() - k < kLongestEnding)
      if (const Change* found = find(hash)) best = found;
  }
  if (const Change* whole = find(step(hash, '^'))) best = whole;
  if (best == nullptr || best->strip > low.size() || (best->strip == low.size() && best->put.empty())) return;
  const size_t cut = out.size() - best->strip;
  if (cut < out.size() && (static_cast<unsigned char>(out[cut]) & 0xC0) == 0x80) return;  // inside a letter of several bytes
  out.resize(cut);
  out += best->put;
}

}  // namespace gesta
