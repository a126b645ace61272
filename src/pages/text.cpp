// pages
#include "pages/pages.h"
