using System.Globalization;

namespace CrimeInsight.Core.Statutes;

/// <summary>The greatest punishment of a section, by which offences are compared.</summary>
/// <param name="Days">Of imprisonment; a fine alone is 0, none of its own less.</param>
public readonly record struct Punishment(int Days) : IComparable<Punishment>
{
    /// <summary>A rule of how others are punished (common intention, conspiracy, attempt): no offence of its own.</summary>
    public static readonly Punishment Rider = new(-2);

    /// <summary>A duty, a power or a definition; or the table says nothing.</summary>
    public static readonly Punishment None = new(-1);

    public static readonly Punishment Fine = new(0);

    public static readonly Punishment Life = new(1_000_000);

    public static readonly Punishment Death = new(2_000_000);

    /// <summary>
    /// How offences against special laws are classed beside others (First Schedule, part II, of CrPC and BNSS): more than seven
    /// years, from three to seven, less; here with life and death apart.
    /// </summary>
    public int Class => this switch
    {
        _ when this == Death => 5,
        _ when this == Life => 4,
        { Days: > 7 * 365 } => 3,
        { Days: >= 3 * 365 } => 2,
        { Days: >= 0 } => 1,
        _ => 0,
    };

    /// <summary>Reads <c>death</c>, <c>life</c>, <c>10y</c>, <c>6m</c>, <c>1d</c>, <c>fine</c>, <c>rider</c>; blank: none.</summary>
    /// <exception cref="FormatException">Something else.</exception>
    public static Punishment Parse(string? text) => text switch
    {
        null or "" => None,
        "death" => Death,
        "life" => Life,
        "fine" => Fine,
        "rider" => Rider,
        [.. var number, 'y'] => new Punishment(365 * int.Parse(number, CultureInfo.InvariantCulture)),
        [.. var number, 'm'] => new Punishment(30 * int.Parse(number, CultureInfo.InvariantCulture)),
        [.. var number, 'd'] => new Punishment(int.Parse(number, CultureInfo.InvariantCulture)),
        _ => throw new FormatException($"'{text}' is no punishment: death, life, 10y, 6m, 1d, fine, rider or blank."),
    };

    public int CompareTo(Punishment other) => Days.CompareTo(other.Days);

    public static bool operator <(Punishment left, Punishment right) => left.Days < right.Days;

    public static bool operator >(Punishment left, Punishment right) => left.Days > right.Days;

    public static bool operator <=(Punishment left, Punishment right) => left.Days <= right.Days;

    public static bool operator >=(Punishment left, Punishment right) => left.Days >= right.Days;
}
