using System.Net;
using CrimeInsight.Web.Features.SignIn;

namespace CrimeInsight.Tests.Web.SignIn;

public sealed class SignInThrottleTests
{
    [Fact]
    public void Check_OneNameFromManyAddresses_IsStopped()
    {
        using var throttle = new SignInThrottle();
        for (var attempt = 0; attempt < SignInThrottle.AttemptsPerName; attempt++)
            Assert.Null(throttle.Check(new IPAddress([10, 0, 0, (byte)attempt]), "asha"));

        Assert.NotNull(throttle.Check(IPAddress.Parse("10.1.1.1"), " ASHA "));
        Assert.Null(throttle.Check(IPAddress.Parse("10.1.1.1"), "bala"));
    }

    [Fact]
    public void Check_OneIpv6NetworkWithManyNames_IsStopped()
    {
        using var throttle = new SignInThrottle();
        for (var attempt = 0; attempt < SignInThrottle.AttemptsPerAddress; attempt++)
            Assert.Null(throttle.Check(IPAddress.Parse($"2001:db8:1:2::{attempt:x}"), $"name{attempt}"));

        Assert.InRange(throttle.Check(IPAddress.Parse("2001:db8:1:2:ffff::1"), "another")!.Value, TimeSpan.FromSeconds(1), SignInThrottle.Window);
        Assert.Null(throttle.Check(IPAddress.Parse("2001:db8:1:3::1"), "another"));
    }
}
