// Whom a phrase names, on trees written by hand, without a model.
#include "events/parties.h"

#include <gtest/gtest.h>

#include "events/roles.h"
#include "events/tree_rows.h"

namespace gesta {
namespace {

Document read(std::string_view row, std::string& text) {
  Document document = from_conllu(conllu_of(row), text);
  document.text = text;
  return document;
}

struct Row {
  std::string words;
  uint32_t head;
  std::string codes;  // of all parties of the phrase
};

class Phrase : public testing::TestWithParam<Row> {};

TEST_P(Phrase, NamesItsParties) {
  std::string text;
  const Document document = read(GetParam().words, text);
  const Tree tree(document);
  const PartyReader parties(tree, knowledge(), parse_iso_date("1998-06-01"), {});
  EXPECT_EQ(codes_of(parties.read(GetParam().head), " ", ""), GetParam().codes) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Phrase,
    testing::Values(
        Row{"Israel/Israel/PROPN/_/3/nsubj Smith/Smith/PROPN/_/1/flat left/leave/VERB/_/0/root", 0, ""},
        Row{"The/the/DET/_/2/det Commonwealth/Commonwealth/PROPN/_/5/nsubj of/of/ADP/_/4/case Virginia/Virginia/PROPN/_/2/nmod "
            "left/leave/VERB/_/0/root",
            1, ""},
        Row{"The/the/DET/_/2/det Duma/Duma/PROPN/_/3/nsubj voted/vote/VERB/_/0/root", 1, "RUSLEG"},
        Row{"The/the/DET/_/3/det Indian/indian/ADJ/_/3/amod agency/agency/NOUN/NN/4/nsubj left/leave/VERB/_/0/root", 2, "INDGOV"},
        Row{"The/the/DET/_/3/det Indian/indian/ADJ/_/3/amod Affairs/affair/NOUN/NNS/4/compound agency/agency/NOUN/NN/5/nsubj "
            "left/leave/VERB/_/0/root",
            3, "GOV"},
        Row{"The/the/DET/_/2/det village/village/NOUN/_/5/nsubj of/of/ADP/_/4/case Duma/Duma/PROPN/_/2/nmod voted/vote/VERB/_/0/root", 3, ""},
        Row{"South/South/ADJ/_/3/amod Korean/Korean/ADJ/_/3/amod police/police/NOUN/_/4/nsubj left/leave/VERB/_/0/root", 2, "KORCOP"},
        Row{"NICOSIA/NICOSIA/PROPN/_/4/nsubj -/-/PUNCT/_/1/punct Rebels/rebel/NOUN/_/4/nsubj left/leave/VERB/_/0/root", 0, ""},
        Row{"Egypt/Egypt/PROPN/_/4/nsubj and/and/CCONJ/_/3/cc Libya/Libya/PROPN/_/1/conj met/meet/VERB/_/0/root", 0, "EGYGOV LBYGOV"},
        Row{"Egypt/Egypt/PROPN/_/4/nsubj and/and/CCONJ/_/3/cc Libya/Libya/PROPN/_/1/conj met/meet/VERB/_/0/root ,/,/PUNCT/_/8/punct "
            "both/both/DET/_/7/det "
            "sides/side/NOUN/_/8/nsubj said/say/VERB/_/4/parataxis",
            6, "EGYGOV LBYGOV"},
        Row{"Cambodian/Cambodian/ADJ/_/4/amod and/and/CCONJ/_/3/cc Thai/Thai/ADJ/_/1/conj officers/officer/NOUN/NNS/5/nsubj met/meet/VERB/_/0/root",
            3, "KHMMIL THAMIL"},
        Row{"Ugandan/Ugandan/ADJ/_/5/nsubj and/and/CCONJ/_/4/cc Rwandan/Rwandan/ADJ/_/4/amod troops/troops/NOUN/NNS/1/conj met/meet/VERB/_/0/root", 0,
            "UGAMIL RWAMIL"},
        Row{"Paris/Paris/PROPN/_/2/nsubj sought/seek/VERB/_/0/root German/German/ADJ/_/6/amod and/and/CCONJ/_/5/cc Italian/Italian/ADJ/_/3/conj "
            "help/help/NOUN/NN/2/obj",
            5, "DEUGOV ITAGOV"},
        Row{"Cambodia/Cambodia/PROPN/_/2/nsubj blamed/blame/VERB/_/0/root Thailand/Thailand/PROPN/_/2/obj ,/,/PUNCT/_/6/punct each/each/DET/_/6/det "
            "army/army/NOUN/_/7/nsubj fired/fire/VERB/_/2/parataxis",
            5, "KHMMIL THAMIL"},
        Row{"Cambodia/Cambodia/PROPN/_/2/nsubj blamed/blame/VERB/_/0/root Thailand/Thailand/PROPN/_/2/obj ,/,/PUNCT/_/10/punct "
            "commanders/commander/NOUN/NNS/10/nsubj of/of/ADP/_/9/case the/the/DET/_/9/det two/two/NUM/_/9/nummod sides/side/NOUN/NNS/5/nmod "
            "met/meet/VERB/_/2/parataxis",
            4, "KHMMIL THAMIL"},
        Row{"The/the/DET/_/2/det army/army/NOUN/_/3/nsubj shelled/shell/VERB/_/0/root rebels/rebel/NOUN/NNS/3/obj in/in/ADP/_/6/case "
            "Chad/Chad/PROPN/_/3/obl ,/,/PUNCT/_/10/punct both/both/DET/_/9/det sides/side/NOUN/NNS/10/nsubj agreed/agree/VERB/_/3/parataxis",
            8, "TCDMIL TCDREB"},
        Row{"Cambodia/Cambodia/PROPN/_/2/nsubj blamed/blame/VERB/_/0/root Thailand/Thailand/PROPN/_/2/obj ,/,/PUNCT/_/6/punct "
            "Paris/Paris/PROPN/_/6/nsubj "
            "urged/urge/VERB/_/2/parataxis both/both/DET/_/8/det sides/side/NOUN/NNS/6/obj",
            7, "KHMGOV THAGOV"},
        Row{"The/the/DET/_/2/det secretary/secretary/NOUN/NN/5/nsubj of/of/ADP/_/4/case state/state/NOUN/NN/2/nmod visited/visit/VERB/VBD/0/root "
            "Cairo/Cairo/PROPN/_/5/obj",
            1, "USAGOV"},
        Row{"Jane/Jane/PROPN/_/8/nsubj Roe/Roe/PROPN/_/1/flat ,/,/PUNCT/_/5/punct assistant/assistant/ADJ/_/5/amod "
            "secretary/secretary/NOUN/NN/1/appos of/of/ADP/_/7/case state/state/NOUN/NN/5/nmod visited/visit/VERB/VBD/0/root "
            "Cairo/Cairo/PROPN/_/8/obj",
            0, "USAGOV"},
        Row{"He/he/PRON/PRP/2/nsubj sought/seek/VERB/VBD/0/root US/US/PROPN/NNP/4/compound $/$/SYM/$/2/obj 5/5/NUM/CD/4/nummod", 2, ""},
        Row{"South/South/PROPN/NNP/2/compound American/American/ADJ/JJ/3/amod presidents/president/NOUN/NNS/4/nsubj met/meet/VERB/_/0/root", 2,
            "GOV"},
        Row{"Latin/Latin/PROPN/NNP/2/compound Americans/American/PROPN/NNPS/3/nsubj left/leave/VERB/_/0/root", 1, ""},
        Row{"Serb/Serb/ADJ/JJ/2/amod gunners/gunner/NOUN/NNS/3/nsubj shelled/shell/VERB/_/0/root Bosnia/Bosnia/PROPN/_/3/obj", 1, "BIHMIL"},
        Row{"Serb/Serb/ADJ/JJ/2/amod gunners/gunner/NOUN/NNS/3/nsubj left/leave/VERB/_/0/root Serbia/Serbia/PROPN/_/3/obj "
            "Bosnia/Bosnia/PROPN/_/3/obl",
            1, "SRBMIL"},
        Row{"Uzbek/Uzbek/ADJ/JJ/2/amod rebels/rebel/NOUN/NNS/3/nsubj left/leave/VERB/_/0/root Kyrgyzstan/Kyrgyzstan/PROPN/_/3/obj", 1, "UZBREB"},
        Row{"Jordan/Jordan/PROPN/_/2/nsubj met/meet/VERB/_/0/root Iraq/Iraq/PROPN/_/2/obj ,/,/PUNCT/_/7/punct the/the/DET/_/6/det "
            "kingdom/kingdom/NOUN/NN/7/nsubj agreed/agree/VERB/_/2/parataxis",
            5, "JORGOV"},
        Row{"Tripoli/Tripoli/PROPN/_/2/nsubj told/tell/VERB/_/0/root London/London/PROPN/_/2/obj ,/,/PUNCT/_/7/punct judges/judge/NOUN/NNS/7/nsubj "
            "there/there/ADV/RB/5/advmod refused/refuse/VERB/_/2/parataxis",
            4, "GBRJUD"},
        Row{"The/the/DET/_/3/det Security/Security/PROPN/_/3/compound Council/Council/PROPN/_/4/nsubj met/meet/VERB/_/0/root Chad/Chad/PROPN/_/4/obj "
            ",/,/PUNCT/_/9/punct the/the/DET/_/8/det Council/Council/PROPN/_/9/nsubj agreed/agree/VERB/_/4/parataxis",
            7, "IGO"},
        Row{"The/the/DET/_/2/det elders/elder/NOUN/NNS/3/nsubj left/leave/VERB/_/0/root Mali/Mali/PROPN/_/3/obj", 1, "MLICVL"},
        Row{"Pickets/picket/NOUN/NNS/4/nsubj and/and/CCONJ/_/3/cc farmhands/farmhand/NOUN/NNS/1/conj left/leave/VERB/_/0/root "
            "Mali/Mali/PROPN/_/4/obj",
            0, "MLILAB MLILAB"},
        Row{"Riot/riot/NOUN/NN/2/compound squads/squad/NOUN/NNS/3/nsubj left/leave/VERB/_/0/root Mali/Mali/PROPN/_/3/obj", 1, "MLICOP"},
        Row{"Settlers/settler/NOUN/NNS/2/nsubj left/leave/VERB/_/0/root Gaza/Gaza/PROPN/_/2/obj", 0, "ISRCVL"},
        Row{"Soldiers/soldier/NOUN/NNS/2/nsubj left/leave/VERB/_/0/root Palestine/Palestine/PROPN/_/2/obj", 0, "ISRMIL"},
        Row{"Soldiers/soldier/NOUN/NNS/2/nsubj left/leave/VERB/_/0/root Palestine/Palestine/PROPN/_/2/obj for/for/ADP/_/5/case "
            "Jordan/Jordan/PROPN/_/2/obl",
            0, "JORMIL"},
        Row{"Tony/Tony/PROPN/_/3/compound Blair/Blair/PROPN/_/3/compound University/University/PROPN/_/4/nsubj left/leave/VERB/_/0/root", 1, ""},
        Row{"The/the/DET/_/2/det West/West/PROPN/_/3/nsubj left/leave/VERB/_/0/root", 1, "GOV"},
        Row{"The/the/DET/_/3/det West/West/PROPN/_/3/compound Bank/Bank/PROPN/_/4/nsubj left/leave/VERB/_/0/root", 1, "PSEGOV"},
        Row{"Gendarmes/gendarme/NOUN/NNS/2/nsubj left/leave/VERB/_/0/root Guadeloupe/Guadeloupe/PROPN/_/2/obj", 0, "FRACOP"},
        Row{"Peacekeepers/peacekeeper/NOUN/NNS/2/nsubj left/leave/VERB/_/0/root Mali/Mali/PROPN/_/2/obj", 0, "IGOMIL"},
        Row{"Chadian/Chadian/ADJ/_/2/amod peacekeepers/peacekeeper/NOUN/NNS/3/nsubj left/leave/VERB/_/0/root Mali/Mali/PROPN/_/3/obj", 1, "TCDMIL"},
        Row{"Amnesty/Amnesty/PROPN/_/2/nsubj accused/accuse/VERB/_/0/root Mali/Mali/PROPN/_/2/obj", 0, "NGO"},
        Row{"Amnesty/amnesty/NOUN/_/4/nsubj for/for/ADP/_/3/case rebels/rebel/NOUN/NNS/1/nmod followed/follow/VERB/_/0/root", 0, ""},
        Row{"Saddam/Saddam/PROPN/_/3/nsubj Keqing/Keqing/NOUN/NN/1/flat left/leave/VERB/_/0/root", 0, ""},
        Row{"North/North/PROPN/_/4/compound and/and/CCONJ/_/3/cc South/South/PROPN/_/1/conj Korea/Korea/PROPN/_/5/nsubj met/meet/VERB/_/0/root", 3,
            "PRKGOV KORGOV"},
        Row{"Bosnian/Bosnian/ADJ/_/2/amod guns/gun/NOUN/NNS/3/nsubj hit/hit/VERB/_/0/root Serbs/Serb/PROPN/NNPS/3/obj", 3, "BIHCVL"},
        Row{"Serbia/Serbia/PROPN/_/2/nsubj told/tell/VERB/_/0/root Bosnian/Bosnian/ADJ/_/5/amod and/and/CCONJ/_/5/cc Serbs/Serb/PROPN/NNPS/2/obj", 4,
            "SRBCVL"},
        Row{"The/the/DET/_/3/det two/two/NUM/_/3/nummod Koreas/Korea/PROPN/NNPS/4/nsubj met/meet/VERB/_/0/root", 2, "KORGOV PRKGOV"},
        Row{"Chad/Chad/PROPN/_/6/nsubj ,/,/PUNCT/_/3/punct Niger/Niger/PROPN/_/1/conj and/and/CCONJ/_/5/cc Mali/Mali/PROPN/_/1/conj "
            "met/meet/VERB/_/0/root ,/,/PUNCT/_/11/punct the/the/DET/_/10/det three/three/NUM/_/10/nummod states/state/NOUN/NNS/11/nsubj "
            "agreed/agree/VERB/_/6/parataxis",
            9, "TCDGOV NERGOV MLIGOV"},
        Row{"Cambodia/Cambodia/PROPN/_/2/nsubj told/tell/VERB/_/0/root Thailand/Thailand/PROPN/_/2/obj of/of/ADP/_/5/case Laos/Laos/PROPN/_/2/obl "
            ",/,/PUNCT/_/8/punct each/each/DET/_/8/det "
            "army/army/NOUN/_/9/nsubj fired/fire/VERB/_/2/parataxis",
            7, "KHMMIL"},
        Row{"Weapons/Weapons/PROPN/_/2/compound Center/Center/PROPN/_/3/nsubj left/leave/VERB/_/0/root Germany/Germany/PROPN/_/3/obj", 1, ""},
        Row{"The/the/DET/_/3/det Lebanese/Lebanese/ADJ/_/3/amod Hezbollah/Hezbollah/PROPN/_/4/nsubj left/leave/VERB/_/0/root", 2, "LBNREB"},
        Row{"The/the/DET/_/3/det Turkish/Turkish/ADJ/_/3/amod Hezbollah/Hezbollah/PROPN/_/4/nsubj left/leave/VERB/_/0/root", 2, "TURREB"},
        Row{"The/the/DET/_/3/det Security/Security/PROPN/_/3/compound Council/Council/PROPN/_/4/nsubj met/meet/VERB/_/0/root", 2, "IGO"},
        Row{"The/the/DET/_/4/det National/National/ADJ/_/4/amod Security/Security/PROPN/_/4/compound Council/Council/PROPN/_/6/nsubj "
            "of/of/ADP/_/6/case "
            "Kenya/Kenya/PROPN/_/4/nmod met/meet/VERB/_/0/root",
            3, "KENGOV"},
        Row{"The/the/DET/_/4/det Russian/Russian/ADJ/_/4/amod Security/Security/PROPN/_/4/compound Council/Council/PROPN/_/5/nsubj "
            "met/meet/VERB/_/0/root",
            3, "RUSGOV"},
        Row{"30,000/30,000/NUM/_/3/nummod Egyptian/Egyptian/ADJ/_/3/amod pounds/pound/NOUN/NNS/4/nsubj left/leave/VERB/_/0/root", 1, ""},
        Row{"Vietnam/Vietnam/PROPN/_/5/nmod:poss 's/'s/PART/_/1/case Ministry/Ministry/PROPN/_/6/nsubj of/of/ADP/_/5/case "
            "Defence/Defence/PROPN/_/3/nmod "
            "left/leave/VERB/_/0/root",
            2, "VNMGOV"},
        Row{"Kenya/Kenya/PROPN/_/5/nmod:poss 's/'s/PART/_/1/case National/National/ADJ/_/5/amod Intelligence/Intelligence/PROPN/_/5/compound "
            "Service/Service/PROPN/_/6/nsubj left/leave/VERB/_/0/root",
            4, "KENSPY"},
        Row{"US/US/PROPN/_/2/compound Secretary/Secretary/PROPN/_/5/nsubj of/of/ADP/_/4/case State/State/PROPN/_/2/nmod left/leave/VERB/_/0/root", 1,
            "USAGOV"},
        Row{"US/US/PROPN/_/2/compound Secretary/Secretary/PROPN/_/5/nsubj of/of/ADP/_/4/case State/State/PROPN/_/2/nmod left/leave/VERB/_/0/root", 3,
            ""},
        Row{"America/America/PROPN/_/2/nsubj left/leave/VERB/_/0/root lawmakers/lawmaker/NOUN/NNS/6/nsubj in/in/ADP/_/5/case "
            "Tehran/Tehran/PROPN/_/3/nmod "
            "voted/vote/VERB/_/2/parataxis",
            2, "IRNLEG"},
        Row{"In/in/ADP/_/2/case Cairo/Cairo/PROPN/_/5/obl ,/,/PUNCT/_/5/punct demonstrators/demonstrator/NOUN/NNS/5/nsubj stoned/stone/VERB/_/0/root "
            "the/the/DET/_/8/det American/American/ADJ/_/8/amod embassy/embassy/NOUN/_/5/obj",
            3, "EGYCVL"},
        Row{"Eritrea/Eritrea/PROPN/_/7/nsubj whose/whose/PRON/WP$/3/nmod:poss troops/troops/NOUN/_/4/nsubj fought/fight/VERB/_/1/acl:relcl "
            "Ethiopian/Ethiopian/ADJ/_/6/amod rebels/rebel/NOUN/NNS/4/obj left/leave/VERB/_/0/root",
            2, "ERIMIL"},
        Row{"KYIV/KYIV/PROPN/_/5/parataxis -/-/PUNCT/_/1/punct Polish/Polish/ADJ/_/4/amod boats/boat/NOUN/NNS/5/nsubj left/leave/VERB/_/0/root "
            "Russia/Russia/PROPN/_/5/obj ,/,/PUNCT/_/11/punct the/the/DET/_/10/det two/two/NUM/_/10/nummod countries/country/NOUN/NNS/11/nsubj "
            "agreed/agree/VERB/_/5/parataxis",
            9, "POLGOV RUSGOV"},
        Row{"Hamas/Hamas/PROPN/_/2/nsubj left/leave/VERB/_/0/root Gaza/Gaza/PROPN/_/2/obj ,/,/PUNCT/_/6/punct the/the/DET/_/6/det "
            "group/group/NOUN/NN/7/nsubj said/say/VERB/_/2/parataxis",
            5, "PSEREB"},
        Row{"Hamas/Hamas/PROPN/_/2/nsubj left/leave/VERB/_/0/root Gaza/Gaza/PROPN/_/2/obj ,/,/PUNCT/_/6/punct the/the/DET/_/6/det "
            "bloc/bloc/NOUN/NN/7/nsubj said/say/VERB/_/2/parataxis",
            5, "IGO"},
        Row{"Croatian/Croatian/ADJ/_/2/amod Serbs/Serb/PROPN/NNPS/3/nsubj left/leave/VERB/_/0/root", 1, "HRVCVL"},
        Row{"Greek/Greek/ADJ/_/2/amod Cypriots/Cypriot/PROPN/NNPS/3/nsubj left/leave/VERB/_/0/root", 1, "CYPCVL"},
        Row{"Ethnic/ethnic/ADJ/_/2/amod Albanians/Albanian/PROPN/NNPS/3/nsubj left/leave/VERB/_/0/root Macedonia/Macedonia/PROPN/_/3/obj", 1,
            "MKDCVL"},
        Row{"ethnic/ethnic/ADJ/_/3/amod Vietnamese/Vietnamese/ADJ/_/3/amod fishermen/fisherman/NOUN/NNS/4/nsubj left/leave/VERB/_/0/root "
            "Cambodia/Cambodia/PROPN/_/4/obj",
            2, "KHMLAB"},
        Row{"Russian/Russian/ADJ/_/2/amod speakers/speaker/NOUN/NNS/3/nsubj left/leave/VERB/_/0/root Latvia/Latvia/PROPN/_/3/obj", 1, "LVALEG"},
        Row{"Russian/Russian/ADJ/_/3/compound -/-/PUNCT/_/3/punct speaking/speak/VERB/VBG/4/amod students/student/NOUN/NNS/5/nsubj "
            "left/leave/VERB/_/0/root Latvia/Latvia/PROPN/_/5/obj",
            3, "LVAEDU"},
        Row{"Uganda/Uganda/PROPN/_/2/nsubj shelled/shell/VERB/_/0/root Kenya/Kenya/PROPN/_/2/obj ,/,/PUNCT/_/7/punct where/where/ADV/_/7/advmod "
            "police/police/NOUN/_/7/nsubj fled/flee/VERB/_/3/acl:relcl",
            5, "KENCOP"},
        Row{"The/the/DET/_/3/det Shura/Shura/PROPN/_/3/compound Council/Council/PROPN/_/4/nsubj left/leave/VERB/_/0/root Oman/Oman/PROPN/_/4/obj", 2,
            "OMNLEG"},
        Row{"The/the/DET/_/3/det National/National/PROPN/_/3/compound Court/Court/PROPN/_/4/nsubj left/leave/VERB/_/0/root Ghana/Ghana/PROPN/_/4/obj",
            2, "GHAJUD"},
        Row{"Belgian/Belgian/ADJ/_/2/amod soldiers/soldier/NOUN/NNS/8/nsubj of/of/ADP/_/7/case the/the/DET/_/7/det United/United/PROPN/_/7/compound "
            "Nations/Nations/PROPN/_/5/flat force/force/NOUN/NN/2/nmod left/leave/VERB/_/0/root",
            1, "IGOMIL"},
        Row{"Belgian/Belgian/ADJ/_/2/amod soldiers/soldier/NOUN/NNS/6/nsubj of/of/ADP/_/5/case the/the/DET/_/5/det force/force/NOUN/NN/2/nmod "
            "left/leave/VERB/_/0/root",
            1, "BELMIL"},
        Row{"Shiites/Shiites/PROPN/NNPS/2/nsubj left/leave/VERB/_/0/root Iraq/Iraq/PROPN/_/2/obj", 0, "IRQCVL"},
        Row{"Uighurs/Uighurs/PROPN/NNPS/2/nsubj left/leave/VERB/_/0/root Turkey/Turkey/PROPN/_/2/obj", 0, "CHNCVL"},
        Row{"Indians/Indians/PROPN/NNPS/2/nsubj left/leave/VERB/_/0/root Peru/Peru/PROPN/_/2/obj", 0, "PERCVL"},
        Row{"Indians/Indians/PROPN/NNPS/2/nsubj left/leave/VERB/_/0/root Kenya/Kenya/PROPN/_/2/obj", 0, "INDCVL"},
        Row{"Moammar/Moammar/PROPN/_/3/nsubj Gadhafi/Gadhafi/PROPN/_/1/flat left/leave/VERB/_/0/root", 0, "LBYGOV"}));

// Whom the word at `head` names on a day; the first `name` words are a person's, where there are any.
Party first_party(const std::string& words, std::string_view day, uint32_t head = 0, uint32_t name = 0) {
  std::string text;
  Document document = read(words, text);
  if (name > 0) document.mentions.push_back({0, name, 0, MentionKind::person, kNone});
  const Tree tree(document);
  const auto found = PartyReader(tree, knowledge(), parse_iso_date(day), {}).read(head);
  return found.empty() ? Party() : found[0];
}

TEST(Party, AnotherSpellingOfASurnameNeedsItsCountry) {
  const std::string left = "Ghadaffy/Ghadaffy/PROPN/_/2/nsubj left/leave/VERB/_/0/root ";
  EXPECT_EQ(first_party(left + "Libya/Libya/PROPN/_/2/obj", "1998-06-01", 0, 1).id, "person:muammar-gaddafi");
  EXPECT_EQ(first_party(left + "Kenya/Kenya/PROPN/_/2/obj", "1998-06-01", 0, 1).id, "");
}

TEST(Party, FewLettersAreAPartyInItsCountry) {
  const std::string left = "GROM/GROM/PROPN/_/2/nsubj left/leave/VERB/_/0/root ";
  EXPECT_EQ(first_party(left + "Macedonia/Macedonia/PROPN/_/2/obj", "2020-06-01").country, "MKD");
  EXPECT_EQ(first_party(left + "Poland/Poland/PROPN/_/2/obj", "2020-06-01").country, "");
}

TEST(Party, APartyNameOfCommonWordsNeedsItsCountry) {
  const std::string left = "Democratic/Democratic/ADJ/_/2/amod Party/Party/PROPN/_/3/nsubj left/leave/VERB/_/0/root ";
  EXPECT_EQ(first_party(left + "Japan/Japan/PROPN/_/3/obj", "2008-04-23", 1).country, "JPN");
  EXPECT_EQ(first_party(left + "America/America/PROPN/_/3/obj", "2008-04-23", 1).id, "party:democratic-party");
}

TEST(Party, LettersMeanWhatTheTextExplains) {
  const std::string end = " (/(/PUNCT/_/5/punct UPDF/UPDF/PROPN/_/3/appos )/)/PUNCT/_/5/punct left/leave/VERB/_/0/root ";
  EXPECT_EQ(
      first_party("United/United/PROPN/_/3/compound Democratic/Democratic/PROPN/_/3/compound Front/Front/PROPN/_/7/nsubj" + end, "2006-12-21", 4).id,
      "organ:uganda-peoples-defense-force");
  EXPECT_EQ(first_party("United/United/PROPN/_/4/compound Peoples/Peoples/PROPN/_/4/compound Democratic/Democratic/PROPN/_/4/compound "
                        "Front/Front/PROPN/_/8/nsubj (/(/PUNCT/_/6/punct UPDF/UPDF/PROPN/_/4/appos )/)/PUNCT/_/6/punct left/leave/VERB/_/0/root",
                        "2006-12-21", 5)
                .id,
            "group:united-peoples-democratic-front");
}

TEST(Party, ASecondSurnameIsHisWhereMenBearTwo) {
  const std::string left = " left/leave/VERB/_/0/root";
  const std::string castro = "Raul/Raul/PROPN/_/4/nsubj Castro/Castro/PROPN/_/1/flat Ruz/Ruz/PROPN/_/1/flat" + left;
  const std::string obama = "Barack/Barack/PROPN/_/4/nsubj Obama/Obama/PROPN/_/1/flat Smith/Smith/PROPN/_/1/flat" + left;
  EXPECT_EQ(first_party(castro, "2014-12-19", 0, 3).id, "person:raul-castro");
  EXPECT_EQ(first_party(obama, "2014-12-19", 0, 3).id, "");
}

TEST(Party, TheTwoAreThoseWhoMet) {
  std::string text;
  const auto codes = [&](const std::string& who, uint32_t head) {
    const Document document =
        read("Macron/Macron/PROPN/_/2/nsubj received/receive/VERB/_/0/root Merkel/Merkel/PROPN/_/2/obj ,/,/PUNCT/_/2/punct " + who, text);
    const Tree tree(document);
    return codes_of(PartyReader(tree, knowledge(), parse_iso_date("2018-06-01"), {}).read(head), " ", "");
  };
  EXPECT_EQ(codes("the/the/DET/_/6/det two/two/NUM/_/7/nsubj agreed/agree/VERB/_/2/parataxis", 5), "FRAGOV DEUGOV");
  EXPECT_EQ(codes("the/the/DET/_/6/det leaders/leader/NOUN/NNS/7/nsubj agreed/agree/VERB/_/2/parataxis", 5), "FRAGOV DEUGOV");
  EXPECT_EQ(codes("Polish/Polish/ADJ/_/6/amod leaders/leader/NOUN/NNS/7/nsubj agreed/agree/VERB/_/2/parataxis", 5), "POLGOV");
  const std::string fell = "Malians/Malian/PROPN/NNPS/8/nsubj and/and/CCONJ/_/7/cc Chadians/Chadian/PROPN/NNPS/5/conj fell/fall/VERB/_/2/parataxis ";
  EXPECT_EQ(codes(fell + "both/both/DET/_/10/det presidents/president/NOUN/NNS/11/nsubj agreed/agree/VERB/_/2/parataxis", 9), "FRAGOV DEUGOV");
  EXPECT_EQ(codes(fell + "both/both/DET/_/10/det sides/side/NOUN/NNS/11/nsubj agreed/agree/VERB/_/2/parataxis", 9), "MLICVL TCDCVL");
  EXPECT_EQ(codes("two/two/NUM/_/6/nummod men/man/NOUN/NNS/7/nsubj fell/fall/VERB/_/2/parataxis", 5), "DEUCVL");
}

TEST(Party, WhoHasLeftHisOfficeMayHaveOneAboveTheStates) {
  const std::string name = " Martti/Martti/PROPN/_/5/nsubj Ahtisaari/Ahtisaari/PROPN/_/3/flat left/leave/VERB/_/0/root Geneva/Geneva/PROPN/_/5/obj";
  EXPECT_EQ(first_party("UN/UN/PROPN/_/2/compound envoy/envoy/NOUN/_/3/compound" + name, "2003-06-01", 2).code, "IGO");
  EXPECT_EQ(first_party("the/the/DET/_/3/det former/former/ADJ/_/3/amod" + name, "2003-06-01", 2).code, "FINELI");
}

TEST(Party, ASurnameThatTheTextGivesToAnotherIsNotTheLeaders) {
  std::string text;
  const auto id = [&](const std::string& words, uint32_t full, uint32_t head) {
    Document document = read(words, text);
    if (full != kNone) document.mentions.push_back({full, full + 2, full, MentionKind::person, kNone});
    document.mentions.push_back({head, head + 1, head, MentionKind::person, kNone});
    const Tree tree(document);
    const auto found = PartyReader(tree, knowledge(), parse_iso_date("1998-06-01"), {}).read(head);
    return found.empty() ? std::string() : found[0].id;
  };
  EXPECT_EQ(
      id("Roger/Roger/PROPN/_/3/nsubj Clinton/Clinton/PROPN/_/1/flat left/leave/VERB/_/0/root ,/,/PUNCT/_/3/punct Clinton/Clinton/PROPN/_/6/nsubj "
         "said/say/VERB/_/3/parataxis",
         0, 4),
      "");
  EXPECT_EQ(id("President/president/PROPN/_/5/nsubj Clinton/Clinton/PROPN/_/1/flat and/and/CCONJ/_/4/cc Hillary/Hillary/PROPN/_/1/conj "
               "left/leave/VERB/_/0/root "
               "Ohio/Ohio/PROPN/_/5/obj ,/,/PUNCT/_/8/punct Clinton/Clinton/PROPN/_/9/nsubj said/say/VERB/_/5/parataxis",
               0, 7),
            "person:bill-clinton");
  const std::string mitchell =
      "Mitchell/Mitchell/PROPN/_/2/nsubj left/leave/VERB/_/0/root ";  // borne by many: Grenada's premier in a text on Grenada
  EXPECT_EQ(id(mitchell + "Dallas/Dallas/PROPN/_/2/obj", kNone, 0), "");
  EXPECT_EQ(id(mitchell + "Grenada/Grenada/PROPN/_/2/obj", kNone, 0), "person:keith-mitchell");
}

// "Egyptian lawyers left in Austria as police met Kenyan police": what speaks for the countries of the first police.
TEST(Party, SignsOfTheCountryOfAnAgent) {
  std::string text;
  const Document document = read(
      "Egyptian/Egyptian/ADJ/_/2/amod lawyers/lawyer/NOUN/NNS/3/nsubj left/leave/VERB/_/0/root in/in/ADP/_/5/case Austria/Austria/PROPN/_/3/obl "
      "as/as/SCONJ/_/8/mark police/police/NOUN/NN/8/nsubj met/meet/VERB/_/3/advcl Kenyan/Kenyan/ADJ/_/10/amod police/police/NOUN/NN/8/obj",
      text);
  const Tree tree(document);
  const auto options = PartyReader(tree, knowledge(), parse_iso_date("1998-06-01"), {}).country_options(6, true);
  const auto signs = [&](std::string_view country) {
    const auto one = std::find_if(options.begin(), options.end(), [&](const CountryOption& o) { return o.country == country; });
    return one == options.end() ? std::vector<std::string>() : one->signs.names();
  };
  const auto has = [&](std::string_view country, std::string_view sign) { return std::ranges::count(signs(country), sign) == 1; };
  EXPECT_TRUE(has("AUT", "scene alone"));
  EXPECT_TRUE(has("AUT", "path nsubj>advcl><obl state in"));
  EXPECT_TRUE(has("KEN", "same word after") && has("KEN", "adjectives alone") && has("KEN", "scene elsewhere"));
  EXPECT_FALSE(has("EGY", "same word before"));
}

TEST(Party, AnAgentIsCalledByAllItsWords) {
  const auto named = [](std::string_view row, uint32_t hyphen, uint32_t head) {
    std::string text;
    Document document = read(row, text);
    for (const uint32_t i : {hyphen, hyphen + 1})  // "right-wing"
      for (uint32_t k = i; k < document.tokens.size(); ++k) --document.tokens[k].span.begin, --document.tokens[k].span.end;
    text.replace(text.find(" - "), 3, "-");
    document.text = text;
    const Tree tree(document);
    const auto found = PartyReader(tree, knowledge(), parse_iso_date("1996-03-08"), {}).read(head);
    return found.size() == 1 ? found[0].name : std::string();
  };
  EXPECT_EQ(named("Two/two/NUM/_/6/nummod right/right/ADJ/_/4/amod -/-/PUNCT/_/4/punct wing/wing/NOUN/_/6/compound Flemish/Flemish/ADJ/_/6/amod "
                  "extremists/extremist/NOUN/NNS/7/nsubj left/leave/VERB/_/0/root",
                  2, 5),
            "right-wing Flemish extremists");
  EXPECT_EQ(named("Jean/Jean/PROPN/_/7/nsubj -/-/PUNCT/_/3/punct Luc/Luc/PROPN/_/1/flat Nzita/Nzita/PROPN/_/1/flat ,/,/PUNCT/_/6/punct "
                  "farmer/farmer/NOUN/_/1/appos left/leave/VERB/_/0/root",
                  1, 0),
            "Jean-Luc Nzita");
}

TEST(Party, AWarshipIsCalledByItsOwnName) {
  std::string text;
  const Document document = read("USS/USS/PROPN/_/3/nsubj Independence/Independence/PROPN/_/1/flat sailed/sail/VERB/_/0/root", text);
  const Tree tree(document);
  const auto found = PartyReader(tree, knowledge(), parse_iso_date("1996-03-08"), {}).read(0);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].name + " " + found[0].code, "USS Independence USAMIL");
}

