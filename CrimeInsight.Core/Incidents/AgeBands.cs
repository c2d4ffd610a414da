namespace CrimeInsight.Core.Incidents;

/// <summary>What ages in completed years and their bands mean.</summary>
public static class AgeBands
{
    /// <summary>The band of an age.</summary>
    /// <param name="ageYears">Completed years; null, negative or above 120 is <see cref="AgeBand.Unknown"/>.</param>
    public static AgeBand FromYears(int? ageYears) => ageYears switch
    {
        null or < 0 or > 120 => AgeBand.Unknown,
        < 6 => AgeBand.Below6,
        < 12 => AgeBand.From6To11,
        < 16 => AgeBand.From12To15,
        < 18 => AgeBand.From16To17,
        < 30 => AgeBand.From18To29,
        < 45 => AgeBand.From30To44,
        < 60 => AgeBand.From45To59,
        _ => AgeBand.From60,
    };

    /// <summary>Under 18: the identity of such a person is protected (JJ Act 74). An unknown age is not.</summary>
    public static bool IsMinor(this AgeBand band) => band is >= AgeBand.Below6 and <= AgeBand.From16To17;
}
