using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.GetisOrd;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Tests.Core.Hotspots;

public sealed class HotspotRequestTests
{
    [Theory]
    [InlineData("?in=A&in=B")]
    [InlineData("?head=murder&head=hurt")]
    [InlineData("?from=2024-01-02&until=2024-03")]
    [InlineData("?from=2021-01&until=2024-02")]
    public void Request_ScopeThatNoMethodKnows_IsRefused(string address)
    {
        Assert.ThrowsAny<ArgumentException>(() => new HotspotRequest(new GetisOrdSettings(), ScopeCodes.Parse(address)));
        Assert.NotNull(new HotspotRequest(new GetisOrdSettings(), ScopeCodes.Parse("?in=A&head=murder&from=2021-01&until=2024-01")));
    }

    /// <summary>An end after that of the data is moved there; without one the last twelve months are looked at.</summary>
    [Theory]
    [InlineData("?from=2024-01&until=2024-07", "2024-01", 6)]
    [InlineData("?from=2024-12&until=2025-03", "2024-10", 3)]
    [InlineData("", "2024-01", 12)]
    public void PeriodAt_Scope_EndsWithTheData(string address, string first, int months) => Assert.Equal(
        new Period(Month.Parse(first).First, (Month.Parse(first) + months).First),
        new HotspotRequest(new GetisOrdSettings(), ScopeCodes.Parse(address)).PeriodAt(new DateOnly(2025, 1, 1)));
}
