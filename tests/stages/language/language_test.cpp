// A document in another language than English is marked as such and gets sentences, words and turns, nothing else.
#include <gtest/gtest.h>

#include "app/engine.hpp"
#include "document/language.hpp"

namespace chancery {
namespace {

struct Sample {
  std::string language, text;
};

/// Releases of our own making: the same kind of news in the languages of the region.
const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = {
      {"ru", "Президент Норрландии Эрик Странд провёл телефонный разговор с премьер-министром Вестмарка Анной Холм. Стороны обсудили двусторонние отношения и договорились продолжить переговоры в мае."},
      {"uk", "Президент Норрландії Ерік Странд провів телефонну розмову з прем'єр-міністеркою Вестмарку Анною Гольм. Сторони обговорили двосторонні відносини й домовилися продовжити переговори у травні."},
      {"az", "Norrlandiya Prezidenti Erik Strand Vestmarkın Baş naziri Anna Holm ilə telefonla danışıb. Tərəflər ikitərəfli münasibətləri müzakirə edib və danışıqları may ayında davam etdirmək barədə razılığa gəliblər."},
      {"tr", "Norrland Cumhurbaşkanı Erik Strand, Vestmark Başbakanı Anna Holm ile telefonda görüştü. Taraflar ikili ilişkileri ele aldı ve görüşmelerin mayıs ayında sürdürülmesi konusunda anlaştı."},
      {"fr", "Le président du Norrland, Erik Strand, s'est entretenu au téléphone avec la première ministre du Vestmark, Anna Holm. Les deux dirigeants ont évoqué les relations bilatérales et sont convenus de reprendre les négociations en mai."},
      {"ar", "أجرى رئيس نورلاند إريك ستراند اتصالا هاتفيا مع رئيسة وزراء فستمارك آنا هولم. وبحث الجانبان العلاقات الثنائية واتفقا على مواصلة المفاوضات في شهر مايو المقبل."},
      {"de", "Der Präsident von Norrland, Erik Strand, hat mit der Ministerpräsidentin von Westmark, Anna Holm, telefoniert. Beide Seiten sprachen über die bilateralen Beziehungen und vereinbarten, die Verhandlungen im Mai fortzusetzen."},
  };
  return all;
}

const app::Engine& engine() {
  static const app::Engine one;
  return one;
}

Document analysed(std::string text, std::string language = {}) {
  Document document;
  document.text = std::move(text);
  document.info.language = std::move(language);
  engine().analyse(document);
  return document;
}

void expect_no_facts(const Document& d) {
  EXPECT_TRUE(d.times.empty() && d.points.empty() && d.events.empty() && d.figures.empty() && d.commitments.empty() && d.courtesies.empty());
}

TEST(Language, IsRecognisedByTheWords) {
  for (const Sample& sample : samples()) EXPECT_EQ(recognised_language(sample.text), sample.language) << sample.text;
}

TEST(Language, IsNotGuessedFromALittle) {
  for (const std::string text : {"", "Bonjour", "Merci, Madame la Présidente", "Erik Strand, Anna Holm, Johan Lindqvist, Karin Öberg, Ülo Tamm", "Привет", "12 + 13 = 25, 100 %, 3.14159, 2024-05-06",
                                 "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "Vladislav Novák, Ljubica Horvat, Jarosław Wiśniewski"}) {
    EXPECT_EQ(recognised_language(text), "") << text;
  }
}

TEST(Language, OfATextInTwoIsNotGuessed) {
  const std::string english = "The two leaders discussed trade and the situation at the border, and they agreed to meet again in the autumn. ";
  EXPECT_EQ(recognised_language(english + samples()[0].text), "");
  EXPECT_EQ(recognised_language(english + samples()[4].text), "");
}

TEST(Language, OfEnglishWithForeignNamesIsEnglish) {
  EXPECT_EQ(recognised_language("President Strand received Ljubica Horvat, Jarosław Wiśniewski and Şükrü Öztürk of the İstanbul Çevre Vakfı at Łazienki Palace; \"Dobro pożałować\", he said."), "en");
}

TEST(Language, OtherThanEnglishLeavesEveryFactOut) {
  for (const Sample& sample : samples()) {
    const Document d = analysed(sample.text);
    EXPECT_EQ(d.info.language, sample.language);
    EXPECT_EQ(d.sentences.size(), 2U) << sample.text;
    EXPECT_GT(d.tokens.size(), 15U);
    EXPECT_TRUE(d.mentions.empty() && d.entities.empty() && d.statements.empty());
    expect_no_facts(d);
    ASSERT_EQ(d.notes.size(), 1U);
    EXPECT_NE(d.notes[0].find("(" + sample.language + ")"), std::string::npos) << d.notes[0];
  }
}

TEST(Language, GivenIsTakenForTrue) {
  const std::string english = "President Erik Strand met with Prime Minister Anna Holm in Westhaven on 3 May 2024.";
  EXPECT_FALSE(analysed(english, "en-GB").events.empty());
  const Document d = analysed(english, "de");
  EXPECT_EQ(d.info.language, "de");
  expect_no_facts(d);
}

TEST(Language, UnknownIsReadAsEnglish) {
  const Document d = analysed("Met Holm.");
  EXPECT_EQ(d.info.language, "");
  EXPECT_TRUE(d.notes.empty());
}

std::vector<std::pair<std::string, std::string>> turns(const Document& d) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const Statement& s : d.statements) {
    EXPECT_EQ(s.mode, StatementMode::turn);
    out.emplace_back(d.entities.at(s.speakers.at(0)).name, d.of(s.span));
  }
  return out;
}

