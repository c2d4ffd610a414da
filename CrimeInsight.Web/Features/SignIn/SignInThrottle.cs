using System.Net;
using System.Threading.RateLimiting;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>
/// Slows down guessing before any password is hashed: per address (an IPv6 network counts as one) and per user name.
/// </summary>
public sealed class SignInThrottle : IDisposable
{
    /// <summary>Attempts one address may make in <see cref="Window"/>; a station shares one.</summary>
    public const int AttemptsPerAddress = 60;

    /// <summary>Attempts on one user name in <see cref="Window"/>, whatever their outcome.</summary>
    public const int AttemptsPerName = 20;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<IPAddress> _byAddress = Limiter<IPAddress>(NetworkOf, AttemptsPerAddress);
    private readonly PartitionedRateLimiter<string> _byName = Limiter<string>(name => name.Trim().ToUpperInvariant(), AttemptsPerName);

    /// <summary>Null when the attempt may go on, else how long to wait.</summary>
    public TimeSpan? Check(IPAddress? address, string? userName)
    {
        using var byAddress = _byAddress.AttemptAcquire(address ?? IPAddress.None);
        if (!byAddress.IsAcquired)
            return Wait(byAddress);
        if (string.IsNullOrWhiteSpace(userName))
            return null;
        using var byName = _byName.AttemptAcquire(userName);
        return byName.IsAcquired ? null : Wait(byName);
    }

    public void Dispose()
    {
        _byAddress.Dispose();
        _byName.Dispose();
    }

    private static PartitionedRateLimiter<T> Limiter<T>(Func<T, string> key, int attempts) =>
        PartitionedRateLimiter.Create<T, string>(resource => RateLimitPartition.GetSlidingWindowLimiter(key(resource), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = attempts,
            Window = Window,
            SegmentsPerWindow = 5,
            QueueLimit = 0,
        }));

    private static TimeSpan Wait(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window / 5;

    private static string NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.Length == 16 ? bytes.AsSpan(0, 8) : bytes);
    }
}
