using System.Net;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>
/// Slows down guessing without letting anybody lock out anybody else: by address and name; by address over many names, loosely, for a
/// station or a mobile network shares one; by name over all addresses. A browser in which the person has signed in before is judged by
/// its own failures alone. Waiting grows; nothing stays locked.
/// </summary>
public sealed class SignInThrottle(IAttemptCounter counter)
{
    public static readonly AttemptRule ByAddressAndName = new(
        AttemptKind.AddressAndName, 5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1));

    public static readonly AttemptRule ByAddress = new(AttemptKind.Address, 100, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1));

    public static readonly AttemptRule ByName = new(AttemptKind.Name, 20, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1));

    public static readonly AttemptRule ByDevice = new(AttemptKind.Device, 5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1));

    public static readonly AttemptRule DemoByAddress = new(AttemptKind.Demo, 60, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));

    /// <summary>What an attempt to sign in counts under.</summary>
    /// <param name="device">The browser, if the person that the name means has signed in in it before.</param>
    public static IReadOnlyList<AttemptBucket> BucketsOf(IPAddress? address, string userName, KnownDevice? device)
    {
        var name = userName.Trim().Normalize().ToUpperInvariant();
        var network = ClientNetwork.Of(address);
        return device is not null
            ? [new(ByDevice, $"{device.Id} {name}")]
            : [new(ByAddressAndName, $"{network} {name}"), new(ByAddress, network), new(ByName, name)];
    }

    /// <summary>Counts an attempt; how long the next must wait, null when this one is heard.</summary>
    public Task<TimeSpan?> EnterAsync(IReadOnlyList<AttemptBucket> buckets) => counter.EnterAsync(buckets, CancellationToken.None);

    /// <summary>Takes back an attempt that succeeded.</summary>
    public Task ForgiveAsync(IReadOnlyList<AttemptBucket> buckets) => counter.ForgiveAsync(buckets, CancellationToken.None);

    /// <summary>Counts entering the demo; how long to wait, null when it may be entered.</summary>
    public Task<TimeSpan?> EnterDemoAsync(IPAddress? address) => counter.EnterAsync([new(DemoByAddress, ClientNetwork.Of(address))], CancellationToken.None);
}
