#include "pages/openings.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace gesta {
namespace {

struct Openings {
  Phrase phrase;
  std::string_view words;  // "/" between them; lower case in ASCII letters (others stand as pages write them)
};
constexpr Openings kOpenings[] = {
    {kReadAlso,
     "read also/also read/read more/read next/see also/check also/related/more on/more from/more stories/recommended/you may also/you might also/"
     "don't miss/editor's picks/trending/most read/most popular/latest news/latest stories/watch:/watch now/read:/read |/must read/top stories/"
     "up next/previous article/next article/keep reading/continue reading/what to read/popular/next post/previous post/mehr zum thema/lire aussi/"
     "leer tambi/lee tambi/leggi anche/auch interessant/lesen sie/mehr dazu/mehr lesen/weiterlesen/weitere artikel/weitere meldungen/"
     "weitere themen/weitere informationen/das könnte/passend dazu/passend zum/zum thema/ähnliche/Ähnliche/verwandte/schon gelesen/meistgelesen/"
     "siehe auch/auch lesen/lire la suite/lire également/à lire/À lire/sur le même/voir aussi/articles liés/les plus lus/en savoir plus/"
     "te puede interesar/le puede interesar/más información/lea también/lea más/ver más/noticias relacionadas/mira también/sigue leyendo/"
     "leggi tutto/potrebbe interessarti/articoli correlati/vedi anche/leia também/leia mais/veja também/mais lidas/saiba mais/czytaj/zobacz/"
     "przeczytaj/polecamy/dowiedz się/lees ook/lees meer/bekijk ook/läs också/läs mer/läs även/læs også/les også/читайте также/Читайте также/"
     "смотрите также/подробнее/Подробнее/mehr themen/weitere beitr/entdecke weitere/auch auf /lust auf mehr/vorschau auf/mira:/¿ya sab/"
     "more letters/next in/see more/for more news/también te/te recomendamos/te recomiendo/artigos relacionados/articles recommand/à découvrir/"
     "plus d'articles/in other news/other stories/from around the web/you may like/suggested/in case you missed/what others/weitere nachrichten/"
     "weitere links/links zum thema/lesetipp/zurück zu/zur startseite/częściej czytane/podobne/powiązane/zie ook/meer lezen/se også/se även/"
     "lue myös/ayrıca oku/ilgili haber/vorheriger artikel/vorheriger beitrag"},
    {kSignUp,
     "sign up/subscribe/get the/newsletter/join our/join us/support /donate/log in/already a/register/become a/enter your email/by signing/"
     "download our/try /jetzt anmelden/jetzt abonnieren/abonnieren/melden sie sich/jetzt registrieren/unterstützen sie/jetzt spenden/abonnez-vous/"
     "s'abonner/inscrivez/soutenez/suscr/recibe /regístrate/assine/inscreva/iscriviti/abbonati/subskry/zapisz się/zapraszamy/abonneer/"
     "schrijf je in/never miss/do you want to be informed/submit your/únete/unete/únase/first-time subscribers/to view the full/to read the full/"
     "if you're seeing this/unlimited access/for unlimited/already subscribed/create an account/create a free/start your free/download the/"
     "get our app/werden sie mitglied/hol dir/lass dir/jetzt testen/jetzt bestellen/bereits abonnent/déjà abonn/article réserv/pour lire la suite/"
     "créez un compte/contenido exclusivo/ya eres/apoya/contenuto riservato/conteúdo exclusivo/já é assinante"},
    {kCredit,
     "photo/image/picture/credit/file photo/video:/getty/source:/ap photo/foto/bild:/bildquelle/quelle/fuente:/crédit/abbildung/zdj/fot./"
     "symbolbild/screenshot/collage/grafik/illustration/фото"},
    {kFollow,
     "follow/tweet/like us/contact/reach /email/have a tip/got a tip/click here/folgen sie/folge uns/folgt uns/suivez/síguenos/seguici/siga-nos/"
     "obserwuj/kontakt/find us on/stay connected/connect with us/send us/write to us/seguinos/seguí/rejoignez/besuchen sie uns/schreiben sie uns/"
     "e-mail:/tel./tel:"},
    {kAdvert,
     "advertisement/sponsored/ad /story continues/article continues/scroll to continue/promoted/loading/anzeige/werbung/*werbung/publicidad/"
     "publicité/pubblicità/reklam/advertentie/empfohlener redaktioneller/an dieser stelle/externer inhalt/affiliate/this post contains/"
     "this article contains/this post may/we may earn/we may receive/bei den verlinkungen/als amazon/when you buy through"},
    {kRights,
     "copyright/all rights/©/(c) /this article/this story/disclaimer/terms of/privacy/the views/originally published/alle rechte/tous droits/"
     "todos los derechos/tutti i diritti/wszelkie prawa/impressum/nachdruck"},
    {kCommentsHead,
     "comment/leave a/post a/join the conversation/your email address/reply/add a comment/kommentar/kommentieren/comentario/schreibe einen/"
     "hinterlasse/laisser un/deja un/lascia un/skomentuj/dodaj komentarz/antworten/responder/répondre"},
    {kShareLine,
     "share/print/save/copy link/facebook/whatsapp/listen/tags/topics/filed under/skip to/teilen/drucken/partager/imprimer/compart/imprimir/"
     "condivid/stampa/udostępnij/schlagw/mots-clés/etiquetas/merken/gefällt mir/wird geladen/noch keine bewertung/bewerten/rate this/like this/"
     "click to share/pin it/kategorie/category/categories/posted in/tagged/rubrik/themen:/stichw/temas/mots clés/teile diesen"},
    {kCookieText,
     "we use cookies/this site uses/this website uses/cookies/javascript/please enable/your browser/wir verwenden cookies/diese website verwendet/"
     "nous utilisons des cookies/utilizamos cookies/usamos cookies/questo sito utilizza/używamy plik/bitte aktivieren"},
    {kBylineHead,
     "by /published/updated/posted/written by/last updated/first published/reporting by/about the author/editing by/min read/von /veröffentlicht/"
     "aktualisiert/publié/publicado/pubblicato/mis à jour/stand:/autor/auteur/opublikowano"}};

bool starts(std::string_view text, std::string_view words) {
  if (text.size() < words.size()) return false;
  for (size_t i = 0; i < words.size(); ++i)
    if (ascii_lower(text[i]) != words[i]) return false;
  return true;
}

}  // namespace

uint32_t phrase_bits(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" (|[-"), text.size()));
  if (text.empty()) return 0;
  static const auto by_first = [] {
    std::array<std::vector<std::pair<std::string_view, Phrase>>, 256> lists;
    for (const auto& [phrase, words] : kOpenings)
      for (size_t at = 0; at < words.size();) {
        const std::string_view one = words.substr(at, words.find('/', at) - at);
        lists[static_cast<unsigned char>(one[0])].push_back({one, phrase});
        at += one.size() + 1;
      }
    return lists;
  }();
  uint32_t bits = 0;
  for (const auto& [words, phrase] : by_first[static_cast<unsigned char>(ascii_lower(text[0]))])
    if (starts(text, words)) bits |= phrase;
  return bits;
}

}  // namespace gesta
