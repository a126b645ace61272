// A reading as a table for people: one row an event.
#pragma once
#include <string>

#include "pipeline.h"

namespace gesta {

std::string to_table(const Reading& reading);

}  // namespace gesta
