namespace CrimeInsight.Core.Jurisdictions;

/// <summary>
/// How ordinals are handed out: every state, district and station owns a fixed interval with room to spare, so that a new
/// district or station never renumbers its neighbours (and so never rewrites incidents).
/// </summary>
public static class OrdinalPlan
{
    /// <summary>The country is [0, <see cref="CountryUntil"/>).</summary>
    public const int CountryUntil = 2_000_000_000;

    /// <summary>Width of a state's interval.</summary>
    public const int StateWidth = 10_000_000;

    /// <summary>Width of a district's interval: 98 districts a state.</summary>
    public const int DistrictWidth = 100_000;

    /// <summary>Width of a station's interval (beats lie inside): 990 stations a district.</summary>
    public const int StationWidth = 100;

    private const int StationOffset = 1_000;

    /// <param name="index">0 … 198.</param>
    public static int State(int index) => Checked(index, 199) * StateWidth + StateWidth;

    /// <param name="index">0 … 97 within the state.</param>
    public static int District(int stateOrdinal, int index) => stateOrdinal + (Checked(index, 98) + 1) * DistrictWidth;

    /// <param name="index">0 … 989 within the district.</param>
    public static int Station(int districtOrdinal, int index) => districtOrdinal + StationOffset + Checked(index, 990) * StationWidth;

    private static int Checked(int index, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, limit);
        return index;
    }
}
