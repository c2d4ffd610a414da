using CrimeInsight.Core.Statistics;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Formatting;

public sealed class SmallNumbersTests : WebContext
{
    private SmallNumbers Small => Services.GetRequiredService<SmallNumbers>();

    [Theory]
    [InlineData(9.0, 22.0, "9 → 22")]
    [InlineData(9.0, 0.0, "9 → 0")]
    [InlineData(1000.0, 1124.0, "+12.4%")]
    [InlineData(null, 22.0, null)]
    public void Change_FewCases_IsWrittenAsTheCounts(double? before, double? after, string? expected) => Assert.Equal(expected, Small.Change(before, after));

    [Theory]
    [InlineData(9, 22, "9 → 22")]
    [InlineData(40, 60, "+50.0% (from 40; 95 %: +1% to +123%)")]
    [InlineData(1000, 1124, "+12.4% (from 1,000)")]
    public void ChangeInFull_HasWhatItRestsOn(double before, double after, string expected) => Assert.Equal(expected, Small.ChangeInFull(before, after));

    /// <summary>"Conviction 100.0 %" of ten cases is between 72 and 100.</summary>
    [Theory]
    [InlineData(4, 4, "4 of 4", null)]
    [InlineData(10, 10, "100%", "of 10 cases; 95 %: 72% to 100%")]
    [InlineData(456, 1000, "45.6%", "of 1,000 cases")]
    public void Share_FewCases_IsWrittenAsTheCounts(double part, double whole, string share, string? basis)
    {
        Assert.Equal(share, Small.Share(new Proportion(part, whole)));
        Assert.Equal(basis, Small.Basis(new Proportion(part, whole)));
    }

    [Fact]
    public void Share_NotKnown_IsNotAvailable()
    {
        Assert.Equal(Services.GetRequiredService<DisplayFormat>().NotAvailable, Small.Share(Proportion.Of(50, null)));
        Assert.Null(Small.Basis(null));
    }
}