TEST(Party, AManWithARankIsMoreThanAName) {
  std::string text;
  const auto bare = [&](const std::string& words, uint32_t head) {
    Document document = read(words, text);
    document.mentions.push_back({head, head + 2, head, MentionKind::person, kNone});
    const Tree tree(document);
    const PartyReader parties(tree, knowledge(), parse_iso_date("1996-03-08"), {});
    const auto found = parties.read(head);
    return !found.empty() && parties.just_a_name(found[0]);
  };
  EXPECT_TRUE(bare("Tom/Tom/PROPN/_/3/nsubj Latan/Latan/PROPN/_/1/flat fired/fire/VERB/_/0/root", 0));
  EXPECT_FALSE(bare("Sgt./sgt./NOUN/_/2/compound Tom/Tom/PROPN/_/4/nsubj Latan/Latan/PROPN/_/2/flat fired/fire/VERB/_/0/root", 1));
}

TEST(Party, WhatDescribesAnotherIsNoPartyOfItsOwn) {
  for (const char* row : {"Four/four/NUM/_/3/nummod rebel/rebel/NOUN/_/3/compound officers/officer/NOUN/NNS/4/nsubj left/leave/VERB/_/0/root",
                          "The/the/DET/_/3/det Chinese/Chinese/ADJ/_/3/amod embassy/embassy/NOUN/_/4/nsubj closed/close/VERB/_/0/root"}) {
    std::string text;
    const Document document = read(row, text);
    const Tree tree(document);
    const Cast cast(tree, PartyReader(tree, knowledge(), parse_iso_date("1996-03-08"), {}));
    ASSERT_EQ(cast.members().size(), 1u) << row;
    EXPECT_EQ(cast.members()[0].heads, std::vector<uint32_t>{2}) << row;
  }
}

