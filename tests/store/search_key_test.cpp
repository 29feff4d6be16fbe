#include "core/store/search_key.h"

#include <gtest/gtest.h>

#include "core/store/search_query.h"

namespace chairside::store {
namespace {

TEST(SearchKey, FoldsCaseAccentsAndPunctuation) {
    EXPECT_EQ(foldedKey("Müller-Lüdenscheid"), "mullerludenscheid");
    EXPECT_EQ(foldedKey("O’Brien"), "obrien");
    EXPECT_EQ(foldedKey("O'BRIEN"), "obrien");
    EXPECT_EQ(foldedKey("van der Berg"), "vanderberg");
    EXPECT_EQ(foldedKey("KC 0412"), "kc0412");
    EXPECT_EQ(foldedKey("Straße"), "strasse");
    EXPECT_EQ(foldedKey(""), "");
    EXPECT_EQ(foldedKey("-'. "), "");
}

TEST(SearchKey, FoldsComposedAndDecomposedLettersAlike) {
    EXPECT_EQ(foldedKey("Zo\u00eb"), foldedKey("Zoe\u0308"));
    EXPECT_EQ(foldedKey("Ａｎｎａ"), "anna");
    EXPECT_EQ(foldedKey("ﬁ"), "fi");
}

TEST(SearchKey, FoldsLettersThatUnicodeDoesNotTakeApart) {
    EXPECT_EQ(foldedKey("Sørensen"), "sorensen");
    EXPECT_EQ(foldedKey("ŁUKASZ"), "lukasz");
    EXPECT_EQ(foldedKey("Æbelø"), "aebelo");
}

TEST(SearchKey, KeepsOtherScripts) {
    EXPECT_EQ(foldedKey("李明"), "李明");
    EXPECT_EQ(foldedKey("ЁЛКИНА"), foldedKey("елкина"));
    EXPECT_EQ(foldedKey("שרה\u202e"), "שרה");
}

TEST(SearchKey, SurvivesTextThatIsNotUtf8) {
    EXPECT_EQ(foldedKey("An\xffna"), "anna");
}

TEST(SearchKey, CountsCharactersNotBytes) {
    EXPECT_EQ(reversedKey("ab李"), "李ba");
    EXPECT_EQ(firstLetters("李明x", 2), "李明");
    EXPECT_EQ(firstLetters("a", 2), "a");
    EXPECT_EQ(letterCount("李明"), 2U);
}

TEST(SearchKey, TheEndOfAPrefixIsBehindEverythingThatBeginsWithIt) {
    EXPECT_LT(std::string("te李"), endOfPrefix("te"));
    EXPECT_GT(std::string("tf"), endOfPrefix("te"));
}

TEST(SearchKey, CountsEditsUpToTwo) {
    EXPECT_TRUE(withinTwoEdits("anna", "anna"));
    EXPECT_TRUE(withinTwoEdits("anna", "hanne"));
    EXPECT_TRUE(withinTwoEdits("anna", "an"));
    EXPECT_FALSE(withinTwoEdits("anna", "a"));
    EXPECT_FALSE(withinTwoEdits("anna", "marie"));
    EXPECT_TRUE(withinTwoEdits("李明", "李华"));
    EXPECT_TRUE(withinTwoEdits("", "ab"));
}

std::string kindsOf(std::string_view text) {
    std::string kinds;
    for (const auto& criterion : searchCriteria(text)) {
        kinds += "FGNnpbyc"[static_cast<std::size_t>(criterion.kind)] + criterion.first;
        kinds += (criterion.second.empty() ? "" : "+" + criterion.second) + " ";
    }
    return kinds;
}

TEST(SearchQuery, ReadsATextInEveryWayItCanBeMeant) {
    EXPECT_EQ(kindsOf("Tes"), "ctes Ftes Gtes ");
    EXPECT_EQ(kindsOf(" tes an "), "ctesan Ftesan Gtesan Ntes+an Nan+tes ");
    EXPECT_EQ(kindsOf("van der B"), "cvanderb Fvanderb Gvanderb Nvan+derb Nderb+van Nvander+b Nb+vander ");
    EXPECT_EQ(kindsOf("412"), "c412 n214 ");
    EXPECT_EQ(kindsOf("7788"), "c7788 n8877 p8877 ");
    EXPECT_EQ(kindsOf("KC 0412"), "ckc0412 n2140ck Fkc0412 Gkc0412 Nkc+0412 N0412+kc ");
    EXPECT_EQ(kindsOf("1968-04-21"), "c19680421 b1968-04-21 n12408691 p12408691 ");
    EXPECT_EQ(kindsOf("21.04.1968"), "c21041968 b1968-04-21 n86914012 p86914012 ");
    EXPECT_EQ(kindsOf("31021968"), "c31021968 n86912013 p86912013 ");
    EXPECT_EQ(kindsOf("14-mar"), "c14mar y03-14 nram41 F14mar G14mar ");
    EXPECT_EQ(kindsOf("29 Febr"), "c29febr y02-29 nrbef92 F29febr G29febr N29+febr Nfebr+29 ");
    EXPECT_EQ(kindsOf("30-feb"), "c30feb nbef03 F30feb G30feb ");
    EXPECT_EQ(kindsOf("chair 3"), "cchair3 c3 n3riahc Fchair3 Gchair3 Nchair+3 N3+chair ");
    EXPECT_EQ(kindsOf(""), "F ");
    EXPECT_EQ(kindsOf("---"), "");
}

} // namespace
} // namespace chairside::store
