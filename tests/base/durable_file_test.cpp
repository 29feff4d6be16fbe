// A file that is written in pieces is the old one or the whole new one.
#include "core/base/durable_file.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <sys/stat.h>

#include "tests/support/core/matchers.h"

namespace chairside::base {
namespace {

using test::FailsWith;
using test::HasProblem;
using test::IsOk;

class DurableFileTest : public ::testing::Test {
protected:
    DurableFileTest() {
        std::string name = ::testing::TempDir() + "chairside-durable-XXXXXX";
        folder = ::mkdtemp(name.data());
        file = folder / "out.json";
    }
    ~DurableFileTest() override { std::filesystem::remove_all(folder); }

    static std::string content(const std::filesystem::path& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::ptrdiff_t files() { return std::distance(std::filesystem::directory_iterator(folder), {}); }

    std::filesystem::path folder, file;
};

TEST_F(DurableFileTest, KeepsTheOldContentUntilTheNewIsWhole) {
    std::ofstream(file) << "old";
    auto out = DurableFile::create(file);
    ASSERT_THAT(out, IsOk());
    const std::string large(200'000, 'x');
    ASSERT_THAT(out->write(large), IsOk());
    ASSERT_THAT(out->write("end"), IsOk());
    EXPECT_EQ(content(file), "old");
    ASSERT_THAT(out->commit(), IsOk());
    EXPECT_EQ(content(file), large + "end");
    EXPECT_EQ(files(), 1);
}

TEST_F(DurableFileTest, LeavesNothingWhenItIsGivenUp) {
    {
        auto out = DurableFile::create(file);
        ASSERT_THAT(out, IsOk());
        ASSERT_THAT(out->write(std::string(200'000, 'x')), IsOk());
    }
    EXPECT_EQ(files(), 0);
}

TEST_F(DurableFileTest, IsForItsOwnerAlone) {
    auto out = DurableFile::create(file);
    ASSERT_THAT(out, IsOk());
    ASSERT_THAT(out->commit(), IsOk());
    struct stat found {};
    ASSERT_EQ(::stat(file.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U);
}

TEST_F(DurableFileTest, TakesThePlaceOfWhatAnEarlierRunLeft) {
    std::ofstream(folder / "out.json.part") << "half";
    auto out = DurableFile::create(file);
    ASSERT_THAT(out, IsOk());
    ASSERT_THAT(out->write("new"), IsOk());
    ASSERT_THAT(out->commit(), IsOk());
    EXPECT_EQ(content(file), "new");
    EXPECT_EQ(files(), 1);
}

TEST_F(DurableFileTest, RefusesAFolderAndAPlaceThatIsNotThere) {
    EXPECT_THAT(DurableFile::create(folder), HasProblem("output", Rule::NotAllowed));
    EXPECT_THAT(DurableFile::create(folder / "no" / "out.json"), FailsWith(Code::StorageFailed));
}

} // namespace
} // namespace chairside::base