// ---- who leads others, what others have founded ----
TEST(Party, WhoLeadsOthersIsOfTheirSector) {
  const auto sector = [](std::string_view row, uint32_t head) {
    std::string text;
    const Document document = read(row, text);
    const Tree tree(document);
    const PartyReader parties(tree, knowledge(), parse_iso_date("1998-06-01"), {});
    const auto found = parties.read(head);
    return found.size() == 1 ? std::string(parties.sector_of_whose(found[0])) : "several";
  };
  EXPECT_EQ(
      sector("The/the/DET/_/4/det miners/miner/NOUN/NNS/4/nmod:poss '/'s/PART/_/2/case leader/leader/NOUN/NN/5/nsubj left/leave/VERB/_/0/root", 3),
      "LAB");
  EXPECT_EQ(sector("Negotiators/negotiator/NOUN/NNS/4/nsubj of/of/ADP/_/3/case rebels/rebel/NOUN/NNS/1/nmod left/leave/VERB/_/0/root", 0), "REB");
  EXPECT_EQ(
      sector("The/the/DET/_/4/det growers/grower/NOUN/NNS/4/nmod:poss '/'s/PART/_/2/case guild/guild/NOUN/NN/5/nsubj left/leave/VERB/_/0/root", 3),
      "BUS");
  EXPECT_EQ(sector("The/the/DET/_/4/det teachers/teacher/NOUN/NNS/4/nmod:poss '/'s/PART/_/2/case council/council/NOUN/NN/5/nsubj "
                   "left/leave/VERB/_/0/root",
                   3),
            "LAB");
  EXPECT_EQ(
      sector("The/the/DET/_/4/det officers/officer/NOUN/NNS/4/nmod:poss '/'s/PART/_/2/case union/union/NOUN/NN/5/nsubj left/leave/VERB/_/0/root", 3),
      "");
  EXPECT_EQ(sector("A/a/DET/_/2/det deputy/deputy/NOUN/NN/5/nsubj of/of/ADP/_/4/case rebels/rebel/NOUN/NNS/2/nmod left/leave/VERB/_/0/root", 1), "");
  EXPECT_EQ(sector("The/the/DET/_/2/det representatives/representative/NOUN/NNS/6/nsubj of/of/ADP/_/5/case two/two/NUM/_/5/nummod "
                   "parties/party/NOUN/NNS/2/nmod left/leave/VERB/_/0/root",
                   1),
            "");
}

