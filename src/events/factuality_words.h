// What a word says of its complement, after Karttunen (1971, 2012), MacCartney and Manning (2009): the sign of the complement when the word itself
// holds, then when it is negated. '+' it happened, '-' it did not, 'o' open. "managed to go" +, "did not manage to go" -.
#pragma once
#include <string_view>

namespace gesta {

struct Signature {
  std::string_view signs;       // of the complement, in a positive and in a negated clause
  std::string_view complement;  // "to" an infinitive, "ing" a participle, "that" a finite clause, "thing" a noun
  std::string_view lemmas;      // between spaces
};

constexpr Signature kSignatures[] = {
    // two ways
    {"+-", "to", " manage begin start continue get come happen remember bother deign dare stoop proceed go turn serve succeed help choose "},
    {"-+", "to", " fail forget neglect omit "},
    // one way
    {"+o", "to", " force cause compel oblige lead prompt drive induce convince persuade bring enable move provoke make "},
    {"-o", "to", " refuse decline cease forbid prohibit refrain unable "},
    {"o-", "to", " able allow let permit can afford free "},
    // facts whether or not
    {"++", "to", " glad happy sorry sad proud surprised pleased amazed shocked delighted lucky relieved "},
    // open
    {"oo", "to",
     " want hope wish plan intend expect try attempt seek ask urge tell order call need like love prefer promise vow pledge agree threaten decide "
     "aim "
     "prepare offer propose demand request require warn advise recommend encourage invite due likely ready willing eager set suppose mean desire "
     "long "
     "claim seem appear allege believe think consider say tend use learn struggle fight work push vote "},
    {"+-", "ing", " start begin keep continue finish complete resume go spend enjoy try end "},
    {"-o", "ing", " avoid stop prevent prohibit forbid ban bar quit resist escape skip miss discourage refrain "},
    {"++", "ing", " see hear watch notice find catch regret admit remember forget like love hate mind report recall resent "},
    {"oo", "ing", " consider suggest propose recommend imagine plan deny discuss oppose mention risk "},
    {"++", "that",
     " know realize realise learn discover find notice see recognize recognise acknowledge admit reveal regret remember forget understand show "
     "confirm note point prove hear mean glad happy sorry surprised aware fact because ensure observe "},
    {"-o", "that", " deny doubt disprove refute pretend dismiss lie "},
    {"oo", "that",
     " believe think suppose guess hope wish fear expect suspect claim allege assume imagine doubt suggest feel worry wonder ask propose demand "
     "insist require urge recommend predict forecast estimate warn seem appear likely possible want order rumour rumor argue speculate "},
    {"-o", "thing", " avoid prevent cancel stop avert foil thwart reject refuse abandon ban bar forbid block scrap shelve deny oppose lack "},
    {"oo", "thing",
     " want plan demand propose seek expect urge discuss consider fear threaten promise hope need request require offer schedule suggest "
     "recommend predict risk try attempt await desire order "},
};

// Links of a clause to the clause above it: what is told behind them has happened, has not yet, or is open.
constexpr std::string_view kTold = " after because when while as since although though once whereas where whereby ";
constexpr std::string_view kOpen = " if unless whether until before lest provided supposing assuming so than to rather ";
constexpr std::string_view kAbsent = " without instead ";

}  // namespace gesta
