// Words that bylines hold besides names, in the languages that news pages are written in; lower case. Tables for byline.cpp.
#pragma once
#include <string_view>

namespace gesta {

// clang-format off: it would set most of these one a line

// What stands before a name, longest first where one begins another.
inline constexpr std::string_view kStarts[] = {
    "by ", "by:", "written by", "contributors:", "contributor:", "ein artikel von", "words by", "story by", "posted by", "published by", "text by",
    "reported by", "reporting by", "authored by", "submitted by", "post author:", "post author", "article by", "authors:", "author:", "author ",
    "contributed by", "from ", "guest post by", "opinion by", "analysis by", "interview:", "text:", "words:", "von ", "von:", "autor:", "autor ",
    "autoren:", "artikel von", "erstellt von", "eingestellt von", "geschrieben von", "veröffentlicht von", "gespeichert von", "ein beitrag von",
    "blog beitrag von", "beitrag von", "autorin:", "redaktion:", "text/interview:", "text und foto:", "par ", "par:", "publié par", "auteur:",
    "auteur :", "auteur ", "écrit par", "por ", "por:", "escrito por", "publicado por", "redacción:", "di ", "a cura di", "scritto da", "door ",
    "tekst:", "av ", "af ", "text: ", "автор:", "автор ", "作者：", "作者:", "作者 ", "记者 ", "投稿者: ", "投稿者：", "文/"};
// What stands before those who helped and did not write.
inline constexpr std::string_view kHelpers[] = {
    "reviewed by", "contributions from", "additional reporting by", "reviewer:", "edited by", "editing by", "editor:", "fact checked by",
    "fact-checked by", "fact check by", "checked by", "verified by", "translated by", "translation by", "photos by", "photo by", "photographs by",
    "photography by", "illustrated by", "illustrations by", "illustration by", "updated by", "geprüft von", "lektoriert von", "übersetzt von",
    "übersetzung:", "fotos von", "foto von", "fotos:", "foto:", "traduit par", "traducido por", "traduzione di", "relu par", "revisado por"};
// Lines that open with these name an author.
inline constexpr std::string_view kLineStarts[] = {
    "by ", "by: ", "written by ", "words by ", "story by ", "posted by ", "von ", "von: ", "autor: ", "author: ", "autor ", "author ", "text: ",
    "par ", "por ", "di ", "door ", "av ", "geschrieben von ", "ein artikel von ", "contributors: ", "contributor: ", "eingestellt von ",
    "erstellt von ", "publié par ", "auteur : ", "auteur: ", "a cura di ", "autorin: ", "autoren: ", "beitrag von ", "blog beitrag von ", "автор: ",
    "作者：", "作者: "};
// Lines of their own, in lower case and without marks around them, behind which an author's name stands.
inline constexpr std::string_view kAuthorLabels[] = {
    "by", "written by", "article written by", "article by", "post by", "posted by", "published by", "words by", "story by", "text by", "author",
    "authors", "the author", "the authors", "about author", "about the author", "about the authors", "about the writer", "post author",
    "article author", "meet the author", "contributor", "contributors", "von", "autor", "autorin", "autoren", "verfasser", "verfasserin", "der autor",
    "die autorin", "die autoren", "über den autor", "über die autorin", "über die autoren", "über den verfasser", "zum autor", "zur autorin",
    "zur person", "geschrieben von", "verfasst von", "ein beitrag von", "ein artikel von", "beitrag von", "artikel von", "veröffentlicht von",
    "text von", "redaktion", "par", "auteur", "auteure", "auteurs", "l'auteur", "écrit par", "publié par", "à propos de l'auteur",
    "à propos de l’auteur", "por", "autora", "autores", "escrito por", "publicado por", "sobre el autor", "sobre la autora", "acerca del autor",
    "sobre o autor", "sobre a autora", "di", "autore", "autrice", "autori", "a cura di", "scritto da", "l'autore", "l’autore", "sull'autore", "door",
    "geschreven door", "over de auteur", "av", "skrevet av", "skriven av", "författare", "forfatter", "skrevet af", "kirjoittaja", "autor artykułu",
    "napisał", "yazar", "автор", "作者", "文"};
// What follows a name at the head of a paragraph about its bearer.
inline constexpr std::string_view kBioVerbs[] = {
    "is", "was", "has", "writes", "works", "covers", "joined", "lives", "reports", "holds", "leads", "founded", "serves", "studied", "ist", "war",
    "hat", "schreibt", "arbeitet", "lebt", "studierte", "leitet", "est", "a", "écrit", "travaille", "es", "escribe", "trabaja", "è", "scrive",
    "lavora", "é", "escreve", "schrijft", "werkt", "är", "er", "skriver", "jest"};
inline constexpr std::string_view kRoles[] = {
    "reporter", "editor", "correspondent", "writer", "contributor", "columnist", "journalist", "chief", "producer", "senior", "analyst", "director",
    "manager", "head", "president", "professor", "expert", "specialist", "founder", "ceo", "cto", "author", "redakteur", "redakteurin", "autor",
    "autorin", "redacteur", "rédacteur", "periodista", "strategist", "consultant", "engineer", "officer", "intern", "freelance", "freelancer",
    "blogger", "photographer", "editor-in-chief", "journaliste", "ressortleiter", "korrespondent", "volontär", "lead", "copywriter", "researcher",
    "attorney", "coordinator", "assistant", "marketer", "lecturer", "scientist", "developer", "designer", "historian", "physician", "dietitian",
    "therapist", "fellow", "advisor", "adviser", "economist", "critic", "vp", "vorsitzender", "bundesvorsitzender", "geschäftsführer",
    "projektleiter", "projektleiterin", "leiter", "leiterin", "sprecher", "sprecherin"};
inline constexpr std::string_view kHouses[] = {
    "today", "board", "forum", "press", "reuters", "afp", "dpa", "apa", "ap", "efe", "ansa", "agency", "agencies", "agencia", "staff", "team",
    "editors", "editorial", "desk", "newsdesk", "redaktion", "news", "media", "bureau", "inc", "llc", "gmbh", "ag", "e.v.", "ev", "university",
    "institute", "foundation", "magazine", "times", "post", "guest", "admin", "online", "contributors", "redazione", "redacción", "redacao",
    "toimitus", "group", "company", "association", "network", "tv", "radio", "wire", "services", "service", "ministry", "office", "council",
    "committee", "journal", "gazette", "tribune", "herald", "blog", "center", "centre", "department", "society", "academy", "commission", "college",
    "school", "club", "verein", "verband", "stiftung", "zentrum", "institut", "landesanstalt", "gesellschaft", "akademie", "agentur", "ministerium",
    "bundesamt", "universität", "fundación", "université", "ministère", "instituto", "parliament", "party", "partei", "museum", "library", "kg", "ltd"};
// News agencies.
inline constexpr std::string_view kAgencies[] = {
    "dpa", "afp", "ap", "reuters", "ansa", "efe", "apa", "kna", "epd", "sid", "xinhua", "tass", "ria", "interfax", "pti", "ani", "ians", "uni",
    "kyodo", "jiji", "yonhap", "anadolu", "pa", "aap", "belga", "anp", "ntb", "ritzau", "stt", "pap", "ctk", "mti", "lusa", "upi", "cna", "ians",
    "bernama", "antara", "mena", "irna", "wafa", "sana", "nan", "sda", "keystone", "kathpress", "dapd", "ddp", "agencia", "agencias", "agencies",
    "agenturen", "agences"};
// Words of buttons and menus.
inline constexpr std::string_view kNever[] = {
    "by", "written", "last", "size", "text", "categories", "uncategorized", "get", "recipes", "suggested", "users", "domain", "stand", "rubrik",
    "veröffentlicht", "vom", "publié", "publicado", "log", "login", "sign", "signin", "register", "share", "comment", "comments", "follow", "read",
    "more", "newsletter", "subscribe", "subscription", "menu", "profile", "account", "anmelden", "registrieren", "abmelden", "edit", "logout",
    "search", "cookie", "cookies", "view", "posts", "bio", "email", "twitter", "facebook", "instagram", "linkedin", "click", "here", "photo", "image",
    "getty", "updated", "published", "posted", "min", "minutes", "ago", "copy", "link", "print", "save", "close", "contact", "about", "this", "that",
    "with", "your", "you", "our", "we", "is", "are", "was", "has", "user", "username", "password", "datum", "date", "artikel", "article", "story",
    "stories", "kommentare", "kommentar", "what", "how", "why", "unknown", "none", "nan", "null", "undefined", "http", "https", "www", "spoof",
    "insights", "topics", "all", "icon", "posten", "teilen", "mehr", "options", "similar", "human", "mitglied", "seit", "beitrag", "profil", "rezept",
    "member", "since", "consulted", "i", "my", "he", "she", "they", "his", "her", "it", "had", "been", "not", "who", "autorenseite", "wem", "uns",
    "youtube", "pinterest", "tiktok", "whatsapp", "telegram", "reddit", "xing", "happy", "christmas", "enjoy", "thanks", "thank", "danke", "euer",
    "eure", "liebe", "viel", "gute", "bis"};
inline constexpr std::string_view kCuts[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonntag", "am", "on", "at", "updated", "published", "posted", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "for", "in", "is", "special", "filed", "kategorien:", "kategorie:", "category:", "categories:",
    "tags:", "thema:", "themen:"};

// clang-format on

}  // namespace gesta
