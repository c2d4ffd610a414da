using System.Net;
using CrimeInsight.Data.Sources;

namespace CrimeInsight.Tests.Data.Sources;

public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("1.1.1.1", true, true)]
    [InlineData("164.100.94.1", true, true)]
    [InlineData("2606:4700:4700::1111", true, true)]
    [InlineData("10.1.2.3", false, true)]
    [InlineData("172.16.0.1", false, true)]
    [InlineData("172.31.255.255", false, true)]
    [InlineData("172.32.0.1", true, true)]
    [InlineData("192.168.1.1", false, true)]
    [InlineData("100.64.0.1", false, true)]
    [InlineData("fd12:3456::1", false, true)]
    [InlineData("::ffff:10.1.2.3", false, true)]
    [InlineData("127.0.0.1", false, false)]
    [InlineData("127.9.9.9", false, false)]
    [InlineData("::1", false, false)]
    [InlineData("::ffff:127.0.0.1", false, false)]
    [InlineData("0.0.0.0", false, false)]
    [InlineData("::", false, false)]
    [InlineData("169.254.169.254", false, false)]
    [InlineData("::ffff:169.254.169.254", false, false)]
    [InlineData("fe80::1", false, false)]
    [InlineData("fd00:ec2::254", false, false)]
    [InlineData("100.100.100.200", false, false)]
    [InlineData("224.0.0.1", false, false)]
    [InlineData("255.255.255.255", false, false)]
    [InlineData("ff02::1", false, false)]
    [InlineData("64:ff9b::a00:1", false, false)]
    [InlineData("2002:a00:1::1", false, false)]
    [InlineData("2001:0:1::1", false, false)]
    [InlineData("::a00:1", false, false)]
    public void Allows_Address_OnlyThoseOfTheInternetAndNamedOnes(string address, bool isPublic, bool isAllowedWhenNamed)
    {
        Assert.Equal(isPublic, PublicAddresses.Allows(IPAddress.Parse(address), isOwnAllowed: false, isLoopbackAllowed: false));
        Assert.Equal(isAllowedWhenNamed, PublicAddresses.Allows(IPAddress.Parse(address), isOwnAllowed: true, isLoopbackAllowed: false));
    }
}
