using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Core.Sources;

/// <summary>Judges whether a checked file may be imported without a person having looked at it.</summary>
public static class SourceVerdict
{
    /// <param name="fingerprint">Of the header the mapping was made for; null: the product's own form.</param>
    /// <returns>What stands against it; empty: nothing.</returns>
    public static IReadOnlyList<SourceDoubt> Of(FileSketch sketch, ImportReport check, string? fingerprint)
    {
        List<SourceDoubt> doubts = [];
        if (fingerprint is not null && fingerprint != sketch.Fingerprint)
            doubts.Add(SourceDoubt.Header);
        if (StopRules.AreTooMany(check.Rejected, check.Rows))
            doubts.Add(SourceDoubt.Rejects);
        if (check.Conflicts > 0)
            doubts.Add(SourceDoubt.Conflicts);
        if (!check.Anomalies.IsDefaultOrEmpty)
            doubts.Add(SourceDoubt.Anomalies);
        if (check.Accepted + check.Updated == 0)
            doubts.Add(SourceDoubt.Empty);
        return doubts;
    }
}
