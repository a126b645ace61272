// Which code of its type an event has: by the lexicon, by the words around, by who takes part.
#pragma once
#include <array>
#include <map>
#include <vector>

#include "events/composition.h"
#include "events/linear.h"

namespace gesta {

struct Scene;

// The codes of each type that the model knows. A code is told by itself and by what it shares with others: its act, its matter, the field of its
// matter ("aid" of "aid.military").
class CodeTable {
 public:
  struct Row {
    const Code* code;
    std::array<size_t, 4> labels;  // of the model
  };
  CodeTable(const Knowledge& knowledge, const LinearModel& model);
  const std::vector<Row>& of_type(std::string_view type) const;
  static Row row(const Code& code, const LinearModel& model);

 private:
  std::map<std::string_view, std::vector<Row>> by_type_;
};

class CodeChooser {
 public:
  CodeChooser(const Scene& scene, const CodeTable& codes, const LinearModel& model) : scene_(scene), codes_(codes), model_(model) {}
  // Sets code, act and matter; no code where neither rules nor model know one.
  void choose(Candidate& candidate) const;
  Signs signs(const Candidate& candidate) const;

 private:
  void add_word(Signs& f, bool inside, uint32_t token) const;
  void add_parties(Signs& f, const Candidate& candidate) const;
  void add_frame(Signs& f, const Candidate& candidate) const;
  const Code* best(const Candidate& candidate, const Code* by_rule, const Signs& signs) const;

  const Scene& scene_;
  const CodeTable& codes_;
  const LinearModel& model_;
};

}  // namespace gesta
