// A byline as written -> the names in it: labels ("By"), roles, degrees and dates taken off.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace gesta {

enum class NameKind { none, person, house, handle };

struct FoundNames {
  std::vector<std::string> persons, houses, handles, roles;
  std::vector<std::string> helpers;  // persons who reviewed, edited or translated
  bool any() const { return !persons.empty() || !houses.empty() || !handles.empty(); }
};

void read_names(std::string_view text, FoundNames& out);
void read_name(std::string_view part, FoundNames& out);  // one name
bool starts_glued(std::string_view text);                // "ByAnn Lee": two elements without a space
std::string_view unlabelled(std::string_view text);      // without "By", "Posted on 3 May by"
// "Posted on 3 May 2021 by Ann Lee": what follows the last "by" behind a digit; else the text itself.
std::string_view after_date(std::string_view text);
std::string_view without_genre(std::string_view text);               // "Eine Analyse von Ann Lee": what stands behind the kind of text, else all
bool credentials(std::string_view text);                             // "MS, RD", "CFP®": of a profession, behind a name
bool of_menu(std::string_view text);                                 // holds a word of buttons and menus
bool initials(std::string_view text);                                // "IWB"
std::string_view trim_name(std::string_view text);                   // without the marks around it
std::vector<std::string_view> words_of_name(std::string_view text);  // at spaces

}  // namespace gesta
