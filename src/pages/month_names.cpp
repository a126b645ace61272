#include "pages/month_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/utf8.h"

namespace gesta {
namespace {

// Lower case without diacritics of Latin letters, set apart by spaces. A word stands once: "listopada" is the Polish November, not the Croatian
// October.
constexpr std::string_view kMonths[12] = {
    "january jan januar januari janvier janv enero ene gennaio gen janeiro janner jaenner gener stycznia styczen sty ledna leden ocak oca ianuarie "
    "ian tammikuuta januara januarja sijecnja sijecanj sausio sausis jaanuar janvaris janvari janar yanvar januarie января январь янв січня січень "
    "студзеня януари јануар јануара ιανουαρίου ιανουάριος ιαν يناير جانفي जनवरी ינואר בינואר ژانویه",
    "february feb februar februari fevrier fevr febrero febbraio fevereiro fev febr feber febrer lutego luty lut unora unor subat sub februarie "
    "helmikuuta februara februarja veljace veljaca vasario vasaris veebruar februaris shkurt fevral февраля февраль фев лютого лютий лютага "
    "февруари фебруар фебруара φεβρουαρίου φεβρουάριος φεβ فبراير فيفري फरवरी פברואר בפברואר فوریه",
    "march mar marz maerz mars marzo marco marc maart mrt mrz marts marca marzec brezna brezen mart martie marcius maret maaliskuuta marta marec "
    "ozujka ozujak kovo kovas marss marte марта март березня березень сакавіка μαρτίου μάρτιος μαρ مارس मार्च מרץ במרץ",
    "april apr avril avr abril abr aprile kwietnia kwiecien kwi dubna duben nisan nis aprilie aprilis huhtikuuta aprila travnja travanj balandzio "
    "balandis aprill prill aprel апреля апрель апр квітня квітень красавіка април априла απριλίου απρίλιος απρ أبريل ابريل إبريل أفريل अप्रैल אפריל "
    "באפריל آوریل",
    "may mai mayo maggio mag maio mei maj maja kvetna kveten toukokuuta mayis majus maig svibnja svibanj geguzes geguze maijs май мая "
    "травня травень маја μαΐου μάιος μαϊ مايو ماي मई מאי במאי",
    "june jun juni juin junio giugno giu junho juny czerwca czerwiec cze cervna cerven haziran haz iunie iun junius kesakuuta juna junija lipnja "
    "lipanj birzelio birzelis juuni junijs qershor iyun junie июня июнь июн червня червень чэрвеня юни јун јуна ιουνίου ιούνιος ιουν يونيو جوان जून "
    "יוני ביוני ژوئن",
    "july jul juli juillet juil julio luglio lug julho juliol lipca lipiec lip cervence cervenec temmuz tem iulie iul julius heinakuuta jula julija "
    "srpnja srpanj liepos liepa juuli julijs korrik iyul julie июля июль июл липня липень ліпеня юли јул јула ιουλίου ιούλιος ιουλ يوليو جويلية जुलाई "
    "יולי ביולי ژوئیه",
    "august aug aout agosto ago augustus augusti agost sierpnia sierpien sie srpna srpen agustos agu agt augusztus agustus elokuuta augusta avgusta "
    "avgust kolovoza kolovoz rugpjucio rugpjutis augusts gusht avqust августа август авг серпня серпень жніўня аугуст αυγούστου αύγουστος αυγ أغسطس "
    "اغسطس أوت غشت अगस्त אוגוסט באוגוסט اوت",
    "september sep sept septembre septiembre setiembre settembre set setembro setembre szept wrzesnia wrzesien wrz zari eylul eyl septembrie "
    "szeptember syyskuuta septembra septembar rujna rujan rugsejo rugsejis septembris shtator sentyabr сентября сентябрь сен сент вересня вересень "
    "верасня септември септембар септембра σεπτεμβρίου σεπτέμβριος σεπ سبتمبر सितंबर सितम्बर ספטמבר בספטמבר سپتامبر",
    "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik paz rijna rijen ekim eki octombrie lokakuuta "
    "oktobra oktobar spalio spalis oktoober oktobris tetor oktyabr октября октябрь окт жовтня жовтень кастрычніка октомври октобар октобра οκτωβρίου "
    "οκτώβριος οκτ أكتوبر اكتوبر अक्टूबर אוקטובר באוקטובר اکتبر",
    "november nov novembre noviembre novembro listopada listopad lis listopadu kasim kas noiembrie marraskuuta novembra novembar studenoga studenog "
    "studeni lapkricio lapkritis novembris nentor noyabr ноября ноябрь ноя нояб листопада листопад лістапада ноември новембар новембра νοεμβρίου "
    "νοέμβριος νοε نوفمبر नवंबर नवम्बर נובמבר בנובמבר نوامبر",
    "december dec dezember dez decembre diciembre dic dicembre dezembro desember desembre des grudnia grudzien gru prosince prosinec aralik ara "
    "decembrie joulukuuta decembra decembar prosinca prosinac gruodzio gruodis detsember decembris dhjetor dekabr disember декабря декабрь дек "
    "грудня грудень снежня декември децембар децембра δεκεμβρίου δεκέμβριος δεκ ديسمبر दिसंबर दिसम्बर דצמבר בדצמבר دسامبر"};

constexpr size_t kLongest = 24;  // bytes of a name

}  // namespace

int month_named(std::string_view word) {
  static const std::unordered_map<std::string_view, int> known = [] {
    std::unordered_map<std::string_view, int> all;
    for (int month = 0; month < 12; ++month) {
      const std::string_view names = kMonths[month];
      for (size_t from = 0; from < names.size();) {
        const size_t end = std::min(names.find(' ', from), names.size());
        all.emplace(names.substr(from, end - from), month + 1);
        from = end + 1;
      }
    }
    return all;
  }();
  if (word.size() < 3 || word.size() > kLongest) return 0;
  const auto at = known.find(to_lower(fold_latin(word)));
  return at == known.end() ? 0 : at->second;
}

}  // namespace gesta
