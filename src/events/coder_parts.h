// What a Coder reads from files.
#pragma once
#include <memory>

#include "events/chooser.h"
#include "events/events.h"
#include "knowledge/gazetteer.h"

namespace gesta {

struct Coder::Files {
  std::unique_ptr<const Gazetteer> gazetteer;
  Chooser chooser;
};

}  // namespace gesta
