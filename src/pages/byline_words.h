// Words that bylines hold besides names, in the languages that news pages are written in; lower case. Tables for byline.cpp.
#pragma once
#include <string_view>

namespace gesta {

// clang-format off: it would set most of these one a line

// What stands before a name, longest first where one begins another.
inline constexpr std::string_view kStarts[] = {
    "by:", "by: ", "report by", "autora:", "autores:", "autore:", "autrice:", "autori:", "auteure:", "auteure :", "auteurs:", "auteurs :",
    "auteur(s) :", "autorzy:", "autorka:", "авторы:", "autor/in:", "autor*in:", "autor:in:", "autor_in:", "autor(in):", "autor/a:", "texte :",
    "texte:", "texto:", "testo:", "текст:", "yazı:", "yazar:", "yazan:", "haber:", "muhabir:", "editör:", "rédigé par", "propos recueillis par",
    "recueilli par", "pubblicato da", "redatto da", "geschreven door", "door:", "napisał:", "napisała:", "opracowanie:", "opracował:", "opracowała:",
    "oprac.", "redactor:", "redactora:", "reporter:", "repórter:", "journaliste:", "journaliste :", "periodista:", "giornalista:", "av:", "af:",
    "skrevet av", "skrevet af", "skriven av", "text av", "tekst av", "verfasst von", "verfasser:", "verfasserin:", "dal nostro", "dalla nostra",
    "dai nostri", "de notre", "de nos", "de nuestro", "de nuestra", "do nosso", "da nossa", "van onze", "von unserem", "von unserer", "unserem",
    "unserer", "onze", "från vår", "from our", "by ", "written by", "contributors:", "contributor:", "ein artikel von", "words by", "story by",
    "posted by", "published by", "text by", "reported by", "reporting by", "authored by", "submitted by", "post author:", "post author",
    "article by", "authors:", "author:", "author ", "contributed by", "from ", "guest post by", "opinion by", "analysis by", "interview:", "text: ",
    "text:", "words:", "von:", "von ", "autor:", "autoren:", "autorin:", "autor ", "artikel von", "erstellt von", "eingestellt von",
    "geschrieben von", "veröffentlicht von", "gespeichert von", "ein beitrag von", "blog beitrag von", "beitrag von", "redaktion:",
    "text/interview:", "text und foto:", "par:", "par ", "publié par", "auteur:", "auteur :", "auteur ", "écrit par", "por:", "por ", "escrito por",
    "publicado por", "redacción:", "di ", "a cura di", "scritto da", "door ", "tekst:", "av ", "af ", "автор:", "автор ", "作者：", "作者:", "作者 ", "记者 ",
    "投稿者: ", "投稿者：", "文/", "copyright ", "©", "(c) ", "c) ", "and ", "und ", "et ", "autoren ", "autorinnen ", "autor*innen:", "autor:innen:",
    "gastautor:", "gastautorin:", "gepostet von", "eingetragen von",
    "posté par", "publicada por", "escrita por", "责任编辑：", "责任编辑:", "責任編輯：", "文：", "texte von", "text und fotos:"};
// What stands before those who helped and did not write.
inline constexpr std::string_view kHelpers[] = {
    "reviewed by", "contributions from", "additional reporting by", "reviewer:", "edited by", "editing by", "editor:", "fact checked by",
    "fact-checked by", "fact check by", "checked by", "verified by", "translated by", "translation by", "photos by", "photo by", "photographs by",
    "photography by", "illustrated by", "illustrations by", "illustration by", "updated by", "geprüft von", "lektoriert von", "übersetzt von",
    "übersetzung:", "fotos von", "foto von", "fotos:", "foto:", "traduit par", "traducido por", "traduzione di", "relu par", "revisado por",
    "styled by", "photographed by", "shot by", "filmed by", "fotografiert von", "illustration von", "illustrationen von", "illustration:", "illustrationen:", "illustrations:", "illustration :", "illustrations :",
    "ilustración:", "ilustraciones:", "illustrazioni di", "illustrazione di", "ilustración de", "ilustraciones de", "photos:", "photo:", "photos :", "photo :", "pictures:", "pictures by", "bild:", "bilder:", "bilder von", "bild von", "grafik:", "fotografie:",
    "fotografía:", "fotografías:", "fotos de", "fotografías de", "foto di", "foto's:", "zdjęcia:", "zdjęcie:", "фото:", "fotoğraf:", "fotoğraflar:",
    "traducción:", "traducción de", "traduction:", "traduction :", "traduzione:", "vertaling:", "tłumaczenie:", "перевод:", "çeviri:", "kamera:",
    "redigert av", "redaktör:"};
// Lines that open with these name an author.
inline constexpr std::string_view kLineStarts[] = {
    "by ", "by: ", "written by ", "words by ", "story by ", "posted by ", "von ", "von: ", "autor: ", "author: ", "autor ", "author ", "text: ",
    "par ", "por ", "di ", "door ", "av ", "geschrieben von ", "ein artikel von ", "contributors: ", "contributor: ", "eingestellt von ",
    "erstellt von ", "publié par ", "auteur : ", "auteur: ", "a cura di ", "autorin: ", "autoren: ", "beitrag von ", "blog beitrag von ", "автор: ",
    "作者：", "作者: ", "report by ", "reporter: ", "autora: ", "autores: ", "autore: ", "autrice: ", "autori: ", "auteure : ", "auteure: ", "auteurs : ",
    "auteurs: ", "autorzy: ", "autorka: ", "авторы: ", "autor/in: ", "autor*in: ", "autor:in: ", "autor(in): ", "autor/a: ", "texte : ", "texte: ",
    "texto: ", "testo: ", "tekst: ", "текст: ", "yazar: ", "yazan: ", "haber: ", "muhabir: ", "rédigé par ", "propos recueillis par ",
    "escrito por ", "publicado por ", "scritto da ", "pubblicato da ", "redatto da ", "geschreven door ", "door: ", "par: ", "por: ", "di: ",
    "napisał: ", "napisała: ", "opracowanie: ", "redactor: ", "redactora: ", "repórter: ", "skrevet av ", "skrevet af ", "skriven av ", "text av ",
    "tekst av ", "verfasst von ", "veröffentlicht von ", "published by ", "dal nostro ", "dalla nostra ", "de notre ", "de nuestro ", "de nuestra ",
    "van onze ", "gespeichert von ", "gepostet von ", "eingetragen von ", "submitted by ", "reported by ", "reporting by ", "posté par ",
    "publicada por ", "escrita por ", "autoren ", "责任编辑：", "责任编辑: ", "責任編輯：", "记者 ", "文："};
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
    "projektleiter", "projektleiterin", "leiter", "leiterin", "sprecher", "sprecherin", "correspondant", "correspondante", "envoyé", "envoyée",
    "rédactrice", "corresponsal", "enviado", "enviada", "redactor", "redactora", "corrispondente", "inviato", "inviata", "giornalista",
    "correspondente", "repórter", "jornalista", "redator", "redatora", "verslaggever", "verslaggeefster", "journalistin", "reporterin",
    "korrespondentin", "korrespondenten", "redakteure", "chefredakteur", "chefredakteurin", "volontärin", "mitarbeiter", "mitarbeiterin",
    "dziennikarz", "dziennikarka", "korespondent", "журналист", "корреспондент", "обозреватель", "muhabir", "muhabiri", "editör", "editörü",
    "yazarı", "rechtsanwalt", "rechtsanwältin", "gastautor", "gastautorin", "anwalt", "anwältin", "pressesprecher", "pressesprecherin",
    "pressereferent", "pressereferentin", "avocat", "avocate", "abogado", "abogada", "avvocato"};
