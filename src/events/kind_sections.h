// What an address or a section says of the kind of a text. Lower case, between blanks; own choice of words.
#pragma once
#include <string_view>

namespace gesta {

struct KindSections {
  std::string_view kind, words;
};

inline constexpr std::string_view kLiveSections = " live live-blog liveblog live-updates blow-by-blow minute-by-minute ";
inline constexpr KindSections kSections[] = {
    {"obituary", " obituary obituaries deaths "},
    {"court", " court courts crime-courts law legal "},
    {"opinion",
     " opinion opinions comment commentisfree editorial editorials op-ed oped columnists column columns commentary perspective blogs views viewpoint "
     "letters "},
    {"history", " history archive archives on-this-day "},
    {"sport",
     " sport sports football soccer nfl nba nhl mlb cricket rugby tennis golf racing f1 boxing olympics basketball baseball hockey athletics "
     "cycling "},
    {"culture",
     " culture entertainment music film films movies movie books arts art tv television theatre celebrity celebrities showbiz fashion style media "
     "tv-and-radio stage "},
    {"markets", " business markets market finance money economy companies investing stocks realestate "},
    {"accident", " weather disasters environment "},
    {"campaign", " donate campaign petition action take-action join "},
    {"explainer", " explainer explainers explained faq qa "},
    {"feature",
     " feature features magazine lifestyle life travel food health science technology tech longform long-reads weekend family education gardening "
     "fashion "},
};

}  // namespace gesta
