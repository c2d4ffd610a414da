using CrimeInsight.Web.Features.SignIn;

namespace CrimeInsight.Tests.Web.SignIn;

public sealed class DeviceNameTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-A146B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome|Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0", "Edge|Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
        "Safari|iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox|Linux")]
    [InlineData("curl/8.5.0", "")]
    [InlineData(null, "")]
    public void Of_UserAgent_NamesBrowserAndSystem(string? userAgent, string expected) => Assert.Equal(expected, DeviceName.Of(userAgent));

    [Theory]
    [InlineData("")]
    [InlineData("|Android")]
    [InlineData("nonsense")]
    public void Parse_Incomplete_IsUnknown(string device) => Assert.Null(DeviceName.Parse(device));
}
