using System.Net;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>What counts as one caller: an IPv4 address, or an IPv6 network of 64 bits.</summary>
public static class ClientNetwork
{
    private const int NetworkBytes = 8;

    /// <summary>Such as <c>203.0.113.7</c> or <c>2001:db8:1:2::</c>; <c>unknown</c> without an address.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == NetworkBytes / 2)
            return address.ToString();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes).ToString();
    }
}
