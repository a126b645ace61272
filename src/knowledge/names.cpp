// knowledge
#include "knowledge/knowledge.h"
