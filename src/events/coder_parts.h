// What a Coder holds.
#pragma once
#include <memory>

#include "events/chooser.h"
#include "events/events.h"
#include "knowledge/gazetteer.h"

namespace gesta {

struct Coder::Parts {
  const Knowledge& knowledge;
  std::unique_ptr<const Gazetteer> gazetteer;
  Chooser chooser;
};

}  // namespace gesta
