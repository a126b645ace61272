// faces
#include "pipeline.h"