inline constexpr std::string_view kHouses[] = {
    "today", "board", "forum", "press", "reuters", "afp", "dpa", "apa", "ap", "efe", "ansa", "agency", "agencies", "agencia", "staff", "team",
    "editors", "editorial", "desk", "newsdesk", "redaktion", "news", "media", "bureau", "inc", "llc", "gmbh", "ag", "e.v.", "ev", "university",
    "institute", "foundation", "magazine", "times", "post", "guest", "admin", "online", "contributors", "redazione", "redacción", "redacao",
    "toimitus", "group", "company", "association", "network", "tv", "radio", "wire", "services", "service", "ministry", "office", "council",
    "committee", "journal", "gazette", "tribune", "herald", "blog", "center", "centre", "department", "society", "academy", "commission", "college",
    "school", "club", "verein", "verband", "stiftung", "zentrum", "institut", "landesanstalt", "gesellschaft", "akademie", "agentur", "ministerium",
    "bundesamt", "universität", "fundación", "université", "ministère", "instituto", "parliament", "party", "partei", "museum", "library", "kg",
    "ltd", "redactie", "redakcja", "redakcija", "редакция", "rédaction", "redação", "redacção", "redakce", "redacția", "redaktionen", "redaktør",
    "agence", "agenzia", "agência", "agencja", "агентство", "ajansı", "haber", "universidad", "universidade", "università", "universiteit",
    "uniwersytet", "университет", "ministerio", "ministero", "министерство", "bakanlığı", "associated"};
