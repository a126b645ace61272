// Lemmas: from form and tag by models/lemmas.txt (training/learn_lemmas.py): the longest ending listed for the tag decides, else the form in
// lower case; proper nouns keep their form.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace gesta {

class Lemmas {
 public:
  static Lemmas load(const std::string& path);  // SetupError with file:line
  static Lemmas parse(const std::string& path, std::string_view text);
  // Appends the lemma to `out`.
  void append(std::string_view form, std::string_view tag, std::string& out) const;

 private:
  struct Change {
    uint64_t key = 0;  // hash of tag and ending, 0: empty slot
    uint32_t strip = 0;
    std::string put;
  };
  const Change* find(uint64_t key) const;
  void insert(Change change);
  std::vector<Change> slots_;  // open addressing, a power of two
  size_t used_ = 0;
};

}  // namespace gesta
