using CrimeInsight.Core.Import.Judging;

namespace CrimeInsight.Tests.Core.Import;

public sealed class StatuteIndexTests
{
    private static readonly DateOnly s_break = new(2024, 7, 1);

    private static readonly StatuteIndex s_index = new(
    [
        new("murder", "IPC", "302", null, s_break), new("murder", "BNS", "103(1)", s_break, null), new("murder", "BNS", "103(2)", s_break, null),
        new("auto-theft", "IPC", "379", null, s_break), new("other-theft", "IPC", "379", null, s_break), new("other-theft", "IPC", "380", null, s_break),
        new("auto-theft", "BNS", "303(2)", s_break, null), new("other-theft", "BNS", "303(2)", s_break, null),
        new("rape", "IPC", "376", null, s_break), new("attempt-to-rape", "IPC", "376 r/w 511", null, s_break), new("dowry-death", "IPC", "304B", null, s_break),
        new("it-act", "IT Act 2000", "66C", null, null), new("arms-firearms", "Arms Act 1959", "25(1B)(a)", null, null),
    ]);

    [Theory]
    [InlineData("IPC 302", "murder")]
    [InlineData("u/s 302/34 IPC", "murder")]
    [InlineData("Sec. 304B of the Indian Penal Code, 1860", "dowry-death")]
    [InlineData("BNS 103(1)", "murder")]
    [InlineData("bns 103 (2)", "murder")]
    [InlineData("103 BNS 2023", "murder")]
    [InlineData("34, 120B, 380 IPC", "other-theft")]
    [InlineData("IPC 376", "rape")]
    [InlineData("376 r/w 511 IPC", "attempt-to-rape")]
    [InlineData("66C IT Act", "it-act")]
    [InlineData("25(1B)(a) Arms Act", "arms-firearms")]
    [InlineData("भादंवि 302", "murder")]
    [InlineData("IPC 379", "auto-theft other-theft")]
    [InlineData("BNS 303", "auto-theft other-theft")]
    [InlineData("IPC 999", "")]
    [InlineData("302", "")]
    [InlineData("BNS 302", "")]
    public void Find_Sections_GivesHeads(string text, string heads) => Assert.Equal(heads, string.Join(' ', s_index.Find(text).Heads));

    [Theory]
    [InlineData("IPC", "2024-06-30", true)]
    [InlineData("IPC", "2024-07-01", false)]
    [InlineData("BNS", "2024-06-30", false)]
    [InlineData("BNS", "2024-07-01", true)]
    [InlineData("IT", "1999-01-01", true)]
    public void IsInForce_ActAndDate_FollowsTheBreak(string act, string date, bool expected) =>
        Assert.Equal(expected, s_index.IsInForce(act, DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
}
