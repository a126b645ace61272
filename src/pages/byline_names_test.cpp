// Rows: a byline as written -> persons; houses.
#include "pages/byline_names.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

struct Row {
  const char* line;
  const char* names;
};

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

TEST(BylineNames, Rows) {
  constexpr Row kRows[] = {
      {"By Ann Lee and Bob Roe", "Ann Lee, Bob Roe"},
      {"By Ann Lee @annlee", "Ann Lee"},
      {"By Ann Lee ann.lee@example.org", "Ann Lee"},
      {"By Ann Lee Staff Writer", "Ann Lee"},
      {"By Ann Lee, Executive Content Editor", "Ann Lee"},
      {"By Ann Lee (London, Paris)", "Ann Lee"},
      {"Text: Ann Lee Bild: Bob Roe", "Ann Lee"},
      {"Opracowanie: Ann Lee", "Ann Lee"},
      {"Haber: Ahmet Yılmaz", "Ahmet Yılmaz"},
      {"Eine Analyse von Ann Lee", "Ann Lee"},
      {"Propos recueillis par Ann Lee", "Ann Lee"},
      {"Texto de Ann Lee", "Ann Lee"},
      {"Von unserem Korrespondenten Ann Lee", "Ann Lee"},
      {"Dal nostro inviato Ann Lee", "Ann Lee"},
      {"De notre correspondant à Bruxelles, Ann Lee", "Ann Lee"},
      {"Par Ann Lee avec AFP", "Ann Lee"},
      {"Par Ann Lee Publié le 28/01/2021", "Ann Lee"},
      {"Por Ann Lee em 28/01/2021", "Ann Lee"},
      {"Door Ann Lee op 28 januari", "Ann Lee"},
      {"Door Jan Jansen en Piet de Vries", "Jan Jansen, Piet de Vries"},
      {"Иван Петров и Анна Иванова", "Иван Петров, Анна Иванова"},
      {"Ahmet Yılmaz ve Ayşe Kaya", "Ahmet Yılmaz, Ayşe Kaya"},
      {"Par John le Carré", "John le Carré"},
      {"(Ann Lee)", "Ann Lee"},
      {"Words: Ann Lee. Photos: Bob Roe", "Ann Lee"},
      {"By Ann Lee Jr.", "Ann Lee Jr."},
      {"Por Ann Lee, G1 — São Paulo", "Ann Lee"},
      {"Actualizado: 29/01/2021", ""},
      {"Jueves, 28 Enero 2021", ""},
      {"Lesedauer: 3 Minuten", ""},
      {"Le 3 août 2021", ""},
      {"Ann Lee Quelle: dpa", "Ann Lee"},
      {"Ann Lee The Associated Press", "Ann Lee"},
      {"By Ann LeeDec 21, 2023", "Ann Lee"},
      {"Ann Lee Illustration von Bob Roe", "Ann Lee"},
      {"Rechtsanwalt Ann Lee", "Ann Lee"},
      {"Politikredakteurin Ann Lee", "Ann Lee"},
      {"Pressemitteilung von Ann Lee", "Ann Lee"},
      {"Copyright Ann Lee", "Ann Lee"},
      {"Autoren Jan Jansen und Ann Lee", "Jan Jansen, Ann Lee"},
      {"and Ann Lee", "Ann Lee"},
      {"Ann Lee →", "Ann Lee"},
      {"Mat\xC2\xADthi\xC2\xAD"
       "as Lee",
       "Matthias Lee"},
      {"Eingestellt von Ann Lee um 10:52", "Ann Lee"},
      {"Andrew MacDonald", "Andrew MacDonald"},
      {"By Ann I. Lee", "Ann I. Lee"},
      {"by Ann Lee\xE2\x80\x94"
       "10 min read",
       "Ann Lee"},
      {"Ann Lee|Writer|Bob Roe|Photographer", "Ann Lee"},
      {"By Ann Lee | Special to The Northern Paper", "Ann Lee"},
      {"Fact Checked", ""},
      {"Schlagwörter: Antipoden", ""},
      {"What Is Next?", ""},
      {"ann[at]example.org", ""},
  };
  for (const Row& row : kRows) {
    FoundNames found;
    read_names(row.line, found);
    EXPECT_EQ(joined(found.persons), row.names) << row.line;
    EXPECT_EQ(found.any(), *row.names != '\0') << row.line << joined(found.handles);
  }
}

TEST(BylineNames, Credentials) {
  for (const char* text : {", MS, RD, FAND", ", CFP\xC2\xAE", ", E-RYT", " CPP, PSP", ", Ph.D."}) EXPECT_TRUE(credentials(text)) << text;
  for (const char* text : {", CNN", ", TIME", ", Shipping Expert", ", Berlin", ", RYT 200", ""}) EXPECT_FALSE(credentials(text)) << text;
}

}  // namespace
}  // namespace gesta
