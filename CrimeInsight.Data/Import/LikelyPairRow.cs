using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Import.Records;

namespace CrimeInsight.Data.Import;

/// <summary>A pair beside its two contents.</summary>
internal sealed record LikelyPairRow
{
    /// <summary>
    /// The case that stays, AS o, of the one that stays AS k beside the other, AS n: where either is protected, so are both.
    /// </summary>
    public const string FirstSql = """
        CROSS JOIN LATERAL jsonb_populate_record(NULL::crime.incident, to_jsonb(k) || CASE WHEN n.is_sensitive
            THEN '{"occurred_hour": null, "latitude": null, "longitude": null, "offender_gender": null, "offender_age_band": null, "property_value": null,
                "modus_operandi": null}'::jsonb
            ELSE '{}'::jsonb END) AS o
        """;

    public long FirstId { get; init; }

    public long SecondId { get; init; }

    public string? FirstFile { get; init; }

    public string? SecondFile { get; init; }

    public double Score { get; init; }

    public long Agreement { get; init; }

    public string? Decision { get; init; }

    public LikelyPair ToPair(ConflictContentRow second, ConflictContentRow first) => new(
        FirstId,
        SecondId,
        BatchRow.Of(FirstId, FirstFile),
        BatchRow.Of(SecondId, SecondFile),
        Score,
        new Agreement(Agreement),
        first.ToContent(),
        second.ToContent(),
        Decision is null ? null : Enum.Parse<PairDecision>(Decision, ignoreCase: true));
}
