using System.Globalization;

namespace CrimeInsight.Data.Import;

/// <summary>Names of the partitions of incidents and rollups: a year, or one for everything older.</summary>
internal static class IncidentPartition
{
    public const int FirstYear = 2018;

    public const int LastYear = 2035;

    private const string Older = "before_2018";

    private static readonly string[] s_years =
        [.. Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(year => year.ToString(CultureInfo.InvariantCulture))];

    /// <exception cref="ArgumentOutOfRangeException">A year after <see cref="LastYear"/>, which has no partition.</exception>
    public static string Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        return year < FirstYear ? Older : s_years[year - FirstYear];
    }
}
