using System.Net;
using System.Net.Sockets;

namespace CrimeInsight.Data.Sources;

/// <summary>
/// Which machines an address of a source may reach: those of the internet. Within the own network only hosts that the server's configuration names, and never
/// what answers for the machine or the cloud it runs in.
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] s_notPublic4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/3"),
    ];

    // Of 2000::/3, the only public part: what is set apart, and tunnels that hold an address of version 4.
    private static readonly IPNetwork[] s_notPublic6 =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    private static readonly IPNetwork s_public6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] s_own =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("fc00::/7"),
    ];

    // Where clouds tell their machines their secrets.
    private static readonly IPAddress[] s_metadata = [IPAddress.Parse("100.100.100.200"), IPAddress.Parse("fd00:ec2::254"), IPAddress.Parse("fd20:ce::254")];

    /// <param name="isOwnAllowed">The host is named by the configuration.</param>
    /// <param name="isLoopbackAllowed">The own machine may be read.</param>
    public static bool Allows(IPAddress address, bool isOwnAllowed, bool isLoopbackAllowed)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address))
            return isLoopbackAllowed;
        if (s_metadata.Contains(address))
            return false;
        return IsPublic(address) || (isOwnAllowed && s_own.Any(network => network.Contains(address)));
    }

    private static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !s_notPublic4.Any(network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => s_public6.Contains(address) && !s_notPublic6.Any(network => network.Contains(address)),
        _ => false,
    };
}
