namespace CrimeInsight.Web.Shared.Charts;

/// <summary>A point, or an interval when <paramref name="Upper"/> is given. Null: a gap.</summary>
public readonly record struct ChartValue(double? Value, double? Upper = null)
{
    public static implicit operator ChartValue(double? value) => new(value);

    /// <summary>A point.</summary>
    public static ChartValue FromNullable(double? value) => new(value);

    /// <summary>An interval.</summary>
    public static ChartValue Interval(double lower, double upper) => new(lower, upper);
}
