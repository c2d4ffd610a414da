namespace CrimeInsight.Web.Shared.Charts;

/// <summary>One line, set of bars or row of a chart.</summary>
/// <param name="Values">One per category.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartValue> Values)
{
    /// <summary>CSS colour; null for the next of the palette.</summary>
    public string? Colour { get; init; }

    /// <summary>Dashed, as forecasts are.</summary>
    public bool IsDashed { get; init; }

    /// <summary>The values are intervals.</summary>
    public bool IsInterval => Values.Any(value => value.Upper is not null);
}