// What professions write behind a name, besides degrees; in capitals, without stops and marks.
inline constexpr std::string_view kCredentials[] = {
    "MD", "DO", "DVM", "VMD", "DDS", "DMD", "PHD", "PSYD", "EDD", "JD", "LLM", "LLB", "MBA", "MPH", "MS", "MA", "MSC", "BS", "BA", "BSC", "MFA", "MED",
    "MSW", "MSN", "BSN", "RN", "NP", "FNP", "APRN", "CRNA", "PAC", "RD", "RDN", "LD", "LDN", "CNS", "CDE", "CDCES", "IBCLC", "CPA", "CFA", "CFP",
    "CEPF", "CHFC", "CRPC", "CPP", "PSP", "CISSP", "CISM", "CISA", "PMP", "SHRMCP", "SHRMSCP", "PHR", "SPHR", "LCSW", "LMSW", "LICSW", "LMFT", "LPC",
    "LMHC", "LCPC", "PT", "DPT", "OTR", "CSCS", "CPT", "FACLM", "FACP", "FACS", "FACC", "FAAP", "FACOG", "FAAD", "FAND", "FOMA", "FAAN", "DABOM",
    "DACVB", "DACVIM", "LVT", "CVT", "RVT", "VTS", "RPH", "PHARMD", "OD", "LAC", "RYT", "ERYT", "ACAS", "FCAS", "FSA", "ASA", "MAAA",
    "AIA", "ESQ", "MBBS", "FRCS", "FRCP", "MRCP", "FRCPC", "DNP", "ANP", "CCCSLP", "BCBA", "NCSP", "CIH", "CSP", "CHP"};
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
    "eure", "liebe", "viel", "gute", "bis", "anzeige", "werbung", "advertisement", "advertorial", "sponsored", "anuncio", "publicidad", "publicité",
    "pubblicità", "cart", "warenkorb", "basket", "checkout", "checked", "verified", "hallo", "hello", "hi", "hey"};
// Words of lines that tell when something appeared or how long it takes to read: no name holds one, and one ends where they begin.
inline constexpr std::string_view kDateWords[] = {
    "publié", "publiée", "publiziert", "publicado", "publicada", "publicación", "pubblicato", "pubblicata", "publicerad", "publisert", "publiceret",
    "gepubliceerd", "opublikowano", "publikacji", "опубликовано", "публикации", "veröffentlicht", "erstellt", "aktualisiert", "aktualisierung",
    "geändert", "erschienen", "modifié", "modifiée", "modificado", "actualizado", "actualizada", "actualización", "actualisé",
    "aggiornato", "aggiornamento", "atualizado", "atualizada", "bijgewerkt", "uppdaterad", "oppdatert", "opdateret", "päivitetty", "julkaistu", "créé",
    "mis", "mise", "posté", "posted", "postado", "creado", "criado", "creato", "geplaatst", "dodano", "aktualizacja", "aktualizowano", "zmodyfikowano",
    "обновлено", "изменено", "дата", "yayınlanma", "yayınlandı", "güncelleme", "güncellenme", "güncellendi", "oluşturulma", "giriş", "tarihi", "update",
    "lesedauer", "lesezeit", "lecture", "lectura", "lettura", "leitura", "leestijd", "okuma", "minuten", "minutos", "minuti", "uhr", "heures", "horas"};
// Days of the week and words that stand before a date: alone they are no name.
inline constexpr std::string_view kDayWords[] = {
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
    "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira",
    "sexta-feira", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "poniedziałek", "wtorek", "środa", "czwartek",
    "piątek", "sobota", "niedziela", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "pazartesi", "salı", "çarşamba",
    "perşembe", "cuma", "cumartesi", "pazar", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "mandag", "tirsdag", "lørdag",
    "søndag", "ultimo", "última", "laatste", "letzte", "dernière", "senaste", "ostatnia", "data", "le", "la", "el", "il", "am", "den", "der", "op", "em", "du", "del", "dal", "stand", "heute", "gestern", "hier", "hoy", "ayer", "oggi",
    "ieri", "hoje", "ontem", "vandaag", "gisteren", "dziś", "wczoraj", "сегодня", "вчера", "bugün", "dün", "today", "yesterday"};
// Kinds of texts that stand before "by": "Ein Kommentar von Ann Lee".
inline constexpr std::string_view kGenres[] = {
    "kommentar", "analyse", "reportage", "interview", "bericht", "gastbeitrag", "pressemitteilung", "pressemeldung", "wortlaut", "rede", "gastkommentar", "essay", "kolumne", "glosse", "leitartikel", "meinung",
    "porträt", "rezension", "kritik", "protokoll", "beitrag", "artikel", "text", "report", "analysis", "opinion", "comment", "commentary", "column",
    "review", "story", "words", "chronique", "enquête", "tribune", "récit", "propos", "texte", "entretien", "critique", "article", "análisis",
    "reportaje", "entrevista", "crónica", "columna", "opinión", "texto", "artículo", "articolo", "testo", "commento", "analisi", "intervista",
    "servizio", "editoriale", "artigo", "análise", "coluna", "reportagem", "verhaal", "recensie", "opinie", "tekst", "felieton", "wywiad", "komentarz"};
// Small words behind a name: "Jean Dupont avec AFP".
inline constexpr std::string_view kSmallCuts[] = {"à", "avec", "mit", "con", "com", "met", "aus", "desde", "for", "with", "para"};
inline constexpr std::string_view kCuts[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonntag", "am", "on", "at", "updated", "published", "posted", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "for", "in", "is", "special", "filed", "kategorien:", "kategorie:", "category:", "categories:",
    "tags:", "thema:", "themen:"};

// clang-format on

}  // namespace gesta
