#include "events/counts_money.h"

#include <algorithm>
#include <string>

#include "events/fields_tree.h"

namespace gesta::counts {

namespace {

using tree::among;
using tree::lower_form;

// Signs and letters before the number.
constexpr std::string_view kBefore[] = {"$",  "us$", "a$",  "c$",  "hk$", "nt$", "s$",  "r$",  "\xC2\xA3", "\xE2\x82\xAC", "\xC2\xA5", "\xE2\x82\xB9",
                                        "rs", "rp",  "rm",  "tk",  "sr",  "dh",  "dhs", "jd",  "kd",       "bd",           "ksh",      "kshs",
                                        "sh", "shs", "ush", "ugx", "kes", "tsh", "cfa", "usd", "eur",      "gbp",          "fcfa",     "aed"};
constexpr std::string_view kNames[] = {
    "afghani", "baht",    "birr",      "bolivar", "boliviano", "cedi",    "cordoba", "crown",   "cruzeiro", "dalasi", "dinar", "dirham",
    "dollar",  "dollars", "dong",      "drachma", "dram",      "ecu",     "escudo",  "euro",    "euros",    "forint", "franc", "gourde",
    "guarani", "guilder", "hryvnia",   "kina",    "kip",       "koruna",  "krona",   "krone",   "kroner",   "kronor", "kuna",  "kwacha",
    "kwanza",  "kyat",    "lari",      "lei",     "lek",       "lempira", "leone",   "leu",     "lev",      "leva",   "lira",  "loti",
    "manat",   "mark",    "meticais",  "metical", "meticals",  "naira",   "nakfa",   "ouguiya", "pataca",   "peseta", "peso",  "pound",
    "pula",    "quetzal", "rand",      "reais",   "real",      "rial",    "riel",    "ringgit", "riyal",    "rouble", "ruble", "rufiyaa",
    "rupee",   "rupiah",  "schilling", "shekel",  "shilling",  "sol",     "soles",   "som",     "somoni",   "soum",   "taka",  "tala",
    "tenge",   "tolar",   "tugrik",    "vatu",    "won",       "yen",     "yuan",    "zloty",   "zlotys"};

bool is_currency(const Document& document, uint32_t t) {
  const std::string form = lower_form(document, t);
  return among(tree::lower_lemma(document, t), kNames) || among(form, kNames) || among(form, kBefore);
}

}  // namespace

bool is_money(const Document& document, uint32_t first, const Number& number) {
  constexpr uint32_t kBetween = 2;  // words
  if (first > 0 && among(lower_form(document, first - 1), kBefore)) return true;
  if (first > 1 && document.tokens[first - 1].form == "." && document.glued(first - 1) && among(lower_form(document, first - 2), kBefore))
    return true;
  for (uint32_t t = number.last, between = 0; t < document.tokens.size() && between <= kBetween; ++t) {
    const Token& token = document.tokens[t];
    if (token.sentence != document.tokens[first].sentence) return false;
    if (token.form == "-") continue;
    if (is_currency(document, t)) return true;
    const bool whose = token.form.front() >= 'A' && token.form.front() <= 'Z' && (token.upos == Upos::ADJ || token.upos == Upos::PROPN);
    if (!whose) return false;
    ++between;
  }
  return false;
}

}  // namespace gesta::counts
