// Everything on a page that may be the name of its author, each with the numbers that speak for and against it: what the page's data say, the
// elements marked as author, short lines beside the title and behind the text, and how the names of the page stand to one another and to the site.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "pages/about.h"
#include "pages/blocks.h"
#include "pages/meta.h"

namespace gesta {

// Places count from 1, 0 where there is none; distances are in blocks, kFar where there is none.
enum NameSign : uint8_t {
  kNameKind,  // person 0, house 1, login 2, role 3, as written 4
  kNameWords,
  kNameBytes,
  kNameSmall,  // share of the words that begin small
  kNameCapitals,
  kNameJson,  // place in the JSON-LD
  kNameMeta,  // best place in a meta element
  kNameMetaKeys,
  kNameLabelled,  // "Written by" of a pair of meta elements
  kMarks,         // elements marked as author that hold it; what follows is of the best
  kMarkScore,
  kMarkLink,    // to a page about an author
  kMarkHref,    // that spells the name
  kMarkNamed,   // class or item property
  kMarkByline,  // another word of bylines
  kMarkTitle,   // blocks behind the title
  kMarkEnd,     // blocks behind the end of the text
  kMarkComment,
  kMarkAside,
  kMarkNames,   // names that it holds
  kMarkRest,    // bytes besides names and label
  kMarkLabel,   // what stands before it: 1 "by", 2 "photo"
  kMarkFigure,  // in a picture or its caption
  kMarkRank,    // names in marks before it that are as good
  kMarkPeers,   // names in marks as good
  kMarkBehind,  // the best score of the page less this
  kSpots,       // short lines that hold it; what follows is of the best
  kSpotOpens,   // with "By" or the like
  kSpotTitle,
  kSpotEnd,
  kSpotRest,  // bytes besides names and label
  kSpotHeading,
  kSpotLinked,
  kSpotAgainst,  // comments, menus, boxes
  kSpotFigure,
  kSpotDate,   // 2: a date in the same line, 1: beside it
  kNameHelps,  // reviewed, edited, translated
  kNameSite,   // the site's name
  kNamePublisher,
  kNameNobody,  // "admin"
  kNameAgency,
  kNameOwner,
  kNameHost,      // the host spells it
  kNameInside,    // of a longer candidate
  kNameHolds,     // a shorter one
  kNameLogin,     // a login or initials made of another candidate's name; 2: the name it is made of
  kNameForename,  // 2: begins with a given name, 1: holds one
  kNameCommon,    // share of its words that the text writes small
  kNameText,      // share that it writes with a capital
  kPageJson,      // names in the JSON-LD
  kPageMeta,
  kPageTold,  // persons in either
  kPageMark,  // best score of a mark
  kPageOpens,
  kPageNames,
  kNameBio,        // "Ann Lee is ..." begins a paragraph
  kNameCopyright,  // who holds the rights
  kNameTitle,      // in the titles of the head: 2 a part of one, 1 inside
  kNameLine,       // the whole of a line, with what else it tells
  kSpotContact,    // beside a telephone number or an address of mail
  kRivalMark,      // best score of a mark of another person
  kRivalOpens,
  kRivalDate,
  kRivalBio,
  kMarkText,   // nodes of the smallest element that holds it and the text
  kMarkAlike,  // elements of the page that are marked in the same way
  kSpotText,
  kSpotNames,    // that the line holds
  kBesideGiven,  // kNameForename of the best name of the same line or element
  kSpotNamed,    // 2: in an element marked as author, 1: beside one
  kNameSigns
};
constexpr float kFar = 99;

struct NameCandidate {
  std::string name;
  std::array<float, kNameSigns> signs{};
};

std::vector<NameCandidate> name_candidates(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url,
                                           const PlaceInPage& place);
bool holds_name(std::string_view longer, std::string_view name);  // all words of the name

}  // namespace gesta
