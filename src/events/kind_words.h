// What tells a kind of text: parts of the address or section, words of the title, words of the text. Lower case, between blanks; a cue of
// several words is joined by '_'. Own choice of words, the topics as in fields_topic.cpp.
#pragma once
#include <string_view>

namespace gesta {

struct KindCues {
  std::string_view kind, section, title, text;
  unsigned least;  // distinct words of `text` that a text of this kind has
};

inline constexpr KindCues kKinds[] = {
    {"live-blog", " live live-blog liveblog live-updates blow-by-blow minute-by-minute ",
     " live live_updates live_blog as_it_happened minute_by_minute rolling_coverage ", "", 0},
    {"obituary", " obituary obituaries deaths ", " obituary obituaries dies died dead_at aged ",
     " survived_by was_born born_in died_at dies_at aged funeral mourned widow leaves obituary eulogy legacy career late_husband late_wife "
     "passed_away "
     "childhood ",
     3},
    {"court", " court courts crime-courts law legal ", " court trial jury verdict sentenced jailed acquitted appeal lawsuit judge guilty ",
     " court judge trial jury juror verdict sentenced defendant prosecutor prosecutors prosecution lawyer lawyers attorney convicted guilty pleaded "
     "acquitted appeal bail hearing testified testimony witness charges plaintiff tribunal indictment indicted ",
     3},
    {"opinion",
     " opinion opinions comment commentisfree editorial editorials op-ed oped columnists column columns commentary perspective blogs views viewpoint "
     "letters ",
     " opinion editorial comment op-ed letter column ",
     " i my me we_must must_not i_think i_believe our should surely of_course indeed perhaps myself let_us ought i_am i_have you_might it_is_time "
     "the_truth_is ",
     3},
    {"history", " history archive archives on-this-day ", " history century anniversary remembering on_this_day ago ",
     " century centuries empire historian historians dynasty medieval ancient reign colonial archaeologists archives monument era king queen treaty "
     "battle_of ",
     3},
    {"sport",
     " sport sports football soccer nfl nba nhl mlb cricket rugby tennis golf racing f1 boxing olympics basketball baseball hockey athletics "
     "cycling ",
     " match goal goals cup league striker coach season defeat beat beats win wins final ",
     " match goal goals coach striker season league penalty semi-final quarter-final keeper goalkeeper cup championship quarterback touchdown "
     "innings "
     "wicket tournament player players fans derby referee midfielder defender halftime half-time champion champions tackle bowler batsman medal race "
     "lap fixture squad playoff playoffs pitch equaliser scorer winger teammates yards scored ",
     3},
    {"culture",
     " culture entertainment music film films movies movie books arts art tv television theatre celebrity celebrities showbiz fashion style media "
     "tv-and-radio stage ",
     " film movie album review trailer singer actor actress festival novel star series season ",
     " film films novel director scene actor actress album exhibition chapter plot audience debut critics author poem song songs screen gallery "
     "theatre "
     "comedy drama sequel character characters script movie movies singer band concert studio episode fans celebrity box_office ",
     3},
    {"markets", " business markets market finance money economy companies investing stocks realestate ",
     " shares stocks market markets profit earnings index investors bank economy prices ",
     " shares index traders investor investors analyst analysts stock stocks market markets profit profits revenue bond bonds currency retailer "
     "earnings portfolio broker exchange consumer sales shareholders dividend quarter percent growth billion inflation company_said ",
     3},
    {"accident", " weather disasters environment ",
     " crash storm hurricane flood floods earthquake quake tornado weather snow wildfire blaze fire derailed collision rescued drowned ",
     " crash crashed collision derailed storm hurricane typhoon cyclone tornado flood floods flooding earthquake quake magnitude forecast "
     "forecasters "
     "temperatures rainfall snow winds rescue rescuers rescued firefighters blaze wildfire drowned debris evacuated landslide tsunami motorist "
     "driver "
     "highway ",
     3},
    {"campaign", " donate campaign petition action take-action join ", " petition donate join act_now pledge support_us ",
     " donate donation donations petition sign_the chip_in your_support join_us volunteer supporters paid_for_by take_action help_us grassroots "
     "newsletter fundraising pledge ",
     3},
    {"explainer", " explainer explainers explained faq qa ",
     " what_is what_are what_we_know why_is why_are why_the how_does how_the who_is who_are explained explainer things_to_know questions q&a "
     "everything_you_need what_you_need ",
     "", 0},
    {"feature",
     " feature features magazine lifestyle life travel food health science technology tech longform long-reads weekend family education gardening "
     "fashion ",
     " recipe recipes guide tips best how_to my ",
     " recipe delicious garden travel hotel beach cooking weekend kids parents researchers scientists study users app apps device software students "
     "teachers wellness diet feel felt remembers recalls ",
     3}};

}  // namespace gesta
