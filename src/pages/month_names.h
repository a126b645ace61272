// Names of months in the languages of Europe and some others, in the forms they take in dates, short ones too.
#pragma once
#include <string_view>

namespace gesta {

int month_named(std::string_view word);  // 1 to 12 however it is capitalised, 0 when it names no month

}  // namespace gesta
