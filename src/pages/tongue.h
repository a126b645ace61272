// The language of a text by its commonest words (stop words of ten languages written in Latin letters), or by its script. ISO 639-1; empty when
// unsure.
#pragma once
#include <string>
#include <string_view>

namespace gesta {
std::string language_of(std::string_view text);
}