TEST(Party, AFormerPresidentRulesNoMore) {
  const auto sector = [](std::string_view row, uint32_t head) {
    std::string text;
    const Document document = read(row, text);
    const Tree tree(document);
    const PartyReader parties(tree, knowledge(), parse_iso_date("1998-06-01"), {});
    return std::string(parties.sector_of_whose(parties.read(head).at(0)));
  };
  const std::string rest = " Yeltsin/Yeltsin/PROPN/_/3/flat left/leave/VERB/_/0/root";
  EXPECT_EQ(sector("Former/former/ADJ/_/3/amod president/president/NOUN/NN/3/compound Boris/Boris/PROPN/_/5/nsubj" + rest, 2), "ELI");
  EXPECT_EQ(sector("Russian/Russian/ADJ/_/3/amod president/president/NOUN/NN/3/compound Boris/Boris/PROPN/_/5/nsubj" + rest, 2), "");
  EXPECT_EQ(sector("Former/former/ADJ/_/3/amod minister/minister/NOUN/NN/3/compound Boris/Boris/PROPN/_/5/nsubj" + rest, 2), "");
}

TEST(Party, WhomTheTextNamesIsCalledByHisName) {
  std::string text;
  Document document = read(
      "The/the/DET/_/2/det governor/governor/NOUN/NN/8/nsubj of/of/ADP/_/4/case Kandahar/Kandahar/PROPN/_/2/nmod ,/,/PUNCT/_/6/punct "
      "Tooryalai/Tooryalai/PROPN/_/4/appos Wesa/Wesa/PROPN/_/6/flat left/leave/VERB/_/0/root",
      text);
  document.mentions.push_back({.first = 5, .last = 7, .head = 5, .kind = MentionKind::person});
  const Tree tree(document);
  const PartyReader parties(tree, knowledge(), parse_iso_date("2010-06-01"), {});
  auto found = parties.read(1);
  ASSERT_EQ(found.size(), 1u);
  parties.call_by_own_name(found[0]);
  EXPECT_EQ(found[0].name, "Tooryalai Wesa");
  EXPECT_EQ(found[0].sector, "GOV");
}

TEST(Party, ALongerNameIsThePlaceThatItNames) {
  std::string text;
  const Document document = read("New/New/ADJ/_/2/amod Mexico/Mexico/PROPN/_/3/nsubj left/leave/VERB/_/0/root", text);
  const Tree tree(document);
  PlaceMention place{{0, 10}, 0, 2, {}};
  place.place.lat = 34, place.place.lon = -106;
  const auto name = [&](const std::string& country) {
    place.place.country = country;
    const auto found = PartyReader(tree, knowledge(), parse_iso_date("1996-03-08"), {place}).read(1);
    return found.empty() ? "" : found[0].name + " " + found[0].code;
  };
  EXPECT_EQ(name("USA"), "New Mexico USAGOV");
  EXPECT_EQ(name("MEX"), "Mexico MEXGOV");
  EXPECT_EQ(name(""), "");  // as the Gulf of Mexico
}

}  // namespace
}  // namespace gesta
