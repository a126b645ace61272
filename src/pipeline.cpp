// One page through the house. Rooms are called in their order; nothing is kept between pages, so one engine serves many threads.
#include "pipeline.h"

#include <utility>

namespace gesta {

Engine::Engine(Knowledge knowledge, LanguageReader language, Coder coder)
    : knowledge_(std::move(knowledge)), language_(std::move(language)), coder_(std::move(coder)) {}

}  // namespace gesta
