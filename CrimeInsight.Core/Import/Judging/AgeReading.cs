using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>What an age was read as.</summary>
/// <param name="Band">Unknown where no single band holds it.</param>
/// <param name="IsMinor">Under 18, though the band may be unknown.</param>
internal readonly record struct AgeReading(AgeBand Band, bool IsMinor)
{
    /// <summary>Under 18, and nothing finer.</summary>
    public static AgeReading Minor { get; } = new(AgeBand.Unknown, true);

    /// <summary>18 or more, and nothing finer.</summary>
    public static AgeReading Adult { get; } = new(AgeBand.Unknown, false);

    public static implicit operator AgeReading(AgeBand band) => new(band, band.IsMinor());
}
