using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Core.People;

public sealed class OneTimeCodeTests
{
    [Fact]
    public void Create_Many_AreInGroupsAndDiffer()
    {
        var codes = Enumerable.Range(0, 1_000).Select(_ => OneTimeCode.Create()).ToList();
        Assert.All(codes, code => Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Theory]
    [InlineData("7KQ2-M4TX-09AB-PWR1", "7kq2m4tx09abpwr1")]
    [InlineData("7KQ2-M4TX-09AB-PWR1", " 7KQ2 M4TX O9AB PWRL ")]
    [InlineData("7KQ2-M4TX-09AB-PWR1", "7KQ2–M4TX–o9AB–PWRi")]
    public void Hash_TypedInAnyWay_IsTheSame(string code, string typed) => Assert.Equal(OneTimeCode.Hash(code), OneTimeCode.Hash(typed));

    [Fact]
    public void Hash_AnotherCode_Differs() => Assert.NotEqual(OneTimeCode.Hash("7KQ2-M4TX-09AB-PWR1"), OneTimeCode.Hash("7KQ2-M4TX-09AB-PWR2"));

    [Theory]
    [InlineData("r.kumar", true)]
    [InlineData("r.kumar@police.example.in", true)]
    [InlineData("ab", false)]
    [InlineData("r kumar", false)]
    [InlineData("குமார்", false)]
    [InlineData(null, false)]
    public void IsUserName_Name_IsJudged(string? name, bool fits) => Assert.Equal(fits, PersonNames.IsUserName(name));
}
