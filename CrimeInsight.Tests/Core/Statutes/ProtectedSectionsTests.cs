using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Tests.Core.Statutes;

public sealed class ProtectedSectionsTests
{
    [Theory]
    [InlineData("376 IPC", true)]
    [InlineData("376(2)(n) IPC", true)]
    [InlineData("376-D IPC", true)]
    [InlineData("376AB IPC", true)]
    [InlineData("376/511 IPC", true)]
    [InlineData("228A IPC", true)]
    [InlineData("BNS 64", true)]
    [InlineData("BNS 65(2)", true)]
    [InlineData("BNS 71", true)]
    [InlineData("BNS 72", true)]
    [InlineData("12 POCSO Act", true)]
    [InlineData("354 IPC, 7/8 POCSO", true)]
    [InlineData("67-B IT Act", true)]
    [InlineData("75 JJ Act", true)]
    [InlineData("366A IPC", true)]
    [InlineData("370(5) IPC", true)]
    [InlineData("9 PCMA", true)]
    [InlineData("302 IPC", false)]
    [InlineData("354 IPC", false)]
    [InlineData("366 IPC", false)]
    [InlineData("370 IPC", false)]
    [InlineData("67 IT Act", false)]
    [InlineData("67A IT Act", false)]
    [InlineData("BNS 63A", false)]
    [InlineData("BNS 74", false)]
    [InlineData("37 IPC", false)]
    [InlineData("64 IPC", false)]
    public void IsSensitive_ListWithSection_FollowsTheLaw(string text, bool expected) =>
        Assert.Equal(expected, new SectionList(SectionReader.Plain.Read(text, null, new DateOnly(2023, 1, 1))!.Sections, 0).IsSensitive);

    /// <summary>Whatever stands before or behind it, and under whatever act.</summary>
    [Fact]
    public void IsSensitive_AnyOrder_FollowsAnySection()
    {
        string[] others = ["302 IPC", "25 Arms Act", "506 IPC", "3(2)(v) SC/ST Act"];
        string[] sensitive = ["376 IPC", "BNS 64", "6 POCSO Act", "67B IT Act"];
        var random = new Random(20240701);
        for (var turn = 0; turn < 200; turn++)
        {
            var parts = others.Append(sensitive[turn % sensitive.Length]).ToArray();
            random.Shuffle(parts);
            var reading = SectionReader.Plain.Read(string.Join("; ", parts), null, new DateOnly(2023, 1, 1))!;
            Assert.True(new SectionList(reading.Sections, 0).IsSensitive, string.Join("; ", parts));
        }
    }
}