TEST(ForeignTurns, AreFoundByTheirLabels) {
  const Document d = analysed("Заявления для прессы по итогам переговоров\n\nЭ.Странд: Добрый день! Мы провели содержательные переговоры.\n\nАнна Холм: Спасибо, господин Президент. Я согласна.\n\n"
                              "Вопрос: Когда вы встретитесь снова?\n\nЭ.Странд: В мае.\n\nВопрос: Где?\n\nАнна Холм: В столице.\n");
  EXPECT_EQ(d.info.language, "ru");
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"Э.Странд", "Добрый день! Мы провели содержательные переговоры."}, {"Анна Холм", "Спасибо, господин Президент. Я согласна."}, {"Вопрос", "Когда вы встретитесь снова?"},
      {"Э.Странд", "В мае."}, {"Вопрос", "Где?"}, {"Анна Холм", "В столице."}};
  EXPECT_EQ(turns(d), expected);
  EXPECT_EQ(d.labels.size(), 6U);
  EXPECT_EQ(d.entities.size(), 3U);
  expect_no_facts(d);
}

TEST(ForeignTurns, AreFoundInScriptsWithoutCapitals) {
  const Document d = analysed("الرئيس: نرحب بكم في بلادنا ونشكركم على هذه الزيارة المهمة.\n\nسؤال: متى تلتقون مرة أخرى؟\n\nالرئيس: في شهر مايو المقبل إن شاء الله.\n\nسؤال: وأين سيكون اللقاء؟\n");
  EXPECT_EQ(d.info.language, "ar");
  EXPECT_EQ(turns(d).size(), 4U);
}

TEST(ForeignTurns, AreNotHeadingsAndListsOfContacts) {
  const Document d = analysed("Президент Норрландии провёл телефонный разговор с премьер-министром соседней страны.\n\nПовестка: торговля, энергетика, граница.\n\nМесто проведения: столица.\n\n"
                              "Он сказал: мы готовы к переговорам, и это главное.\n\nТелефон: 12-34-56\n\nАдрес: Садовая улица, дом 3\n");
  EXPECT_TRUE(d.statements.empty());
  EXPECT_TRUE(d.entities.empty());
}

}  // namespace
}  // namespace chancery
