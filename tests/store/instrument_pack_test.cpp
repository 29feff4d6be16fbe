// The clinic's own instruments in a backup: what comes out is what went in, and nothing else comes out.
#include "core/store/backup/instrument_pack.h"

#include <fstream>

#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

const std::vector<OwnInstrumentFile> kFiles{{"Zoë.json", "{\n\n}"},
                                            {"morning stiffness.json", "{\"id\":\"stiffness\"}\n"}};

TEST(InstrumentPack, IsReadAsItWasWritten) {
    EXPECT_EQ(unpacked(packed(kFiles)).value(), kFiles);
    EXPECT_EQ(unpacked(packed({})).value(), std::vector<OwnInstrumentFile>{});
    EXPECT_EQ(unpacked(packed({{"too_large.json", {}}})).value(), std::vector<OwnInstrumentFile>{});
}

TEST(InstrumentPack, EveryCutIsDamage) {
    const auto whole = packed(kFiles);
    const auto one = packed({kFiles.front()});
    for (std::size_t at = 0; at < whole.size(); ++at) {
        const auto cut = whole.substr(0, at);
        if (cut == packed({}) || cut == one) continue; // whole packs of fewer files; the header has a digest
        EXPECT_THAT(unpacked(cut), test::FailsWith(base::Code::StorageDamaged)) << at;
    }
}

TEST(InstrumentPack, NoNameLeadsOutOfTheFolder) {
    for (const std::string name : {"../clinic.json", "/etc/x.json", ".hidden.json", "a/b.json", ".json", "clinic.db"}) {
        const auto text = "chairside-instruments 1\n" + std::to_string(name.size()) + " 2\n" + name + "\n{}\n";
        EXPECT_THAT(unpacked(text), test::FailsWith(base::Code::StorageDamaged)) << name;
    }
}

class InstrumentFolder : public StoreTest {};

TEST_F(InstrumentFolder, IsMadeFromThePackAndThePackGoes) {
    const auto copy = file("copy");
    std::filesystem::create_directories(copy);
    EXPECT_THAT(unpackInstruments(copy), IsOk()) << "a backup without instruments";
    EXPECT_FALSE(std::filesystem::exists(copy / kInstrumentFolder));
    std::ofstream(copy / kInstrumentPack) << packed(kFiles);
    EXPECT_EQ(ownInstruments(copy), kFiles) << "a backup that is worked with as it stands";
    ASSERT_THAT(unpackInstruments(copy), IsOk());
    EXPECT_FALSE(std::filesystem::exists(copy / kInstrumentPack));
    EXPECT_EQ(ownInstruments(copy), kFiles);
}

} // namespace
} // namespace chairside::store
